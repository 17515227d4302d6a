"""Tables cut into grids, each under its own header."""

import re
from collections.abc import Iterator, Mapping

from assistant.checking.columns import columns
from assistant.checking.grid import Grid
from assistant.checking.headers import (
    MAX_HEADER,
    header_depth,
    heading_paths,
    narrowed,
    put_back,
    starts_header,
)
from assistant.checking.roles import Peran
from ingest.report.model import Baris, Tabel

SCALE = re.compile(r"dalam\s+(ribuan|ribu|jutaan|juta|miliaran|miliar)", re.IGNORECASE)
POWERS = {"ribu": 3, "juta": 6, "mili": 9}


def grids(tabel: Tabel, peran: Mapping[str, Peran | None] | None = None) -> Iterator[Grid]:
    """The parts of a table, each under its own header; `peran` are roles that the user gave."""
    rows = [[c.teks for c in row.sel] for row in tabel.baris[:MAX_HEADER]]
    first = header_depth(tabel, 0, rows)[0]
    starts = [0, *(i for i in range(first + 1, len(tabel.baris)) if starts_header(tabel, i))]
    for start, end in zip(starts, [*starts[1:], len(tabel.baris)], strict=True):
        title = tabel.judul or (tabel.jalur[-1] if tabel.jalur else "")
        if start:
            above = [c.teks for c in tabel.baris[start - 1].sel if c.teks]
            title = above[0] if len(above) == 1 else title
        grid = _grid(tabel, start, end, title, peran or {})
        if grid is not None:
            yield grid


def _grid(
    tabel: Tabel, start: int, end: int, title: str, peran: Mapping[str, Peran | None]
) -> Grid | None:
    rows = [[c.teks for c in row.sel] for row in tabel.baris[start : min(end, start + MAX_HEADER)]]
    depth, numbers = header_depth(tabel, start, rows)
    width = max(_filled(row) for row in tabel.baris[start:end])
    if start + depth >= end and depth > 1:
        return None
    header = [put_back(row, rows[0]) for row in rows[: depth - (1 if numbers else 0)]]
    header = [narrowed(row, len(numbers)) for row in header]
    paths = heading_paths(header, width)
    data = tabel.baris[start + depth : end]
    scale = SCALE.search(" ".join([title, *(t for row in header for t in row)]))
    return Grid(
        tabel,
        start,
        start + depth,
        end,
        tuple(columns(paths, data, peran)),
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
