"""The one misread digit that would close a sum: OCR-03."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.checks.jumlah_kolom import doubtful_totals
from assistant.checking.checks.subtotal import cell_place, doubtful_sums
from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks
from assistant.checking.families import Rusak
from assistant.checking.models import Aturan, Hasil, Temuan

OCR_03 = Aturan(
    id="OCR-03",
    judul="Kemungkinan angka salah terbaca",
    keparahan="info",
    utama=False,
    butuh=("jumlah yang tidak cocok",),
    toleransi="tepat; hanya bila satu-satunya perbaikan",
    pesan="{label}: selisih {selisih} hilang bila {lama} ({n} sel) dibaca {baru}.",
    saran="Cocokkan dengan halaman aslinya sebelum mengubah apa pun.",
    terkait=("ARI-07",),
)
RULES = (OCR_03,)
PAIRS = ("35", "08", "17", "68", "14", "06")


def check(k: Konteks) -> Iterator[Hasil]:
    """Sums that do not close in tables that are only half trusted.

    Sumber: kaidah hitung.
    """
    yield from _repairs([*doubtful_sums(k), *doubtful_totals(k)])


def readings(number: Decimal, pair: str) -> Iterator[Decimal]:
    """The number with one digit of a pair that scans confuse replaced by the other."""
    digits = str(number)
    for at, digit in enumerate(digits):
        if digit in pair:
            other = pair[1] if digit == pair[0] else pair[0]
            changed = digits[:at] + other + digits[at + 1 :]
            if not changed.startswith("0"):
                yield Decimal(changed)


def closing(broken: Rusak, pair: str) -> list[tuple[Decimal, Decimal, tuple[int, ...]]]:
    """Readings by one pair that close the sum: old number, new number, rows (none: the parent)."""
    found: list[tuple[Decimal, Decimal, tuple[int, ...]]] = []
    slack = len(broken.rincian)
    for number in dict.fromkeys(v for _, v in broken.rincian):
        rows = tuple(r for r, v in broken.rincian if v == number)
        for other in readings(number, pair):
            if abs((other - number) * len(rows) - broken.selisih) <= slack:
                found.append((number, other, rows))
            elif len(rows) > 1 and abs(other - number - broken.selisih) <= slack:
                found.append((number, other, rows[:1]))
    for other in readings(broken.induk, pair):
        if abs(other - broken.induk + broken.selisih) <= slack:
            found.append((broken.induk, other, ()))
    return found


def _repairs(broken: list[Rusak]) -> Iterator[Hasil]:
    """Repairs that are the only one at all, or the only one by the confusion that explains most
    sums of the same document (a scan misreads a digit everywhere alike)."""
    solutions = [{pair: closing(b, pair) for pair in PAIRS} for b in broken]
    support = {pair: sum(len(s[pair]) == 1 for s in solutions) for pair in PAIRS}
    usual = max(PAIRS, key=lambda pair: support[pair])
    for item, by_pair in zip(broken, solutions, strict=True):
        every = [x for found in by_pair.values() for x in found]
        if len(every) == 1:
            yield _repair(item, *every[0])
        elif len(by_pair[usual]) == 1 and support[usual] >= 2:
            yield _repair(item, *by_pair[usual][0])


def _repair(item: Rusak, old: Decimal, new: Decimal, rows: tuple[int, ...]) -> Temuan:
    places = [cell_place(item.grid, r, item.kolom, "mungkin salah terbaca") for r in rows] or [
        item.dasar.tempat[0]
    ]
    return finding(
        OCR_03,
        tuple(places),
        (*item.dasar.sidik, str(old), str(new)),
        {
            "label": item.label,
            "selisih": write(abs(item.selisih)),
            "lama": write(old),
            "n": max(len(rows), 1),
            "baru": write(new),
        },
        putusan="perlu_cek",
        ditemukan=old,
        seharusnya=new,
        selisih=abs(new - old),
    )
