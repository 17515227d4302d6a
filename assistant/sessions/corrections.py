"""Entries corrected, confirmed and removed while their session runs; arguments as in `lifecycle`."""

from datetime import date, datetime

from assistant import messages as m
from assistant.sessions.entries import checked_text
from assistant.sessions.lifecycle import refuse_closed
from assistant.sessions.masking import masked
from assistant.sessions.models import NOTES, Aktor, Bidang, Entri, Sesi
from assistant.sessions.notes import parse_note
from assistant.sessions.roles import get_session, is_runner, require, require_own
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError


def correct(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    *,
    now: datetime,
    nomor: int | None = None,
    asal: str | None = None,
    teks: str | None = None,
    said: Bidang | None = None,
) -> Entri:
    """Corrects an entry by number or by the key of its message; `said` is what a person confirmed.

    Raises:
        MasukanError: not allowed, closed, or no such entry.
    """
    sesi, entry = find_entry(store, aktor, session_id, nomor, asal)
    require_own(aktor, sesi, entry)
    refuse_closed(sesi)
    if teks is not None and entry.jenis in NOTES:
        text, about = parse_note(checked_text(teks), entry.jenis, sesi.hari[-1])
        new = entry.model_copy(
            update={"teks": checked_text(text), "dicatat": now, **about.model_dump()}
        )
        entry = store.rewrite(new) or entry
    if said is not None:
        fields = {k: v for k, v in said.model_dump().items() if v is not None}
        entry = store.change_entry(sesi.id, entry.nomor, **fields, pasti=True)
    return entry


def confirm(store: SessionStore, aktor: Aktor, session_id: str, nomor: int) -> Entri:
    """Confirms the guessed fields of an entry: a later text no longer changes them.

    Raises:
        MasukanError: not allowed, closed, or no such entry.
    """
    sesi, entry = find_entry(store, aktor, session_id, nomor, None)
    require_own(aktor, sesi, entry)
    refuse_closed(sesi)
    return store.change_entry(sesi.id, entry.nomor, pasti=True)


def set_field(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    nomor: int,
    name: str,
    value: str | date | None,
) -> Entri:
    """Sets one field of a `Bidang`, also to None; a later text no longer changes the fields.

    Raises:
        MasukanError: not allowed, closed, or no such entry.
    """
    sesi, entry = find_entry(store, aktor, session_id, nomor, None)
    require_own(aktor, sesi, entry)
    refuse_closed(sesi)
    kept = masked(value) if isinstance(value, str) else value
    about = Bidang.model_validate({**entry.bidang.model_dump(), name: kept})
    return store.change_entry(sesi.id, nomor, **about.model_dump(), pasti=True)


def remove(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    *,
    now: datetime,
    nomor: int | None = None,
    asal: str | None = None,
) -> bool:
    """Removes an entry for good; False where there is none any more.

    Raises:
        MasukanError: not allowed, or closed.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "catat", sesi)
    refuse_closed(sesi)
    entry = store.entry(sesi.id, nomor, asal)
    if entry is not None:
        require_own(aktor, sesi, entry)
    elif not is_runner(aktor) and asal is None:
        return False
    return store.remove(sesi.id, nomor, asal, now)


def find_entry(
    store: SessionStore, aktor: Aktor, session_id: str, nomor: int | None, asal: str | None
) -> tuple[Sesi, Entri]:
    """The session and the entry of a number or of a message's key.

    Raises:
        MasukanError: not for this actor, or there is none.
    """
    sesi = get_session(store, aktor, session_id)
    entry = store.entry(sesi.id, nomor, asal)
    if entry is None:
        named = f"#{nomor}" if nomor is not None else "itu"
        raise MasukanError(m.SESI_ENTRI_TIDAK_ADA.format(entri=named, id=sesi.id))
    return sesi, entry
