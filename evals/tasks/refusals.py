"""Does the assistant refuse what it cannot know, and nothing else?

Besides the assistant: one that always answers, one that always refuses, and one that tosses a coin.
On the sets that are chosen on the evidence that an answer needs is also scaled, which gives the coverage-risk
curve: how many questions are answered, and how many of those answers are wrong.
"""

import random
import time
from collections.abc import Iterator

from assistant.answer import Status
from assistant.pipeline import Assistant
from assistant.weights import shipped
from evals.addresses import any_meets, of_citation
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.questions import Half, Question, questions
from evals.setup import OURS, Setup
from evals.systems import at_weights, with_weights
from evals.task import Task

FACTORS = (0.0, 0.75, 1.0, 1.1, 1.25, 1.5)
CHOSEN_ON: tuple[Half, ...] = ("dev", "dev2")
REFUSED: frozenset[Status] = frozenset(
    {"unanswerable_no_source", "unanswerable_out_of_scope", "refused_personal_data"}
)
ALWAYS, NEVER, COIN = "selalu-menjawab", "selalu-menolak", "acak"


class Row(AnyRow):
    """One question with the status that a system gave. `right`: its citations meet all needs."""

    expected: Status
    status: Status
    right: bool | None = None


def refusal(row: Row) -> float | None:
    """Of what must be refused: whether it was."""
    return float(row.status in REFUSED) if row.expected in REFUSED else None


def false_refusal(row: Row) -> float | None:
    """Of what can be answered: whether it was refused."""
    return float(row.status in REFUSED) if row.expected == "answered" else None


def needless_clarification(row: Row) -> float | None:
    """Of what can be answered: whether the assistant asked back instead."""
    return float(row.status == "clarification") if row.expected == "answered" else None


def clarified(row: Row) -> float | None:
    """Of what is open: whether the assistant asked back."""
    return float(row.status == "clarification") if row.expected == "clarification" else None


def kind_right(row: Row) -> float | None:
    """Of what must be refused: whether the very status is right."""
    return float(row.status == row.expected) if row.expected in REFUSED else None


def coverage(row: Row) -> float | None:
    """Whether the question was answered, rightly or not; systems that write no answer: None."""
    return float(row.status == "answered") if row.system.startswith(OURS) else None


def risk(row: Row) -> float | None:
    """Of what was answered: whether it should not have been, or cites the wrong place."""
    if row.status != "answered" or not row.system.startswith(OURS):
        return None
    return float(row.expected != "answered" or row.right is False)


METRICS: dict[str, Metric[Row]] = {
    "refusal": refusal,
    "false_refusal": false_refusal,
    "needless_clarification": needless_clarification,
    "clarified": clarified,
    "kind_right": kind_right,
    "coverage": coverage,
    "risk": risk,
}


def generate(setup: Setup) -> Iterator[Row]:
    """The assistant and three systems to compare with; the curve on dev and dev2."""
    for half in setup.sets:
        yield from asked(setup, half, OURS, setup.assistant)
        for question in questions(half):
            for name, status in _blind(question).items():
                yield _row(name, half, question, status)
    for half in CHOSEN_ON if "dev" in setup.halves else ():
        for factor in FACTORS:
            yield from asked(setup, half, scaled_name(factor), scaled(setup, factor))


def scaled_name(factor: float) -> str:
    """The name of the assistant whose thresholds are multiplied by a factor."""
    return f"{OURS} x{factor:g}"


def scaled(setup: Setup, factor: float) -> Assistant:
    """The assistant with every threshold of refusal multiplied."""
    held = shipped().refuse
    changes = {f"refuse.{n}": getattr(held, n) * factor for n in ("asing", "dikenal")}
    return at_weights(setup, with_weights(changes))


def asked(setup: Setup, half: Half, system: str, assistant: Assistant) -> Iterator[Row]:
    """Every question of a half, asked of one assistant."""
    for question in questions(half):
        started = time.perf_counter()
        answer = assistant.ask(
            question.question, today=setup.today, on=question.on, history=question.history
        )
        took = round(1000 * (time.perf_counter() - started), 2)
        cited = [of_citation(c) for c in answer.citations]
        right = all(any_meets(cited, need, "pasal") for need in question.gold)
        yield _row(system, half, question, answer.status, right if question.gold else None, took)


def _blind(question: Question) -> dict[str, Status]:
    """The statuses of systems that look at no evidence."""
    coin = random.Random(question.id).random() < 0.5
    refused: Status = "unanswerable_no_source"
    return {ALWAYS: "answered", NEVER: refused, COIN: refused if coin else "answered"}


def _row(
    system: str,
    half: str,
    question: Question,
    status: Status,
    right: bool | None = None,
    ms: float | None = None,
) -> Row:
    return Row(system=system, half=half, id=question.id, group=question.class_, ms=ms,
               expected=question.status, status=status, right=right)  # fmt: skip


TASK = Task("refusals", Row, generate, METRICS)
