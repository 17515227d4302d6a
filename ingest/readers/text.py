"""Plain text and Markdown: lines with their numbers."""

import re
from pathlib import Path

from corpus.errors import BerkasError
from ingest.document import Document, Line

# Signs of Markdown around the words of a heading.
MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*\*")
NOTHING = re.compile(r"(?!)")


def decode(path: Path) -> str:
    """Text of a file in UTF-8, UTF-16 with a mark, or Windows-1252.

    Raises:
        BerkasError: the file holds bytes that no text has.
    """
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw:
        raise BerkasError(
            f'Berkas "{path.name}" bukan berkas teks. '
            "Simpan ulang sebagai .txt, .docx, atau .pdf, lalu coba lagi."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read(path: Path) -> Document:
    """Lines of a text file; tabs and blanks inside a line become one blank."""
    marks = MARKDOWN if path.suffix.lower() == ".md" else NOTHING
    lines = tuple(
        Line(" ".join(marks.sub("", raw).split()), None, n, len(raw) - len(raw.lstrip()))
        for n, raw in enumerate(decode(path).splitlines(), 1)
        if raw.strip()
    )
    return Document(path, lines)
