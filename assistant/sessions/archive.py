"""What becomes of sessions afterwards: listed, opened again to be mended, deleted."""

from datetime import date

from assistant import messages as m
from assistant.sessions.gathered import sessions
from assistant.sessions.models import Aktor, Sesi
from assistant.sessions.places import region_of
from assistant.sessions.roles import get_session, require, sees
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError


def reopen_session(store: SessionStore, aktor: Aktor, session_id: str) -> Sesi:
    """Opens a closed session again, to mend it.

    Raises:
        MasukanError: not allowed, no such session, or another one runs in its chat.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "kelola", sesi)
    other = store.running(sesi.chat) if sesi.chat else None
    if other is not None and other.id != sesi.id:
        raise MasukanError(m.SESI_MASIH_BERJALAN.format(id=other.id))
    return store.change(session_id, ditutup=None, jam_selesai=None)


def delete_session(store: SessionStore, aktor: Aktor, session_id: str) -> int:
    """Deletes a session with everything in it; how many entries that were.

    Raises:
        MasukanError: not allowed, or no such session.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "kelola", sesi)
    return store.delete(sesi.id)


def list_sessions(
    store: SessionStore,
    aktor: Aktor,
    *,
    since: date | None = None,
    until: date | None = None,
    daerah: str | None = None,
) -> list[Sesi]:
    """Sessions that the actor may see, by their first day."""
    kode = region_of(daerah).kode if daerah else None
    with store.read() as c:
        return [s for s in sessions(c, since, until, kode) if sees(aktor, s)]
