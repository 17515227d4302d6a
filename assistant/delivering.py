"""What of a model's text is delivered: the sentences that hold, with marks from 1."""

from collections.abc import Sequence

from assistant import messages
from assistant.answer import Citation
from assistant.compiling.compiler import Compiled, Kept
from assistant.compiling.sentences import MARK
from assistant.evidence import Handout
from assistant.model import Spent
from assistant.turn import Asked, Written


def delivered(asked: Asked, compiled: Compiled, handout: Handout, spent: Spent) -> Written:
    """The kept sentences with marks from 1, and what was checked as a notice."""
    order = list(dict.fromkeys(m for k in compiled.kept for m in k.marks))
    new = {old: n for n, old in enumerate(order, 1)}
    kept = tuple(
        Kept(_renumbered(k.text, new), tuple(new[m] for m in k.marks), k.item)
        for k in compiled.kept
    )
    evidence = {new[m]: handout.held[m] for m in order}
    citations: list[Citation] = [
        e.citation.model_copy(update={"mark": mark}) for mark, e in evidence.items()
    ]
    counts: dict[str, int] = {}
    for fallen in compiled.dropped:
        counts[fallen.why] = counts.get(fallen.why, 0) + 1
    checked = messages.CHECKED.format(kalimat=len(kept), sitiran=len(citations))
    if compiled.dropped:
        checked += messages.CHECKED_DROPPED.format(n=len(compiled.dropped))
    used = {e.chunk for e in evidence.values()}
    answer = asked.plain.model_copy(
        update={
            "status": "answered",
            "answer": "\n".join(k.text for k in kept),
            "citations": tuple(citations),
            # Those of the extractive answer stay: they are about the question's laws.
            "notices": (*asked.plain.notices, *_practice(citations), checked),
            "mode": "model",
            "passages": tuple(
                p.model_copy(update={"kept": p.id in used}) for p in asked.plain.passages
            ),
        }
    )
    return Written(answer, evidence, kept, tuple(sorted(counts.items())), spent.calls)


def _practice(citations: Sequence[Citation]) -> tuple[str, ...]:
    """A cited place whose number is not confirmed is said to be so."""
    open_ones = any(
        not c.verified_locator and not c.regulation.startswith("sumber-") for c in citations
    )
    return (messages.ARTICLE_UNCONFIRMED,) if open_ones else ()


def _renumbered(text: str, new: dict[int, int]) -> str:
    return MARK.sub(lambda m: f"[{new[int(m.group(1))]}]" if int(m.group(1)) in new else "", text)
