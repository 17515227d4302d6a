"""Opening, changing and closing sessions, with plain arguments for any front.

    store = SessionStore("sqlite:////…/sesi.db")
    begun = open_session(store, aktor, daerah="Kota Bandung", topik="evaluasi TW II", now=now)
    note(store, aktor, begun.sesi.id, "masalah", "Dinkes belum mengisi e-SPM", now=now)
    keep_answer(store, aktor, begun.sesi.id, assistant.ask(…), now=now)
    close_session(store, aktor, begun.sesi.id, now=now)

`now` always knows its zone. `asal` is the front's key of a message ("chat/message id"): giving
the same one again changes nothing. Every refusal is a `MasukanError` with a sentence for the user.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from assistant import messages as m
from assistant.sessions.following import open_items
from assistant.sessions.masking import masked
from assistant.sessions.models import Aktor, Kegiatan, Peserta, Sesi, Terbuka, Zona
from assistant.sessions.places import region_of
from assistant.sessions.roles import get_session, require, sees
from assistant.sessions.store import SessionStore
from assistant.sessions.zones import local, zone_of
from corpus.errors import MasukanError


@dataclass(frozen=True)
class Pembukaan:
    """An opened session and what its region still owes; `baru` False: the same message again."""

    sesi: Sesi
    terbuka: tuple[Terbuka, ...]
    baru: bool


def open_session(
    store: SessionStore,
    aktor: Aktor,
    *,
    daerah: str,
    topik: str,
    now: datetime,
    kegiatan: Kegiatan = "asistensi",
    hari: Sequence[date] = (),
    jam: time | None = None,
    zona: Zona | None = None,
    tempat: str | None = None,
    daring: bool = False,
    fasilitator: Sequence[str] = (),
    peserta: Sequence[Peserta] = (),
    asal: str | None = None,
) -> Pembukaan:
    """Opens a session, in the actor's chat where there is one.

    Args:
        daerah: Code or name of one of the 552 regions.
        hari: Days of a session that is entered later or lasts several days; else today there.
        jam: Local hour of the beginning; for a session of today it is now.
        zona: Where the clock is not that of the region.

    Raises:
        MasukanError: not allowed, unknown or ambiguous region, no topic, or one runs already.
    """
    require(aktor, "buka")
    region = region_of(daerah)
    if not topik.strip():
        raise MasukanError(m.SESI_TOPIK_KOSONG)
    zone = zona or zone_of(region.kode)
    here = local(now, zone)
    held = tuple(sorted(set(hari))) or (here.date(),)
    live = here.date() in held
    wanted = Sesi(
        id="-", daerah=region.kode, topik=masked(" ".join(topik.split())), kegiatan=kegiatan,
        hari=held, jam_mulai=jam or (_minute(here) if live and not hari else None), zona=zone,
        tempat=masked(tempat) if tempat else None, daring=daring,
        fasilitator=tuple(masked(f) for f in fasilitator), peserta=tuple(map(_masked, peserta)),
        chat=aktor.chat, dibuka=now,
    )  # fmt: skip
    prefix = f"{held[0]:%Y%m%d}-{region.kode.replace('.', '')}"
    sesi, new = store.add(wanted, asal, prefix)
    owed = open_items(store, aktor, daerah=region.kode)
    return Pembukaan(
        sesi, tuple(t for t in owed if t.sesi.daerah == region.kode and t.sesi.id != sesi.id), new
    )


def running_session(store: SessionStore, aktor: Aktor) -> Sesi | None:
    """The session that runs in the actor's chat, if the actor may see it."""
    sesi = store.running(aktor.chat) if aktor.chat else None
    return sesi if sesi is not None and sees(aktor, sesi) else None


def update_session(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    *,
    topik: str | None = None,
    hari: Sequence[date] = (),
    tempat: str | None = None,
    daring: bool | None = None,
    fasilitator: Sequence[str] = (),
    peserta: Sequence[Peserta] = (),
    keluaran: str | None = None,
) -> Sesi:
    """Adds days, facilitators and participants; sets the rest where it is given.

    Raises:
        MasukanError: not allowed or no such session; participants may only add participants.
    """
    sesi = get_session(store, aktor, session_id)
    others = (topik, hari, tempat, daring, fasilitator, keluaran)
    require(aktor, "kelola" if any(v not in (None, ()) for v in others) else "catat", sesi)
    refuse_closed(sesi)
    fields: dict[str, object] = {
        "hari": tuple(sorted({*sesi.hari, *hari})),
        "fasilitator": _added(sesi.fasilitator, [masked(f) for f in fasilitator]),
        "peserta": _added(sesi.peserta, [_masked(p) for p in peserta]),
    }
    fields |= {
        name: masked(value)
        for name, value in (("topik", topik), ("tempat", tempat), ("keluaran", keluaran))
        if value
    }
    if daring is not None:
        fields["daring"] = daring
    return store.change(session_id, **fields)


def close_session(
    store: SessionStore,
    aktor: Aktor,
    session_id: str,
    *,
    now: datetime,
    jam: time | None = None,
    keluaran: str | None = None,
) -> Sesi:
    """Closes a session; a closed one is given as it is.

    Raises:
        MasukanError: not allowed, or no such session.
    """
    sesi = get_session(store, aktor, session_id)
    require(aktor, "tutup", sesi)
    if sesi.ditutup is not None:
        return sesi
    end = jam or (_minute(local(now, sesi.zona)) if sesi.jam_mulai and _live(sesi) else None)
    fields: dict[str, object] = {"ditutup": now, "jam_selesai": end}
    if keluaran:
        fields["keluaran"] = masked(keluaran)
    return store.change(session_id, **fields)


def refuse_closed(sesi: Sesi) -> None:
    """Refuses changes of a closed session.

    Raises:
        MasukanError: it is closed.
    """
    if sesi.ditutup is not None:
        raise MasukanError(m.SESI_SUDAH_DITUTUP.format(id=sesi.id))


def _masked(peserta: Peserta) -> Peserta:
    office = peserta.perangkat_daerah
    return Peserta(nama=masked(peserta.nama), perangkat_daerah=masked(office) if office else None)


def _added(held: tuple[object, ...], new: Sequence[object]) -> tuple[object, ...]:
    return tuple(dict.fromkeys((*held, *new)))


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _live(sesi: Sesi) -> bool:
    """Whether the system was told of the session on one of its days."""
    return local(sesi.dibuka, sesi.zona).date() in sesi.hari
