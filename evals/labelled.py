"""The labelled sentences of `datasets/compiler.jsonl` with the evidence that they cite."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from assistant import citing
from assistant.evidence import Evidence, Handout
from assistant.retrieval import Retriever
from corpus.models import Model
from evals.questions import Half

Label = Literal[
    "supported",
    "wrong_number",
    "wrong_pasal",
    "wrong_regulation",
    "wrong_support",
    "revoked",
    "fabricated_mark",
    "negated",
]


class Labelled(Model):
    """One sentence; `cites` are law addresses. Only `supported` may be delivered."""

    id: str
    half: Half
    label: Label
    cites: tuple[str, ...]
    sentence: str

    @property
    def good(self) -> bool:
        """Whether the sentence holds."""
        return self.label == "supported"

    @property
    def marks(self) -> tuple[int, ...]:
        """The marks that it bears: one that nobody handed out where the label says so."""
        count = len(self.cites)
        return (count + 6,) if self.label == "fabricated_mark" else tuple(range(1, count + 1))


@cache
def labelled() -> tuple[Labelled, ...]:
    """Every sentence, in the order of the file."""
    text = (files("evals") / "datasets" / "compiler.jsonl").read_text(encoding="utf-8")
    return tuple(Labelled.model_validate_json(line) for line in text.splitlines())


def evidence(retriever: Retriever, addresses: Sequence[str], day: date) -> dict[int, Evidence]:
    """The evidence of some addresses as the agent would hand it out.

    Raises:
        KeyError: an address is not in the index.
    """
    handout = Handout()
    for address in addresses:
        passage = retriever.place(address)
        if passage is None:
            raise KeyError(address)
        both = passage.official is not None and passage.digest is not None
        notes = [passage.digest.teks] if both and passage.digest else []
        citation = citing.of_chunk(1, passage.best, day)
        handout.give(citation, facts=notes, chunk=passage.best)
    return handout.held


def of_half(half: Half) -> Iterator[Labelled]:
    """The sentences of one half."""
    return (row for row in labelled() if row.half == half)
