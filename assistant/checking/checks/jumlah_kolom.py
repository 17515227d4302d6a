"""Totals at the foot of a column: ARI-05, and ANG-04 where they add up money of all urusan."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.compare import finding, shown, value, write
from assistant.checking.context import Konteks
from assistant.checking.families import Rusak
from assistant.checking.grid import Grid, Kolom
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat, Temuan
from assistant.checking.roles import Peran, normal
from assistant.checking.services import urusan_of
from ingest.intervals import Interval, exact, total
from ingest.report.numbers import Bilangan

ARI_05 = Aturan(
    id="ARI-05",
    judul="Jumlah kolom tidak cocok",
    keparahan="galat",
    butuh=("baris TOTAL", "sel di atasnya"),
    toleransi="interval; jumlah suku dikali setengah satuan terakhir",
    pesan="Kolom {kolom}: jumlah {n} baris adalah {hitung}, pada baris {label} tertulis {tertulis} "
    "(selisih {selisih}).",
    saran="Hitung ulang kolom ini; periksa baris yang belum ikut dijumlahkan.",
    terkait=("ARI-07",),
)
ANG_04 = Aturan(
    id="ANG-04",
    judul="Total anggaran urusan tidak cocok",
    keparahan="galat",
    butuh=("anggaran per urusan", "total"),
    toleransi="Rp1 per suku",
    pesan="Kolom {kolom}: jumlah anggaran {n} urusan adalah Rp{hitung}, pada baris {label} "
    "tertulis "
    "Rp{tertulis} (selisih Rp{selisih}).",
    saran="Cocokkan anggaran tiap urusan dengan totalnya.",
)
RULES = (ARI_05, ANG_04)
SUMMED: frozenset[Peran] = frozenset(
    {"sasaran", "terlayani", "belum", "pagu", "realisasi_anggaran", "sisa", "jumlah", "laki",
     "perempuan", "bulan", "triwulan"}
)  # fmt: skip
MONEY: frozenset[Peran] = frozenset({"pagu", "realisasi_anggaran", "sisa"})


@dataclass(frozen=True)
class Bagian:
    """Data rows (0-based) that a total row may add up, in every way that people do."""

    total: int
    cara: tuple[tuple[int, ...], ...]


def check(k: Konteks) -> Iterator[Hasil]:
    """Every total row of every grid.

    Sumber: kaidah hitung.
    """
    for grid in k.grid:
        if k.identitas.jenis == "rad" and grid.kelayakan == "curiga":
            continue
        parts = list(sections(grid))
        if parts and grid.kepala == grid.awal:
            # Without a header this is the rest of a table whose first rows were not joined.
            yield TakDicek("ARI-05", "kepala tabel tidak ditemukan")
            continue
        for kolom in grid.kolom:
            summable = kolom.peran in SUMMED or (kolom.peran is None and _counts(grid, kolom))
            for part in parts if summable else ():
                yield from _one(grid, kolom, part)


def _counts(grid: Grid, kolom: Kolom) -> bool:
    """A column without a known role that holds nothing but whole numbers (kecamatan names)."""
    numbers = [row[kolom.indeks] for row in grid.angka]
    filled = [b for b in numbers if b.jenis == "angka"]
    return (
        kolom.indeks > 0
        and len(filled) >= 0.8 * len(numbers)
        and not any(b.desimal or b.persen for b in filled)
        and "%" not in kolom.teks
        and "kepadatan" not in normal(kolom.teks)
    )


def sections(grid: Grid) -> Iterator[Bagian]:
    """Total rows with the rows they may add up: since the last total, all plain rows, or all
    totals so far."""
    since: list[int] = []
    plain: list[int] = []
    totals: list[int] = []
    for row in range(grid.akhir - grid.kepala):
        if grid.is_mean(row):
            continue
        if grid.is_total(row):
            ways = [tuple(since), tuple(plain), tuple(totals)]
            distinct = tuple(dict.fromkeys(w for w in ways if len(w) > 1))
            if distinct:
                yield Bagian(row, distinct)
            totals.append(row)
            since = []
        elif any(b.jenis == "angka" for b in grid.angka[row][1:]):
            since.append(row)
            plain.append(row)


def doubtful_totals(k: Konteks) -> Iterator[Rusak]:
    """Totals that do not close in tables that are only half trusted."""
    for grid in k.grid:
        if grid.kelayakan != "curiga" or grid.kepala == grid.awal or k.identitas.jenis == "rad":
            continue
        for part in sections(grid):
            for kolom in grid.of(*SUMMED):
                for found in _one(grid, kolom, part):
                    if isinstance(found, Temuan):
                        yield _broken(grid, kolom, part, found)


def _broken(grid: Grid, kolom: Kolom, part: Bagian, found: Temuan) -> Rusak:
    rows = [(r, grid.angka[r][kolom.indeks].nilai) for r in part.cara[0]]
    filled = tuple((r, v) for r, v in rows if v is not None)
    written = grid.angka[part.total][kolom.indeks].nilai or Decimal(0)
    gap = written - sum((v for _, v in filled), Decimal(0))
    label = f"{grid.label[part.total]} {kolom.teks}".strip()
    return Rusak(found, grid, kolom.indeks, gap, filled, written, label)


def _one(grid: Grid, kolom: Kolom, part: Bagian) -> Iterator[Hasil]:
    written = grid.angka[part.total][kolom.indeks]
    if written.nilai is None:
        return
    results = [_sum(grid, kolom, rows) for rows in part.cara]
    usable = [(rows, s) for rows, s in zip(part.cara, results, strict=True) if s is not None]
    money = kolom.peran in MONEY or written.rupiah
    names = [urusan_of(grid.label[r]) for r in part.cara[0]]
    rule = ANG_04 if money and len(names) >= 4 and all(names) else ARI_05
    if not usable:
        yield TakDicek(rule.id, "ada sel yang tidak terbaca sebagai angka")
        return
    for rows, (value_, interval, _) in usable:
        slack = Decimal(len(rows)) if money else Decimal(0)
        if interval.meets(widened(shown(written), slack)):
            yield Lulus(rule.id, value_ != written.nilai)
            return
    rows, (value_, _, empty) = usable[0]
    if empty and written.nilai > value_:
        yield TakDicek(rule.id, "ada sel kosong di antara yang dijumlahkan")
        return
    label = grid.label[part.total] or "jumlah"
    places = [_place(grid, part.total, kolom, "jumlah tertulis")]
    places += [_place(grid, r, kolom, "suku") for r in rows]
    yield finding(
        rule,
        tuple(places),
        (normal(grid.judul), normal(kolom.teks), str(written.nilai), str(value_)),
        {
            "kolom": f'"{kolom.teks}"' if kolom.teks else f"ke-{kolom.indeks + 1}",
            "n": len(rows),
            "hitung": write(value_),
            "label": f'"{label}"',
            "tertulis": write(written.nilai),
            "selisih": write(abs(value_ - written.nilai)),
        },
        ditemukan=written.nilai,
        seharusnya=value_,
        selisih=abs(value_ - written.nilai),
        satuan="rupiah" if money else None,
        kunci=f"{grid.tabel.nomor}/kolom/{kolom.indeks}/{part.total}",
    )


def widened(interval: Interval, slack: Decimal) -> Interval:
    """An interval opened on both sides."""
    return Interval(interval.bawah - slack, interval.atas + slack)


def _place(grid: Grid, row: int, kolom: Kolom, name: str) -> Tempat:
    return Tempat(
        letak=grid.letak(row, kolom.indeks),
        kutipan=grid.tabel.teks(grid.kepala + row, kolom.indeks),
        nama=name,
    )


def _sum(grid: Grid, kolom: Kolom, rows: tuple[int, ...]) -> tuple[Decimal, Interval, bool] | None:
    """Sum, what it may stand for, and whether a cell was empty; None where one is no number."""
    parts: list[Bilangan] = [grid.angka[r][kolom.indeks] for r in rows]
    if any(p.jenis in ("teks", "galat") or p.ragu or p.menyimpang for p in parts):
        return None
    filled = [p for p in parts if p.jenis == "angka"]
    if len(filled) < 2:
        return None
    # A way of adding that leaves most rows out is not what the writer meant.
    values = [value(p) or Decimal(0) for p in filled]
    return (
        sum(values, Decimal(0)),
        total(shown(p) for p in filled) if filled else exact(0),
        any(p.jenis == "kosong" for p in parts),
    )
