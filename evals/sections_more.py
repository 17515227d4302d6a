"""More sections of the results page: what each step is worth, speed and memory."""

from collections.abc import Sequence

from evals.bars import ENSEMBLE, Figures, pick, shown
from evals.bench import Measured
from evals.metrics import Figure
from evals.setup import OURS
from evals.tables import cell, table
from evals.tasks import ablations as steps
from evals.vectors import name_of as arm

METRICS = ("hit@1", "hit@5", "mrr@10")
STEPS = """## What each step is worth

The first row is the level; the others are paired differences, the whole minus the variant: above
zero means that the step helps. "Everyday questions of official texts" is an index without the files
of `corpus/data/tanya`; the digests keep theirs."""
LEFT_OUT = """### Tried and left out (22 November 2026, dev and dev2)

| what | effect |
| --- | --- |
| all everyday questions of a place as one text | a place full of keywords wins |
| the text of the whole pasal as a further field | hit@5 -.01 to -.04 on dev |
| the score of other ayat added to that of an ayat | hit@5 -.01 to -.02 |
| k1 and b of BM25, field by field | within .005 |
| law words learnt from the pairs of everyday question and text | MRR +.01, hit@5 +.00: not worth the code |
| soft maximum over the everyday questions | within .01 |"""
VECTORS = """### A vector arm (dev half)

LSA of the index (256 dimensions) mixed in: `score / best + w x (cosine - median) / (best - median)`
over the cosines of all chunks (a real arm would read fewer and take less time). Gains are paired:
with the arm minus without. The rule: the arm enters only where its gain in hit@5, the metric of the
bar, has an interval above zero."""


def ablations(figures: Figures) -> str:
    """Steps switched off, and the vector arm."""
    columns = [(half, m) for half in steps.SETS for m in METRICS]
    named = [f"{half} {m}" for half, m in columns]
    rows = [["whole", *(cell(pick(figures, m, half=half)) for half, m in columns)]]
    for step in (*steps.STEPS, steps.DIGESTS_ONLY):
        variant = steps.name_of(step)
        cells = [cell(pick(figures, m, half=half, against=variant)) for half, m in columns]
        rows.append([f"without: {step.name}", *cells])
    arms = []
    for weight in steps.VECTOR_WEIGHTS:
        cells = [cell(_gain(figures, m, weight)) for m in METRICS]
        took = cell(pick(figures, "p50", half="dev", system=arm(weight)))
        arms.append([f"LSA {weight:g}", *cells, took])
    head = ("arm", *(f"gain in {m}" for m in METRICS), "retrieval p50, ms")
    tables = [STEPS, table(["variant", *named], rows), LEFT_OUT, VECTORS, table(head, arms)]
    return "\n\n".join([*tables, _vector_verdict(figures)])


def _gain(figures: Figures, metric: str, weight: float) -> Figure | None:
    """What the vector arm adds: the sign of the paired difference turned round."""
    found = pick(figures, metric, half="dev", against=arm(weight))
    if found is None or found.value is None or found.low is None or found.high is None:
        return None
    # 0.0 - x, because -0.0 would be shown with its sign.
    turned = {"value": 0.0 - found.value, "low": 0.0 - found.high, "high": 0.0 - found.low}
    return found.model_copy(update=turned)


def _vector_verdict(figures: Figures) -> str:
    """Whether the dev half justifies a vector arm, by the rule; other gains are told too."""
    gains: dict[str, list[str]] = {"hit@5": [], "mrr@10": []}
    for metric, found in gains.items():
        for weight in steps.VECTOR_WEIGHTS:
            gain = _gain(figures, metric, weight)
            if gain is not None and gain.low is not None and gain.low > 0:
                found.append(f"{weight:g} ({shown(gain)})")
    if gains["hit@5"]:
        return f"The arm raises hit@5 at weight {', '.join(gains['hit@5'])}: it earns a place."
    also = f" It does raise MRR@10 at {', '.join(gains['mrr@10'])}." if gains["mrr@10"] else ""
    return f"No weight raises hit@5 by an interval above zero: the arm stays off.{also}"


def speed(found: Sequence[Measured], places: Figures, asked: Figures) -> str:
    """Latency of all systems and the bench."""
    rows = []
    for system in dict.fromkeys(f.system for f in places if f.kind == "ms"):
        cells = [cell(pick(places, q, system=system)) for q in ("p50", "p95")]
        rows.append([f"retrieval: {system}", *cells])
    rows.append([f"ask: {OURS}", *(cell(pick(asked, q)) for q in ("p50", "p95"))])
    theirs, ours = pick(places, "p50", system=ENSEMBLE), pick(asked, "p50")
    parts = ["## Speed and memory", "In ms, held-out half.", table(["what", "p50", "p95"], rows)]
    if theirs and theirs.value and ours and ours.value is not None:
        parts.append(f"Whole ask / EnsembleRetriever alone, p50: {ours.value / theirs.value:.2f}")
    costs = [[m.name, f"{m.value:.2f} {m.unit}".strip()] for m in found]
    return "\n\n".join([*parts, table(["cost", "value"], costs)])
