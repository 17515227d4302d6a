"""The notulen of a session: what it held and what its region owed before it."""

from collections.abc import Sequence
from datetime import date

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions.gathered import of_kind
from assistant.sessions.minutes_models import Notulen
from assistant.sessions.minutes_parts import action, checked, decision, discussion
from assistant.sessions.models import ENTRIES, Aktor, Entri, Sesi, Terbuka
from assistant.sessions.roles import get_session
from assistant.sessions.smoothing import Smooth
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import full_days, hours, title


def minutes_of(
    store: SessionStore, aktor: Aktor, session_id: str, *, hari: date, smooth: Smooth | None = None
) -> Notulen:
    """The minutes of a kept session.

    Args:
        hari: The day they are written, which decides what is past due.
        smooth: A model that may mend sentences; never numbers, names or citations.

    Raises:
        MasukanError: no such session, or not for this actor.
    """
    sesi = get_session(store, aktor, session_id)
    with store.read() as c:
        earlier = of_kind(c, "tindaklanjut", until=sesi.hari[0], daerah=sesi.daerah)
    owed = [
        Terbuka(sesi=s, entri=e)
        for s, e in earlier
        if s.daerah == sesi.daerah
        and s.id != sesi.id
        and s.dibuka < sesi.dibuka
        and (e.beres is None or e.beres >= sesi.hari[0])
    ]
    return minutes(sesi, store.entries(sesi.id), owed, hari, smooth)


def minutes(
    sesi: Sesi,
    entries: Sequence[Entri],
    owed: Sequence[Terbuka],
    hari: date,
    smooth: Smooth | None = None,
) -> Notulen:
    """The minutes of a session, its entries and what its region owed before it."""
    by_kind = {kind: [e for e in entries if e.jenis == kind] for kind in ENTRIES}
    return Notulen(
        id=sesi.id,
        berjalan=sesi.ditutup is None,
        judul=title(sesi),
        identitas=tuple(identity(sesi)),
        peserta=tuple(participants(sesi)),
        sebelumnya=tuple(action(t.entri, hari) for t in owed),
        pembahasan=tuple(discussion(entries, smooth)),
        temuan=tuple(checked(e.laporan) for e in by_kind["lampiran"] if e.laporan),
        keputusan=tuple(decision(e, smooth) for e in by_kind["keputusan"]),
        tindaklanjut=tuple(action(e, hari) for e in by_kind["tindaklanjut"]),
        banyak={kind: len(held) for kind, held in by_kind.items()},
    )


def identity(sesi: Sesi) -> list[tuple[str, str]]:
    place = sesi.tempat or ("" if sesi.daring else m.NOTULEN_TEMPAT_KOSONG)
    if sesi.daring:
        place = f"{m.NOTULEN_DARING}, {place}" if place else m.NOTULEN_DARING
    values = {
        "kegiatan": title(sesi),
        "hari": full_days(sesi.hari),
        "waktu": hours(sesi),
        "tempat": place,
        "acara": sesi.topik[:1].upper() + sesi.topik[1:],
        "fasilitator": tulis.joined(list(sesi.fasilitator)) or None,
    }
    return [(m.NOTULEN_IDENTITAS[key], value) for key, value in values.items() if value]


def participants(sesi: Sesi) -> list[str]:
    return [
        f"{p.nama} ({p.perangkat_daerah})" if p.perangkat_daerah else p.nama for p in sesi.peserta
    ]
