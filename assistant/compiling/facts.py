"""A sentence beside all that it cites, and how its words are looked up there."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.compiling.claims import Claims
from assistant.compiling.rules import rules
from assistant.compiling.spelling import shape
from assistant.compiling.units import vocabulary
from assistant.evidence import Evidence
from corpus.glossary import abbreviations
from corpus.lexical import tokens


@dataclass(frozen=True)
class Facts:
    """A sentence beside all that it cites."""

    said: Claims
    held: tuple[Claims, ...]
    evidence: tuple[Evidence, ...]
    day: date
    asked: frozenset[str]


def stems_of(f: Facts) -> frozenset[str]:
    return frozenset().union(*(_vocabulary(e.text) for e in f.evidence))


@lru_cache(maxsize=1024)
def _vocabulary(text: str) -> frozenset[str]:
    return vocabulary(text)


def known(word: str, held: frozenset[str]) -> bool:
    """Whether a stem, one that means the same, or all that it abbreviates is held."""
    if word in held or rules().same.get(word, frozenset()) & held:
        return True
    return any({shape(s) for s in tokens(r.arti)} <= held for r in abbreviations().get(word, ()))
