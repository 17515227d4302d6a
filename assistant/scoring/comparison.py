"""Several scores side by side: the same region over time, and regions of one period."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from assistant.laporan import IsianLayanan
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.hitung import TEPAT, rata_rata


class Baris(NamedTuple):
    """One laporan in the table. `gerak`: index points since the same region's laporan before
    it, exact; `kategori_lama` that one's category. `peringkat` 1-based among the laporan of the
    same level and period that have an index; equal indices share a rank."""

    hasil: HasilSkor
    gerak: Decimal | None
    kategori_lama: str | None
    peringkat: int | None


class Perbandingan(NamedTuple):
    """`baris` by region, then by period. `rata_rata` over the indices there are."""

    baris: tuple[Baris, ...]
    rata_rata: Decimal | None


def ringkas(hasil: HasilSkor) -> HasilSkor:
    """The same score without the isian behind it: all that a table needs, in little memory."""
    urusan = tuple(
        u._replace(layanan=tuple(s._replace(isian=IsianLayanan(s.layanan.id)) for s in u.layanan))
        for u in hasil.urusan
    )
    return replace(hasil, laporan=replace(hasil.laporan, layanan=()), urusan=urusan)


def bandingkan(semua: Sequence[HasilSkor]) -> Perbandingan:
    """Puts scores side by side; the order in which they come changes nothing."""
    ranked = sorted(semua, key=_urutan)
    peers: dict[tuple[object, ...], list[Decimal]] = defaultdict(list)
    for hasil in ranked:
        if hasil.indeks is not None:
            insort(peers[_kelompok(hasil)], hasil.indeks)
    rows: list[Baris] = []
    for n, hasil in enumerate(ranked):
        before = _sebelum(hasil, ranked[n - 1]) if n else None
        gerak = lama = None
        if before is not None and before.indeks is not None and before.kategori is not None:
            lama = before.kategori.nama
            if hasil.indeks is not None:
                gerak = TEPAT.subtract(hasil.indeks, before.indeks)
        rank = None
        if hasil.indeks is not None:
            group = peers[_kelompok(hasil)]
            rank = len(group) - bisect_right(group, hasil.indeks) + 1
        rows.append(Baris(hasil, gerak, lama, rank))
    known = [hasil.indeks for hasil in ranked if hasil.indeks is not None]
    return Perbandingan(tuple(rows), rata_rata(known) if known else None)


def _daerah(hasil: HasilSkor) -> tuple[str, str]:
    laporan = hasil.laporan
    return (laporan.daerah or "", "" if laporan.daerah else laporan.nama_daerah or laporan.berkas)


def _periode(hasil: HasilSkor) -> tuple[int, int]:
    return (hasil.laporan.tahun, hasil.laporan.triwulan or 5)


def _urutan(hasil: HasilSkor) -> tuple[tuple[str, str], tuple[int, int], str]:
    return (_daerah(hasil), _periode(hasil), hasil.laporan.berkas)


def _kelompok(hasil: HasilSkor) -> tuple[object, ...]:
    """Regions of one level and period only: a quarter is not compared with a year."""
    return (hasil.laporan.tingkat, _periode(hasil))


def _sebelum(hasil: HasilSkor, other: HasilSkor) -> HasilSkor | None:
    """The laporan before, where it is the same region's and of an earlier period."""
    same = _daerah(other) == _daerah(hasil) and _periode(other) < _periode(hasil)
    return other if same else None
