"""XLSX read straight from its XML: values, formulas, number formats, merges and hidden rows in
one pass. Formulas are never evaluated; macros and links to other files are left alone and said."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import BerkasError
from ingest.report.assemble import Assembler
from ingest.report.model import (
    Naskah,
)
from ingest.report.xlsx_parts import MAIN, PACKAGE, REL, elements, shared_texts, styles_of
from ingest.report.xlsx_sheet import read_sheet
from ingest.report.xlsx_tables import add_tables

MAX_SHEETS = 200


def read(path: Path) -> Naskah:
    """A workbook: every run of rows between empty rows is a table, single texts are headings.

    Raises:
        BerkasError: more cells, columns or sheets than the limits.
    """
    with zipfile.ZipFile(path) as book:
        texts = list(shared_texts(book))
        styles = styles_of(book)
        parts = Assembler()
        names = list(_sheets(book))
        if len(names) > MAX_SHEETS:
            raise BerkasError(f'Berkas "{path.name}" memuat lebih dari {MAX_SHEETS} lembar.')
        cells = 0
        for name, inner in names:
            sheet = read_sheet(book, inner, name, texts, styles, path.name, cells)
            cells += sum(len(row) for row in sheet.baris.values())
            add_tables(parts, sheet)
        return Naskah(
            path.name, "xlsx", tuple(parts.blok), tuple(parts.tabel), catatan=tuple(_notes(book))
        )


def _notes(book: zipfile.ZipFile) -> Iterator[str]:
    names = book.namelist()
    if any("vbaProject" in n for n in names):
        yield "Berkas memuat makro; makro tidak dijalankan dan tidak diperiksa."
    if any(n.startswith("xl/externalLinks/") for n in names):
        yield "Berkas memuat tautan ke berkas lain; tautan itu tidak dibuka."


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Sheet names with their part, in order."""
    rels = {
        r.get("Id", ""): r.get("Target", "")
        for r in elements(book, "xl/_rels/workbook.xml.rels", PACKAGE)
    }
    for sheet in elements(book, "xl/workbook.xml", f"{MAIN}sheet"):
        target = rels.get(sheet.get(REL, ""), "")
        inner = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if inner in book.namelist() and "chartsheet" not in inner:
            yield sheet.get("name", "Lembar"), inner
