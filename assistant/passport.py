"""The passport of an answer: all that is needed to replay and verify it later."""

import hashlib
import json
import secrets
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from corpus import generations
from corpus.models import Model, StatusHukum

ID_LENGTH = 12


class CitedText(Model):
    """A citation as it was: `chunk` is None where no chunk holds it (registry, fact, own file)."""

    mark: int
    chunk: str | None
    regulation: str
    pasal: str | None
    ayat: str | None
    huruf: str | None
    label: str
    sha256: str
    legal_status: StatusHukum


class Checked(Model):
    """One delivered sentence of a model with the marks that it cites."""

    text: str
    marks: tuple[int, ...]


class Passport(Model):
    """What an answer was made from. Texts of the user are masked."""

    id: str
    made: datetime
    question: str
    history: tuple[str, ...]
    today: date
    on: date | None
    k: int
    corpus: str
    status: str
    answer: str
    mode: Literal["extractive", "model"]
    model: str | None
    citations: tuple[CitedText, ...]
    sentences: tuple[Checked, ...]
    facts: tuple[tuple[int, str], ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    passages: tuple[str, ...] = ()


def digest(text: str) -> str:
    """SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def new_id() -> str:
    """Twelve hex digits that nobody can guess from an answer."""
    return secrets.token_hex(ID_LENGTH // 2)


def corpus_version(folder: Path) -> str:
    """Twelve hex digits that change when the indexed texts, the code or the embedder do."""
    made = asdict(generations.manifest(folder))
    made.pop("built")
    return digest(json.dumps(made, sort_keys=True))[:ID_LENGTH]
