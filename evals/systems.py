"""Systems that rank places of the law for a question: ours, and ours with a step changed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.pipeline import Assistant, Run, retrieve_passages, understand_question
from assistant.question import Question as Understood
from assistant.retrieval import Passage, Retriever
from assistant.weights import Weights, shipped
from corpus.places import address_of
from evals.addresses import Addresses, of_passage
from evals.questions import Question
from evals.setup import OURS, Setup

Change = Callable[[Understood], Understood]


class System(Protocol):
    """Something that finds places of the law."""

    @property
    def name(self) -> str: ...

    def search(self, question: Question, k: int) -> Sequence[Addresses]:
        """The k best hits, the best first, each as all addresses that it stands for."""
        ...


def unchanged(question: Understood) -> Understood:
    """The question as it was understood."""
    return question


class Ours:
    """The real system's first steps: understand, then retrieve."""

    def __init__(
        self,
        setup: Setup,
        name: str = OURS,
        weights: Weights | None = None,
        change: Change = unchanged,
    ) -> None:
        self.name = name
        self._today, self._change = setup.today, change
        self.retriever = (
            Retriever(setup.generation, weights) if weights else setup.assistant.retriever
        )

    def understood(self, question: Question) -> Run:
        """The run up to the understood question, with the change made to it."""
        text = " ".join(question.question.split())
        run = Run(text, self._today, question.on, 0, self.retriever, question.history)
        understand_question(run)
        assert run.question is not None
        run.question = self._changed(run.question)
        return run

    def _changed(self, question: Understood) -> Understood:
        parts = tuple(self._change(part) for part in question.parts)
        return self._change(replace(question, parts=parts))

    def passages(self, question: Question, k: int) -> list[Passage]:
        """The passages that the real system would look at."""
        run = self.understood(question)
        run.k = k
        retrieve_passages(run)
        return run.found

    def search(self, question: Question, k: int) -> Sequence[Addresses]:
        return [of_passage(passage) for passage in self.passages(question, k)]


class Random:
    """Places drawn blindly: what a metric gives for nothing."""

    name = "acak"

    def __init__(self, setup: Setup) -> None:
        self._ids = setup.assistant.retriever.chunks.ids

    def search(self, question: Question, k: int) -> Sequence[Addresses]:
        drawn = random.Random(question.id).sample(self._ids, min(k, len(self._ids)))
        return [(address_of(chunk_id),) for chunk_id in drawn]


def with_weights(changes: dict[str, float], base: Weights | None = None) -> Weights:
    """The shipped weights with some changed.

    Args:
        changes: "field.tanya" -> new value.

    Raises:
        KeyError: there is no such weight.
    """
    raw = (base or shipped()).model_dump()
    for path, value in changes.items():
        section, name = path.split(".")
        if name not in raw[section]:
            raise KeyError(path)
        raw[section][name] = value
    return Weights.model_validate(raw)


def at_weights(setup: Setup, weights: Weights) -> Assistant:
    """The whole assistant with other weights."""
    assistant = Assistant(setup.home)
    assistant.retriever = Retriever(setup.generation, weights)
    return assistant
