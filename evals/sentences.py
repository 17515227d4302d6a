"""An answer's text as lines with the citations that hold them, and which lines nothing holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.citations import MARK, supports

ITEM = re.compile(r"^\s*(?:[a-z]|\d{1,2})[.)]\s", re.MULTILINE)
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Line:
    """One line of an answer and the marks that stand for it: its own, or those above it."""

    text: str
    marks: tuple[int, ...]
    own: bool
    items: int = 0


def lines(answer: str) -> list[Line]:
    """The lines of an answer; one without a mark belongs to the marked line above it."""
    found: list[Line] = []
    marks: tuple[int, ...] = ()
    written = [line for line in answer.split("\n") if line.strip()]
    for n, text in enumerate(written):
        own = tuple(int(m) for m in MARK.findall(text))
        marks = own or marks
        after = [bool(MARK.search(t)) for t in written[n + 1 :]]
        below = written[n + 1 : n + 1 + (after.index(True) if True in after else len(after))]
        found.append(Line(text, marks, bool(own), sum(bool(ITEM.match(t)) for t in below)))
    return found


def unsupported(answer: str, citations: Sequence[Citation], asked: str) -> list[str]:
    """Lines whose numbers or words their citations do not hold, and lines without any citation.

    A number may also be one of the question, or a count that can be made from the cited text or
    the list below the line: how many items there are, or the sum of two such counts.
    """
    by_mark = {c.mark: c for c in citations}
    wrong = []
    for line in lines(answer):
        cited = [by_mark[m] for m in line.marks if m in by_mark]
        if not cited or not supports(line.text, cited, _countable(line, cited, asked)):
            wrong.append(line.text)
    return wrong


def _countable(line: Line, cited: Sequence[Citation], asked: str) -> frozenset[int]:
    counts = {len(ITEM.findall(c.text)) for c in cited}
    sums = {a + b for a in counts for b in counts}
    return frozenset({line.items, *counts, *sums, *(int(n) for n in NUMBER.findall(asked))})
