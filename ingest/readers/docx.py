"""DOCX by python-docx: paragraphs and tables in the order of the document."""

from pathlib import Path

from docx import Document as open_docx
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from ingest.document import Document, Line, Table


def _rows(table: DocxTable) -> tuple[tuple[str | None, ...], ...]:
    """Cell texts; a merged cell is told once, where it begins."""
    result = []
    for row in table.rows:
        seen: set[int] = set()
        cells: list[str | None] = []
        for cell in row.cells:
            cells.append(None if id(cell._tc) in seen else " ".join(cell.text.split()))
            seen.add(id(cell._tc))
        result.append(tuple(cells))
    return tuple(result)


def read(path: Path) -> Document:
    """Paragraphs as lines; every table as rows, and its rows as lines too."""
    lines: list[Line] = []
    tables: list[Table] = []
    for block in open_docx(str(path)).iter_inner_content():
        if isinstance(block, Paragraph):
            lines += [Line(" ".join(t.split())) for t in block.text.splitlines() if t.strip()]
        else:
            rows = _rows(block)
            tables.append(Table(rows, f"tabel {len(tables) + 1}"))
            lines += [Line(" | ".join(c for c in row if c)) for row in rows if any(row)]
    return Document(path, tuple(lines), tuple(tables))
