"""Plain text: paragraphs by line, tables as runs of lines with tabs or Markdown bars."""

from pathlib import Path

from ingest.readers.text import decode
from ingest.report.assemble import Assembler, cells_of
from ingest.report.bounds import MAX_BLOCK, MAX_WIDTH
from ingest.report.model import Baris, Letak, Naskah
from ingest.report.outline import LIST_HEAD, TOC_LINE


def _cells(raw: str) -> list[str] | None:
    if "\t" in raw:
        return raw.split("\t", MAX_WIDTH + 1)[: MAX_WIDTH + 1]
    stripped = raw.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 2:
        return stripped[1:-1].split("|")
    return None


def read(path: Path) -> Naskah:
    """A text file; every block and row with its line."""
    return of_text(decode(path), path.name)


def of_text(text: str, name: str) -> Naskah:
    """A laporan written as text, under the name of its file."""
    parts = Assembler()
    rows: list[Baris] = []
    in_list = False
    for number, raw in enumerate(text.splitlines(), 1):
        cells = _cells(raw)
        if len(raw) < 200 and LIST_HEAD.match(raw.strip()):
            in_list = True
        elif in_list and raw.strip() and not TOC_LINE.match(raw.strip()):
            in_list = False
        if cells is not None and not in_list:
            rows.append(Baris(cells_of(cells), number))
            continue
        if rows:
            parts.table(rows)
            rows = []
        if raw.strip():
            parts.line(raw.strip()[: MAX_BLOCK + 1], Letak(nomor=number))
    parts.table(rows)
    return Naskah(name, "teks", tuple(parts.blok), tuple(parts.tabel))
