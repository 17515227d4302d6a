"""What a model was shown under which mark: passages of law and results of code."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from assistant import messages, steering
from assistant.answer import Citation
from corpus.models import Chunk, StatusHukum
from corpus.names import short_name
from corpus.registry import get, successors


@dataclass(frozen=True)
class Evidence:
    """One mark. `facts` are sentences that code made under it; `path` the headings above it;
    `chunk` the id of the chunk, None where the text stands in no chunk."""

    citation: Citation
    facts: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    chunk: str | None = None

    @property
    def text(self) -> str:
        """All that may support a sentence, without sentences that speak to the assistant."""
        text = steering.quiet(self.citation.text)
        return "\n".join([self.citation.label, *self.path, text, *self.facts, self.status])

    @property
    def status(self) -> str:
        """What the registry knows where the law is no longer in force; else empty."""
        return _status(self.citation.regulation, self.citation.legal_status)

    def shown(self, longest: int) -> str:
        """What the model reads under the mark."""
        text = steering.quiet(self.citation.text)
        if len(text) > longest:
            text = text[:longest].rsplit(" ", 1)[0] + " …"
        notes = [f"Keterangan program: {fact}" for fact in self.facts if fact not in text]
        head = (
            f"[{self.citation.mark}] {self.citation.label} · status: {self.citation.legal_status}"
        )
        return "\n".join([head, text, *notes])


@dataclass
class Handout:
    """The marks handed out for one question, from 1. The same place gets the same mark."""

    held: dict[int, Evidence] = field(default_factory=dict)

    def give(
        self, citation: Citation, *, facts: Iterable[str] = (), chunk: Chunk | None = None
    ) -> Evidence:
        """The evidence of a place, with a new mark or the one that it has."""
        facts = [quiet for fact in facts if (quiet := steering.quiet(fact))]
        for mark, known in self.held.items():
            if _same(known.citation, citation):
                more = tuple(dict.fromkeys((*known.facts, *facts)))
                self.held[mark] = replace(known, facts=more, chunk=known.chunk or _id(chunk))
                return self.held[mark]
        mark = len(self.held) + 1
        path = chunk.jalur if chunk else ()
        marked = citation.model_copy(update={"mark": mark})
        self.held[mark] = Evidence(marked, tuple(dict.fromkeys(facts)), path, _id(chunk))
        return self.held[mark]


def _status(regulation_id: str, status: StatusHukum) -> str:
    """What the registry knows of a law that is no longer in force."""
    regulation = get(regulation_id)
    if status != "dicabut" or regulation is None:
        return ""
    later = ", ".join(short_name(r) for r in successors(regulation))
    return messages.EVIDENCE_REVOKED.format(nama=short_name(regulation), oleh=later or "-")


def _id(chunk: Chunk | None) -> str | None:
    return chunk.id if chunk else None


def _same(one: Citation, other: Citation) -> bool:
    return (one.regulation, one.label, one.text) == (other.regulation, other.label, other.text)
