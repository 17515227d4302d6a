"""What a seeded error is, and ways to put one into a table or a sentence."""

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from evals.checking_model import Angka, LaporanBuatan, TabelBuatan, Teks


@dataclass(frozen=True)
class Kesalahan:
    """One seeded error: rules that may report it and the cell (table kind's object id, data row,
    column) or the words that stand where it is."""

    nama: str
    aturan: tuple[str, ...]
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kata: str = ""


Mutasi = Callable[[LaporanBuatan, random.Random], Kesalahan | None]


def _pick(
    report: LaporanBuatan,
    rng: random.Random,
    kind: str,
    wanted: Callable[[list[Angka]], bool] = lambda r: True,
) -> tuple[int, TabelBuatan, int] | None:
    """A table's place among all tables, the table and one of its plain rows."""
    tables = [x for x in report.isi if isinstance(x, TabelBuatan)]
    choices = [
        (n, t, r)
        for n, t in enumerate(tables)
        if t.nama == kind
        for r, row in enumerate(t.baris)
        if row[0].nilai != "" and wanted(row)
    ]
    return rng.choice(choices) if choices else None


def value_of(cell: Angka) -> Decimal:
    """The number of a cell that holds one."""
    assert isinstance(cell.nilai, Decimal)
    return cell.nilai


def changed(
    kind: str,
    column: int,
    rules: tuple[str, ...],
    change: Callable[[list[Angka], random.Random], None],
    wanted: Callable[[list[Angka]], bool] = lambda r: True,
) -> Mutasi:
    """An error made in one cell of a plain row of the tables of a kind."""

    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        found = _pick(report, rng, kind, wanted)
        if found is None:
            return None
        at, table, row = found
        change(table.baris[row], rng)
        return Kesalahan(rules[0], rules, at, row, column)

    return mutate


def add(column: int, low: int, high: int) -> Callable[[list[Angka], random.Random], None]:
    """Adds or takes away a few from the cell of a column."""

    def change(row: list[Angka], rng: random.Random) -> None:
        cell = row[column]
        cell.nilai = (
            value_of(cell) + rng.randint(low, high) * rng.choice((1, -1))
            if low > 0
            else value_of(cell) + rng.randint(-high, -low)
        )

    return change


def percent(row: list[Angka], rng: random.Random) -> None:
    """Another percentage than the right one."""
    row[6].nilai = max(Decimal(1), value_of(row[6]) - Decimal(rng.randint(11, 200)) / 10)


def set_to(column: int, value: Decimal | str) -> Callable[[list[Angka], random.Random], None]:
    """Writes a value into the cell of a column."""

    def change(row: list[Angka], rng: random.Random) -> None:
        row[column].nilai = value

    return change


def half(row: list[Angka], rng: random.Random) -> None:
    """Half a person."""
    row[4] = Angka(value_of(row[4]) - Decimal("0.5"), "bulat", 1)


def over(row: list[Angka], rng: random.Random) -> None:
    """More served than entitled."""
    row[4].nilai = value_of(row[3]) + rng.randint(5, 500)


def total(kind: str, column: int, rules: tuple[str, ...]) -> Mutasi:
    """Another sum in the last row of a table of a kind."""

    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        tables = [x for x in report.isi if isinstance(x, TabelBuatan)]
        for n, table in enumerate(tables):
            if table.nama == kind:
                cell = table.baris[-1][column]
                cell.nilai = value_of(cell) + (
                    rng.randint(3, 90)
                    if cell.jenis == "bulat"
                    else rng.randint(3, 90) * 10_000
                    if cell.jenis == "rupiah"
                    else 3
                )
                return Kesalahan(rules[0], rules, n, len(table.baris) - 1, column)
        return None

    return mutate


def wording(kind: str, old: str, new: str, rules: tuple[str, ...], mark: str = "") -> Mutasi:
    """Other words in a sentence of a kind."""

    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        for each in report.teks(kind):
            if old in each.isi:
                each.isi = each.isi.replace(old, new)
                return Kesalahan(rules[0], rules, kata=mark or new)
        return None

    return mutate


def inserted(kind: str, each: Teks, rules: tuple[str, ...], mark: str) -> Mutasi:
    """A sentence or heading put after the last one of a kind."""

    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        spots = report.teks(kind)
        if not spots:
            return None
        report.isi.insert(report.isi.index(spots[-1]) + 1, deepcopy(each))
        return Kesalahan(rules[0], rules, kata=mark)

    return mutate
