"""Are seeded errors found at their cell, and are correct laporan left alone?

Every laporan is made up, written as XLSX, DOCX or PDF, read like an upload and checked.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from assistant.checking.models import Temuan
from assistant.checking.run import check
from evals.checking_errors import MUTASI, seeded
from evals.checking_files import write
from evals.checking_mutation import Kesalahan
from evals.checking_reports import make
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.questions import Half
from evals.setup import OURS, Setup
from evals.task import Task
from ingest.report import reader

SUFFIXES = (".xlsx", ".docx", ".pdf")
# Rules were tuned on the first seeds; the others were looked at only as figures.
FIRST = {"dev": 0, "held_out": 100_000}
ROUNDS, CLEAN = 6, 36
TODAY = date(2026, 11, 22)


class Row(AnyRow):
    """One laporan. `error` None: a correct one. `found` rules, `galat` and `alarms` (galat and
    peringatan) counted; `at_cell`: the seeded error was found where it is."""

    error: str | None
    format: str
    found: tuple[str, ...]
    galat: int
    alarms: int
    at_cell: bool
    named: bool
    others: int


def at_cell(row: Row) -> float | None:
    """The share of seeded errors found at the right cell."""
    return None if row.error is None else float(row.at_cell)


def named(row: Row) -> float | None:
    """The share found at all, by one of the rules that may report them."""
    return None if row.error is None else float(row.named)


def one_root(row: Row) -> float | None:
    """The share of seeded errors told once: nothing else is reported beside them."""
    return None if row.error is None else float(row.others == 0)


def quiet(row: Row) -> float | None:
    """The share of correct laporan with at most one galat or peringatan."""
    return None if row.error is not None else float(row.alarms <= 1)


def no_galat(row: Row) -> float | None:
    """The share of correct laporan without any galat."""
    return None if row.error is not None else float(row.galat == 0)


METRICS: dict[str, Metric[Row]] = {
    "at_cell": at_cell,
    "named": named,
    "one_root": one_root,
    "quiet": quiet,
    "no_galat": no_galat,
}


def is_at(error: Kesalahan, finding: Temuan) -> bool:
    """Whether a finding names the cell, or the words, of a seeded error."""
    if finding.aturan not in error.aturan:
        return False
    if error.tabel is None and not error.kata:
        return True
    if error.kata:
        texts = [finding.pesan, *(t.kutipan for t in finding.tempat)]
        return any(error.kata.lower() in text.lower() for text in texts)
    return any(
        t.letak.tabel == error.tabel + 1
        and t.letak.data == (error.baris or 0) + 1
        and (error.kolom is None or t.letak.kolom == error.kolom + 1)
        for t in finding.tempat
        if error.tabel is not None
    )


def generate(setup: Setup) -> Iterator[Row]:
    """Errors by the round, then correct laporan."""
    with tempfile.TemporaryDirectory() as folder:
        for half in setup.halves:
            for turn in range(ROUNDS):
                for at, name in enumerate(MUTASI):
                    row = _seeded(
                        half, FIRST[half] + turn * 100 + at, name, turn + at, Path(folder)
                    )
                    if row is not None:
                        yield row
            for at in range(CLEAN):
                yield _clean(half, FIRST[half] + 50_000 + at, Path(folder))


def _seeded(half: Half, seed: int, name: str, turn: int, folder: Path) -> Row | None:
    made = seeded(seed, name)
    if made is None:
        return None
    report, error = made
    path = folder / f"laporan{SUFFIXES[turn % 3]}"
    write(report, path)
    started = time.perf_counter()
    result = check(reader(path)(path), TODAY)  # type: ignore[misc]
    took = round(1000 * (time.perf_counter() - started), 1)
    every = (*result.temuan, *result.diredam)
    others = [t for t in result.temuan if t.aturan not in error.aturan and t.keparahan != "info"]
    return Row(
        system=OURS,
        half=half,
        id=f"{name}-{seed}",
        group=error.nama,
        ms=took,
        error=name,
        format=path.suffix[1:],
        found=_rules(result.temuan),
        galat=result.banyak("galat"),
        alarms=result.banyak("galat") + result.banyak("peringatan"),
        at_cell=any(is_at(error, t) for t in every),
        named=any(t.aturan in error.aturan for t in every),
        others=len(others),
    )


def _clean(half: Half, seed: int, folder: Path) -> Row:
    path = folder / f"bersih{SUFFIXES[seed % 3]}"
    write(make(seed), path)
    started = time.perf_counter()
    result = check(reader(path)(path), TODAY)  # type: ignore[misc]
    took = round(1000 * (time.perf_counter() - started), 1)
    return Row(
        system=OURS,
        half=half,
        id=f"bersih-{seed}",
        group="bersih",
        ms=took,
        error=None,
        format=path.suffix[1:],
        found=_rules(result.temuan),
        galat=result.banyak("galat"),
        alarms=result.banyak("galat") + result.banyak("peringatan"),
        at_cell=False,
        named=False,
        others=0,
    )


def _rules(findings: Sequence[Temuan]) -> tuple[str, ...]:
    return tuple(sorted(t.aturan for t in findings))


TASK = Task("checking", Row, generate, METRICS, needs_regulations=False)
