"""An official A4 page in DOCX: margins, letters, tables whose headers repeat, page numbers.

Shared by minutes and recaps. Widths are in cm and fill the 17 cm between the margins.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant import messages as m
from corpus.errors import BerkasError

TEXT_WIDTH = 17.0
FONT = "Arial"
SIZE = 10
CELL_STYLE, HEAD_STYLE = "IsiTabel", "KepalaTabel"
# Rows of a table that may be moved to the next page as a whole.
SHORT_TABLE = 8
GREY, LIGHT = "D9E2EC", "F1F4F7"


def page(foot: str) -> Any:
    """An empty document with the foot "…, halaman 1 dari 3"."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    section.footer_distance = Cm(0.9)
    _letters(document)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _field(paragraph.add_run(f"{clean(foot)}, {m.HALAMAN} "), "PAGE")
    _field(paragraph.add_run(f" {m.HALAMAN_DARI} "), "NUMPAGES")
    return document


def _letters(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    normal.element.rPr.append(language)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for name, size in (("Title", 13), ("Heading 1", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), FONT)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), FONT)
    document.styles["Footer"].font.size = Pt(8)
    title = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(0)
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    for name, bold in ((CELL_STYLE, False), (HEAD_STYLE, True)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.bold = bold
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        if bold:
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head = document.styles["Heading 1"].paragraph_format
    head.space_before, head.space_after, head.keep_with_next = Pt(7), Pt(2), True


def title(document: Any, text: str, *below: str) -> None:
    """The title and centred lines below it."""
    document.add_paragraph(clean(text), style="Title")
    for line in below:
        paragraph = document.add_paragraph(clean(line))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(4)


def heading(document: Any, text: str) -> None:
    """A heading that stays with what follows."""
    document.add_paragraph(clean(text), style="Heading 1")


def paragraph(document: Any, text: str, *, after: float = 2, italic: bool = False) -> Any:
    """A paragraph of running text; `after` in points."""
    made = document.add_paragraph()
    made.add_run(clean(text)).italic = italic
    made.paragraph_format.space_after = Pt(after)
    return made


def table(
    document: Any,
    header: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[object]],
    *,
    head_size: float | None = None,
) -> Any:
    """A ruled table; its header repeats on every page and no row is broken over two pages.

    Cells are texts, or lists of (text, bold, italic) paragraphs, or one text for a whole row
    (a row of one cell is a shaded group heading). `head_size` in points, for narrow columns.
    """
    grid = document.add_table(rows=len(rows) + 1, cols=len(header), style="Table Grid")
    _fixed(grid, widths)
    for at, row in enumerate(grid.rows):
        values: Sequence[object] = header if at == 0 else rows[at - 1]
        _flag(row, "w:cantSplit")
        if at == 0:
            _flag(row, "w:tblHeader")
        cells = row.cells
        if len(values) == 1:
            _group(cells, str(values[0]))
            continue
        for cell, value, width in zip(cells, values, widths, strict=True):
            cell.width = Cm(width)
            _fill(cell, value, head=at == 0)
            if at == 0 and head_size:
                cell.paragraphs[0].runs[0].font.size = Pt(head_size)
    return grid


def plain_table(document: Any, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> Any:
    """A table without rules, for identity and signatures."""
    grid = document.add_table(rows=len(rows), cols=len(widths))
    _fixed(grid, widths)
    for row, values in zip(grid.rows, rows, strict=True):
        _flag(row, "w:cantSplit")
        for cell, value, width in zip(row.cells, values, widths, strict=True):
            cell.width = Cm(width)
            _fill(cell, value)
    return grid


def keep_last(document: Any) -> None:
    """What was written last stays on one page with what follows: a paragraph, or a table as a
    whole where it is short, else its last rows."""
    last = list(document.iter_inner_content())[-1]
    rows = getattr(last, "rows", None)
    if rows is None:
        last.paragraph_format.keep_with_next = True
        return
    for row in rows[0 if len(rows) <= SHORT_TABLE else -2 :]:
        for paragraph in (p for cell in row.cells for p in cell.paragraphs):
            paragraph.paragraph_format.keep_with_next = True


def save(document: Any, path: Path) -> None:
    """Writes the file.

    Raises:
        BerkasError: it cannot be written.
    """
    try:
        document.save(str(path))
    except OSError as error:
        raise BerkasError(m.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def clean(text: str) -> str:
    """Control characters are no XML."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def shade(cell: Any, colour: str) -> None:
    """Fills a cell with a colour."""
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        fill.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(fill)


def _fixed(grid: Any, widths: Sequence[float]) -> None:
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)


def _fill(cell: Any, value: object, *, head: bool = False) -> None:
    parts = value if isinstance(value, list) else [(str(value), head, False)]
    for at, (text, bold, italic) in enumerate(parts):
        made = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        # By id: python-docx looks a style's name up among all styles, for every cell.
        made._p.style = HEAD_STYLE if head else CELL_STYLE
        run = made.add_run(clean(text))
        if bold and not head:
            run.bold = True
        if italic:
            run.italic = True
            run.font.size = Pt(SIZE - 1)
        if not isinstance(value, list | str):
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if head:
        shade(cell, GREY)


def _group(cells: Sequence[Any], text: str) -> None:
    whole = cells[0].merge(cells[-1])
    run = whole.paragraphs[0].add_run(clean(text))
    run.bold = True
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    shade(whole, LIGHT)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _field(run: Any, code: str) -> None:
    """A field that the word processor counts itself."""
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = text
        run._r.append(part)
