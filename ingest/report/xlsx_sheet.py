"""One sheet of a workbook: its cells by row and column."""

import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, iterparse

from corpus.errors import BerkasError
from ingest.limits import MAX_CELLS
from ingest.report.model import (
    KOSONG,
    Sel,
    column_index,
)
from ingest.report.number_format import Tampilan, shown
from ingest.report.xlsx_parts import MAIN

ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
MAX_COLUMNS = 512
MOST_CELLS = min(MAX_CELLS, 600_000)


@dataclass
class Lembar:
    """One sheet as it is being read."""

    nama: str
    baris: dict[int, dict[int, Sel]]
    gabung: list[tuple[int, int, int, int]]
    sembunyi: set[int]


def read_sheet(
    book: zipfile.ZipFile,
    inner: str,
    name: str,
    texts: list[str],
    styles: list[Tampilan],
    file: str,
    cells: int,
) -> Lembar:
    """A sheet in one pass.

    Raises:
        BerkasError: more cells or columns than the limits.
    """
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
