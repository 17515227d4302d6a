"""XLSX read straight from its XML: values, formulas, number formats, merges and hidden rows in
one pass. Formulas are never evaluated; macros and links to other files are left alone and said."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

from corpus.errors import BerkasError
from ingest.limits import MAX_CELLS
from ingest.report.assemble import Assembler
from ingest.report.model import (
    KOSONG,
    Baris,
    Blok,
    Letak,
    Naskah,
    Sel,
    column_index,
    column_letters,
)
from ingest.report.number_format import Tampilan, shown, style_of
from ingest.report.outline import kind_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
MAX_COLUMNS = 512
MAX_SHEETS = 200
MOST_CELLS = min(MAX_CELLS, 600_000)


@dataclass
class Lembar:
    """One sheet as it is being read."""

    nama: str
    baris: dict[int, dict[int, Sel]]
    gabung: list[tuple[int, int, int, int]]
    sembunyi: set[int]


def read(path: Path) -> Naskah:
    """A workbook: every run of rows between empty rows is a table, single texts are headings.

    Raises:
        BerkasError: more cells, columns or sheets than the limits.
    """
    with zipfile.ZipFile(path) as book:
        texts = list(_shared(book))
        styles = _styles(book)
        parts = Assembler()
        names = list(_sheets(book))
        if len(names) > MAX_SHEETS:
            raise BerkasError(f'Berkas "{path.name}" memuat lebih dari {MAX_SHEETS} lembar.')
        cells = 0
        for name, inner in names:
            sheet = _sheet(book, inner, name, texts, styles, path.name, cells)
            cells += sum(len(row) for row in sheet.baris.values())
            _tables(parts, sheet)
        return Naskah(
            path.name, "xlsx", tuple(parts.blok), tuple(parts.tabel), catatan=tuple(_notes(book))
        )


def _notes(book: zipfile.ZipFile) -> Iterator[str]:
    names = book.namelist()
    if any("vbaProject" in n for n in names):
        yield "Berkas memuat makro; makro tidak dijalankan dan tidak diperiksa."
    if any(n.startswith("xl/externalLinks/") for n in names):
        yield "Berkas memuat tautan ke berkas lain; tautan itu tidak dibuka."


def _elements(book: zipfile.ZipFile, name: str, tag: str) -> Iterator[Element]:
    """Elements of one part by their end tag; each is emptied after use."""
    with book.open(name) as file:
        root: Element | None = None
        for event, element in iterparse(file, events=("start", "end")):
            if event == "start":
                root = element if root is None else root
                continue
            if element.tag == tag:
                yield element
                element.clear()
                if root is not None and len(root) > 500:
                    root.clear()


def _shared(book: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return
    for item in _elements(book, "xl/sharedStrings.xml", f"{MAIN}si"):
        phonetic = {t for r in item.iter(f"{MAIN}rPh") for t in r.iter(f"{MAIN}t")}
        yield "".join(t.text or "" for t in item.iter(f"{MAIN}t") if t not in phonetic)


def _styles(book: zipfile.ZipFile) -> list[Tampilan]:
    """How each cell style shows numbers, by index."""
    if "xl/styles.xml" not in book.namelist():
        return []
    custom: dict[int, str] = {}
    for item in _elements(book, "xl/styles.xml", f"{MAIN}numFmt"):
        custom[int(item.get("numFmtId", "0"))] = item.get("formatCode", "")
    result: list[Tampilan] = []
    for group in _elements(book, "xl/styles.xml", f"{MAIN}cellXfs"):
        result = [style_of(int(x.get("numFmtId", "0")), custom) for x in group]
    return result


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Sheet names with their part, in order."""
    rels = {
        r.get("Id", ""): r.get("Target", "")
        for r in _elements(book, "xl/_rels/workbook.xml.rels", PACKAGE)
    }
    for sheet in _elements(book, "xl/workbook.xml", f"{MAIN}sheet"):
        target = rels.get(sheet.get(REL, ""), "")
        inner = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if inner in book.namelist() and "chartsheet" not in inner:
            yield sheet.get("name", "Lembar"), inner


def _sheet(
    book: zipfile.ZipFile,
    inner: str,
    name: str,
    texts: list[str],
    styles: list[Tampilan],
    file: str,
    cells: int,
) -> Lembar:
    sheet = Lembar(name, {}, [], set())
    number = 0
    with book.open(inner) as stream:
        root: Element | None = None
        for event, element in iterparse(stream, events=("start", "end")):
            if event == "start":
                root = element if root is None else root
                continue
            if element.tag == f"{MAIN}row":
                number = int(element.get("r") or number + 1)
                row = _row(element, texts, styles)
                cells += len(row)
                if cells > MOST_CELLS or any(c >= MAX_COLUMNS for c in row):
                    raise BerkasError(
                        f'Berkas "{file}" memuat lebih dari {MOST_CELLS} sel terisi atau '
                        f"{MAX_COLUMNS} kolom. Pecah berkas per lembar."
                    )
                if row:
                    sheet.baris[number] = row
                    if element.get("hidden") in ("1", "true"):
                        sheet.sembunyi.add(number)
                element.clear()
            elif element.tag == f"{MAIN}mergeCell":
                area = ADDRESS.findall(element.get("ref", ""))
                if len(area) == 2:
                    (c1, r1), (c2, r2) = area
                    sheet.gabung.append((int(r1), column_index(c1), int(r2), column_index(c2)))
            elif element.tag == f"{MAIN}sheetData" and root is not None:
                element.clear()
    _merge(sheet)
    return sheet


def _row(element: Element, texts: list[str], styles: list[Tampilan]) -> dict[int, Sel]:
    row: dict[int, Sel] = {}
    at = -1
    for cell in element:
        reference = cell.get("r")
        match = ADDRESS.match(reference) if reference else None
        at = column_index(match.group(1)) if match else at + 1
        found = _cell(cell, texts, styles)
        if found is not KOSONG:
            row[at] = found
    return row


def _cell(cell: Element, texts: list[str], styles: list[Tampilan]) -> Sel:
    kind = cell.get("t", "n")
    value = formula = None
    for child in cell:
        if child.tag == f"{MAIN}v":
            value = child.text
        elif child.tag == f"{MAIN}f":
            formula = child.text or ""
        elif child.tag == f"{MAIN}is":
            value = "".join(t.text or "" for t in child.iter(f"{MAIN}t"))
            kind = "str"
    if value is None or value == "":
        return Sel("", rumus=formula) if formula else KOSONG
    if kind == "s":
        at = int(value)
        text = " ".join(texts[at].split()) if at < len(texts) else ""
        return Sel(text) if text else KOSONG
    if kind in ("str", "e", "d"):
        text = " ".join(value.split())
        return Sel(text, rumus=formula) if text or formula else KOSONG
    if kind == "b":
        return Sel("YA" if value == "1" else "TIDAK", rumus=formula)
    return _number(value, formula, cell.get("s"), styles)


def _number(value: str, formula: str | None, style: str | None, styles: list[Tampilan]) -> Sel:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return Sel(value, rumus=formula)
    if not number.is_finite() or abs(number) >= Decimal(10) ** 30:
        return Sel(value, rumus=formula)
    look = styles[int(style)] if style and int(style) < len(styles) else Tampilan()
    text, plain, places = shown(number, look)
    return Sel(text, plain, places, formula) if plain is not None else Sel(text, rumus=formula)


def _merge(sheet: Lembar) -> None:
    """Texts of merged cells stand in every cell that they cover; numbers only in the first."""
    for top, left, bottom, right in sheet.gabung[:20_000]:
        first = sheet.baris.get(top, {}).get(left)
        if first is None or first.angka is not None or (bottom - top) * (right - left + 1) > 5_000:
            continue
        if right - left >= MAX_COLUMNS:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if row == top or row in sheet.baris:
                    sheet.baris.setdefault(row, {}).setdefault(column, first)


def _tables(parts: Assembler, sheet: Lembar) -> None:
    """Rows of a sheet to tables and headings."""
    run: list[int] = []
    for number in sorted(sheet.baris):
        if run and number > run[-1] + 1:
            _flush(parts, sheet, run)
            run = []
        run.append(number)
    _flush(parts, sheet, run)


def _flush(parts: Assembler, sheet: Lembar, run: list[int]) -> None:
    def texts(number: int) -> set[str]:
        return {c.teks for c in sheet.baris[number].values() if c.teks}

    while run and len(texts(run[0])) <= 1 and not _starts_table(sheet, run):
        number = run.pop(0)
        for column, cell in sorted(sheet.baris[number].items())[:1]:
            if cell.teks:
                place = Letak(
                    lembar=sheet.nama, sel=f"{column_letters(column)}{number}", baris=number
                )
                kind = kind_of(cell.teks)
                if kind == "paragraf" and len(cell.teks) <= 100 and cell.teks[-1] not in ".;:":
                    kind = "judul"
                parts.blok.append(Blok(kind, cell.teks, place, 2 if kind == "judul" else 0))
                if kind == "judul":
                    parts.jalur = [(2, cell.teks)]
    if len(run) < 2:
        for number in run:
            for column, cell in sorted(sheet.baris[number].items()):
                if cell.teks and cell.angka is None:
                    place = Letak(
                        lembar=sheet.nama, sel=f"{column_letters(column)}{number}", baris=number
                    )
                    parts.blok.append(Blok("paragraf", cell.teks, place))
        return
    low = min(c for n in run for c in sheet.baris[n])
    high = max(c for n in run for c in sheet.baris[n])
    rows = [
        Baris(
            tuple(sheet.baris[n].get(c, KOSONG) for c in range(low, high + 1)),
            n,
            None,
            n in sheet.sembunyi,
        )
        for n in run
    ]
    parts.table(rows, sheet.nama, low)


def _starts_table(sheet: Lembar, run: list[int]) -> bool:
    """A single text above a section is a row of the table only where it stands in a list."""
    return (
        len(run) > 1
        and all(len(sheet.baris[n]) <= 1 for n in run[:3])
        and len(run) > 3
        and any(c.angka is not None for n in run[:2] for c in sheet.baris[n].values())
    )
