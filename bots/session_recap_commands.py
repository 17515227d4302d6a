"""`spm session …`: what many sessions give together, and what becomes of one afterwards."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bots.session_store import Id, Json, Out, Region, opened

if TYPE_CHECKING:
    from assistant.sessions.periods import Kurun

Month = Annotated[str | None, typer.Option("--month", help="Bulan, misalnya 2024-08.")]
Quarter = Annotated[str | None, typer.Option("--quarter", help="Triwulan, misalnya 2024-3.")]
Year = Annotated[str | None, typer.Option("--year", help="Tahun, misalnya 2024.")]


def recap(
    month: Month = None,
    quarter: Quarter = None,
    year: Year = None,
    daerah: Region = None,
    urusan: Annotated[str | None, typer.Option("--urusan", help="Hanya urusan ini.")] = None,
    out: Out = None,
    json: Json = False,
) -> None:
    """Rekap kegiatan sebulan, setriwulan, atau setahun."""
    from assistant import messages as m
    from assistant.render import recap_json, recap_text
    from assistant.sessions.recap import recap as made_of

    with opened() as (store, actor):
        made = made_of(store, actor, _span(month, quarter, year), daerah=daerah, urusan=urusan)
    if out is not None:
        from assistant.render.recap_files import write

        write(made, out)
        typer.echo(m.SESI_TERTULIS.format(berkas=out), err=True)
    if json:
        typer.echo(recap_json.render(made))
    elif out is None:
        typer.echo(recap_text.render(made))


def list_command(daerah: Region = None, json: Json = False) -> None:
    """Daftar sesi menurut harinya."""
    from assistant import messages as m
    from assistant.sessions.archive import list_sessions
    from assistant.sessions.export import list_json, list_line

    with opened() as (store, actor):
        held = list_sessions(store, actor, daerah=daerah)
    if json:
        typer.echo(list_json(held))
    else:
        typer.echo("\n".join(map(list_line, held)) or m.SESI_KOSONG)


def items(
    daerah: Region = None,
    pic: Annotated[str | None, typer.Option("--pic", help="Penanggung jawab.")] = None,
) -> None:
    """Tindak lanjut yang masih terbuka."""
    from assistant import messages as m
    from assistant.sessions.following import open_items
    from assistant.sessions.wording import open_line

    with opened() as (store, actor):
        held = open_items(store, actor, daerah=daerah, pic=pic)
    typer.echo("\n".join(map(open_line, held)) or m.SESI_TANPA_TERBUKA)


def done(
    id: Id,
    number: Annotated[int, typer.Argument(help="Nomor tindak lanjut.")],
    note: Annotated[str | None, typer.Option("--note", help="Keterangan.")] = None,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Hari selesainya.")
    ] = None,
) -> None:
    """Menandai tindak lanjut selesai."""
    from assistant.sessions.following import mark_done
    from assistant.sessions.wording import entry_line

    with opened() as (store, actor):
        day = on.date() if on else date.today()
        typer.echo(entry_line(mark_done(store, actor, id, number, hari=day, catatan=note)))


def compare(
    provinsi: Annotated[str, typer.Argument(help="Nama atau kode provinsi.")],
    month: Month = None,
    quarter: Quarter = None,
    year: Year = None,
    json: Json = False,
) -> None:
    """Daerah-daerah sebuah provinsi berdampingan."""
    from assistant.render import recap_json, recap_text
    from assistant.sessions.compare import compare as compared

    with opened() as (store, actor):
        held = compared(store, actor, provinsi, _span(month, quarter, year))
    typer.echo(recap_json.comparison(held) if json else recap_text.comparison(held))


def export(id: Id, out: Out = None) -> None:
    """Seluruh isi satu sesi sebagai JSON."""
    from assistant.sessions.export import export_session

    with opened() as (store, actor):
        text = export_session(store, actor, id)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def delete(
    id: Id, yes: Annotated[bool, typer.Option("--yes", help="Ya, hapus seluruhnya.")] = False
) -> None:
    """Menghapus satu sesi dengan seluruh isinya."""
    from assistant import messages as m
    from assistant.sessions.archive import delete_session
    from corpus.errors import MasukanError

    if not yes:
        raise MasukanError(m.SESI_YAKIN_HAPUS)
    with opened() as (store, actor):
        gone = delete_session(store, actor, id)
    typer.echo(m.SESI_DIHAPUS_SELURUHNYA.format(id=id, jumlah=gone))


def _span(month: str | None, quarter: str | None, year: str | None) -> "Kurun":
    """The one span that was asked for; the running month where none was."""
    from assistant import messages as m
    from assistant.sessions import periods
    from corpus.errors import MasukanError

    if sum(part is not None for part in (month, quarter, year)) > 1:
        raise MasukanError(m.SESI_SATU_KURUN)
    if quarter:
        return periods.quarter(quarter)
    if year:
        return periods.year(year)
    return periods.month(month or f"{date.today():%Y-%m}")


COMMANDS: dict[str, Callable[..., None]] = {
    "recap": recap,
    "list": list_command,
    "items": items,
    "done": done,
    "compare": compare,
    "export": export,
    "delete": delete,
}
