"""A passage: one place in the law, with the official text and the digest that we may have of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.question import Question
from corpus.lexical import tokens
from corpus.models import Chunk

# Stems of the chunks that are looked at again and again: some tens of megabytes at most.
MOST_STEMMED = 4096
PLACE = re.compile(r"/(?:ayat|angka|huruf|hal)-.*")


def whole_of(address: str) -> str:
    """The address of the whole pasal (or annex) that a place belongs to."""
    return PLACE.sub("", address)


@dataclass(frozen=True)
class Passage:
    """One place in the law. `official` and `digest` are the two texts we may have of it.

    `score` is the weighted BM25; `covered` are the question's stems that it holds and `cover`
    their share by idf; `asked` is how near an everyday question of the place comes, about 0 to 1;
    `why` says why it was found or rejected.
    """

    address: str
    official: Chunk | None
    digest: Chunk | None
    score: float
    covered: frozenset[str]
    cover: float
    why: str
    asked: float = 0.0

    @property
    def best(self) -> Chunk:
        """The text to cite: the official one where there is one."""
        chunk = self.official or self.digest
        assert chunk is not None
        return chunk

    @property
    def explained(self) -> Chunk:
        """The text to read out: the digest where there is one."""
        chunk = self.digest or self.official
        assert chunk is not None
        return chunk

    @property
    def regulation(self) -> str:
        """The regulation's id."""
        return self.best.regulasi

    @property
    def pasal(self) -> str:
        """The address of the whole pasal (or annex) that it belongs to."""
        return whole_of(self.address)


def passage_of(
    address: str,
    chunks: Iterable[Chunk],
    why: str,
    score: float = float("inf"),
    covered: frozenset[str] = frozenset(),
    cover: float = 1.0,
    asked: float = 0.0,
) -> Passage:
    """The passage of the chunks of one place."""
    every = list(chunks)
    official = next((c for c in every if c.tier == "resmi"), None)
    digest = next((c for c in every if c.tier != "resmi"), None)
    return Passage(address, official, digest, score, covered, cover, why, asked)


def covered_by(chunks: Iterable[Chunk], question: Question) -> frozenset[str]:
    """The question's stems that the texts of a passage hold, as such or as what they stand for."""
    held: set[str] = set()
    for chunk in chunks:
        held |= _stems_of(chunk)
    return frozenset(
        t.stem
        for t in question.terms
        if t.stem in held or t.mended in held or any(a in held for a in t.alternatives)
    )


@lru_cache(maxsize=MOST_STEMMED)
def _stems_of(chunk: Chunk) -> frozenset[str]:
    return frozenset(tokens(" ".join((*chunk.jalur, chunk.teks, *chunk.tanya))))
