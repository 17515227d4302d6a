"""A guard for every push: a few figures on the dev half against a committed baseline.

A figure may be worse than the baseline by at most half the width of the baseline's interval.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evals.bars import pick, shown
from evals.metrics import Figure
from evals.setup import OURS, Setup
from evals.systems import Ours
from evals.tasks import references, refusals, retrieval

BASELINE = Path(__file__).parent / "results" / "baseline.json"
# Figures where less is better.
LOWER = frozenset({"false_refusal", "wrong_first"})


def measure(setup: Setup) -> list[Figure]:
    """The guarded figures of the dev half."""
    dev = replace(setup, halves=("dev",))
    places = list(retrieval.rows_of(Ours(dev), ("dev",), retrieval.row_maker(dev)))
    statuses = list(refusals.asked(dev, "dev", OURS, dev.assistant))
    citations = [row for row in references.generate(dev) if row.system == OURS]
    return [
        *_guarded(retrieval.TASK.figures(places), "hit@1", "hit@5", "wrong_first"),
        *_guarded(refusals.TASK.figures(statuses), "refusal", "false_refusal"),
        *_guarded(references.TASK.figures(citations), "exact"),
    ]


def _guarded(figures: Sequence[Figure], *names: str) -> list[Figure]:
    found = [pick(figures, name, half="dev") for name in names]
    return [f for f in found if f is not None]


def fallen(now: Figure, before: Figure) -> bool:
    """Whether a figure is worse than the baseline by more than half the baseline's interval."""
    assert now.value is not None
    assert before.value is not None
    worse = now.value - before.value if now.metric in LOWER else before.value - now.value
    # A perfect figure has no width; one row more or less is then no fall.
    return worse > (before.half_width or 1 / before.n) + 1e-9


def compare(now: Sequence[Figure], before: Sequence[Figure]) -> list[str]:
    """One line for every figure that fell, or that is no longer measured."""
    by_name = {f.metric: f for f in now}
    lines = []
    for old in before:
        new = by_name.get(old.metric)
        if new is None:
            lines.append(f"{old.metric}: no longer measured (was {shown(old)})")
        elif fallen(new, old):
            lines.append(f"{old.metric}: {shown(new)}, baseline {shown(old)}")
    return lines


def main(setup: Setup, *, update: bool = False, baseline: Path = BASELINE) -> int:
    """Measures and compares; 1 where a figure fell. `update` writes a new baseline instead."""
    now = measure(setup)
    for figure in now:
        print(f"{figure.metric:16} {shown(figure)}")
    if update:
        raw = [f.model_dump(mode="json") for f in now]
        baseline.write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
        print(f"baseline written: {baseline}")
        return 0
    before = [Figure.model_validate(f) for f in json.loads(baseline.read_text(encoding="utf-8"))]
    worse = compare(now, before)
    for line in worse:
        print(f"FELL {line}")
    return 1 if worse else 0
