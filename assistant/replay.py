"""Answers that can be asked again: a passport is issued with every answer and verified later."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from assistant import citing, messages
from assistant.answer import Answer, Citation
from assistant.compiler import verdict
from assistant.evidence import Evidence
from assistant.format import day as written_day
from assistant.memory import Memory
from assistant.passport import Checked, CitedText, Passport, digest, new_id
from assistant.pipeline import Assistant, Run, understand_question
from assistant.privacy import without_placeholders
from assistant.retrieval import DIGEST
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


@dataclass(frozen=True)
class Verified:
    """What became of an old answer. `broken` says in sentences what no longer holds."""

    passport: Passport
    broken: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether everything still stands."""
        return not self.broken


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
    written: Written | None,
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
    ids = [p.id for p in answer.passages] + [address, address + DIGEST]
    ids += [i for i in chunks.ids if i.startswith(address + "/")] if citation.pasal else []
    return next((i for i in ids if (c := chunks.get(i)) and c.teks == citation.text), None)


def verify(assistant: Assistant, passport: Passport, today: date, corpus: str) -> Verified:
    """Asks again and compares cited texts, legal status today and the support of sentences."""
    inputs = Inputs(
        without_placeholders(passport.question), tuple(map(without_placeholders, passport.history)),
        passport.today, passport.on, passport.k,
    )  # fmt: skip
    again, day = ask(assistant, inputs)
    now_texts = {(c.regulation, digest(c.text)) for c in again.citations}
    broken: list[str] = []
    notes: list[str] = []
    for cited in passport.citations:
        chunk = assistant.retriever.chunks.get(cited.chunk) if cited.chunk else None
        same = chunk is not None and digest(chunk.teks) == cited.sha256
        if cited.chunk and not same:
            broken.append(messages.SHOW_TEXT_CHANGED.format(mark=cited.mark, label=cited.label))
        elif not cited.chunk and (cited.regulation, cited.sha256) not in now_texts:
            notes.append(messages.SHOW_NOT_REPEATED.format(mark=cited.mark, label=cited.label))
        status = citing.legal_status(cited.regulation, max(today, day))
        if status != cited.legal_status and passport.on is None:
            broken.append(
                messages.SHOW_STATUS_CHANGED.format(
                    mark=cited.mark,
                    label=cited.label,
                    dahulu=messages.LEGAL_STATUS[cited.legal_status],
                    kini=messages.LEGAL_STATUS[status],
                )
            )
    broken += _unsupported(assistant, passport, day)
    if again.status != passport.status and passport.mode == "extractive":
        broken.append(messages.SHOW_OTHER_STATUS.format(dahulu=passport.status, kini=again.status))
    elif passport.mode == "extractive" and now_texts != {
        (c.regulation, c.sha256) for c in passport.citations
    }:
        notes.append(messages.SHOW_OTHER_ANSWER)
    if corpus != passport.corpus:
        notes.append(messages.SHOW_CORPUS_CHANGED.format(dahulu=passport.corpus, kini=corpus))
    return Verified(passport, tuple(broken), tuple(notes))


def _unsupported(assistant: Assistant, passport: Passport, day: date) -> list[str]:
    """Sentences of a model that today's texts would not support."""
    handed: dict[int, Evidence] = {}
    for cited in passport.citations:
        chunk = assistant.retriever.chunks.get(cited.chunk) if cited.chunk else None
        facts = tuple(fact for mark, fact in passport.facts if mark == cited.mark)
        if chunk is not None:
            citation = citing.of_chunk(cited.mark, chunk, day)
            handed[cited.mark] = Evidence(citation, facts, chunk.jalur, chunk.id)
    return [
        messages.SHOW_SENTENCE.format(kalimat=s.text)
        for s in passport.sentences
        if all(m in handed for m in s.marks)
        and verdict(s.text, s.marks, handed, day, passport.question) is not None
    ]


def show(
    assistant: Assistant, memory: Memory, passport_id: str, today: date, corpus: str
) -> tuple[str, bool]:
    """What `spm show` prints, and whether the answer still holds."""
    passport = memory.passport(passport_id)
    if passport is None:
        return messages.SHOW_UNKNOWN.format(id=passport_id), False
    found = verify(assistant, passport, today, corpus)
    how = messages.SHOW_MODE[passport.mode].format(model=passport.model)
    made = f"{written_day(passport.made.date())} {passport.made:%H.%M}"
    lines = [
        messages.SHOW_HEAD.format(id=passport.id, waktu=made, cara=how, basis=passport.corpus),
        messages.SHOW_QUESTION.format(tanya=passport.question), "", passport.answer, "",
    ]  # fmt: skip
    if passport.citations:
        lines += [messages.BASIS, *(f"[{c.mark}] {c.label}" for c in passport.citations), ""]
    if found.holds:
        lines.append(messages.SHOW_HOLDS.format(n=len(passport.citations)))
    else:
        lines += [messages.SHOW_BROKEN, *(f"- {b}" for b in found.broken)]
    return "\n".join([*lines, *found.notes]), found.holds
