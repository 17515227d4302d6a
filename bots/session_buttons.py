"""The buttons below a note: confirm it, choose a field's value, remove it."""

from datetime import date, timedelta

from assistant import messages as m
from assistant.sessions import corrections
from assistant.sessions.due_dates import find_due
from assistant.sessions.models import Entri
from assistant.sessions.roles import require_own
from assistant.sessions.zones import day_in
from bots.bot_types import Turn
from bots.office import Office
from bots.session_cards import (
    EMPTY,
    Buttons,
    button,
    card_blocks,
    card_buttons,
    change_buttons,
    choices_of,
    heading,
)
from bots.session_turn import SessionTurn, card, session_turn
from bots.telegram_html import Span, para
from corpus.errors import MasukanError

LONGEST_TOAST = 190
ASKED = {"pic": m.SESI_MINTA_PIC, "tenggat": m.SESI_MINTA_TENGGAT}


async def press(office: Office, turn: Turn, rest: list[str]) -> None:
    """A button of a note's card."""
    if len(rest) < 3 or not rest[1].isdecimal():
        turn.toast = m.BOT_TOMBOL_BASI
        return
    st = await session_turn(office, turn)
    value = rest[3] if len(rest) > 3 else None
    try:
        await office.work(_press, st, rest[0], int(rest[1]), rest[2], value)
    except MasukanError as error:
        # Said to the one who pressed, not to the whole group.
        turn.toast = str(error)[:LONGEST_TOAST]


def _press(st: SessionTurn, session_id: str, number: int, what: str, value: str | None) -> None:
    sesi, entry = corrections.find_entry(st.store, st.actor, session_id, number, None)
    require_own(st.actor, sesi, entry)
    if what == "benar":
        _shown(st, corrections.confirm(st.store, st.actor, sesi.id, number))
    elif what == "ubah":
        card(st.turn, card_blocks(entry), change_buttons(entry))
    elif what == "kembali":
        _shown(st, entry)
    elif what == "hapus":
        _remove(st, entry, sure=value is not None)
    elif what == "pic" or value == "tulis":
        _ask(st, entry, what)
    elif what in ("urusan", "tahapan", "tenggat") and value is None:
        card(st.turn, card_blocks(entry), choices_of(entry, what))
    elif what in ("urusan", "tahapan", "tenggat"):
        today = day_in(st.now, sesi.zona)
        chosen = _due(value or "", max(today, sesi.hari[-1])) if what == "tenggat" else value
        new = None if value == EMPTY else chosen
        held = corrections.set_field(st.store, st.actor, sesi.id, number, what, new)
        # The other fields are still to be looked at: the card stays open until "Benar".
        card(st.turn, card_blocks(held), change_buttons(held))
    else:
        st.turn.toast = m.BOT_TOMBOL_BASI


def _shown(st: SessionTurn, entry: Entri) -> None:
    card(st.turn, card_blocks(entry), card_buttons(entry))


def _remove(st: SessionTurn, entry: Entri, *, sure: bool) -> None:
    if not sure:
        yes = (m.SESI_TOMBOL["hapus_ya"], f"{button(entry, 'hapus')[1]}:ya")
        choices: Buttons = [[yes, button(entry, "kembali")]]
        card(st.turn, [*card_blocks(entry)[:-1], para(Span(m.SESI_KARTU_HAPUS, "i"))], choices)
        return
    corrections.remove(st.store, st.actor, entry.sesi, now=st.now, nomor=entry.nomor)
    st.note("sesi_hapus_catatan", entry.sesi)
    st.turn.scrub = True
    gone = m.SESI_ENTRI_DIHAPUS.format(entri=f"#{entry.nomor}")
    card(st.turn, [para(gone)], [])


def _ask(st: SessionTurn, entry: Entri, what: str) -> None:
    """Asks for words; the heading of the question says which note they are for."""
    blocks = [para(Span(heading(what, entry), "b")), para(ASKED[what])]
    st.turn.say(blocks, ask=True)


def _due(value: str, today: date) -> date | None:
    if value == "seminggu":
        return today + timedelta(days=7)
    if value == "dua_minggu":
        return today + timedelta(days=14)
    return find_due("akhir bulan ini", today)
