"""A filled workbook as rows of stored values; where formulas stand only when asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.template_layout import LEMBAR, LEMBAR_IDENTITAS, normal
from corpus.errors import BerkasError
from ingest.limits import MAX_CELLS

Rows = list[tuple[Any, ...]]
MAX_COLUMNS = 16


class Book:
    """Stored values of a workbook, and, only when asked, where formulas stand."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cells = 0
        self._sheets = dict(self._load(data_only=True))
        self._formulas: dict[str, Rows] | None = None

    def rows(self, label: str) -> Rows | None:
        """Rows of a sheet, at most MAX_COLUMNS cells each; None where there is no such sheet."""
        return self._sheets.get(normal(label))

    def is_formula(self, label: str, row: int, column: int) -> bool:
        """Whether an empty cell holds a formula without a stored result."""
        if self._formulas is None:
            self._formulas = dict(self._load(data_only=False))
        cells = self._formulas[normal(label)][row]
        value = cells[column] if column < len(cells) else None
        return value is not None and (not isinstance(value, str) or value.startswith("="))

    def _load(self, data_only: bool) -> Iterator[tuple[str, Rows]]:
        from openpyxl import load_workbook

        try:
            book = load_workbook(self._path, read_only=True, data_only=data_only)
            wanted = {normal(label) for label in (LEMBAR_IDENTITAS, *LEMBAR.values())}
            for sheet in book.worksheets:
                if normal(sheet.title) in wanted:
                    yield normal(sheet.title), self._read(sheet)
            book.close()
        except BerkasError:
            raise
        except Exception as error:  # openpyxl raises many kinds on damaged files
            raise BerkasError(
                messages.BERKAS_RUSAK.format(nama=self._path.name, jenis="XLSX")
            ) from error

    def _read(self, sheet: Any) -> Rows:
        sheet.reset_dimensions()
        rows: Rows = []
        for cells in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True):
            rows.append(cells)
            self._cells += len(cells)
            if self._cells > MAX_CELLS:
                raise BerkasError(
                    messages.BERKAS_TERLALU_BANYAK_SEL.format(nama=self._path.name, batas=MAX_CELLS)
                )
        return rows


def address(row: int, column: int) -> str:
    """ "D14" from a 0-based row and a 0-based column below 26."""
    return f"{chr(ord('A') + column)}{row + 1}"
