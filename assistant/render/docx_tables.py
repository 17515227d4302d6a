"""Tables of an official page in DOCX: headers repeat, rows are not broken, the last one stays.

Widths are in cm and fill the 17 cm between the margins.
"""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from assistant.render.docx_page import CELL_STYLE, HEAD_STYLE, SIZE, clean

# Rows of a table that may be moved to the next page as a whole.
SHORT_TABLE = 8
GREY, LIGHT = "D9E2EC", "F1F4F7"


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
