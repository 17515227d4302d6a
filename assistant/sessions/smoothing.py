"""Sentences that a model may smooth: taken only where every fact in them stayed the same."""

import re
from collections import Counter
from collections.abc import Callable

Smooth = Callable[[str], str]
# Numbers with what belongs to them, names, abbreviations and masked places.
FACT = re.compile(r"\[[^\]]*\]|\d[\d.,/%:-]*|\b[A-Z][\w/-]*")
LONGER = 1.6


def smoothed(text: str, smooth: Smooth | None) -> str:
    """The model's sentence, or the text as it was noted where the two do not say the same."""
    if smooth is None:
        return text
    new = " ".join(smooth(text).split())
    if not new or len(new) > LONGER * len(text) + 20 or facts(new) != facts(text):
        return text
    return new


def facts(text: str) -> Counter[str]:
    """Numbers, names and abbreviations of a text; a capital at the very beginning is no name."""
    found = [f.rstrip(".,:-") for f in FACT.findall(text)]
    first = re.match(r"[A-Z][a-z’'-]*\b", text)
    if first and found and found[0] == first.group():
        found = found[1:]
    return Counter(found)
