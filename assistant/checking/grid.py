"""A table understood: header rows, the path of headings over every column, roles, numbers."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant.checking.roles import MONEY, Blok, Peran, block_of, normal, role_of
from ingest.angka import Konvensi, column_convention
from ingest.report.model import Baris, Letak, Tabel
from ingest.report.numbers import Bilangan, Isi, convention, is_number, of_cell

Kelayakan = Literal["layak", "curiga", "tak_layak"]
MEASURES: frozenset[Peran] = frozenset(
    {"sasaran", "terlayani", "belum", "persen", "pagu", "realisasi_anggaran", "sisa", "serapan",
     "indeks", "indeks_mutu", "indeks_penerima", "jumlah", "laki", "perempuan"}
)  # fmt: skip
TOTAL = re.compile(
    r"^(?:sub\s*)?(?:grand\s+)?(?:jumlah|total|jml)(?:\s+(?:total|keseluruhan|seluruh|urusan|"
    r"kabupaten|kota|provinsi|kecamatan|bidang|anggaran)\b.*)?\s*:?$",
    re.IGNORECASE,
)
MEAN = re.compile(r"^rata[\s-]*rata|^indeks\s+urusan|^rerata", re.IGNORECASE)
SCALE = re.compile(r"dalam\s+(ribuan|ribu|jutaan|juta|miliaran|miliar)", re.IGNORECASE)
POWERS = {"ribu": 3, "juta": 6, "mili": 9}
MAX_HEADER = 8


@dataclass(frozen=True)
class Kolom:
    """One column. `kepala` from the top heading down; `konvensi` the sign between thousands.

    `jumlah`: the column adds up the months, quarters or sexes before it.
    """

    indeks: int
    kepala: tuple[str, ...]
    peran: Peran | None
    konvensi: Konvensi | None
    jumlah: bool = False

    @property
    def teks(self) -> str:
        """The lowest heading."""
        return self.kepala[-1] if self.kepala else ""


@dataclass(frozen=True)
class Grid:
    """Rows `awal` to `akhir` (0-based, end not included) of a table under one header."""

    tabel: Tabel
    awal: int
    kepala: int
    akhir: int
    kolom: tuple[Kolom, ...]
    nomor_kolom: tuple[int, ...]
    pengali: int
    judul: str
    kelayakan: Kelayakan = "layak"
    skor: Decimal = Decimal(1)
    alasan: tuple[str, ...] = field(default=())

    @cached_property
    def angka(self) -> tuple[tuple[Bilangan, ...], ...]:
        """Numbers of the data rows, one tuple per row, as wide as the header."""
        shape = [(k.konvensi, content(k.peran)) for k in self.kolom]
        rows = []
        for row in self.tabel.baris[self.kepala : self.akhir]:
            cells = row.sel
            rows.append(
                tuple(
                    of_cell(cells[c], *shape[c]) if c < len(cells) else EMPTY
                    for c in range(len(shape))
                )
            )
        return tuple(rows)

    @cached_property
    def label(self) -> tuple[str, ...]:
        """The label of every data row: its uraian cell, else its first text."""
        return tuple(self._label(i) for i in range(self.akhir - self.kepala))

    def _label(self, row: int) -> str:
        cells = self.tabel.baris[self.kepala + row].sel
        named = [k.indeks for k in self.kolom if k.peran == "uraian"]
        for at in named:
            if at < len(cells) and cells[at].teks and not is_number(cells[at].teks):
                return cells[at].teks
        for cell in cells:
            if cell.teks and not is_number(cell.teks) and re.search(r"[A-Za-z]{2}", cell.teks):
                return cell.teks
        return ""

    def of(self, *peran: Peran) -> list[Kolom]:
        """Columns with one of these roles, from the left."""
        return [k for k in self.kolom if k.peran in peran]

    def letak(self, row: int, column: int | None = None) -> Letak:
        """Place of a data row (0-based), or of one of its cells."""
        return self.tabel.letak(self.kepala + row, column)._replace(data=row + 1)

    def letak_sel(self, row: int, column: int) -> Letak:
        """Place of a cell by the table's own row (0-based), header or data."""
        if row >= self.kepala:
            return self.letak(row - self.kepala, column)
        return self.tabel.letak(row, column)

    def is_total(self, row: int) -> bool:
        """Whether a data row adds up others."""
        return TOTAL.match(self.label[row].strip()) is not None

    def is_mean(self, row: int) -> bool:
        """Whether a data row averages others."""
        return MEAN.match(self.label[row].strip()) is not None

    @property
    def blok(self) -> Blok | None:
        """The e-SPM block, from the headings of its measures or its title."""
        for kolom in self.of("sasaran", "terlayani"):
            if "mutu" in normal(" ".join(kolom.kepala)):
                return "mutu"
        return block_of(self.judul)


EMPTY = Bilangan("", "kosong")
WHOLE: frozenset[Peran] = frozenset(
    {"sasaran", "terlayani", "belum", "pagu", "realisasi_anggaran", "sisa", "jumlah", "laki",
     "perempuan", "bulan", "triwulan", "tahun"}
)  # fmt: skip


def content(peran: Peran | None) -> Isi:
    """What a column with this role counts."""
    if peran in ("persen", "serapan"):
        return "persen"
    return "bulat" if peran in WHOLE else None


def grids(tabel: Tabel) -> Iterator[Grid]:
    """The parts of a table, each under its own header."""
    rows = [[c.teks for c in row.sel] for row in tabel.baris[:MAX_HEADER]]
    first = _header_depth(tabel, 0, rows)[0]
    starts = [0, *(i for i in range(first + 1, len(tabel.baris)) if _starts_header(tabel, i))]
    for start, end in zip(starts, [*starts[1:], len(tabel.baris)], strict=True):
        title = tabel.judul or (tabel.jalur[-1] if tabel.jalur else "")
        if start:
            above = [c.teks for c in tabel.baris[start - 1].sel if c.teks]
            title = above[0] if len(above) == 1 else title
        grid = _grid(tabel, start, end, title)
        if grid is not None:
            yield grid


def _starts_header(tabel: Tabel, row: int) -> bool:
    """A row inside of a table that begins a new header: three measures and no number."""
    cells = tabel.baris[row].sel
    texts = {c.teks for c in cells if c.teks}
    if len(texts) < 3 or any(c.angka is not None for c in cells):
        return False
    if any(is_number(t) for t in texts):
        return False
    roles = [role_of(t) for t in texts if len(t) < 90]
    measures = [r for r in roles if r in MEASURES]
    before = tabel.baris[row - 1].sel
    return (
        len(measures) >= 2
        and len([r for r in roles if r]) >= 3
        and not _header_like([c.teks for c in before])
    )


def _header_like(texts: list[str]) -> bool:
    return sum(1 for t in set(texts) if t and role_of(t)) >= 2


def numbering(texts: list[str]) -> tuple[int, ...]:
    """The column numbers of a row that holds nothing else, such as 1 2 3 or (1) (2) (3)."""
    filled = [t.strip("() ") for t in texts if t.strip()]
    if len(filled) < 3 or not all(t.isdigit() and len(t) <= 2 for t in filled):
        return ()
    numbers = tuple(int(t) for t in filled)
    steps = sum(b - a == 1 for a, b in itertools.pairwise(numbers))
    return numbers if steps >= 0.75 * (len(numbers) - 1) else ()


def _grid(tabel: Tabel, start: int, end: int, title: str) -> Grid | None:
    rows = [[c.teks for c in row.sel] for row in tabel.baris[start : min(end, start + MAX_HEADER)]]
    depth, numbers = _header_depth(tabel, start, rows)
    width = max(_filled(row) for row in tabel.baris[start:end])
    if start + depth >= end and depth > 1:
        return None
    header = [_shifted(row, rows[0]) for row in rows[: depth - (1 if numbers else 0)]]
    header = [_narrowed(row, len(numbers)) for row in header]
    paths = _paths(header, width)
    data = tabel.baris[start + depth : end]
    scale = SCALE.search(" ".join([title, *(t for row in header for t in row)]))
    return Grid(
        tabel,
        start,
        start + depth,
        end,
        tuple(_columns(paths, data)),
        numbers,
        POWERS[scale.group(1)[:4].lower()] if scale else 0,
        title,
    )


def _filled(row: Baris) -> int:
    """Cells up to the last one with a text: a block narrower than its sheet ends there."""
    for at in range(len(row.sel), 0, -1):
        if row.sel[at - 1].teks:
            return at
    return 0


def _header_depth(tabel: Tabel, start: int, rows: list[list[str]]) -> tuple[int, tuple[int, ...]]:
    """Number of header rows and the column numbers, if one of them numbers the columns."""
    for at, row in enumerate(rows[:6]):
        numbers = numbering(row)
        if numbers and at and (at + 1 == len(rows) or not numbering(rows[at + 1])):
            weeks = max(numbers) <= 5 and not row[0].strip()
            if not weeks:
                return at + 1, numbers
    if not rows or _has_data(tabel, start):
        return 0, ()
    depth = 1
    while depth < len(rows):
        row = rows[depth]
        if (_header_like(row) and not _has_data(tabel, start + depth)) or (
            not row[0].strip() and rows[0][0].strip() and any(row) and _sub_header(row)
        ):
            depth += 1
        else:
            break
    return depth, ()


def _sub_header(row: list[str]) -> bool:
    """The second row of a header: months, years, weeks or roles, never a long sentence."""
    filled = [t for t in row if t.strip()]
    return all(
        role_of(t) or re.fullmatch(r"(?:bulan.*|\d|20\d\d|i{1,3}|iv|minggu.*)", normal(t))
        for t in filled
    )


def _has_data(tabel: Tabel, row: int) -> bool:
    """Whether a row holds a number that is no year and no small ordinal."""
    cells = tabel.baris[row].sel
    found = [c for c in cells[1:] if c.angka is not None or is_number(c.teks)]
    return any(not re.fullmatch(r"(?:19|20)\d\d|\d", c.teks.strip()) for c in found)


def _shifted(row: list[str], top: list[str]) -> list[str]:
    """A header row whose first cell was lost in the conversion, moved back under its header.

    It shows: it starts with a measure where the header above starts with a label.
    """
    if row is top or not row or not row[0].strip():
        return row
    if (
        role_of(row[0]) in MEASURES
        and role_of(top[0]) in ("uraian", "no")
        and len(row) < len(top) + 1
    ):
        repeated = [t for t in row if normal(t) == normal(row[0])]
        if len(repeated) > 1:
            return ["", *row]
    return row


def _narrowed(row: list[str], width: int) -> list[str]:
    """A header row with more cells than there are column numbers: a blank too many inside of its
    widest span is taken out."""
    filled = len(row)
    while filled and not row[filled - 1]:
        filled -= 1
    for _ in range(filled - width if 0 < width < filled <= width + 2 else 0):
        runs = [i for i in range(1, len(row)) if not row[i] and not row[i - 1]]
        if not runs:
            break
        row = row[: runs[0]] + row[runs[0] + 1 :]
    return row


def _paths(header: list[list[str]], width: int) -> list[tuple[str, ...]]:
    """Headings over every column from the top; a blank right of a wide heading belongs to it."""
    filled: list[list[str]] = []
    for depth, row in enumerate(header):
        cells = [*row, *[""] * (width - len(row))][:width]
        result: list[str] = []
        for at, text in enumerate(cells):
            same_parent = at > 0 and all(up[at] == up[at - 1] for up in filled)
            spans = depth == 0 or any(up[at] for up in filled)
            last_row = depth == len(header) - 1
            if not text and at and same_parent and spans and not (last_row and depth):
                result.append(result[at - 1])
            else:
                result.append(text)
        filled.append(result)
    paths = []
    for at in range(width):
        path: list[str] = []
        for row in filled:
            if row[at] and (not path or path[-1] != row[at]):
                path.append(row[at])
        paths.append(tuple(path))
    return paths


def _columns(paths: list[tuple[str, ...]], data: tuple[Baris, ...]) -> Iterator[Kolom]:
    money = False
    parts = 0
    rows = data[:2000]
    whole = convention(c.teks for row in rows for c in row.sel if c.angka is None)
    for at, path in enumerate(paths):
        role, adds = _role(path, money)
        if role in ("sasaran", "terlayani", "uraian", "no"):
            money = False
        elif role in MONEY:
            money = True
        parts = parts + 1 if role in ("bulan", "triwulan", "laki", "perempuan") else parts
        texts = [row.sel[at].teks for row in rows if at < len(row.sel)]
        own = column_convention(t for t in texts if any(c.isdigit() for c in t))
        # A column of doubtful separators follows its table.
        yield Kolom(at, path, role, own or whole or convention(texts), adds and parts > 0)


def _role(path: tuple[str, ...], money: bool) -> tuple[Peran | None, bool]:
    """Role from the lowest heading that has one; "Total" below "Terlayani" is the total served."""
    found: list[Peran] = []
    for text in reversed(path):
        role = role_of(text, money)
        # "Pencapaian SPM 2028" above a heading names a group, not a percentage.
        if role and (role != "persen" or text == path[-1] or "%" in text):
            found.append(role)
    if not found:
        return None, False
    if found[0] in ("jumlah",):
        for role in found[1:]:
            if role in ("terlayani", "sasaran", "realisasi_anggaran", "pagu"):
                return role, True
        return "jumlah", True
    if found[0] == "uraian":
        for role in found[1:]:
            if role in MEASURES:
                return role, False
    if found[0] == "terlayani" and any(r in MONEY for r in found[1:]):
        return "realisasi_anggaran", False
    if found[0] == "persen" and any(r in MONEY for r in found[1:]):
        return "serapan", False
    return found[0], False
