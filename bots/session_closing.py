"""/sesi tutup and /sesi notulen: the session ends, and its minutes come as files."""

from assistant import messages as m
from assistant.sessions.archive import reopen_session
from assistant.sessions.export import list_line
from assistant.sessions.lifecycle import close_session
from assistant.sessions.minutes import minutes_of
from assistant.sessions.roles import get_session, require
from assistant.sessions.zones import day_in
from bots import session_files
from bots.job_queue import open_jobs
from bots.session_turn import SessionTurn
from bots.telegram_html import para


def close(st: SessionTurn, rest: str) -> None:
    """Closes the running session. Handled again after a crash it gives the same minutes again."""
    assert st.running is not None
    require(st.actor, "tutup", st.running)
    closed = close_session(st.store, st.actor, st.running.id, now=st.now)
    st.note("sesi_tutup", closed.id)
    minutes = minutes_of(st.store, st.actor, closed.id, hari=day_in(st.now, closed.zona))
    # A text first: it takes the place of the message that tells the user to wait.
    told = [para(m.SESI_DITUTUP.format(id=closed.id))]
    if waiting := open_jobs(st.office.store, st.turn.incoming.chat):
        told.append(para(m.SESI_MASIH_DIPERIKSA.format(jumlah=waiting, id=closed.id)))
    st.say(*told)
    session_files.minutes(st, minutes)


def again(st: SessionTurn, rest: str) -> None:
    """The minutes of a session by id; without one, of the running or latest one of the chat."""
    session_id = rest or named_or_latest(st)
    if session_id is None:
        st.say(para(m.SESI_ID_KOSONG))
        return
    sesi = get_session(st.store, st.viewer, session_id)
    minutes = minutes_of(st.store, st.viewer, sesi.id, hari=day_in(st.now, sesi.zona))
    st.note("sesi_notulen", sesi.id)
    st.say(para(list_line(sesi)))
    session_files.minutes(st, minutes)


def reopen(st: SessionTurn, rest: str) -> None:
    """/sesi buka ID: a closed session of this chat runs again."""
    session_id = rest or named_or_latest(st)
    if session_id is None:
        st.say(para(m.SESI_ID_KOSONG))
        return
    sesi = reopen_session(st.store, st.actor, session_id)
    st.note("sesi_buka", sesi.id)
    st.say(para(m.SESI_DIBUKA_LAGI.format(id=sesi.id)))


def named_or_latest(st: SessionTurn) -> str | None:
    """The id of the session that runs in the chat, else of the last one there."""
    held = st.running or st.store.latest(str(st.turn.incoming.chat))
    return held.id if held else None
