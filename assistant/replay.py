"""Old answers asked again: what their passports say is held to the texts and the law of today."""

from dataclasses import dataclass
from datetime import date

from assistant import citing, messages
from assistant.compiling.compiler import verdict
from assistant.evidence import Evidence
from assistant.format import day as written_day
from assistant.issuing import Inputs, ask
from assistant.memory import Memory
from assistant.passport import Passport, digest
from assistant.pipeline import Assistant
from assistant.privacy import without_placeholders


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
