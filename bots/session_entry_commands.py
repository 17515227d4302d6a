"""`spm session …`: what is added to a session while it runs, corrected and removed."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots import settings
from bots.session_store import Id, opened

if TYPE_CHECKING:
    from assistant.sessions.models import Bidang


def note(
    id: Id,
    jenis: Annotated[str, typer.Argument(help="masalah, solusi, keputusan, atau tindaklanjut.")],
    text: Annotated[str, typer.Argument(help="Isi catatan.")],
    urusan: Annotated[str | None, typer.Option("--urusan", help="Urusan.")] = None,
    tahapan: Annotated[str | None, typer.Option("--tahapan", help="Tahapan.")] = None,
    pic: Annotated[str | None, typer.Option("--pic", help="Penanggung jawab.")] = None,
    due: Annotated[str | None, typer.Option("--due", help="Tenggat.")] = None,
) -> None:
    """Menambah catatan; urusan, tahapan, PJ, dan tenggat ditebak bila tak disebut."""
    from assistant.sessions import entries
    from assistant.sessions.roles import get_session
    from assistant.sessions.wording import entry_line

    with opened() as (store, actor):
        last = get_session(store, actor, id).hari[-1]
        kept = entries.note(
            store, actor, id, entries.to_kind(jenis), text, now=datetime.now(UTC),
            said=_fields(last, urusan, tahapan, pic, due),
        )  # fmt: skip
    if kept is not None:
        typer.echo(entry_line(kept))


def ask(id: Id, question: Annotated[str, typer.Argument(help="Pertanyaan.")]) -> None:
    """Menjawab dengan dasar hukum pada hari sesi, dan menyimpan tanya jawabnya."""
    from assistant.pipeline import Assistant
    from assistant.render.answer_text import render
    from assistant.sessions.entries import keep_answer
    from assistant.sessions.lifecycle import refuse_closed
    from assistant.sessions.roles import get_session

    with opened() as (store, actor):
        sesi = get_session(store, actor, id)
        refuse_closed(sesi)
        answer = Assistant(settings.home()).ask(question, today=sesi.hari[-1])
        keep_answer(store, actor, id, answer, now=datetime.now(UTC))
    typer.echo(render(answer))


def attach(
    id: Id, files: Annotated[list[Path], typer.Argument(help="Laporan yang diperiksa.")]
) -> None:
    """Memeriksa laporan dan melampirkan hasilnya pada sesi."""
    from assistant.checking.files import check_files
    from assistant.sessions import entries
    from assistant.sessions.checked import laporan_of
    from assistant.sessions.roles import get_session
    from assistant.sessions.wording import entry_line

    with opened() as (store, actor):
        sesi = get_session(store, actor, id)
        for result in check_files(files, sesi.hari[-1])[0]:
            kept = entries.attach(store, actor, id, laporan_of(result), now=datetime.now(UTC))
            if kept is not None:
                typer.echo(entry_line(kept))


def correct(
    id: Id,
    number: Annotated[int, typer.Argument(help="Nomor catatan.")],
    text: Annotated[str | None, typer.Argument(help="Isi baru.")] = None,
    urusan: Annotated[str | None, typer.Option("--urusan")] = None,
    tahapan: Annotated[str | None, typer.Option("--tahapan")] = None,
    pic: Annotated[str | None, typer.Option("--pic")] = None,
    due: Annotated[str | None, typer.Option("--due")] = None,
) -> None:
    """Memperbaiki isi atau keterangan sebuah catatan."""
    from assistant.sessions import corrections
    from assistant.sessions.roles import get_session
    from assistant.sessions.wording import entry_line

    with opened() as (store, actor):
        last = get_session(store, actor, id).hari[-1]
        kept = corrections.correct(
            store, actor, id, now=datetime.now(UTC), nomor=number, teks=text,
            said=_fields(last, urusan, tahapan, pic, due),
        )  # fmt: skip
    typer.echo(entry_line(kept))


def remove(id: Id, number: Annotated[int, typer.Argument(help="Nomor catatan.")]) -> None:
    """Menghapus sebuah catatan untuk seterusnya."""
    from assistant import messages as m
    from assistant.sessions import corrections
    from corpus.errors import MasukanError

    with opened() as (store, actor):
        gone = corrections.remove(store, actor, id, now=datetime.now(UTC), nomor=number)
    if not gone:
        raise MasukanError(m.SESI_ENTRI_TIDAK_ADA.format(entri=f"#{number}", id=id))
    typer.echo(m.SESI_ENTRI_DIHAPUS.format(entri=f"#{number}"))


def _fields(
    last: date, urusan: str | None, tahapan: str | None, pic: str | None, due: str | None
) -> "Bidang | None":
    from assistant.sessions.models import Bidang
    from assistant.sessions.notes import to_day, to_stage, to_urusan

    if not (urusan or tahapan or pic or due):
        return None
    return Bidang(
        urusan=to_urusan(urusan) if urusan else None,
        tahapan=to_stage(tahapan) if tahapan else None,
        pic=pic,
        tenggat=to_day(due, last) if due else None,
    )


COMMANDS: dict[str, Callable[..., None]] = {
    "note": note,
    "ask": ask,
    "attach": attach,
    "correct": correct,
    "remove": remove,
}
