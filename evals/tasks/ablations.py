"""What each step of retrieval is worth: it is switched off and the dev half is asked again.

The vector arm is switched on instead, at several weights. The dev half only: this is for choosing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assistant.question import Question as Understood
from corpus.store import ChunkStore
from evals.place_metrics import METRICS, Row
from evals.setup import OURS, Setup
from evals.systems import Change, Ours, unchanged, with_weights
from evals.task import Task
from evals.tasks.retrieval import row_maker, rows_of
from evals.vectors import Fused

VECTOR_WEIGHTS = (0.1, 0.2, 0.4)


@dataclass(frozen=True)
class Step:
    """One step of retrieval and what switches it off."""

    name: str
    weights: dict[str, float] = field(default_factory=dict)
    change: Change = unchanged


def _plain_words(question: Understood) -> Understood:
    return replace(question, terms=tuple(replace(t, alternatives=()) for t in question.terms))


def _unmended(question: Understood) -> Understood:
    return replace(question, terms=tuple(replace(t, mended=None) for t in question.terms))


def _without_references(question: Understood) -> Understood:
    return replace(question, references=())


def _one_part(question: Understood) -> Understood:
    return replace(question, parts=())


def _no_intent(question: Understood) -> Understood:
    return replace(question, intents=frozenset())


STEPS = (
    Step("heading field (jalur)", {"field.jalur": 0}),
    Step("everyday questions (tanya)", {"field.tanya": 0}),
    Step("expansion of words", change=_plain_words),
    Step("typing repair", change=_unmended),
    Step("citation parser", change=_without_references),
    Step("status prior", {"prior.dicabut": 1}),
    Step("name prior", {"prior.disebut": 0}),
    Step("core and SPM prior", {"prior.inti": 1, "prior.spm": 1}),
    Step("body before elucidation and annex", {"prior.penjelasan": 1, "prior.lampiran": 1}),
    Step("form of the wanted answer", change=_no_intent),
    Step("coverage of the question's words", {"prior.cakupan": 0}),
    Step("several parts", change=_one_part),
)


def name_of(step: Step) -> str:
    """How rows name the assistant without a step."""
    return f"{OURS} -{step.name}"


def generate(setup: Setup) -> Iterator[Row]:
    """The whole, the whole without each step, and with a vector arm."""
    dev = replace(setup, halves=("dev",))
    make = row_maker(dev)
    yield from rows_of(dev, Ours(dev), make)
    for step in STEPS:
        weights = with_weights(step.weights) if step.weights else None
        yield from rows_of(dev, Ours(dev, name_of(step), weights, step.change), make)
    store = ChunkStore(dev.generation / "chroma")
    for weight in VECTOR_WEIGHTS:
        yield from rows_of(dev, Fused(dev, weight, store), make)


TASK = Task("ablations", Row, generate, METRICS, compared=("hit@1", "hit@5", "mrr@10"))
