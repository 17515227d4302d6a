"""The sections of the results page, each from the figures of its task."""

from evals.bars import Figures, pick
from evals.setup import OURS
from evals.tables import by_metric, by_system, cell, classes, differences, table
from evals.tasks import refusals as refusing

HALVES = ("dev", "held_out")
SETS = ("dev", "dev2", "held_out")
# Tasks with a section written for them; the others get one table of all metrics.
OWN = ("retrieval", "answers", "refusals", "references", "ablations")
INTRODUCTION = """# Results

Written by `python -m evals all`; do not edit. Every figure is followed by its 95 % bootstrap
interval (10,000 resamples, fixed seed) and n. dev and dev2 were used to choose; the held-out half
only reports. dev2 (no LangChain baseline ran on it) has more topics and many more refusals. What a
metric means stands in `evals/place_metrics.py`, `evals/answer_metrics.py` and `evals/tasks/*.py`;
the data and its limits in `evals/datasets/README.md`. The questions are by one author a set, engineers
and no legal experts."""

RANKS = ("hit@1", "hit@3", "hit@5", "hit@10", "mrr@10")
LEVELS = ("recall@1", "recall@3", "recall@5", "recall@10", "hit@5_regulation", "hit@5_ayat")
WRONG = ("wrong_first", "wrong_share@5", "named_absent@5")
FILES = tuple(f"{m}_files" for m in (*RANKS, "wrong_first", "wrong_share@5"))
COMPARED = tuple(f"{m}_files" for m in ("hit@1", "hit@5", "mrr@10", "wrong_first", "wrong_share@5"))
BASELINES = """The baselines read the same files: LangChain's RecursiveCharacterTextSplitter
(1000/200) with MiniLM in Chroma, with BM25Retriever, and EnsembleRetriever over both (equal
weights), all with the libraries' defaults. `+ringkasan` also gets our digests and all our
everyday questions as text. A plain chunk stands for every unit of which it holds half of the characters or
200 of them, so one chunk can meet several needs at once; earlier turns are put before a follow-up
question. `acak` draws blindly."""
NAMED = """Where the question names a regulation that the index has: the first hit is of another
one; the share of the first five that is (document-level mismatch); none of the five is of it:"""


def retrieval(figures: Figures) -> str:
    """Ours against the baselines, on everything and on the same files."""
    parts = ["## Retrieval", BASELINES]
    for half in SETS:
        parts += [
            f"### {half}: all questions whose law is in the index, level of the pasal",
            by_system(figures, half, RANKS),
            "Share of needs met (of several needs each counts), and coarser and finer levels:",
            by_system(figures, half, LEVELS),
            NAMED,
            by_system(figures, half, WRONG),
        ]
        if half in HALVES:
            parts += [
                f"### {half}: only questions that the regulation files alone can answer",
                by_system(figures, half, FILES),
                "Paired differences on these questions:",
                differences(figures, half, COMPARED),
            ]
    return "\n\n".join(parts)


ANSWER = (
    "complete", "cite_regulation", "cite_pasal", "cite_ayat", "needs_cited", "first_citation",
    "citation_precision", "facts_all", "facts_share", "status_right", "wrong_regulation",
    "unsupported_answer", "unsupported_lines",
)  # fmt: skip
BESIDE = ("complete", "cite_pasal", "facts_all", "status_right", "unsupported_answer")
CONTROLS = """`selalu-menjawab` quotes our best passage whatever the evidence, `acak` a random one,
`kutipan-tertukar` gives our answers the citations of another answer: all of its lines ought to be
found unsupported."""


def answers(figures: Figures, places: Figures) -> str:
    """The whole answers, and every class."""
    parts = ["## Answers", by_metric(figures, SETS, ANSWER, OURS), CONTROLS]
    columns = [("hit@1", places), ("hit@5", places)]
    columns += [(m, figures) for m in ("cite_pasal", "facts_all", "complete", "status_right")]
    for half in SETS:
        parts += [
            f"### {half}: beside other systems",
            by_system(figures, half, BESIDE),
            differences(figures, half, BESIDE[:4]),
            f"### {half}: by class",
            classes(columns, half, OURS),
        ]
    return "\n\n".join(parts)


REFUSAL = ("refusal", "false_refusal", "needless_clarification", "clarified", "kind_right")
CURVE = """### Coverage and risk, {half}

Both thresholds of `weights.toml` [refuse] multiplied; 1 is what ships. An answer counts as wrong
where the question should not have been answered or the citations miss a need at the pasal."""
CURVE_HEAD = ("thresholds times", "coverage", "risk", "refusal", "false_refusal")


def refusals(figures: Figures) -> str:
    """Refusals, and the curve."""
    known = (OURS, refusing.ALWAYS, refusing.NEVER, refusing.COIN)
    mine = [f for f in figures if f.system in known]
    parts = [f"### {half}\n\n{by_system(mine, half, REFUSAL)}" for half in SETS]
    for half in refusing.CHOSEN_ON:
        parts += [CURVE.format(half=half), _curve(figures, half)]
    return "\n\n".join(["## Refusals", *parts])


def _curve(figures: Figures, half: str) -> str:
    rows = []
    for factor in refusing.FACTORS:
        system = refusing.scaled_name(factor)
        cells = [cell(pick(figures, m, system=system, half=half)) for m in CURVE_HEAD[1:]]
        rows.append([f"{factor:g}", *cells])
    return table(CURVE_HEAD, rows)


def references(figures: Figures) -> str:
    """Citations read."""
    metrics = ("exact", "alone", "regulation", "pasal", "ayat", "huruf")
    parts = [f"### {half}\n\n{by_system(figures, half, metrics)}" for half in SETS]
    return "\n\n".join(["## References", *parts])


def other(name: str, figures: Figures) -> str:
    """A task without a section of its own: every metric of every system."""
    metrics = list(dict.fromkeys(f.metric for f in figures if f.kind == "share" and not f.against))
    parts = [f"### {half}\n\n{by_system(figures, half, metrics)}" for half in HALVES]
    return "\n\n".join([f"## {name.capitalize()}", *parts])
