"""Does the right place of the law stand among the first k? Ours, LangChain's and a blind system.

What counts as a hit: `evals/place_metrics.py`.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from assistant.citing import is_practice
from evals import baselines
from evals.addresses import Addresses, cut
from evals.place_metrics import DEPTH, METRICS, Row
from evals.questions import Half, Question, questions
from evals.setup import Setup
from evals.systems import Ours, Random, System
from evals.task import Task


def generate(setup: Setup) -> Iterator[Row]:
    """Rows of every system that can run here."""
    make = row_maker(setup)
    mine: tuple[System, ...] = (Ours(setup), Random(setup))
    for system in mine:
        yield from rows_of(system, setup.sets, make)
    for baseline in baselines.systems(setup):
        yield from rows_of(baseline, setup.halves, make)


def rows_of(system: System, sets: Sequence[Half], make: Callable[..., Row]) -> Iterator[Row]:
    """One row for every question with a gold address."""
    for half in sets:
        asked = [q for q in questions(half) if q.gold]
        system.search(asked[0], DEPTH)  # what is loaded lazily must not count as time
        for question in asked:
            started = time.perf_counter()
            found = system.search(question, DEPTH)
            took = 1000 * (time.perf_counter() - started)
            yield make(system.name, half, question, found, took)


def row_maker(setup: Setup) -> Callable[..., Row]:
    """Makes rows; knows which regulations and sources the index and the files hold."""
    regulations, _ = setup.assistant.retriever.chunks.column("regulasi")
    practice = {c.sumber[0] for c in setup.digests if is_practice(c) and c.sumber}
    held, files = {*regulations, *practice}, set(setup.files)

    def make(
        system: str, half: str, question: Question, found: Sequence[Addresses], ms: float
    ) -> Row:
        return Row(
            system=system, half=half, id=question.id, group=question.class_, ms=round(ms, 2),
            named=question.named, gold=question.gold, reachable=reachable(question, held),
            in_files=reachable(question, files), named_held=question.named in held,
            found=tuple(found),
        )  # fmt: skip

    return make


def reachable(question: Question, held: set[str]) -> bool:
    """Whether every need names a regulation (or source) that is there at all."""
    return all(any(cut(a, "regulation") in held for a in need) for need in question.gold)


TASK = Task(
    "retrieval",
    Row,
    generate,
    METRICS,
    compared=(
        "hit@1_files",
        "hit@5_files",
        "mrr@10_files",
        "wrong_first_files",
        "wrong_share@5_files",
    ),
)
