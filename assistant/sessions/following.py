"""Action items across sessions: what is open, whose, and what was done."""

from datetime import date

from assistant import messages as m
from assistant.sessions.gathered import of_kind
from assistant.sessions.masking import masked
from assistant.sessions.models import Aktor, Entri, Terbuka
from assistant.sessions.places import region_of
from assistant.sessions.roles import get_session, require, sees
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError


def open_items(
    store: SessionStore, aktor: Aktor, *, daerah: str | None = None, pic: str | None = None
) -> list[Terbuka]:
    """Open action items, the first due first; of a region (or province) and of a person."""
    kode = region_of(daerah).kode if daerah else None
    with store.read() as c:
        found = of_kind(c, "tindaklanjut", daerah=kode, undone_only=True)
    wanted = (pic or "").casefold()
    return [
        Terbuka(sesi=s, entri=e)
        for s, e in found
        if sees(aktor, s) and (not wanted or wanted in (e.pic or "").casefold())
    ]


def mark_done(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    nomor: int,
    *,
    hari: date,
    catatan: str | None = None,
) -> Entri:
    """Marks an action item done on a day, also after its session was closed.

    Raises:
        MasukanError: not allowed, no such entry, or no action item.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "kelola", sesi)
    entry = store.entry(sesi.id, nomor)
    if entry is None:
        raise MasukanError(m.SESI_ENTRI_TIDAK_ADA.format(entri=f"#{nomor}", id=sesi.id))
    if entry.jenis != "tindaklanjut":
        raise MasukanError(m.SESI_BUKAN_TINDAK_LANJUT.format(nomor=nomor))
    told = masked(" ".join(catatan.split())) if catatan else None
    return store.change_entry(sesi.id, nomor, beres=hari, beres_catatan=told)
