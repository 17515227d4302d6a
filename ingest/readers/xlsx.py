"""XLSX by openpyxl, values only, read row by row so that a huge sheet cannot fill the memory."""

from pathlib import Path

from openpyxl import load_workbook

from corpus.errors import BerkasError
from ingest.document import Document, Line, Table
from ingest.limits import MAX_CELLS


def read(path: Path) -> Document:
    """Every sheet as a table; its filled rows as lines.

    Raises:
        BerkasError: more filled cells than the limit.
    """
    book = load_workbook(path, read_only=True, data_only=True)
    lines: list[Line] = []
    tables: list[Table] = []
    cells = 0
    for sheet in book.worksheets:
        rows = []
        for row in sheet.iter_rows(values_only=True):
            texts = [None if v is None else " ".join(str(v).split()) or None for v in row]
            while texts and texts[-1] is None:
                texts.pop()
            cells += sum(t is not None for t in texts)
            if cells > MAX_CELLS:
                raise BerkasError(
                    f'Berkas "{path.name}" memuat lebih dari {MAX_CELLS} sel terisi. '
                    "Pecah berkas per lembar."
                )
            if texts:
                rows.append(tuple(texts))
                lines.append(Line(" | ".join(t for t in texts if t)))
        tables.append(Table(tuple(rows), sheet.title))
    book.close()
    return Document(path, tuple(lines), tuple(tables))
