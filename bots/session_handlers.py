"""/sesi: an assistance session from a chat, and what else the desk knows of sessions.

    /sesi mulai DAERAH | TOPIK      opens one here (Sekber and administrators)
    /catat masalah TEKS             also solusi, keputusan, tindaklanjut
    /sesi ringkasan                 what it holds so far
    /sesi tutup                     closes it and sends the minutes

What a message adds is kept under the key of that message, so that a restart adds it once.
"""

from collections.abc import Callable
from dataclasses import replace

from assistant import messages as m
from assistant.sessions.export import summary
from bots import (
    session_closing,
    session_following,
    session_notes,
    session_opening,
    session_overview,
    session_questions,
)
from bots.access import Person
from bots.bot_types import Turn
from bots.office import Office
from bots.session_turn import SessionTurn, session_turn
from bots.telegram_html import Block, para, paragraphs

Word = Callable[[SessionTurn, str], None]


def show_summary(st: SessionTurn, rest: str) -> None:
    """The running session so far."""
    st.say(*_summary(st))


def _summary(st: SessionTurn) -> list[Block]:
    assert st.running is not None
    return paragraphs(summary(st.store, st.viewer, st.running.id))


def help_text(st: SessionTurn, rest: str) -> None:
    """How sessions are used."""
    st.say(*(para(text) for text in m.SESI_BANTUAN))


# Words that need no running session, and those that work on it.
ANYTIME: dict[str, Word] = {
    "mulai": session_opening.begin,
    "bantuan": help_text,
    "daftar": session_overview.listed,
    "rekap": session_overview.recapped,
    "banding": session_overview.compared,
    "ekspor": session_overview.exported,
    "hapus": session_overview.delete,
    "terbuka": session_following.still_open,
    "selesai": session_following.done,
    "ingatkan": session_following.remind,
    "notulen": session_closing.again,
    "buka": session_closing.reopen,
}
WHILE_RUNNING: dict[str, Word] = {
    "tutup": session_closing.close,
    "ringkasan": show_summary,
}


async def session(office: Office, turn: Turn, person: Person) -> None:
    """One /sesi command."""
    st = await session_turn(office, turn, person)
    word, rest = _split(turn.incoming.text)
    if word in ANYTIME:
        await office.work(ANYTIME[word], st, rest)
    elif st.running is None:
        st.say(para(m.BOT_SESI_TIDAK_ADA), para(m.BOT_SESI_CARA))
    elif word in WHILE_RUNNING:
        await office.work(WHILE_RUNNING[word], st, rest)
    elif word in session_opening.DETAILS:
        await office.work(session_opening.add, st, word, rest)
    elif word in m.SESI_JENIS_ENTRI and word not in ("tanya", "lampiran"):
        await office.work(session_notes.keep, st, word, rest)
    elif word == "tanya":
        turn.incoming = replace(turn.incoming, text=rest)
        await session_questions.ask(office, turn, person)
    else:
        st.say(*await office.work(_summary, st), para(m.BOT_SESI_CARA))


def _split(text: str) -> tuple[str, str]:
    """The first word, and the rest with its lines."""
    parts = text.strip().split(maxsplit=1)
    return (parts[0].lower() if parts else "", parts[1].strip() if len(parts) > 1 else "")
