"""Laporan of every format as one model: headings, paragraphs, captions, lists and tables."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from ingest.report.model import Naskah

# suffix -> module; imported when needed, since pdfplumber alone takes half a second
FORMATS = {".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".txt": "text", ".md": "text"}


def reader(path: Path) -> Callable[[Path], Naskah] | None:
    """The reader of a file by its suffix."""
    name = FORMATS.get(path.suffix.lower())
    if name is None:
        return None
    return cast(Callable[[Path], Naskah], import_module(f"ingest.report.{name}").read)
