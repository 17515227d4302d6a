"""Does the citation compiler let a wrong sentence through, or drop a good one?

Beside it: a compiler that looks at words and numbers only (`assistant.citations.supports`), and one
that lets everything through whose mark exists.
"""

import time
from collections.abc import Iterator

from assistant.citations import supports
from assistant.compiler import verdict
from evals.labelled import Label, Labelled, evidence, of_half
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.setup import OURS, Setup
from evals.task import Task

WORDS_ONLY, MARKS_ONLY = "kata-dan-angka", "sitiran-ada"


class Row(AnyRow):
    """One sentence under one system. `why`: the check that it failed."""

    label: Label
    kept: bool
    why: str | None = None


def let_through(row: Row) -> float | None:
    """Of sentences that do not hold: whether one was delivered."""
    return float(row.kept) if row.label != "supported" else None


def good_dropped(row: Row) -> float | None:
    """Of sentences that hold: whether one was dropped."""
    return float(not row.kept) if row.label == "supported" else None


def precision(row: Row) -> float | None:
    """Of what was delivered: whether it holds."""
    return float(row.label == "supported") if row.kept else None


METRICS: dict[str, Metric[Row]] = {
    "let_through": let_through,
    "good_dropped": good_dropped,
    "precision": precision,
}


def generate(setup: Setup) -> Iterator[Row]:
    """Every labelled sentence under every system."""
    for half in setup.halves:
        for sentence in of_half(half):
            yield from _judged(setup, sentence)


def _judged(setup: Setup, one: Labelled) -> Iterator[Row]:
    held = evidence(setup.assistant.retriever, one.cites, setup.today)
    text = one.sentence.rstrip(".") + " " + "".join(f"[{m}]" for m in one.marks) + "."
    started = time.perf_counter()
    why = verdict(text, one.marks, held, setup.today)
    took = round(1000 * (time.perf_counter() - started), 2)
    yield _row(one, OURS, why is None, why, took)
    known = all(m in held for m in one.marks)
    cited = [e.citation for e in held.values()]
    yield _row(one, WORDS_ONLY, known and supports(text, cited))
    yield _row(one, MARKS_ONLY, known)


def _row(
    one: Labelled, system: str, kept: bool, why: str | None = None, ms: float | None = None
) -> Row:
    return Row(
        system=system, half=one.half, id=one.id, group=one.label, ms=ms,
        label=one.label, kept=kept, why=why,
    )  # fmt: skip


TASK = Task("compiler", Row, generate, METRICS, compared=("let_through", "good_dropped"))
