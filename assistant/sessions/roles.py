"""Who may do what in a session. Who may not see it is told that there is none."""

from typing import Literal

from assistant import messages as m
from assistant.sessions.models import Aktor, Entri, Sesi
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError

Tindakan = Literal["buka", "tutup", "kelola", "catat", "lihat"]
RUNNERS = ("admin", "sekber")


def is_runner(aktor: Aktor) -> bool:
    """Whether the actor belongs to Sekber or is an administrator."""
    return aktor.peran in RUNNERS


def sees(aktor: Aktor, sesi: Sesi) -> bool:
    """Sekber and admins see every session, participants that of their own chat, others none."""
    own_chat = aktor.chat is not None and aktor.chat == sesi.chat
    return is_runner(aktor) or (aktor.peran == "peserta" and own_chat)


def require(aktor: Aktor, what: Tindakan, sesi: Sesi | None = None) -> None:
    """Lets pass or refuses.

    Raises:
        MasukanError: the actor may not; the sentence does not betray a session to outsiders.
    """
    if sesi is not None and not sees(aktor, sesi):
        raise MasukanError(m.SESI_TIDAK_ADA.format(id=sesi.id))
    if what in ("catat", "lihat") and sesi is not None:
        return
    if not is_runner(aktor):
        raise MasukanError(m.SESI_HANYA_SEKBER)


def require_own(aktor: Aktor, sesi: Sesi, entri: Entri) -> None:
    """A participant changes only what they wrote themselves.

    Raises:
        MasukanError: the entry is somebody else's.
    """
    require(aktor, "catat", sesi)
    if not is_runner(aktor) and entri.penulis != aktor.id:
        raise MasukanError(m.SESI_BUKAN_CATATAN_ANDA.format(nomor=entri.nomor))


def get_session(store: SessionStore, aktor: Aktor, session_id: str) -> Sesi:
    """A session that the actor may see.

    Raises:
        MasukanError: there is none, or not for this actor.
    """
    sesi = store.session(session_id)
    if sesi is None:
        raise MasukanError(m.SESI_TIDAK_ADA.format(id=session_id))
    require(aktor, "lihat", sesi)
    return sesi
