"""Rows of a sheet to tables and headings."""

from ingest.report.assemble import Assembler
from ingest.report.model import (
    KOSONG,
    Baris,
    Blok,
    Letak,
    column_letters,
)
from ingest.report.outline import kind_of
from ingest.report.xlsx_sheet import Lembar


def add_tables(parts: Assembler, sheet: Lembar) -> None:
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
