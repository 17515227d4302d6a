"""Runs one rule over one of its examples."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.checking.across import across
from assistant.checking.checks import CHECKS
from assistant.checking.choices import Pilihan
from assistant.checking.context import Konteks, build
from assistant.checking.examples import Contoh
from assistant.checking.models import Hasil
from ingest.report.model import Naskah
from ingest.report.text import of_text


def trial(example: Contoh, hari: date) -> list[Hasil]:
    """What the rule of an example gives on it."""
    choices = Pilihan(example.tingkat, example.jenis)
    first = build(
        _with_formulas(of_text(example.masukan, "contoh.txt"), example.rumus), hari, choices
    )
    if example.kedua is None:
        results = [r for check in CHECKS for r in check(first)]
    else:
        results = list(across([first, _second(example.kedua, hari, choices)]))
    return [r for r in results if r.aturan == example.aturan]


def _second(text: str, hari: date, choices: Pilihan) -> Konteks:
    return build(of_text(text, "contoh-2.txt"), hari, choices)


def _with_formulas(naskah: Naskah, formulas: Mapping[str, str]) -> Naskah:
    """The laporan as a sheet would hold it: formulas behind cells of its first table."""
    if not formulas:
        return naskah
    table, *rest = naskah.tabel
    rows = [list(row.sel) for row in table.baris]
    for place, formula in formulas.items():
        row, column = (int(n) - 1 for n in place.split(","))
        rows[row][column] = rows[row][column]._replace(rumus=formula)
    lines = tuple(
        old._replace(sel=tuple(new), nomor=n)
        for n, (old, new) in enumerate(zip(table.baris, rows, strict=True), 1)
    )
    sheet = replace(table, baris=lines, lembar="Contoh")
    return replace(naskah, format="xlsx", tabel=(sheet, *rest))
