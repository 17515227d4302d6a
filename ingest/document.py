"""A file as we read it: lines with their place, and tables, before anything is understood."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One line. `halaman` 1-based or None; `nomor` 1-based line of a text file, else None.

    `indent` is the count of leading blanks as laid out on the page, 0 where there is no layout.
    """

    teks: str
    halaman: int | None = None
    nomor: int | None = None
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells as text; None is an empty cell. `letak` names the sheet, page or table."""

    rows: tuple[tuple[str | None, ...], ...]
    letak: str
    halaman: int | None = None


@dataclass(frozen=True)
class Document:
    """A file that was read.

    `halaman_kosong` lists pages without any text: scans that need OCR. `halaman_ocr` lists
    those that OCR has read.
    """

    path: Path
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    halaman: int = 0
    halaman_kosong: tuple[int, ...] = ()
    halaman_ocr: tuple[int, ...] = ()
    sha256: str = field(default="", compare=False)
