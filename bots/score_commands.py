"""`spm score` and `spm template`: arguments in, files and text out, nothing else.

Imports of the work itself stand inside the commands, so that `spm --help` stays quick.
"""

import json as json_format
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assistant.scoring.hasil import HasilSkor

UNREADABLE = 2


def score(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Templat terisi (.xlsx, .csv, .json), atau foldernya."
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
    chart: Annotated[
        Path | None, typer.Option("--chart", metavar="OUT.png", help="Gambar grafik.")
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option("--what-if", help="Pengandaian: kes.kab.08.terlayani=190000. Boleh diulang."),
    ] = None,
    goal: Annotated[
        str | None, typer.Option("--goal", help='Tujuan: "Tuntas Utama" atau indeks.')
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Ketentuan pada tanggal ini; bawaan: hari terakhir periode laporan.",
        ),
    ] = None,
    assume: Annotated[
        list[str] | None,
        typer.Option("--assume", help="Ganti anggapan: gabungan_mutu=rasio-jumlah. Boleh diulang."),
    ] = None,
    steps: Annotated[
        bool, typer.Option("--steps", help="Tampilkan setiap langkah penghitungan.")
    ] = False,
) -> None:
    """IP SPM dari templat yang sudah diisi, dijelaskan langkah demi langkah."""
    from corpus.errors import SpmError

    try:
        code = _score(files, json, chart, what_if or [], goal, on, assume or [], steps)
    except SpmError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    if code:
        raise typer.Exit(code)


def template(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx", help=".xlsx, .csv, atau .json.")],
    level: Annotated[str, typer.Option("--level", help="kabkota atau provinsi.")],
    daerah: Annotated[
        str | None, typer.Option("--daerah", metavar="KODE", help="Kode daerah, misalnya 32.16.")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="Tahun anggaran; bawaan: tahun ini.")
    ] = None,
    quarter: Annotated[
        int | None, typer.Option("--quarter", min=1, max=4, help="Triwulan; bawaan: tahunan.")
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Isi dengan angka rekaan, untuk latihan.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas yang sudah ada.")] = False,
) -> None:
    """Laporan kosong untuk diisi: satu lembar tiap urusan, semua jenis layanan tingkat itu."""
    from assistant import messages
    from assistant.samples import sample_laporan
    from assistant.template import blank_laporan, write_laporan
    from assistant.template_layout import TAHUN, TINGKAT
    from corpus.errors import MasukanError, SpmError

    try:
        tingkat = next((name for name in TINGKAT if name == level.lower()), None)
        if tingkat is None:
            raise MasukanError(messages.TEMPLAT_TINGKAT_SALAH.format(nilai=level))
        tahun = date.today().year if year is None else year
        if not TAHUN[0] <= tahun <= TAHUN[1]:
            raise MasukanError(
                messages.TEMPLAT_TAHUN.format(nilai=tahun, dari=TAHUN[0], sampai=TAHUN[1])
            )
        if out.exists() and not force:
            raise MasukanError(messages.TEMPLAT_ADA.format(nama=out.name))
        if sample and (daerah, year, quarter) != (None, None, None):
            raise MasukanError(messages.TEMPLAT_CONTOH_SENDIRI)
        laporan = (
            sample_laporan(tingkat) if sample else blank_laporan(tingkat, tahun, daerah, quarter)
        )
        write_laporan(laporan, out)
    except SpmError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    typer.echo(
        messages.TEMPLAT_DITULIS.format(tingkat=TINGKAT[tingkat], n=len(laporan.layanan), nama=out)
    )


def _score(
    files: list[Path],
    json: bool,
    chart: Path | None,
    what_if: list[str],
    goal: str | None,
    on: datetime | None,
    assume: list[str],
    steps: bool,
) -> int:
    from assistant import messages
    from assistant.score_files import laporan_paths, score_file
    from corpus.errors import MasukanError

    paths = laporan_paths(files)
    single = {"--what-if": bool(what_if), "--goal": goal is not None, "--chart": chart is not None}
    for option, used in single.items():
        if used and len(paths) != 1:
            raise MasukanError(messages.SATU_LAPORAN.format(pilihan=option, n=len(paths)))
    day = None if on is None else on.date()
    choices = _choices(assume)
    if len(paths) != 1 or files[0].is_dir():
        return _many(paths, json, day, choices, steps)
    hasil = score_file(paths[0], day, choices)
    _print_one(hasil, json, what_if, goal, steps)
    if chart is not None:
        from assistant.render.chart import draw

        draw(hasil, chart)
        typer.echo(messages.TEKS_GRAFIK.format(nama=chart), err=True)
    return 0


def _print_one(
    hasil: "HasilSkor", json: bool, what_if: list[str], goal: str | None, steps: bool
) -> None:
    from assistant.scoring.goal import tujuan
    from assistant.scoring.whatif import andai, parse_ubahan

    change = andai(hasil, [parse_ubahan(text) for text in what_if]) if what_if else None
    aim = tujuan(hasil, goal) if goal is not None else None
    if json:
        from assistant.render import score_json

        data = score_json.score(hasil)
        if change is not None:
            data["what_if"] = score_json.what_if(change)
        if aim is not None:
            data["goal"] = score_json.goal(aim)
        _print_json(data)
        return
    from assistant.render import score_more_text, score_text

    short = change is not None or aim is not None
    parts = ["\n".join(score_text.heading(hasil)) if short else score_text.render(hasil, steps)]
    if change is not None:
        parts.append(score_more_text.what_if(change))
    if aim is not None:
        parts.append(score_more_text.goal(aim))
    typer.echo("\n\n".join(parts))


def _many(
    paths: list[Path], json: bool, day: date | None, choices: dict[str, str], steps: bool
) -> int:
    from assistant.score_files import score_files
    from assistant.scoring.comparison import bandingkan

    results, failed = score_files(paths, day, choices, keep=steps)
    table = bandingkan(results)
    if json:
        from assistant.render import score_json

        _print_json(score_json.comparison(table, failed, steps))
    else:
        from assistant.render import score_more_text

        typer.echo(score_more_text.comparison(table, failed))
    return UNREADABLE if failed else 0


def _choices(assume: list[str]) -> dict[str, str]:
    from assistant import messages
    from corpus.errors import MasukanError

    choices: dict[str, str] = {}
    for text in assume:
        name, mark, value = text.partition("=")
        if not mark:
            raise MasukanError(messages.ANGGAPAN_BENTUK.format(teks=text))
        choices[name.strip()] = value.strip()
    return choices


def _print_json(data: dict[str, Any]) -> None:
    typer.echo(json_format.dumps(data, ensure_ascii=False, indent=2))
