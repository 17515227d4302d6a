"""Formulas of a workbook that do not cover what they should: LKP-10."""

import re
from collections.abc import Iterator

from assistant.checking.checks.jumlah_kolom import SUMMED, sections
from assistant.checking.compare import finding
from assistant.checking.context import Konteks
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import normal

LKP_10 = Aturan(
    id="LKP-10",
    judul="Rumus lembar kerja tidak utuh",
    keparahan="peringatan",
    butuh=("rumus XLSX",),
    pesan="Rumus jumlah pada {sel} menjumlahkan {rentang}; {lewat} tidak ikut.",
    saran="Perluas rentang rumusnya.",
)
RULES = (LKP_10,)
SUM = re.compile(r"^SUM\(\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)\)$", re.IGNORECASE)


def check(k: Konteks) -> Iterator[Hasil]:
    """Total rows of sheets whose SUM leaves out a row with a number.

    Sumber: kaidah hitung.
    """
    if k.naskah.format != "xlsx":
        return
    for grid in k.grid:
        for part in sections(grid):
            for kolom in grid.kolom:
                if kolom.peran in SUMMED:
                    yield from _one(grid, kolom.indeks, part.total, part.cara[0])


def _one(grid: Grid, column: int, total: int, rows: tuple[int, ...]) -> Iterator[Hasil]:
    cells = grid.tabel.baris[grid.kepala + total].sel
    formula = cells[column].rumus if column < len(cells) else None
    match = SUM.match(formula or "")
    if not match or match.group(1).upper() != match.group(3).upper():
        return
    first, last = int(match.group(2)), int(match.group(4))
    left_out = [
        r
        for r in rows
        if not first <= (grid.tabel.baris[grid.kepala + r].nomor or 0) <= last
        and grid.angka[r][column].jenis == "angka"
    ]
    if not left_out or len(left_out) == len(rows):
        yield Lulus("LKP-10")
        return
    names = [grid.letak(r, column).sel or "" for r in left_out]
    where = grid.letak(total, column)
    yield finding(
        LKP_10,
        (
            Tempat(letak=where, kutipan=f"={formula}", nama="rumus"),
            *(
                Tempat(letak=grid.letak(r, column), kutipan=grid.angka[r][column].mentah)
                for r in left_out
            ),
        ),
        (normal(grid.judul), normal(grid.kolom[column].teks), str(formula)),
        {"sel": where.sel, "rentang": (formula or "")[4:-1], "lewat": ", ".join(names)},
        ditemukan=formula,
    )
