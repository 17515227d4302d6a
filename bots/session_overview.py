"""/sesi daftar, rekap, banding, ekspor, hapus: over many sessions, in private chats only."""

import re
from pathlib import Path

from assistant import messages as m
from assistant.format import number
from assistant.render import recap_docx, recap_text, recap_xlsx
from assistant.sessions.archive import delete_session, list_sessions
from assistant.sessions.compare import compare
from assistant.sessions.export import export_session, list_line
from assistant.sessions.periods import Kurun, month, span
from assistant.sessions.recap import recap
from assistant.sessions.roles import get_session, require
from assistant.sessions.zones import day_in
from bots.bot_types import Turn
from bots.office import Office, only_private
from bots.session_buttons import LONGEST_TOAST
from bots.session_files import document
from bots.session_turn import SessionTurn, card, session_turn
from bots.telegram_html import Span, para
from corpus.errors import MasukanError

DELETE = "z"
MOST_SESSIONS = 40
SPAN = re.compile(r"\b\d{4}(?:-(?:tw|q)?\d{1,2})?\b", re.IGNORECASE)
URUSAN = re.compile(r"\|\s*(?:urusan\s*[:=]?)?\s*(.+)$", re.IGNORECASE)


def listed(st: SessionTurn, rest: str) -> None:
    """/sesi daftar [DAERAH]: the newest sessions that may be seen here."""
    held = list_sessions(st.store, st.viewer, daerah=rest or None)[::-1]
    lines = [list_line(s) for s in held[:MOST_SESSIONS]]
    if len(held) > MOST_SESSIONS:
        lines.append(m.SESI_LEBIH.format(n=number(len(held) - MOST_SESSIONS)))
    st.say(para("\n".join(lines) or m.SESI_KOSONG))


def recapped(st: SessionTurn, rest: str) -> None:
    """/sesi rekap 2024-08 [DAERAH] [| URUSAN], also 2024-TW3 and 2024: text, DOCX and XLSX."""
    require(st.actor, "kelola")
    if not only_private(st.turn):
        return
    only = URUSAN.search(rest)
    rest = URUSAN.sub("", rest)
    kurun, place = _span(st, rest)
    made = recap(
        st.store, st.actor, kurun, daerah=place or None, urusan=only[1].strip() if only else None
    )
    st.note("sesi_rekap", kurun.nama)
    st.say(*(para(line) for line in recap_text.sentences(made)))
    caption = m.SESI_REKAP_BERKAS.format(kurun=kurun.nama)
    name = f"rekap-{kurun.awal:%Y-%m}" if kurun.jenis == "bulanan" else f"rekap-{_slug(kurun)}"
    document(st, f"{name}.docx", caption, lambda path: recap_docx.write(made, path))
    document(st, f"{name}.xlsx", caption, lambda path: recap_xlsx.write(made, path))


def compared(st: SessionTurn, rest: str) -> None:
    """/sesi banding PROVINSI [2024-08]: the regions of a province side by side."""
    require(st.actor, "kelola")
    if not only_private(st.turn):
        return
    kurun, place = _span(st, rest)
    held = compare(st.store, st.actor, place, kurun)
    st.note("sesi_banding", kurun.nama)
    st.say(para(Span(recap_text.comparison(held), "code")))


def exported(st: SessionTurn, rest: str) -> None:
    """/sesi ekspor ID: the whole session as JSON."""
    require(st.actor, "kelola")
    if not only_private(st.turn):
        return
    if not rest:
        st.say(para(m.SESI_ID_KOSONG))
        return
    text = export_session(st.store, st.actor, rest)

    def write(path: Path) -> None:
        path.write_text(text + "\n", encoding="utf-8")

    st.note("sesi_ekspor", rest)
    document(st, f"sesi-{rest}.json", m.SESI_EKSPOR_BERKAS.format(id=rest), write)


def delete(st: SessionTurn, rest: str) -> None:
    """/sesi hapus ID: asks before the whole session goes."""
    require(st.actor, "kelola")
    if not only_private(st.turn):
        return
    if not rest:
        st.say(para(m.SESI_ID_KOSONG))
        return
    sesi = get_session(st.store, st.actor, rest)
    held = number(len(st.store.entries(sesi.id)))
    choices = [
        (m.SESI_TOMBOL["hapus_ya"], f"{DELETE}:{sesi.id}:ya"),
        (m.BOT_HAPUS_TIDAK, f"{DELETE}:{sesi.id}:tidak"),
    ]
    st.turn.say([para(m.SESI_HAPUS_TANYA.format(id=sesi.id, jumlah=held))], [choices])


async def press(office: Office, turn: Turn, rest: list[str]) -> None:
    """The answer to that question."""
    if len(rest) != 2:
        turn.toast = m.BOT_TOMBOL_BASI
        return
    if rest[1] != "ya":
        card(turn, [para(m.BOT_DIBATALKAN)], [])
        return
    st = await session_turn(office, turn)
    try:
        gone = await office.work(delete_session, st.store, st.actor, rest[0])
    except MasukanError as error:
        turn.toast = str(error)[:LONGEST_TOAST]
        return
    for held in office.results.glob(f"sesi-*/*-{rest[0]}.*"):
        held.unlink(missing_ok=True)
    st.note("sesi_hapus", rest[0])
    turn.scrub = True
    told = m.SESI_DIHAPUS_SELURUHNYA.format(id=rest[0], jumlah=number(gone))
    card(turn, [para(told)], [])


def _span(st: SessionTurn, text: str) -> tuple[Kurun, str]:
    """The span that a text names, else the present month, and what else the text says."""
    found = SPAN.search(text)
    if found is None:
        return month(f"{day_in(st.now, 'WIB'):%Y-%m}"), " ".join(text.split())
    left = f"{text[: found.start()]} {text[found.end() :]}"
    return span(found[0]), " ".join(left.split())


def _slug(kurun: Kurun) -> str:
    return kurun.nama.lower().replace(" ", "-")
