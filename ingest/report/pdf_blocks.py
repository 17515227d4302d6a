"""Lines and tables of a page to paragraphs, headings and tables, in the order of the page."""

import re
from dataclasses import dataclass

from ingest.report.assemble import Assembler, is_caption
from ingest.report.model import KOSONG, Baris, Letak, Sel
from ingest.report.numbers import is_number
from ingest.report.outline import ITEM, TOC_LINE, is_heading, plain
from ingest.report.pdf_lines import Garis

UNRULED = "tabel tanpa garis, kolomnya tidak dapat dipisahkan dengan andal"


@dataclass(frozen=True)
class TabelHalaman:
    """One ruled table: its top on the page and its rows."""

    atas: float
    baris: list[list[str | None]]


def add_page(parts: Assembler, lines: list[Garis], tables: list[TabelHalaman], number: int) -> None:
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
