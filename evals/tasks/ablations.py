"""What each step of retrieval is worth: it is switched off, and dev and dev2 are asked again.

The vector arm is switched on instead, at several weights, and the index is built again without
the everyday questions of official texts. Held-out questions have no part in it: this is for choosing.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.question import Question as Understood
from assistant.retrieval import Retriever
from corpus import chunkfile, lexical
from corpus.store import ChunkStore
from evals.place_metrics import METRICS, Row
from evals.questions import Half
from evals.setup import OURS, Setup
from evals.systems import Change, Ours, unchanged, with_weights
from evals.task import Task
from evals.tasks.retrieval import row_maker, rows_of
from evals.vectors import Fused

VECTOR_WEIGHTS = (0.1, 0.2, 0.4)
SETS: tuple[Half, ...] = ("dev", "dev2")


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
    Step("names of the regulation (judul)", {"field.judul": 0}),
    Step("heading field (jalur)", {"field.jalur": 0}),
    Step("all everyday questions (tanya)", {"field.tanya": 0}),
    Step("expansion of words", change=_plain_words),
    Step("typing repair", change=_unmended),
    Step("citation parser", change=_without_references),
    Step("status prior", {"prior.dicabut": 1}),
    Step("kind prior", {"prior.jenis": 1}),
    Step("core and SPM prior", {"prior.inti": 1, "prior.spm": 1}),
    Step("body before elucidation and annex", {"prior.penjelasan": 1, "prior.lampiran": 1}),
    Step("form of the wanted answer", change=_no_intent),
    Step("coverage of the question's words", {"prior.cakupan": 0}),
    Step("several parts", change=_one_part),
)
DIGESTS_ONLY = Step("everyday questions of official texts")


def name_of(step: Step) -> str:
    """How rows name the assistant without a step."""
    return f"{OURS} -{step.name}"


def generate(setup: Setup) -> Iterator[Row]:
    """The whole, the whole without each step, and with a vector arm."""
    make = row_maker(setup)
    yield from rows_of(Ours(setup), SETS, make)
    for step in STEPS:
        weights = with_weights(step.weights) if step.weights else None
        system = Ours(setup, name_of(step), weights, step.change)
        yield from rows_of(system, SETS, make)
    bare = Ours(setup, name_of(DIGESTS_ONLY))
    bare.retriever = _without_questions(setup)
    yield from rows_of(bare, SETS, make)
    store = ChunkStore(setup.generation / "chroma")
    for weight in VECTOR_WEIGHTS:
        yield from rows_of(Fused(setup, weight, store), ("dev",), make)


def _without_questions(setup: Setup) -> Retriever:
    """A retriever on an index whose official texts have no everyday questions."""
    held = setup.assistant.retriever.chunks
    every = [held.at(row) for row in range(len(held))]
    plain = [c if c.tier == "ringkasan" else c.model_copy(update={"tanya": ()}) for c in every]
    folder = _empty(setup.work / "without-questions")
    lexical.build(plain, folder)
    chunkfile.write(plain, folder)
    return Retriever(folder)


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


TASK = Task("ablations", Row, generate, METRICS, compared=("hit@1", "hit@5", "mrr@10"))
