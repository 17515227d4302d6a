"""Regions of a province side by side: sessions, open items, findings, IP SPM where known."""

from collections import Counter
from decimal import Decimal

from assistant import messages as m
from assistant.sessions.gathered import of_kind, sessions
from assistant.sessions.models import Aktor, LaporanDiperiksa
from assistant.sessions.periods import Kurun
from assistant.sessions.places import region_of
from assistant.sessions.roles import require
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError
from corpus.models import Model
from corpus.regions import regions


class BarisDaerah(Model):
    """One region; findings of the newest laporan of each name, IP SPM of the last period."""

    daerah: str
    nama: str
    sesi: int
    terbuka: int
    galat: int
    peringatan: int
    indeks: Decimal | None
    kategori: str | None
    tahun: int | None


class Perbandingan(Model):
    """All regions of a province that had a session, the province itself first."""

    provinsi: str
    kurun: Kurun
    baris: tuple[BarisDaerah, ...]
    tanpa_sesi: int


def compare(store: SessionStore, aktor: Aktor, provinsi: str, kurun: Kurun) -> Perbandingan:
    """The regions of a province over a span.

    Raises:
        MasukanError: not allowed, or no province.
    """
    require(aktor, "kelola")
    province = region_of(provinsi)
    if province.jenis != "provinsi":
        raise MasukanError(m.SESI_BUKAN_PROVINSI.format(nilai=provinsi))
    span = (kurun.awal, kurun.akhir, province.kode)
    with store.read() as c:
        held = Counter(s.daerah for s in sessions(c, *span))
        undone = of_kind(c, "tindaklanjut", *span, undone_only=True)
        attached = of_kind(c, "lampiran", *span)
    still = Counter(s.daerah for s, _ in undone)
    checked: dict[str, dict[str, LaporanDiperiksa]] = {}
    for sesi, entry in sorted(attached, key=lambda pair: pair[1].dicatat):
        if entry.laporan is not None:
            checked.setdefault(sesi.daerah, {})[entry.laporan.nama] = entry.laporan
    inside = [d for d in regions().values() if d.provinsi == province.kode]
    rows = [
        _row(d.kode, d.nama, held[d.kode], still[d.kode], list(checked.get(d.kode, {}).values()))
        for d in sorted(inside, key=lambda d: d.kode)
        if held[d.kode]
    ]
    return Perbandingan(
        provinsi=province.nama, kurun=kurun, baris=tuple(rows), tanpa_sesi=len(inside) - len(rows)
    )


def _row(
    kode: str, nama: str, held: int, still: int, checked: list[LaporanDiperiksa]
) -> BarisDaerah:
    scored = [c for c in checked if c.indeks is not None]
    last = max(scored, key=lambda c: (c.tahun or 0, c.triwulan or 5)) if scored else None
    return BarisDaerah(
        daerah=kode,
        nama=nama,
        sesi=held,
        terbuka=still,
        galat=sum(c.galat for c in checked),
        peringatan=sum(c.peringatan for c in checked),
        indeks=Decimal(last.indeks) if last and last.indeks else None,
        kategori=last.kategori if last else None,
        tahun=last.tahun if last else None,
    )
