"""`spm check` and `spm rules`. Imports inside the functions: `spm --help` must stay quick."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assistant.checking.choices import Pilihan

FORMATS = ("text", "json", "html", "xlsx", "docx")
NEED_OUT = ("xlsx", "docx")


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Laporan yang diperiksa.")],
    format: Annotated[
        str, typer.Option("--format", help="text, json, html, xlsx, atau docx.")
    ] = "text",
    out: Annotated[Path | None, typer.Option("--out", help="Berkas hasil.")] = None,
    level: Annotated[str | None, typer.Option("--level", help="kabkota atau provinsi.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Jenis dokumen, bila salah dikenali.")
    ] = None,
    daerah: Annotated[
        str | None, typer.Option("--daerah", help="Nama atau kode daerah, bila salah dikenali.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="2024, 2024-TW2, 2024-07, atau 2025-2029.")
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="JUDUL=PERAN", help="Peran sebuah kolom; boleh diulang."),
    ] = None,
    penduduk: Annotated[
        Path | None,
        typer.Option("--penduduk", help="CSV penduduk: kode, jumlah, sumber."),
    ] = None,
    columns: Annotated[
        bool, typer.Option("--columns", help="Tampilkan peran semua kolom.")
    ] = False,
    since: Annotated[Path | None, typer.Option("--since", help="Hasil JSON sebelumnya.")] = None,
    acknowledge: Annotated[
        str | None, typer.Option("--acknowledge", help="Sidik jari temuan yang diakui.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Alasan pengakuan.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Hari hukum (YYYY-MM-DD).")] = None,
    marked: Annotated[
        Path | None, typer.Option("--marked", help="Salinan XLSX dengan sel bertanda.")
    ] = None,
) -> None:
    """Memeriksa laporan: yang tidak cocok, di mana, dan buktinya."""
    from assistant.checking import history
    from assistant.checking.files import check_files
    from corpus.errors import SpmError

    try:
        _options(format, out, acknowledge, reason)
        day = date.fromisoformat(on) if on else date.today()
        chosen = _choices(level, kind, daerah, period, role or [], penduduk)
        results, documents = check_files(files, day, chosen)
        if acknowledge:
            _acknowledge(results, files, acknowledge, reason or "", day)
        results = [
            history.marked(r, history.acknowledged(f)) for r, f in zip(results, files, strict=True)
        ]
        compared = history.since(results, since) if since else None
        _write(results, documents, files, format, out, compared, marked, columns)
    except (SpmError, ValueError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    raise typer.Exit(1 if any(r.banyak("galat") for r in results) else 0)


def _options(format: str, out: Path | None, mark: str | None, reason: str | None) -> None:
    from assistant import messages as m
    from corpus.errors import MasukanError

    if format not in FORMATS:
        raise MasukanError(m.PERIKSA_FORMAT.format(format=format))
    if format in NEED_OUT and out is None:
        raise MasukanError(m.PERIKSA_PERLU_OUT.format(format=format))
    if mark and not reason:
        raise MasukanError(m.PERIKSA_ALASAN_WAJIB)


def _choices(
    level: str | None, kind: str | None, daerah: str | None, period: str | None,
    roles: list[str], penduduk: Path | None,
) -> "Pilihan":  # fmt: skip
    from typing import get_args

    from assistant import messages as m
    from assistant.checking import choices
    from assistant.checking.models import JenisDokumen
    from assistant.checking.people import load_population
    from corpus.errors import MasukanError
    from corpus.models import Tingkat

    tingkat = next((t for t in get_args(Tingkat) if t == level), None)
    if level is not None and tingkat is None:
        raise MasukanError(m.PERIKSA_TINGKAT_SALAH.format(level=level))
    jenis = next((j for j in get_args(JenisDokumen) if j == kind), None)
    if kind is not None and jenis is None:
        names = ", ".join(get_args(JenisDokumen))
        raise MasukanError(m.PERIKSA_JENIS_SALAH.format(kind=kind, pilihan=names))
    return choices.Pilihan(
        tingkat,
        jenis,
        choices.region(daerah) if daerah else None,
        choices.period(period) if period else None,
        choices.roles(roles),
        load_population(penduduk) if penduduk else {},
    )


def _acknowledge(
    results: list[Any], files: list[Path], fingerprint: str, reason: str, day: date
) -> None:
    from assistant import messages as m
    from assistant.checking import history
    from corpus.errors import MasukanError

    for result, file in zip(results, files, strict=True):
        if any(t.sidik_jari == fingerprint for t in result.temuan):
            kept = history.acknowledge(file, fingerprint, reason, day.isoformat())
            note = m.PERIKSA_SUDAH_DIAKUI.format(sidik=fingerprint, berkas=kept.name)
            typer.echo(note, err=True)
            return
    raise MasukanError(m.PERIKSA_SIDIK_TIDAK_ADA.format(sidik=fingerprint))


def _write(
    results: list[Any], documents: list[Any], files: list[Path], format: str, out: Path | None,
    compared: Any, marked: Path | None, columns: bool,
) -> None:  # fmt: skip
    from assistant import messages as m

    if marked is not None:
        from assistant.render import check_xlsx

        for result, file in zip(results, files, strict=True):
            if file.suffix.lower() == ".xlsx":
                check_xlsx.write_marked(result, file, marked)
                typer.echo(m.PERIKSA_TERTULIS.format(berkas=marked), err=True)
                break
    if format in NEED_OUT and out is not None:
        from assistant.render import check_docx, check_xlsx

        if format == "docx":
            check_docx.write(results, out)
        elif len(files) == 1 and files[0].suffix.lower() == ".xlsx":
            check_xlsx.write_marked(results[0], files[0], out)
        else:
            check_xlsx.write(results, out)
        typer.echo(m.PERIKSA_TERTULIS.format(berkas=out), err=True)
        return
    text = _text(results, documents, format, compared, columns)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        typer.echo(m.PERIKSA_TERTULIS.format(berkas=out), err=True)


def _text(
    results: list[Any], documents: list[Any], format: str, compared: Any, columns: bool
) -> str:
    if format == "json":
        from assistant.render import check_json

        return check_json.render(results, compared)
    if format == "html":
        from assistant.render import check_html

        return check_html.render(results, documents, compared)
    from assistant.render import check_text

    return "\n".join(check_text.render(r, compared, columns) for r in results)


def rules(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Misalnya ARI-01.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,
) -> None:
    """Katalog aturan pemeriksaan, atau satu aturan."""
    from assistant import messages as m
    from assistant.checking.checks import catalogue
    from assistant.render import check_json, check_rules

    entries = list(catalogue().values())
    if id is not None:
        entries = [r for r in entries if r.id == id.upper()]
        if not entries:
            typer.echo(m.PERIKSA_ATURAN_TIDAK_ADA.format(id=id), err=True)
            raise typer.Exit(2)
    if as_json:
        typer.echo(check_json.rules(entries), nl=False)
    elif id is not None:
        typer.echo(check_rules.one(entries[0], date.today()), nl=False)
    else:
        typer.echo(check_rules.every(entries), nl=False)
