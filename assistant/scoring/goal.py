"""What reaching a category would take, in the fewest people: arithmetic, not policy."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import NamedTuple

from assistant import messages
from assistant.format import number
from assistant.laporan import Laporan
from assistant.scoring.hasil import HasilSkor, SkorLayanan
from assistant.scoring.hitung import BAGI, NOL, TEPAT
from assistant.scoring.skor import skor
from assistant.scoring.whatif import Ubahan, ubah_laporan
from corpus.errors import LaporanError, MasukanError


class Usul(NamedTuple):
    """One thing to improve.

    `butir` is the 1-based number of a mutu item and `nama` its name; both None for penerima.
    `tambah` more penerima (orang) or units of the item; `poin` index points of the region that
    this brings on top of the laporan as it is; `per_satuan` points per person or unit.
    """

    layanan: str
    butir: str | None
    nama: str | None
    satuan: str
    semula: Decimal
    tambah: Decimal
    poin: Decimal
    per_satuan: Decimal

    def ubahan(self, tambah: Decimal) -> Ubahan:
        """The change that adds `tambah`."""
        isian = "terlayani" if self.butir is None else "terpenuhi"
        return Ubahan(self.layanan, self.butir, isian, self.semula + tambah)


class HasilTujuan(NamedTuple):
    """`perlu`: enough to reach `batas`, penerima first, each with what it adds; `pilihan`: all
    that could be improved, in the same order. `tercapai` False: not even all of it is enough."""

    tujuan: str
    batas: Decimal
    sebelum: HasilSkor
    sesudah: HasilSkor
    tercapai: bool
    perlu: tuple[Usul, ...]
    pilihan: tuple[Usul, ...]


def tujuan(hasil: HasilSkor, text: str) -> HasilTujuan:
    """What brings the region to a category (or an index such as "95").

    Penerima first, by index points per person, so the number of people is the smallest that
    reaches the goal by penerima alone; mutu items only when penerima are not enough, by points.

    Raises:
        MasukanError: no such category.
        LaporanError: the index cannot be computed yet.
    """
    name, bound = _batas(hasil, text)
    if hasil.indeks is None:
        raise LaporanError(messages.TUJUAN_BELUM_DAPAT)
    options = _pilihan(hasil)
    laporan, after, needed = hasil.laporan, hasil, []
    for usul in options:
        if _reached(after, bound):
            break
        full = ubah_laporan(laporan, usul.ubahan(usul.tambah))
        result = skor(full, hasil.ketentuan)
        amount = usul.tambah
        if _reached(result, bound):
            amount = _least(laporan, hasil, usul, bound)
            full = ubah_laporan(laporan, usul.ubahan(amount))
            result = skor(full, hasil.ketentuan)
        assert result.indeks is not None
        assert after.indeks is not None
        gained = TEPAT.subtract(result.indeks, after.indeks)
        if not gained:
            continue
        needed.append(usul._replace(tambah=amount, poin=gained))
        laporan, after = full, result
    return HasilTujuan(
        name, bound, hasil, after, _reached(after, bound), tuple(needed), tuple(options)
    )


def _batas(hasil: HasilSkor, text: str) -> tuple[str, Decimal]:
    for item in hasil.ketentuan.kategori:
        if item.nama.lower() == " ".join(text.lower().split()):
            return item.nama, item.batas_bawah
    try:
        bound = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        bound = Decimal(-1)
    if not (bound.is_finite() and 0 <= bound <= 100):
        names = ", ".join(item.nama for item in hasil.ketentuan.kategori)
        raise MasukanError(messages.TUJUAN_TAK_DIKENAL.format(nilai=text, daftar=names))
    return number(bound), bound


def _reached(hasil: HasilSkor, bound: Decimal) -> bool:
    return hasil.indeks is not None and hasil.indeks >= bound


def _pilihan(hasil: HasilSkor) -> list[Usul]:
    """Everything below 100: penerima by points per person, then mutu items by points."""
    people: list[Usul] = []
    items: list[Usul] = []
    for item in hasil.layanan():
        if item.indeks is None:
            continue
        sasaran, terlayani = item.isian.sasaran.angka, item.isian.terlayani.angka
        if sasaran is not None and terlayani is not None and terlayani < sasaran:
            gap = sasaran - terlayani
            bare = Usul(item.layanan.id, None, None, "orang", terlayani, gap, NOL, NOL)
            people.append(_dinilai(hasil, bare))
        items.extend(_dinilai(hasil, usul) for usul in _butir(item))
    people.sort(key=lambda usul: usul.per_satuan, reverse=True)
    items.sort(key=lambda usul: usul.poin, reverse=True)
    return [usul for usul in (*people, *items) if usul.poin > 0]


def _butir(item: SkorLayanan) -> Iterator[Usul]:
    for n, butir in enumerate(item.isian.mutu, 1):
        need, met = butir.kebutuhan.angka, butir.terpenuhi.angka
        if need is not None and met is not None and met < need:
            unit = butir.satuan or "satuan"
            yield Usul(item.layanan.id, str(n), butir.nama, unit, met, need - met, NOL, NOL)


def _dinilai(hasil: HasilSkor, usul: Usul) -> Usul:
    """The same with its points, by scoring the changed laporan."""
    after = skor(ubah_laporan(hasil.laporan, usul.ubahan(usul.tambah)), hasil.ketentuan)
    assert after.indeks is not None
    assert hasil.indeks is not None
    gained = TEPAT.subtract(after.indeks, hasil.indeks)
    return usul._replace(poin=gained, per_satuan=BAGI.divide(gained, usul.tambah))


def _least(laporan: Laporan, hasil: HasilSkor, usul: Usul, bound: Decimal) -> Decimal:
    """The smallest whole amount that reaches the bound, given that all of it does."""
    low, high = 0, int(usul.tambah.to_integral_value(ROUND_CEILING))
    while high - low > 1:
        middle = (low + high) // 2
        changed = ubah_laporan(laporan, usul.ubahan(Decimal(middle)))
        if _reached(skor(changed, hasil.ketentuan), bound):
            high = middle
        else:
            low = middle
    return min(Decimal(high), usul.tambah)
