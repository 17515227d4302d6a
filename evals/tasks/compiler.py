"""Does the citation compiler let a wrong sentence through, or drop a good one?

Good sentences are also given the citation of another passage of the same regulation ("swapped"):
the right sentence under the wrong mark, which is what a model gets wrong most.

Beside it: a compiler that looks at words and numbers only (`assistant.citations.supports`), and one
that lets everything through whose mark exists.
"""

import random
import time
from collections.abc import Iterator
from functools import partial
from typing import Literal, cast

from assistant.citations import supports
from assistant.compiling.compiler import verdict
from evals.labelled import Label, Labelled, evidence, of_half
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.setup import OURS, Setup
from evals.task import Task

WORDS_ONLY, MARKS_ONLY = "kata-dan-angka", "sitiran-ada"


SWAPPED, SWAPS = "swapped", 6


class Row(AnyRow):
    """One sentence under one system. `why`: the check that it failed."""

    label: Label | Literal["swapped"]
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
        every = list(of_half(half))
        for sentence in every:
            yield from _judged(setup, sentence)
        for sentence, address in _swaps(every):
            other = sentence.model_copy(update={"cites": (address,)})
            yield from _judged(setup, other, SWAPPED, f"{sentence.id}@{address}")


def _swaps(every: list[Labelled]) -> Iterator[tuple[Labelled, str]]:
    """Good sentences with one citation beside up to six other places of the same regulation that
    other good sentences cite."""
    good = [s for s in every if s.good and len(s.cites) == 1]
    for one in good:
        law = one.cites[0].split("/")[0]
        others = {s.cites[0] for s in good if s.cites[0].split("/")[0] == law} - {one.cites[0]}
        chosen = random.Random(one.id).sample(sorted(others), min(SWAPS, len(others)))
        yield from ((one, address) for address in chosen)


def _judged(
    setup: Setup, one: Labelled, group: str | None = None, row_id: str | None = None
) -> Iterator[Row]:
    held = evidence(setup.assistant.retriever, one.cites, setup.today)
    text = one.sentence.rstrip(".") + " " + "".join(f"[{m}]" for m in one.marks) + "."
    started = time.perf_counter()
    why = verdict(text, one.marks, held, setup.today)
    took = round(1000 * (time.perf_counter() - started), 2)
    make = partial(_row, one, group or one.label, row_id or one.id)
    yield make(OURS, why is None, why, took)
    known = all(m in held for m in one.marks)
    cited = [e.citation for e in held.values()]
    yield make(WORDS_ONLY, known and supports(text, cited))
    yield make(MARKS_ONLY, known)


def _row(
    one: Labelled,
    group: str,
    row_id: str,
    system: str,
    kept: bool,
    why: str | None = None,
    ms: float | None = None,
) -> Row:
    label = cast(Label | Literal["swapped"], group)
    return Row(
        system=system, half=one.half, id=row_id, group=group, ms=ms,
        label=label, kept=kept, why=why,
    )  # fmt: skip


TASK = Task("compiler", Row, generate, METRICS, compared=("let_through", "good_dropped"))
