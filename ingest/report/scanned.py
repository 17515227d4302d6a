"""Words that OCR read on a page to lines, cells and tables, each number with its confidence.

A table is built only where its rows fall into the same columns; otherwise it is kept as lines and
said to be unreadable.
"""

import itertools
from collections import Counter
from collections.abc import Sequence

from ingest.ocr import Kata
from ingest.report.assemble import Assembler
from ingest.report.model import KOSONG, Baris, Letak, Sel
from ingest.report.numbers import is_number
from ingest.report.pdf_blocks import UNRULED

GAP = 1.2  # of the height of a line: wider blanks part two cells
LEAST_CELLS, LEAST_ROWS = 3, 3
RULES = str.maketrans("", "", "|[]{}_~—")  # what OCR makes of the lines of a table
Potong = tuple[Kata, ...]  # the words of one cell


def add_page(parts: Assembler, lines: Sequence[Sequence[Kata]], page: int) -> None:
    """Lines of one page in their order: tables where they hold, paragraphs elsewhere."""
    run: list[list[Potong]] = []
    for line in lines:
        cells = _cells(line)
        if len(cells) >= LEAST_CELLS:
            run.append(cells)
            continue
        if cells and run and len(cells) < LEAST_CELLS and _continues(run, cells):
            run.append(cells)
            continue
        _flush(parts, run, page)
        run = []
        parts.line(_text([w for c in cells for w in c]), Letak(halaman=page))
    _flush(parts, run, page)


def _cells(line: Sequence[Kata]) -> list[Potong]:
    """Words parted by wide gaps; rules of the table left out."""
    words = [w._replace(teks=t) for w in line if (t := w.teks.translate(RULES).strip())]
    if not words:
        return []
    height = max(w.bawah - w.atas for w in words)
    cells: list[list[Kata]] = [[words[0]]]
    for before, word in itertools.pairwise(words):
        if word.kiri - before.kanan > GAP * height:
            cells.append([])
        cells[-1].append(word)
    return [tuple(c) for c in cells]


def _continues(run: list[list[Potong]], cells: list[Potong]) -> bool:
    """The rest of a label that was set on two lines: no number, right below its row."""
    last = [w for c in run[-1] for w in c]
    height = max(w.bawah - w.atas for w in last)
    near = min(w.atas for c in cells for w in c) - max(w.bawah for w in last) < height
    left = min(w.kiri for w in last) - height
    return near and cells[0][0].kiri > left and not any(is_number(_text(c)) for c in cells)


def _text(words: Sequence[Kata]) -> str:
    return " ".join(w.teks for w in words)


def _flush(parts: Assembler, run: list[list[Potong]], page: int) -> None:
    full = [row for row in run if len(row) >= LEAST_CELLS]
    figures = sum(is_number(_text(c)) for row in full for c in row)
    if len(full) < LEAST_ROWS or figures < LEAST_ROWS:
        for row in run:
            parts.line(_text([w for c in row for w in c]), Letak(halaman=page))
        return
    columns = _columns(full)
    if columns is None:
        lines = [
            Baris((Sel(_text([w for c in row for w in c])), KOSONG), None, page) for row in run
        ]
        parts.table(lines, catatan=UNRULED)
        return
    rows: list[list[list[Kata]]] = []
    for row in run:
        if len(row) < LEAST_CELLS and rows:
            target = rows[-1]
        else:
            target = [[] for _ in columns]
            rows.append(target)
        for cell in row:
            target[_column(columns, cell)].extend(cell)
    parts.table([Baris(tuple(_cell(words) for words in row), None, page) for row in rows])


def _cell(words: Sequence[Kata]) -> Sel:
    """The text of a cell; for one with figures how sure the least sure of them is."""
    if not words:
        return KOSONG
    sure = [w.keyakinan for w in words if any(c.isdigit() for c in w.teks)]
    return Sel(_text(words), keyakinan=min(sure) if sure else None)


def _columns(rows: Sequence[list[Potong]]) -> list[tuple[int, int]] | None:
    """Left and right edges of the columns; None where rows do not fall into the same ones."""
    usual, count = Counter(len(row) for row in rows).most_common(1)[0]
    if count * 2 < len(rows):
        return None
    edges: list[list[int]] = [[10**6, 0] for _ in range(usual)]
    for row in rows:
        if len(row) == usual:
            for edge, cell in zip(edges, row, strict=True):
                edge[0], edge[1] = min(edge[0], cell[0].kiri), max(edge[1], cell[-1].kanan)
    columns = [(a, b) for a, b in edges]
    apart = all(left[1] < right[0] for left, right in itertools.pairwise(columns))
    return columns if apart else None


def _column(columns: Sequence[tuple[int, int]], cell: Potong) -> int:
    """The column that a cell shares most of its width with, or the nearest."""
    left, right = cell[0].kiri, cell[-1].kanan
    return max(
        range(len(columns)), key=lambda n: min(right, columns[n][1]) - max(left, columns[n][0])
    )
