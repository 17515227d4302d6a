"""The question and reference sets as data. Fields: `evals/datasets/README.md`."""

import hashlib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from assistant.answer import Status
from corpus.models import Model

Half = Literal["dev", "dev2", "held_out"]
# `dev2` is a second set to choose on: more topics, more refusals, the same author.
HALVES: tuple[Half, ...] = ("dev", "held_out")
SETS: tuple[Half, ...] = get_args(Half)
DATASETS = Path(str(files("evals"))) / "datasets"


class Question(Model):
    """One question with what a right answer cites, says, and which status it has."""

    id: str
    class_: str = Field(alias="class")
    topic: str
    question: str
    history: tuple[str, ...]
    on: date | None
    named: str | None
    gold: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]
    status: Status
    note: str


class Expected(Model):
    """What a citation means; `huruf` in lower case."""

    regulation: str | None
    pasal: str | None
    ayat: str | None
    huruf: str | None


class Reference(Model):
    """A citation as somebody would write it."""

    id: str
    text: str
    expect: Expected


def questions(half: Half) -> list[Question]:
    """The questions of one half, in file order."""
    return [Question.model_validate_json(line) for line in _lines(f"questions_{half}.jsonl")]


def references(half: Half) -> list[Reference]:
    """The citations of one half, in file order."""
    return [Reference.model_validate_json(line) for line in _lines(f"references_{half}.jsonl")]


def _lines(name: str) -> list[str]:
    return (DATASETS / name).read_text(encoding="utf-8").splitlines()


def digests() -> dict[str, str]:
    """SHA-256 of every data set by file name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(DATASETS.glob("*.jsonl"))
    }
