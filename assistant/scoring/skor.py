"""The score of a laporan: services, then urusan, then the region."""

from collections.abc import Callable
from decimal import Decimal

from assistant.laporan import IsianLayanan, Laporan
from assistant.scoring.hasil import HasilSkor, Rentang, SkorLayanan, SkorUrusan
from assistant.scoring.hitung import pas
from assistant.scoring.indeks_daerah import indeks_daerah
from assistant.scoring.indeks_urusan import indeks_urusan
from assistant.scoring.kategori import jarak, kategori
from assistant.scoring.ketentuan import Ketentuan
from assistant.scoring.kewenangan import layanan_wajib
from assistant.scoring.skor_layanan import skor_layanan
from corpus import catalogue
from corpus.models import Urusan

_Ringkas = tuple[Decimal | None, bool, Rentang | None]
"""(index, applicable, range) of something that counts in a mean."""


def skor(laporan: Laporan, aturan: Ketentuan) -> HasilSkor:
    """IP SPM of a laporan under the parameters of a day; every level with its parts.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter dalam `aturan`);
    pp-2-2018, Pasal 5 sampai Pasal 10 dan Pasal 21 (layanan yang wajib).
    """
    filled = {isian.id: isian for isian in laporan.layanan}
    by_urusan: dict[str, list[SkorLayanan]] = {name: [] for name in catalogue.ORDER}
    for layanan in layanan_wajib(laporan.tingkat, laporan.daerah, aturan.hari):
        isian = filled.get(layanan.id) or IsianLayanan(layanan.id)
        by_urusan[layanan.urusan].append(skor_layanan(layanan, isian, aturan))
    every = tuple(
        skor_urusan(urusan, tuple(by_urusan[name]), aturan)
        for name, urusan in catalogue.urusan().items()
    )
    parts: list[_Ringkas] = [(u.indeks, u.berlaku, u.rentang) for u in every]
    indeks, span = _gabung(parts, aturan, indeks_daerah)
    if indeks is not None:
        indeks = pas(indeks)
    if span is not None:
        span = (pas(span[0]), pas(span[1]))
    return HasilSkor(
        laporan=laporan,
        ketentuan=aturan,
        urusan=every,
        indeks=indeks,
        kategori=None if indeks is None else kategori(indeks, aturan.kategori),
        jarak=None if indeks is None else jarak(indeks, aturan.kategori),
        rentang=span,
    )


def skor_urusan(urusan: Urusan, layanan: tuple[SkorLayanan, ...], aturan: Ketentuan) -> SkorUrusan:
    """Score of one urusan; not applicable when none of its services applies.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `agregasi_urusan`,
    `sasaran_nol`, `layanan_tanpa_nilai`).
    """
    parts: list[_Ringkas] = [(s.indeks, s.berlaku, s.rentang) for s in layanan]
    indeks, span = _gabung(parts, aturan, indeks_urusan)
    found = None if indeks is None else kategori(indeks, aturan.kategori)
    return SkorUrusan(urusan, indeks, found, any(s.berlaku for s in layanan), span, layanan)


def _gabung(
    parts: list[_Ringkas], aturan: Ketentuan, rule: Callable[[list[Decimal]], Decimal]
) -> tuple[Decimal | None, Rentang | None]:
    """Index and range over the parts that apply; no index while one of them has none."""
    counted = [(value, span) for value, applies, span in parts if applies]
    known = [value for value, _ in counted if value is not None]
    spans = [span for _, span in counted if span is not None]
    incomplete = len(known) < len(counted) and aturan.layanan_tanpa_nilai != "dikeluarkan"
    indeks = rule(known) if known and not incomplete else None
    if not spans or len(spans) < len(counted):
        return indeks, None
    return indeks, (rule([low for low, _ in spans]), rule([high for _, high in spans]))
