"""Extractive answers with all that they depend on, and the passport of an answer."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation
from assistant.passport import Checked, CitedText, Passport, digest, new_id
from assistant.pipeline import Assistant, Run, understand_question
from corpus.places import DIGEST

if TYPE_CHECKING:
    from assistant.turn import Written

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Inputs:
    """All that an extractive answer depends on, beside the corpus."""

    question: str
    history: tuple[str, ...]
    today: date
    on: date | None
    k: int


def ask(assistant: Assistant, inputs: Inputs) -> tuple[Answer, date]:
    """The extractive answer and the day whose law it is about."""
    answer = assistant.ask(
        inputs.question, today=inputs.today, on=inputs.on, k=inputs.k, history=inputs.history
    )
    day = inputs.on or inputs.today
    # Only a year in the words can mean another day than today's.
    if inputs.on is None and any(YEAR.search(t) for t in (inputs.question, *inputs.history)):
        run = Run(" ".join(inputs.question.split()), inputs.today, inputs.on, inputs.k,
                  assistant.retriever, inputs.history)  # fmt: skip
        understand_question(run)
        day = run.question.day if run.question else day
    return answer, day


def issue(
    assistant: Assistant,
    inputs: Inputs,
    answer: Answer,
    written: "Written | None",
    now: datetime,
    model: str | None,
    corpus: str,
) -> Passport:
    """The passport of an answer; `inputs.question` is masked."""
    cited = []
    for citation in answer.citations:
        known = written.evidence[citation.mark].chunk if written else None
        cited.append(_cited(citation, known or _chunk_of(assistant, answer, citation)))
    facts = [
        (mark, fact)
        for mark, e in (written.evidence if written else {}).items()
        for fact in e.facts
    ]
    sentences = tuple(Checked(text=k.text, marks=k.marks) for k in written.kept) if written else ()
    return Passport(
        id=new_id(),
        made=now,
        question=inputs.question,
        history=inputs.history,
        today=inputs.today,
        on=inputs.on,
        k=inputs.k,
        corpus=corpus,
        status=answer.status,
        answer=answer.answer,
        mode=answer.mode,
        model=model,
        citations=tuple(cited),
        sentences=sentences,
        facts=tuple(facts),
        dropped=written.dropped if written else (),
        passages=tuple(p.id for p in answer.passages),
    )


def _cited(citation: Citation, chunk: str | None) -> CitedText:
    return CitedText(
        mark=citation.mark, chunk=chunk, regulation=citation.regulation, pasal=citation.pasal,
        ayat=citation.ayat, huruf=citation.huruf, label=citation.label,
        sha256=digest(citation.text), legal_status=citation.legal_status,
    )  # fmt: skip


def _chunk_of(assistant: Assistant, answer: Answer, citation: Citation) -> str | None:
    """The id of the chunk that a citation quotes: among the passages, else at its address."""
    chunks = assistant.retriever.chunks
    address = citation.regulation
    for name in ("pasal", "ayat", "huruf"):
        part = getattr(citation, name)
        address += f"/{name}-{part.lower()}" if part else ""
    near = [*(p.id for p in answer.passages), address, address + DIGEST]
    # Thousands of ids: looked through only where the citation is none of the near ones.
    below = (i for i in chunks.ids if citation.pasal and i.startswith(address + "/"))
    found = (i for i in chain(near, below) if (c := chunks.get(i)) and c.teks == citation.text)
    return next(found, None)
