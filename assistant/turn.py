"""What one turn of a conversation hands to the model, and what comes back of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from assistant.compiling.compiler import Kept
from assistant.evidence import Evidence
from assistant.memory import Turn
from assistant.uploaded import Uploaded


@dataclass(frozen=True)
class Asked:
    """One turn for the model. All texts are masked; `plain` is the extractive answer."""

    question: str
    plain: Answer
    turns: Sequence[Turn]
    today: date
    day: date
    upload: Uploaded | None = None


@dataclass(frozen=True)
class Written:
    """The answer of a turn with all that its passport needs.

    `evidence` by the marks of the answer; `dropped` counts sentences by the reason they fell.
    """

    answer: Answer
    evidence: dict[int, Evidence]
    kept: tuple[Kept, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    calls: int = 0
