"""Parent rows and the rows below them that they add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.grid import Grid
from assistant.checking.models import Temuan

PARENT = re.compile(r"^(?:\d{1,2}\)|[a-z][.)]|[IVX]+[.)]?|[A-Z][.)]?)$")
CHILD = re.compile(r"^\d{1,2}\.?$")


@dataclass(frozen=True)
class Keluarga:
    """A parent row and its children, data rows (0-based)."""

    induk: int
    anak: tuple[int, ...]


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
    if grid.kelayakan != "curiga" or not re.fullmatch(r"\d1", number):
        return False
    return row + 1 < len(grid.label) and grid.tabel.teks(grid.kepala + row + 1, 0).strip() == "1"


def shifted(grid: Grid, parent: int) -> bool:
    """Whether a parent's own numbers stuck to the row before it, as scans do."""
    columns = [c.indeks for c in grid.of("tahun", "sasaran")][:2]
    if grid.kelayakan != "curiga" or parent == 0 or not columns:
        return False
    own, before = (grid.angka[r][columns[0]] for r in (parent, parent - 1))
    child = CHILD.match(grid.tabel.teks(grid.kepala + parent - 1, 0).strip())
    return own.jenis == "kosong" and before.jenis == "angka" and not before.persen and bool(child)


def first_shifted(grid: Grid) -> bool:
    """The first row of a continued table lost its numbers where later parents did so too."""
    return any(shifted(grid, f.induk) for f in families(grid))
