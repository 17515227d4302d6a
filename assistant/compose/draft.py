"""What a composer gets and what it gives."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from assistant import citing
from assistant.answer import Citation, Status
from assistant.citations import supports
from assistant.question import Question
from assistant.retrieval import Passage, Retriever
from corpus.models import Chunk, Regulasi


@dataclass(frozen=True)
class Case:
    """A question with what was found for it."""

    question: Question
    found: tuple[Passage, ...]
    retriever: Retriever

    @property
    def day(self) -> date:
        """The day whose law is asked for."""
        return self.question.day


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text that code wrote."""
    return [int(n) for n in re.findall(r"\d+", text)]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its marks in it, and the numbers that code computed for it."""

    text: str
    marks: tuple[int, ...] = ()
    computed: frozenset[int] = frozenset()


@dataclass
class Draft:
    """Sentences with marks and their citations, in the order of the marks.

    `searched`: it rests on word search alone, so that weak evidence may still refuse it.
    `tells_status`: the sentences say what is in force, so that notices need not say it again.
    """

    day: date
    searched: bool = False
    tells_status: bool = False
    status: Status = "answered"
    sentences: list[Sentence] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    def say(self, sentence: str, *marks: int, computed: Iterable[int] = ()) -> None:
        """Adds a sentence; its marks stand at the end of its first line.

        Args:
            computed: Numbers that code counted and that no cited text needs to hold.
        """
        if not marks:
            self.sentences.append(Sentence(sentence))
            return
        shown = " " + "".join(f"[{m}]" for m in dict.fromkeys(marks))
        first, newline, rest = sentence.partition("\n")
        end = first[-1] if first.endswith((".", ":")) else ""
        body = first[: len(first) - len(end)]
        text = f"{body}{shown}{end}{newline}{rest}"
        self.sentences.append(Sentence(text, tuple(dict.fromkeys(marks)), frozenset(computed)))

    def cite(self, chunk: Chunk, huruf: str | None = None) -> int:
        """The mark of a chunk, the same one for the same place."""
        return self._add(citing.of_chunk(len(self.citations) + 1, chunk, self.day, huruf))

    def cite_passage(self, passage: Passage, huruf: str | None = None) -> int:
        """The mark of a passage: its official text where there is one."""
        self.used.append(passage.address)
        return self.cite(passage.best, huruf)

    def cite_fact(self, source_id: str, written: str, text: str) -> int:
        """The mark of a fact that stands in no regulation."""
        return self._add(citing.of_fact(len(self.citations) + 1, source_id, written, text))

    def cite_registry(self, regulation: Regulasi, text: str, pasal: str | None = None) -> int:
        """The mark of what the registry says about a regulation."""
        return self._add(
            citing.of_registry(len(self.citations) + 1, regulation, self.day, text, pasal)
        )

    def cite_explained(self, passage: Passage, text_of: Callable[[Chunk], str]) -> tuple[int, str]:
        """The mark of a passage and the words for it: the digest's where the cited text holds them,
        else the cited text's own."""
        mark = self.cite_passage(passage)
        text = text_of(passage.explained)
        if passage.explained is passage.best or supports(text, [self.citations[mark - 1]]):
            return mark, text
        return mark, text_of(passage.best)

    def join(self, other: "Draft") -> None:
        """Puts the sentences of another draft behind its own; the same place keeps one mark."""
        marks = {c.mark: self._add(c.model_copy(update={"mark": 0})) for c in other.citations}
        for s in other.sentences:
            text = re.sub(r"\[(\d+)\]", lambda m: f"[{marks.get(int(m[1]), m[1])}]", s.text)
            self.sentences.append(replace(s, text=text, marks=tuple(marks[m] for m in s.marks)))
        self.notices += [n for n in other.notices if n not in self.notices]
        self.used += other.used
        self.tells_status = self.tells_status and other.tells_status

    def renumber(self) -> None:
        """Citations without a sentence fall away, and the marks count from 1 again."""
        shown = {m for s in self.sentences for m in s.marks}
        kept = [c for c in self.citations if c.mark in shown]
        marks = {c.mark: n for n, c in enumerate(kept, 1)}
        self.citations = [c.model_copy(update={"mark": marks[c.mark]}) for c in kept]
        self.sentences = [
            replace(
                s,
                text=re.sub(r"\[(\d+)\]", lambda m: f"[{marks.get(int(m[1]), m[1])}]", s.text),
                marks=tuple(marks[m] for m in s.marks),
            )
            for s in self.sentences
        ]

    def _add(self, citation: Citation) -> int:
        for held in self.citations:
            if held.model_copy(update={"mark": 0}) == citation.model_copy(update={"mark": 0}):
                return held.mark
        mark = len(self.citations) + 1
        self.citations.append(citation.model_copy(update={"mark": mark}))
        return mark

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return "\n".join(s.text for s in self.sentences)
