"""DOCX by python-docx: headings by style, numbered lists with their numbers, merged cells."""

from collections import Counter
from pathlib import Path
from typing import Any

from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from corpus.errors import BerkasError
from ingest.limits import MAX_CELLS
from ingest.report.assemble import Assembler
from ingest.report.model import KOSONG, Baris, Letak, Naskah, Sel
from ingest.report.numbers import is_number
from ingest.report.outline import CAPTION, TOC_LINE

MAX_SPAN = 200


class Penomoran:
    """Numbers of automatic lists, counted as Word counts them."""

    def __init__(self, document: Any) -> None:
        self.formats: dict[tuple[str, int], str] = {}
        self.counts: Counter[tuple[str, int]] = Counter()
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {
            a.get(qn("w:abstractNumId")): a for a in numbering.iterchildren(qn("w:abstractNum"))
        }
        for num in numbering.iterchildren(qn("w:num")):
            link = num.find(qn("w:abstractNumId"))
            definition = abstract.get(link.get(qn("w:val"))) if link is not None else None
            for level in definition.iterchildren(qn("w:lvl")) if definition is not None else ():
                form = level.find(qn("w:numFmt"))
                key = (num.get(qn("w:numId")), int(level.get(qn("w:ilvl"), "0")))
                self.formats[key] = form.get(qn("w:val")) if form is not None else "decimal"

    def mark(self, paragraph: Paragraph) -> str:
        """The mark in front of a list paragraph, "" where it is none."""
        properties = paragraph._p.pPr
        numbered: Any = properties.numPr if properties is not None else None
        if numbered is None or numbered.numId is None:
            return (
                "" if not (paragraph.style and "Bullet" in (paragraph.style.name or "")) else "- "
            )
        key = (str(numbered.numId.val), int(numbered.ilvl.val) if numbered.ilvl is not None else 0)
        self.counts[key] += 1
        for other in list(self.counts):
            if other[0] == key[0] and other[1] > key[1]:
                del self.counts[other]
        form = self.formats.get(key, "decimal")
        n = self.counts[key]
        if form == "bullet":
            return "- "
        if form == "lowerLetter" and n <= 26:
            return f"{chr(96 + n)}. "
        return f"{n}. "


def read(path: Path) -> Naskah:
    """A document: paragraphs and tables in order.

    Raises:
        BerkasError: more cells than the limit.
    """
    document = open_docx(str(path))
    parts = Assembler()
    numbers = Penomoran(document)
    cells = 0
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            _paragraph(parts, numbers, block)
            continue
        rows = _rows(block)
        cells += sum(len(r.sel) for r in rows)
        if cells > MAX_CELLS:
            raise BerkasError(
                f'Berkas "{path.name}" memuat lebih dari {MAX_CELLS} sel. Pecah berkas itu.'
            )
        parts.table(rows)
    notes = _notes(document)
    return Naskah(path.name, "docx", tuple(parts.blok), tuple(parts.tabel), catatan=notes)


def _notes(document: Any) -> tuple[str, ...]:
    kinds = {rel.reltype.rsplit("/", 1)[-1] for rel in document.part.rels.values()}
    if "vbaProject" in kinds:
        return ("Berkas memuat makro; makro tidak dijalankan dan tidak diperiksa.",)
    return ()


def _paragraph(parts: Assembler, numbers: Penomoran, paragraph: Paragraph) -> None:
    text = paragraph.text.strip()
    if not text:
        return
    style = (paragraph.style.name or "") if paragraph.style else ""
    letak = Letak(nomor=None)
    if style.startswith(("Heading", "Judul")) or style == "Title":
        digits = "".join(c for c in style if c.isdigit())
        parts.line(text, letak, "judul", int(digits or 1))
    elif CAPTION.match(text) and not TOC_LINE.match(text):
        parts.line(text, letak)
    elif style.lower().startswith("toc") and TOC_LINE.match(text):
        parts.daftar = parts.daftar or "isi"
        parts.line(text, letak)
    else:
        for line in text.splitlines():
            parts.line(numbers.mark(paragraph) + line, letak)


def _rows(table: Table) -> list[Baris]:
    """Rows with every merged cell's text in all cells it covers; numbers only in the first."""
    rows: list[Baris] = []
    above: list[Sel] = []
    for tr in table._tbl.tr_lst:
        cells: list[Sel] = [KOSONG] * min(getattr(tr, "grid_before", 0) or 0, MAX_SPAN)
        for tc in tr.tc_lst:
            span = min(tc.grid_span, MAX_SPAN)
            text = " ".join(" ".join(p.text for p in tc.p_lst).split())
            number = is_number(text)
            if tc.vMerge == "continue":
                up = above[len(cells)] if len(cells) < len(above) else KOSONG
                cell = KOSONG if is_number(up.teks) else up
            else:
                cell = Sel(text) if text else KOSONG
            cells.append(cell)
            cells += [KOSONG if number else cell] * (span - 1)
        above = cells
        rows.append(Baris(tuple(cells)))
    return rows
