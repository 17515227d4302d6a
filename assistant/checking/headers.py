"""Which rows of a table are its header, and the path of headings over every column."""

import itertools
import re

from assistant.checking.grid import MEASURES
from assistant.checking.roles import normal, role_of
from ingest.report.model import Tabel
from ingest.report.numbers import is_number

MAX_HEADER = 8


def starts_header(tabel: Tabel, row: int) -> bool:
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


def header_depth(tabel: Tabel, start: int, rows: list[list[str]]) -> tuple[int, tuple[int, ...]]:
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


def put_back(row: list[str], top: list[str]) -> list[str]:
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


def narrowed(row: list[str], width: int) -> list[str]:
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


def heading_paths(header: list[list[str]], width: int) -> list[tuple[str, ...]]:
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
