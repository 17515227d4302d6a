"""`spm session …`: a session from its opening to its minutes.

Imports inside the functions: `spm --help` must stay quick.
"""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from bots import session_entry_commands, session_recap_commands, settings
from bots.session_store import Id, Out, opened

if TYPE_CHECKING:
    from assistant.sessions.models import Entri, Peserta, Terbuka
    from assistant.sessions.smoothing import Smooth

app = typer.Typer(help="Sesi asistensi: catat, tanya, notulen, rekap.", no_args_is_help=True)


@app.command()
def start(
    daerah: Annotated[str, typer.Option("--daerah", help="Nama atau kode daerah.")],
    topic: Annotated[str, typer.Option("--topic", help="Topik sesi.")],
    kind: Annotated[
        str, typer.Option("--kind", help="asistensi, bimtek, monev, atau rakor.")
    ] = "asistensi",
    on: Annotated[
        list[datetime] | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="Hari sesi; boleh berulang."),
    ] = None,
    at: Annotated[str | None, typer.Option("--time", help="Jam mulai, misalnya 09.00.")] = None,
    zone: Annotated[str | None, typer.Option("--zone", help="WIB, WITA, atau WIT.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Tempat.")] = None,
    video: Annotated[bool, typer.Option("--video", help="Pertemuan daring.")] = False,
    facilitator: Annotated[
        list[str] | None, typer.Option("--facilitator", help="Fasilitator; boleh berulang.")
    ] = None,
    participant: Annotated[
        list[str] | None,
        typer.Option("--participant", help='"Nama | Perangkat Daerah"; boleh berulang.'),
    ] = None,
) -> None:
    """Membuka sesi dan mencetak id-nya; yang masih terbuka di daerah itu disebut sesudahnya."""
    from assistant.sessions.lifecycle import open_session
    from assistant.sessions.places import kind_of
    from assistant.sessions.zones import to_zone

    with opened() as (store, actor):
        begun = open_session(
            store, actor, daerah=daerah, topik=topic, now=datetime.now(UTC),
            kegiatan=kind_of(kind), hari=[day.date() for day in on or ()], jam=_hour(at),
            zona=to_zone(zone) if zone else None, tempat=place, daring=video,
            fasilitator=facilitator or (), peserta=_people(participant),
        )  # fmt: skip
    typer.echo(begun.sesi.id)
    _owed(begun.terbuka, begun.sesi.daerah)


@app.command()
def update(
    id: Id,
    on: Annotated[
        list[datetime] | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="Hari tambahan; boleh berulang."),
    ] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="Topik.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Tempat.")] = None,
    output: Annotated[str | None, typer.Option("--output", help="Keluaran untuk rekap.")] = None,
    facilitator: Annotated[list[str] | None, typer.Option("--facilitator")] = None,
    participant: Annotated[list[str] | None, typer.Option("--participant")] = None,
) -> None:
    """Menambah hari, fasilitator, dan peserta, atau mengganti topik, tempat, dan keluaran."""
    from assistant.sessions.export import summary
    from assistant.sessions.lifecycle import update_session

    with opened() as (store, actor):
        update_session(
            store, actor, id, hari=[day.date() for day in on or ()], topik=topic, tempat=place,
            keluaran=output, fasilitator=facilitator or (), peserta=_people(participant),
        )  # fmt: skip
        typer.echo(summary(store, actor, id))


@app.command()
def show(id: Id) -> None:
    """Ringkasan sesi sampai saat ini."""
    from assistant.sessions.export import summary

    with opened() as (store, actor):
        typer.echo(summary(store, actor, id))


@app.command()
def close(
    id: Id,
    out: Out = None,
    smooth: Annotated[
        bool,
        typer.Option("--smooth", help="Rapikan kalimat notulen dengan model bahasa (SPM_MODEL)."),
    ] = False,
) -> None:
    """Menutup sesi; dengan --out notulennya ditulis sebagai .docx atau .pdf."""
    from assistant import messages as m
    from assistant.render import minutes_docx
    from assistant.sessions.lifecycle import close_session
    from assistant.sessions.minutes import minutes_of

    with opened() as (store, actor):
        if out is not None:
            minutes_docx.check_name(out)
        close_session(store, actor, id, now=datetime.now(UTC))
        typer.echo(m.SESI_DITUTUP.format(id=id))
        if out is not None:
            held = store.entries(id) if smooth else []
            made = minutes_of(store, actor, id, hari=date.today(), smooth=_smooth(held))
            minutes_docx.write_any(made, out)
            typer.echo(m.SESI_TERTULIS.format(berkas=out))


@app.command()
def reopen(id: Id) -> None:
    """Membuka lagi sesi yang sudah ditutup, untuk memperbaikinya."""
    from assistant import messages as m
    from assistant.sessions.archive import reopen_session

    with opened() as (store, actor):
        reopen_session(store, actor, id)
    typer.echo(m.SESI_DIBUKA_LAGI.format(id=id))


def _smooth(entries: "list[Entri]") -> "Smooth | None":
    """The configured model, asked about these entries; None where nothing is to be smoothed."""
    from assistant.sessions.model_smoothing import model_smooth

    model = settings.model()
    return model_smooth(model, entries) if entries and model.configured else None


def _owed(held: "tuple[Terbuka, ...]", daerah: str) -> None:
    """What a region still owes, beside the id on standard output."""
    from assistant import messages as m
    from assistant.sessions.wording import open_line, region_name

    if held:
        name = region_name(daerah)
        typer.echo(m.SESI_MASIH_TERBUKA.format(daerah=name, jumlah=len(held)), err=True)
        for one in held:
            typer.echo(open_line(one), err=True)


def _people(lines: list[str] | None) -> "list[Peserta]":
    from assistant.sessions.persons import parse_participant

    return [p for line in lines or () if (p := parse_participant(line)) is not None]


def _hour(text: str | None) -> time | None:
    from assistant.sessions.zones import to_hour

    return to_hour(text) if text else None


for _name, _command in {
    **session_entry_commands.COMMANDS,
    **session_recap_commands.COMMANDS,
}.items():
    app.command(_name)(_command)
