"""Is the answer right? Its citations at three levels, its key facts, and whether they hold it.

Every question is asked of the whole assistant as `spm ask` would.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from assistant.answer import Answer
from assistant.citing import of_chunk
from corpus.models import Chunk
from evals.answer_metrics import METRICS, Row
from evals.questions import Half, Question, questions
from evals.setup import OURS, Setup
from evals.systems import Ours
from evals.task import Task

ALWAYS, RANDOM, SWAPPED = "selalu-menjawab", "acak", "kutipan-tertukar"


def generate(setup: Setup) -> Iterator[Row]:
    """The assistant, its answers with the citations of others, two systems that cannot refuse."""
    for name, ask in _systems(setup).items():
        for half in setup.sets:
            rows = list(_asked(name, ask, half))
            yield from rows
            if name == OURS:
                yield from swapped(rows)


def _asked(name: str, ask: Callable[[Question], Answer], half: Half) -> Iterator[Row]:
    asked = questions(half)
    ask(asked[0])  # what is loaded lazily must not count as time
    for question in asked:
        started = time.perf_counter()
        answer = ask(question)
        yield row(name, half, question, answer, 1000 * (time.perf_counter() - started))


def swapped(rows: Sequence[Row]) -> Iterator[Row]:
    """Answers with the citations of the next answer: shows that unsupported lines are seen."""
    cited = [r for r in rows if r.status == "answered" and r.citations]
    for mine, other in zip(cited, [*cited[1:], *cited[:1]], strict=True):
        given = cycle(other.citations)
        citations = tuple(
            next(given).model_copy(update={"mark": held.mark}) for held in mine.citations
        )
        yield mine.model_copy(update={"system": SWAPPED, "citations": citations, "ms": None})


def row(system: str, half: str, question: Question, answer: Answer, ms: float) -> Row:
    """The row of one answer."""
    return Row(
        system=system, half=half, id=question.id, group=question.class_, ms=round(ms, 2),
        question=question.question, named=question.named, gold=question.gold, facts=question.facts,
        expected=question.status, status=answer.status, answer=answer.answer,
        notices=answer.notices, citations=answer.citations,
    )  # fmt: skip


def asked_of(setup: Setup, question: Question) -> Answer:
    """What the assistant answers."""
    return setup.assistant.ask(
        question.question, today=setup.today, on=question.on, history=question.history
    )


def _systems(setup: Setup) -> dict[str, Callable[[Question], Answer]]:
    ours, held = Ours(setup), setup.assistant.retriever.chunks

    def always(question: Question) -> Answer:
        return _quoted(setup, question, [p.best for p in ours.passages(question, 1)])

    def blind(question: Question) -> Answer:
        return _quoted(setup, question, [held.at(random.Random(question.id).randrange(len(held)))])

    return {OURS: lambda question: asked_of(setup, question), ALWAYS: always, RANDOM: blind}


def _quoted(setup: Setup, question: Question, chunks: list[Chunk]) -> Answer:
    """An answer that quotes chunks, whatever the evidence."""
    cited = tuple(of_chunk(n, chunk, setup.today) for n, chunk in enumerate(chunks, 1))
    text = "\n".join(f"[{c.mark}] {c.text}" for c in cited)
    return Answer(question=question.question, status="answered", answer=text, citations=cited)


TASK = Task(
    "answers",
    Row,
    generate,
    METRICS,
    compared=("complete", "cite_pasal", "facts_all", "status_right"),
)
