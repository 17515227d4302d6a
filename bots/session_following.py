"""/sesi terbuka, selesai, ingatkan: what was agreed and is not done yet."""

import re

from assistant import messages as m
from assistant.format import number
from assistant.sessions.following import mark_done, open_items
from assistant.sessions.models import Entri, Terbuka
from assistant.sessions.reminders import set_reminders
from assistant.sessions.roles import get_session, is_runner
from assistant.sessions.wording import open_line
from assistant.sessions.zones import day_in
from bots.bot_types import Turn
from bots.office import Office, rows_of
from bots.session_buttons import LONGEST_TOAST
from bots.session_cards import done_button, heading
from bots.session_closing import named_or_latest
from bots.session_turn import SessionTurn, session_turn
from bots.telegram_html import Span, para
from corpus.errors import MasukanError

MOST_LINES, MOST_BUTTONS = 40, 12
DONE = re.compile(r"(?:(\d{8}-\d+-\d+)\s+)?#?(\d+)\b\s*(.*)", re.DOTALL)
OF_PERSON = re.compile(r"^(?:pj|pic)\s*[:=]?\s+|^(?:pj|pic)\s*[:=]\s*", re.IGNORECASE)
WORDS = {"ya": True, "tidak": False}


def still_open(st: SessionTurn, rest: str) -> None:
    """Open action items: of a region or a person where one is named, the first due first.

    In a group those of its own sessions; there is nobody there whom the others may not hear.
    """
    said = OF_PERSON.sub("", rest)
    by_person = said != rest
    held = open_items(
        st.store, st.viewer,
        daerah=rest if rest and not by_person else None, pic=said if by_person else None,
    )  # fmt: skip
    if not held:
        st.say(para(m.SESI_TANPA_TERBUKA))
        return
    lines = [f"• {open_line(one)}" for one in held[:MOST_LINES]]
    if len(held) > MOST_LINES:
        lines.append(m.SESI_LEBIH.format(n=number(len(held) - MOST_LINES)))
    head = m.SESI_TERBUKA_JUDUL.format(jumlah=number(len(held)))
    st.turn.say([para(Span(head, "b")), para("\n".join(lines))], _buttons(st, held))


def _buttons(st: SessionTurn, held: list[Terbuka]) -> list[list[tuple[str, str]]]:
    if not is_runner(st.actor):
        return []
    return rows_of([done_button(one.entri) for one in held[:MOST_BUTTONS]], 3)


def done(st: SessionTurn, rest: str) -> None:
    """/sesi selesai [ID] N KETERANGAN; without an id, of the chat's running or latest session."""
    found = DONE.match(rest)
    session_id = (found[1] or named_or_latest(st)) if found else None
    if found is None or session_id is None:
        st.say(para(m.SESI_SELESAI_CARA))
        return
    _told(st, _marked(st, session_id, int(found[2]), found[3].strip() or None))


async def press(office: Office, turn: Turn, rest: list[str]) -> None:
    """The button "Selesai #3": done today; how may be told by a reply."""
    if len(rest) != 2 or not rest[1].isdecimal():
        turn.toast = m.BOT_TOMBOL_BASI
        return
    st = await session_turn(office, turn)
    try:
        kept = await office.work(_marked, st, rest[0], int(rest[1]), None)
    except MasukanError as error:
        turn.toast = str(error)[:LONGEST_TOAST]
        return
    _told(st, kept)


def _marked(st: SessionTurn, session_id: str, nomor: int, told: str | None) -> Entri:
    sesi = get_session(st.store, st.actor, session_id)
    held = st.store.entry(sesi.id, nomor)
    if held is not None and held.beres is not None and told is None:
        return held  # pressed twice: the day it was done stays
    day = day_in(st.now, sesi.zona)
    kept = mark_done(st.store, st.actor, sesi.id, nomor, hari=day, catatan=told)
    st.note("sesi_selesai", sesi.id)
    return kept


def _told(st: SessionTurn, entri: Entri) -> None:
    """Says that it is done; without a word on how, asks for one."""
    head = para(Span(heading("selesai", entri), "b"), f"\n{entri.teks}")
    if entri.beres_catatan:
        st.say(head, para(entri.beres_catatan))
    else:
        st.turn.say([head, para(m.SESI_MINTA_KETERANGAN)], ask=True)


def remind(st: SessionTurn, rest: str) -> None:
    """/sesi ingatkan ya|tidak."""
    wanted = WORDS.get(rest.lower())
    if wanted is None:
        st.say(para(m.SESI_INGATKAN_CARA))
        return
    set_reminders(st.store, st.actor, str(st.turn.incoming.chat), wanted)
    st.note("sesi_ingatkan", rest.lower())
    st.say(para(m.SESI_INGATKAN[wanted]))
