"""A parent row against the rows below it: ARI-07 and ANG-05, with the repair of one misread digit
that would close the sum: OCR-03."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat, Temuan
from assistant.checking.roles import Peran, normal

ARI_07 = Aturan(
    id="ARI-07",
    judul="Subtotal bertingkat tidak cocok",
    kelompok="ARITMETIKA",
    keparahan="galat",
    butuh=("baris induk", "baris rincian"),
    toleransi="interval; Rp1 per suku",
    pesan="{label}: tertulis {tertulis}, sedangkan jumlah {n} rinciannya {hitung} "
    "(selisih {selisih}).",
    saran="Periksa rincian dan jumlahnya pada dokumen sumber.",
    terkait=("ARI-05", "OCR-03"),
)
ANG_05 = ARI_07.model_copy(
    update={
        "id": "ANG-05",
        "judul": "Anggaran induk tidak sama dengan jumlah rinciannya",
        "kelompok": "ANGGARAN",
        "toleransi": "Rp1 per suku",
        "pesan": "{label}: anggaran tertulis Rp{tertulis}, sedangkan jumlah {n} rinciannya "
        "Rp{hitung} (selisih Rp{selisih}).",
    }
)
OCR_03 = Aturan(
    id="OCR-03",
    judul="Kemungkinan angka salah terbaca",
    kelompok="KETERBACAAN",
    keparahan="info",
    utama=False,
    butuh=("jumlah yang tidak cocok",),
    toleransi="tepat; hanya bila satu-satunya perbaikan",
    pesan="{label}: selisih {selisih} hilang bila {lama} ({n} sel) dibaca {baru}.",
    saran="Cocokkan dengan halaman aslinya sebelum mengubah apa pun.",
    terkait=("ARI-07",),
)
OCR_04 = Aturan(
    id="OCR-04",
    judul="Baris tabel tampak bergeser",
    kelompok="KETERBACAAN",
    keparahan="peringatan",
    utama=False,
    butuh=("baris induk tanpa angka", "baris sebelumnya dengan angka induk"),
    toleransi="tepat",
    pesan="Angka baris berikut tampak menempel pada baris sebelumnya: {daftar}.",
    saran="Cocokkan dengan halaman aslinya; jumlah pada baris itu tidak diperiksa.",
)
RULES = (ARI_07, ANG_05, OCR_03, OCR_04)
PARENT = re.compile(r"^(?:\d{1,2}\)|[a-z][.)]|[IVX]+[.)]?|[A-Z][.)]?)$")
CHILD = re.compile(r"^\d{1,2}\.?$")
PAIRS = ("35", "08", "17", "68", "14", "06")
MEASURED: tuple[Peran, ...] = ("pagu", "realisasi_anggaran", "sasaran", "terlayani")


@dataclass(frozen=True)
class Rusak:
    """A sum that does not close: the finding, the gap (parent less children), the numbers."""

    dasar: Temuan
    grid: Grid
    kolom: int
    selisih: Decimal
    rincian: tuple[tuple[int, Decimal], ...]
    induk: Decimal
    label: str


@dataclass(frozen=True)
class Keluarga:
    """A parent row and its children, data rows (0-based)."""

    induk: int
    anak: tuple[int, ...]


def families(grid: Grid) -> Iterator[Keluarga]:
    """Parents numbered "1)", "a." or "I" (or unnumbered between numbered rows) with the plainly
    numbered rows below them."""
    parent: int | None = None
    children: list[int] = []
    expected = 1
    for row in range(grid.akhir - grid.kepala):
        number = grid.tabel.teks(grid.kepala + row, 0).strip()
        if CHILD.match(number) and parent is not None and int(number.rstrip(".")) == expected:
            children.append(row)
            expected += 1
            continue
        if PARENT.match(number) or _damaged_parent(grid, row, number):
            if parent is not None and children:
                yield Keluarga(parent, tuple(children))
            parent, children, expected = row, [], 1
        elif (
            number == ""
            and grid.label[row]
            and any(b.jenis == "angka" for b in grid.angka[row][2:])
        ):
            if parent is not None and children:
                yield Keluarga(parent, tuple(children))
            nxt = grid.tabel.teks(grid.kepala + row + 1, 0) if row + 1 < len(grid.label) else ""
            first = nxt.strip().rstrip(".")
            parent, children = row, []
            expected = int(first) if first.isdigit() and len(first) < 3 else 1
        elif not CHILD.match(number):
            if parent is not None and children:
                yield Keluarga(parent, tuple(children))
            parent, children, expected = None, [], 1
    if parent is not None and children:
        yield Keluarga(parent, tuple(children))


def _damaged_parent(grid: Grid, row: int, number: str) -> bool:
    """ "11", "21", "31" is how "1)", "2)", "3)" comes out of a scan, right above a row 1."""
    after = grid.tabel.teks(grid.kepala + row + 1, 0).strip() if row + 1 < len(grid.label) else ""
    return bool(re.fullmatch(r"\d1", number)) and after == "1" and grid.kelayakan == "curiga"


def check(k: Konteks) -> Iterator[Hasil]:
    """Every family of rows, in every column of money or people.

    Sumber: kaidah hitung.
    """
    broken: list[Rusak] = []
    for grid in k.grid:
        if not grid.of(*MEASURED):
            continue
        yield from _shifts(grid)
        for family in families(grid):
            for kolom in grid.of("pagu", "realisasi_anggaran"):
                yield from _one(grid, family, kolom.indeks, True, broken)
            if k.identitas.jenis != "rad" and _same_unit(grid, family):
                for kolom in grid.of("sasaran", "terlayani"):
                    yield from _one(grid, family, kolom.indeks, False, broken)
    yield from _repairs(broken)


def shifted(grid: Grid, parent: int) -> bool:
    """Whether a parent's own numbers stuck to the row before it, as scans do."""
    columns = [c.indeks for c in grid.of("tahun", "sasaran")][:2]
    if grid.kelayakan != "curiga" or parent == 0 or not columns:
        return False
    own, before = (grid.angka[r][columns[0]] for r in (parent, parent - 1))
    child = CHILD.match(grid.tabel.teks(grid.kepala + parent - 1, 0).strip())
    return own.jenis == "kosong" and before.jenis == "angka" and not before.persen and bool(child)


def _shifts(grid: Grid) -> Iterator[Hasil]:
    rows = [f.induk for f in families(grid) if shifted(grid, f.induk)]
    first = grid.tabel.teks(grid.kepala, 0)
    if PARENT.match(first) and grid.kelayakan == "curiga" and rows and 0 not in rows:
        columns = [c.indeks for c in grid.of("tahun", "sasaran")][:1]
        rows = [0, *rows] if columns and grid.angka[0][columns[0]].jenis == "kosong" else rows
    if not rows:
        return
    names = [grid.label[r] for r in rows]
    yield finding(
        OCR_04,
        tuple(Tempat(letak=grid.letak(r), kutipan=grid.label[r]) for r in rows),
        tuple(normal(n) for n in names),
        {"daftar": "; ".join(names)},
        putusan="perlu_cek",
        kunci=f"geser/{grid.tabel.nomor}",
    )


def _same_unit(grid: Grid, family: Keluarga) -> bool:
    """People may only be added where the rows say that they are parts ("rincian" by one unit)."""
    units = grid.of("satuan")
    if not units:
        return False
    at = units[0].indeks
    names = {normal(grid.tabel.teks(grid.kepala + r, at)) for r in (family.induk, *family.anak)}
    return len(names) == 1 and "" not in names


def _one(
    grid: Grid, family: Keluarga, column: int, money: bool, broken: list[Rusak]
) -> Iterator[Hasil]:
    rule = ANG_05 if money else ARI_07
    written = grid.angka[family.induk][column]
    numbers = [grid.angka[r][column] for r in family.anak]
    filled = [
        (r, n.nilai) for r, n in zip(family.anak, numbers, strict=True) if n.nilai is not None
    ]
    if written.nilai is None or len(filled) < 2:
        return
    if shifted(grid, family.induk) or (family.induk == 0 and _first_shifted(grid)):
        yield TakDicek(rule.id, "baris induk tampak bergeser")
        return
    if any(n.jenis in ("teks", "galat") or n.ragu for n in numbers):
        yield TakDicek(rule.id, "ada sel yang tidak terbaca sebagai angka")
        return
    calculated = sum((v for _, v in filled), Decimal(0))
    gap = written.nilai - calculated
    if abs(gap) <= (len(filled) if money else 0):
        yield Lulus(rule.id, gap != 0)
        return
    if gap > 0 and any(n.jenis == "kosong" for n in numbers) and grid.kelayakan != "curiga":
        yield TakDicek(rule.id, "ada sel kosong di antara rincian")
        return
    label = grid.label[family.induk]
    places = [_place(grid, family.induk, column, "jumlah tertulis")]
    places += [_place(grid, r, column, "rincian") for r, _ in filled]
    result = finding(
        rule,
        tuple(places),
        (normal(grid.judul), normal(label), str(written.nilai), str(calculated)),
        {
            "label": label,
            "tertulis": write(written.nilai),
            "n": len(filled),
            "hitung": write(calculated),
            "selisih": write(abs(gap)),
        },
        ditemukan=written.nilai,
        seharusnya=calculated,
        selisih=abs(gap),
        satuan="rupiah" if money else None,
        kunci=f"{grid.tabel.nomor}/induk/{family.induk}/{column}",
    )
    yield result
    if grid.kelayakan == "curiga":
        broken.append(Rusak(result, grid, column, gap, tuple(filled), written.nilai, label))


def _first_shifted(grid: Grid) -> bool:
    """The first row of a continued table lost its numbers where later parents did so too."""
    return any(shifted(grid, f.induk) for f in families(grid))


def _place(grid: Grid, row: int, column: int, name: str) -> Tempat:
    return Tempat(
        letak=grid.letak(row, column), kutipan=grid.tabel.teks(grid.kepala + row, column), nama=name
    )


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
    places = [_place(item.grid, r, item.kolom, "mungkin salah terbaca") for r in rows] or [
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
