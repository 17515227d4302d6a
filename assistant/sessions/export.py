"""One session as JSON, whole, for whoever must take it elsewhere; and its live summary."""

import json
from collections import Counter
from collections.abc import Sequence

from assistant import messages as m
from assistant.sessions.models import ENTRIES, Aktor, Entri, Sesi
from assistant.sessions.roles import get_session, require
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import days, entry_line, title

SCHEMA = 1
NEWEST = 12


def export_session(store: SessionStore, aktor: Aktor, session_id: str) -> str:
    """JSON of a session and all its entries; `schema` 1.

    Raises:
        MasukanError: not allowed, or no such session.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "kelola", sesi)
    held = {
        "schema": SCHEMA,
        "session": sesi.model_dump(mode="json"),
        "entries": [e.model_dump(mode="json") for e in store.entries(sesi.id)],
    }
    return json.dumps(held, ensure_ascii=False, indent=2)


def summary(store: SessionStore, aktor: Aktor, session_id: str) -> str:
    """The session so far as a chat shows it: what, counts, the newest entries.

    Raises:
        MasukanError: not allowed, or no such session.
    """
    sesi = get_session(store, aktor, session_id)
    return summary_text(sesi, store.entries(sesi.id))


def summary_text(sesi: Sesi, entries: Sequence[Entri]) -> str:
    """The summary of a session and its entries."""
    state = m.SESI_RINGKAS_SELESAI if sesi.ditutup else m.SESI_RINGKAS_BERJALAN
    lines = [
        m.SESI_RINGKAS_JUDUL.format(kegiatan=title(sesi), hari=days(sesi.hari), topik=sesi.topik),
        state.format(id=sesi.id),
    ]
    if not entries:
        return "\n".join((*lines, m.SESI_RINGKAS_BELUM))
    held = Counter(e.jenis for e in entries)
    told = ", ".join(f"{held[k]} {m.SESI_JENIS_ENTRI[k]}" for k in ENTRIES if held[k])
    lines.append(m.SESI_RINGKAS_JUMLAH.format(rincian=told))
    return "\n".join((*lines, *(entry_line(e) for e in entries[-NEWEST:])))


def list_line(sesi: Sesi) -> str:
    """One session in a list."""
    head = m.SESI_RINGKAS_JUDUL.format(kegiatan=title(sesi), hari=days(sesi.hari), topik=sesi.topik)
    state = m.SESI_KEADAAN["ditutup" if sesi.ditutup else "berjalan"]
    return f"{sesi.id}  {head} ({state})"


def list_json(held: Sequence[Sesi]) -> str:
    """JSON of a list of sessions; `schema` 1."""
    rows = [
        {
            "id": s.id, "daerah": s.daerah, "kind": s.kegiatan, "topic": s.topik,
            "dates": [day.isoformat() for day in s.hari], "zone": s.zona, "chat": s.chat,
            "open": s.ditutup is None,
        }
        for s in held
    ]  # fmt: skip
    return json.dumps({"schema": SCHEMA, "sessions": rows}, ensure_ascii=False, indent=2)
