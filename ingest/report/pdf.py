"""PDF by pdfplumber: ruled tables, and the text outside of them as paragraphs.

A table without rules is not guessed at: it is kept as lines and said to be unreadable.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfexceptions import PDFException

from corpus.errors import BerkasError
from ingest.limits import MAX_PAGES
from ingest.report.assemble import Assembler, is_caption
from ingest.report.budget import page_read
from ingest.report.model import KOSONG, Baris, Letak, Naskah, Sel
from ingest.report.numbers import is_number
from ingest.report.outline import ITEM, TOC_LINE, is_heading, plain

MIN_CHARS = 12
MIN_EDGES = 6
MAX_EDGES = 8_000  # a drawing, no table
UNRULED = "tabel tanpa garis, kolomnya tidak dapat dipisahkan dengan andal"


@dataclass(frozen=True)
class Garis:
    """One line of text: place on the page in points, and its page (1-based)."""

    teks: str
    kiri: float
    kanan: float
    atas: float
    halaman: int
    penuh: bool


@dataclass(frozen=True)
class TabelHalaman:
    """One ruled table: its top on the page and its rows."""

    atas: float
    baris: list[list[str | None]]


def read(path: Path) -> Naskah:
    """A PDF page by page.

    Raises:
        BerkasError: locked, damaged, or more pages than the limit.
    """
    pages: list[tuple[list[Garis], list[TabelHalaman]]] = []
    empty: list[int] = []
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise BerkasError(
                    f'Berkas "{path.name}" memuat {len(pdf.pages)} halaman, batasnya {MAX_PAGES}. '
                    "Pecah berkas menjadi beberapa bagian."
                )
            for number, page in enumerate(pdf.pages, 1):
                if len(page.chars) < MIN_CHARS:
                    empty.append(number)
                pages.append(_page(page, number))
                page.close()
                page_read()
    except PDFEncryptionError as error:
        raise BerkasError(
            f'Berkas "{path.name}" dikunci dengan kata sandi. '
            "Simpan ulang tanpa kata sandi, lalu coba lagi."
        ) from error
    except PDFException as error:
        raise BerkasError(
            f'Berkas "{path.name}" rusak atau bukan PDF yang utuh. '
            "Buka dan simpan ulang sebagai PDF, lalu coba lagi."
        ) from error
    return _assembled(path, pages, empty)


def _page(page: Any, number: int) -> tuple[list[Garis], list[TabelHalaman]]:
    edges = len(page.lines) + len(page.rects) * 2 + len(page.curves)
    found = page.find_tables() if MIN_EDGES <= edges <= MAX_EDGES else []
    boxes = [t.bbox for t in found]
    tables = [TabelHalaman(t.bbox[1], t.extract()) for t in found]
    chars = page.chars
    if boxes:
        chars = [c for c in chars if not any(_inside(c, b) for b in boxes)]
    return list(_lines(chars, number)), tables


def _inside(char: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(chars: list[dict[str, Any]], number: int) -> Iterator[Garis]:
    """Characters to lines by their baseline, blanks put where the gap is wide."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for char in chars:
        rows.setdefault(round(char["bottom"] / 2), []).append(char)
    right = max((c["x1"] for c in chars), default=0.0)
    keys = sorted(rows)
    merged: list[list[dict[str, Any]]] = []
    for at, key in enumerate(keys):
        if at and key - keys[at - 1] == 1 and _apart(merged[-1], rows[key]):
            merged[-1] += rows[key]
        else:
            merged.append(rows[key])
    for row in merged:
        row.sort(key=lambda c: c["x0"])
        text = row[0]["text"]
        for before, char in itertools.pairwise(row):
            gap = char["x0"] - before["x1"]
            if gap > 12 * max(char["size"] / 10, 0.5):
                text += "   "
            elif gap > char["size"] * 0.18:
                text += " "
            text += char["text"]
        if text.strip():
            yield Garis(
                text.strip(), row[0]["x0"], row[-1]["x1"], row[0]["top"], number,
                row[-1]["x1"] > right * 0.88,
            )  # fmt: skip


def _apart(one: list[dict[str, Any]], two: list[dict[str, Any]]) -> bool:
    """Two rows a point apart are one line where no character stands over another."""
    spans = [(c["x0"], c["x1"]) for c in one]
    return not any(a < c["x1"] - 1 and c["x0"] < b - 1 for c in two for a, b in spans)


def _assembled(
    path: Path,
    pages: list[tuple[list[Garis], list[TabelHalaman]]],
    empty: list[int],
) -> Naskah:
    parts = Assembler()
    running = _running(pages)
    for number, (lines, tables) in enumerate(pages, 1):
        kept = [g for g in lines if _mask(g.teks) not in running]
        _add(parts, kept, tables, number)
    return Naskah(
        path.name,
        "pdf",
        tuple(parts.blok),
        tuple(parts.tabel),
        len(pages),
        halaman_kosong=tuple(empty),
    )


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _running(pages: list[tuple[list[Garis], list[TabelHalaman]]]) -> set[str]:
    """First and last lines that most pages share: running heads, feet and page numbers."""
    seen: Counter[str] = Counter()
    for lines, _ in pages:
        seen.update({_mask(g.teks) for g in [*lines[:2], *lines[-2:]] if len(g.teks) < 120})
    least = max(3, len(pages) // 2)
    return {text for text, count in seen.items() if count >= least}


def _add(parts: Assembler, lines: list[Garis], tables: list[TabelHalaman], number: int) -> None:
    """Lines and tables of one page in the order of the page."""
    waiting = sorted(tables, key=lambda t: t.atas)
    paragraph: list[Garis] = []
    pieces: list[tuple[float, Garis | TabelHalaman]] = [(g.atas, g) for g in lines]
    pieces += [(t.atas, t) for t in waiting]
    loose: list[Garis] = []
    for _, piece in sorted(pieces, key=lambda p: p[0]):
        if isinstance(piece, TabelHalaman):
            _close(parts, paragraph)
            paragraph = []
            parts.table([_row(r, number) for r in piece.baris])
            continue
        if _tabular(piece.teks):
            loose.append(piece)
        elif len(loose) < 3:
            loose = []
        if paragraph and not _goes_on(paragraph[-1], piece):
            _close(parts, paragraph)
            paragraph = []
        paragraph.append(piece)
    _close(parts, paragraph)
    if len(loose) >= 3 and any(b.jenis == "keterangan" for b in parts.blok[-len(lines) - 3 :]):
        rows = [Baris((Sel(g.teks), KOSONG), None, number) for g in loose]
        parts.table(rows, catatan=UNRULED)


def _tabular(text: str) -> bool:
    """A line with three numbers set apart by wide gaps."""
    cells = re.split(r"\s{3,}", text)
    return len(cells) >= 4 and sum(is_number(c) for c in cells) >= 3


def _goes_on(before: Garis, after: Garis) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if not before.penuh or is_heading(before.teks) or is_caption(after.teks):
        return False
    if ITEM.match(after.teks) or is_heading(after.teks) or TOC_LINE.match(plain(before.teks)):
        return False
    return not before.teks.endswith((":", ";")) or after.teks[:1].islower()


def _close(parts: Assembler, lines: list[Garis]) -> None:
    if lines:
        text = " ".join(g.teks for g in lines)
        parts.line(text, Letak(halaman=lines[0].halaman))


def _row(cells: list[str | None], page: int) -> Baris:
    return Baris(
        tuple(Sel(" ".join((c or "").split())) if c else KOSONG for c in cells), None, page
    )
