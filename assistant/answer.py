"""An answer and its parts, as `spm ask --json` prints them, and the answer path as a list."""

from typing import Literal

from pydantic import Field

from corpus.models import Bagian, Model, StatusHukum, Tier

SCHEMA = 1
Status = Literal[
    "answered",
    "clarification",
    "unanswerable_no_source",
    "unanswerable_out_of_scope",
    "refused_personal_data",
    "error",
]


class SourceFile(Model):
    """The user's file that a passage was read from, and its 1-based page."""

    file: str | None = None
    page: int | None = None


class Citation(Model):
    """What a mark stands for; `verified_locator` is False while a pasal number is unconfirmed."""

    mark: int
    regulation: str
    pasal: str | None
    ayat: str | None
    huruf: str | None
    bagian: Bagian
    label: str
    tier: Tier
    legal_status: StatusHukum
    verified_locator: bool
    text: str
    source: SourceFile


class PassageRef(Model):
    """A passage that was looked at, kept for the answer or not."""

    id: str
    score: float
    kept: bool


class Answer(Model):
    """The reply to one question. `schema` is written first; fields are only ever added.

    `passport` is the id for `spm show`, None where nothing was kept.
    """

    schema_: int = Field(default=SCHEMA, alias="schema", serialization_alias="schema")
    question: str
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    notices: tuple[str, ...] = ()
    mode: Literal["extractive", "model"] = "extractive"
    passages: tuple[PassageRef, ...] = ()
    elapsed_ms: int = 0
    passport: str | None = None

    def to_json(self) -> str:
        """One line of JSON with the contract's keys."""
        return self.model_dump_json(by_alias=True)


# The answer path, in order; `assistant.pipeline` runs the functions of these names. A step may
# end the path by returning an Answer.
STEPS = (
    "refuse_personal_data",
    "refuse_tasks",
    "understand_question",
    "retrieve_passages",
    "note_regulations",
    "compose_answer",
    "refuse_without_evidence",
    "verify_citations",
)
