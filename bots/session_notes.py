"""/catat, and what a reply to a note does: /ubah, /hapus, or the answer to a question of the bot."""

from assistant import messages as m
from assistant.sessions import corrections, entries
from assistant.sessions.following import mark_done
from assistant.sessions.models import NOTES, Entri
from assistant.sessions.notes import to_day
from assistant.sessions.roles import get_session
from assistant.sessions.zones import day_in
from bots import account_handlers
from bots.access import Person
from bots.bot_types import Turn
from bots.office import Office
from bots.session_cards import Named, card_blocks, card_buttons, named
from bots.session_turn import SessionTurn, message_key, session_turn
from bots.telegram_html import para
from corpus.errors import MasukanError


async def note(office: Office, turn: Turn, person: Person) -> None:
    """/catat JENIS TEKS."""
    st = await session_turn(office, turn, person)
    kind, _, text = " ".join(turn.incoming.text.split()).partition(" ")
    if st.running is None:
        st.say(para(m.BOT_SESI_TIDAK_ADA), para(m.BOT_SESI_CARA))
    elif not text:
        st.say(para(m.SESI_CATAT_CARA))
    else:
        await office.work(keep, st, kind, text)


def keep(st: SessionTurn, kind: str, text: str) -> None:
    """Keeps a note of the running session and shows its card."""
    assert st.running is not None
    kept = entries.note(
        st.store, st.actor, st.running.id, entries.to_kind(kind), text, now=st.now, asal=st.key
    )
    st.note("sesi_catat", st.running.id)
    if kept is not None:
        show(st.turn, kept)


def show(turn: Turn, entri: Entri) -> None:
    """The card of a note as a new message."""
    turn.say(card_blocks(entri), card_buttons(entri))


async def rewrite(office: Office, turn: Turn, person: Person) -> None:
    """/ubah TEKS, as a reply to a note or to its card."""
    st = await session_turn(office, turn, person)
    if st.running is None:
        st.say(para(m.BOT_SESI_TIDAK_ADA))
    elif turn.incoming.replied is None or not turn.incoming.text.strip():
        st.say(para(m.SESI_UBAH_CARA))
    else:
        await office.work(_rewrite, st)


def _rewrite(st: SessionTurn) -> None:
    assert st.running is not None
    session_id, number, key = _meant(st)
    changed = corrections.correct(
        st.store, st.actor, session_id, now=st.now, nomor=number, asal=key,
        teks=st.turn.incoming.text,
    )  # fmt: skip
    st.note("sesi_ubah", session_id)
    show(st.turn, changed)


async def remove(office: Office, turn: Turn, person: Person) -> None:
    """/hapus: as a reply in a session it removes that note, else what is kept of the user."""
    st = await session_turn(office, turn, person)
    if st.running is None or turn.incoming.replied is None:
        await account_handlers.forget(office, turn, person)
    else:
        await office.work(_remove, st)


def _remove(st: SessionTurn) -> None:
    assert st.running is not None
    session_id, number, key = _meant(st)
    held = st.store.entry(session_id, number, key)
    shown = f"#{held.nomor}" if held is not None else "itu"
    # Handled again after a crash, it is gone already: that is no reason to say there was none.
    before = st.store.removed(session_id, number, key)
    gone = corrections.remove(
        st.store, st.actor, session_id, now=st.now, nomor=number, asal=key
    )  # fmt: skip
    st.note("sesi_hapus_catatan", session_id)
    st.turn.scrub = True
    text = m.SESI_ENTRI_DIHAPUS if gone or before else m.SESI_ENTRI_TIDAK_ADA
    st.say(para(text.format(entri=shown, id=session_id)))


def _meant(st: SessionTurn) -> tuple[str, int | None, str | None]:
    """Session and number or key of the note that a message replies to."""
    assert st.running is not None
    own = st.turn.incoming
    about = named(own.replied_text)
    if about is not None:
        return about.sesi, about.nomor, None
    return st.running.id, None, message_key(own.chat, own.replied or 0)


async def edited(office: Office, turn: Turn) -> None:
    """A /catat whose message was changed: the later text counts, and the card comes again.

    Everything else that is changed stays unanswered, whoever does it.
    """
    own = turn.incoming
    known = office.access.person(own.user, office.now()) is not None
    if own.command != "catat" or not (known or office.access.group_allowed(own.chat)):
        return
    st = await session_turn(office, turn)
    kind, _, text = " ".join(own.text.split()).partition(" ")
    held = st.running and await office.work(st.store.entry, st.running.id, None, st.key)
    if held and held.jenis in NOTES and text:
        await office.work(keep, st, kind, text)


async def take(office: Office, turn: Turn, person: Person) -> bool:
    """Whether a text was the answer to what the bot asked about a note."""
    about = named(turn.incoming.replied_text)
    if about is None or about.what == "catatan" or not turn.incoming.text.strip():
        return False
    st = await session_turn(office, turn, person)
    show(turn, await office.work(_answered, st, about, turn.incoming.text))
    return True


def _answered(st: SessionTurn, about: Named, text: str) -> Entri:
    """The note with the field that was asked for, or with a word on how it was done.

    Raises:
        MasukanError: not allowed, no such note, or no date.
    """
    sesi = get_session(st.store, st.actor, about.sesi)
    today = day_in(st.now, sesi.zona)
    if about.what == "selesai":
        entry = st.store.entry(sesi.id, about.nomor)
        day = entry.beres if entry is not None and entry.beres else today
        return mark_done(st.store, st.actor, sesi.id, about.nomor, hari=day, catatan=text)
    value = to_day(text, today) if about.what == "tenggat" else " ".join(text.split())
    if not value:
        raise MasukanError(m.SESI_TEKS_KOSONG)
    return corrections.set_field(
        st.store, st.actor, sesi.id, about.nomor, about.what, value
    )  # fmt: skip
