"""Checks that a sentence is held by what its marks cite: its numbers and its words occur there."""

import re
from collections.abc import Sequence

from assistant.answer import Citation
from corpus.lexical import tokens

MARK = re.compile(r"\[(\d+)\]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LIST_NUMBER = re.compile(r"^\s*\d+\.\s", re.MULTILINE)
# Share of a sentence's content words that must occur in the cited text or its label.
LEAST_OVERLAP = 0.5


def _numbers(text: str) -> set[str]:
    """Numbers as digits only, so that "1.725" and "1725" are one."""
    return {re.sub(r"[.,]", "", n) for n in NUMBER.findall(text)}


def supports(
    sentence: str, cited: Sequence[Citation], computed: frozenset[int] = frozenset()
) -> bool:
    """Whether every number of a sentence, and half of its content words, stand in what it cites."""
    plain = LIST_NUMBER.sub("", MARK.sub("", sentence))
    evidence = " ".join(f"{c.label} {c.text}" for c in cited)
    words = set(tokens(plain)) - {str(n) for n in computed}
    shared = len(words & set(tokens(evidence))) / len(words) if words else 1.0
    known = _numbers(evidence) | {str(n) for n in computed}
    return _numbers(plain) <= known and shared >= LEAST_OVERLAP
