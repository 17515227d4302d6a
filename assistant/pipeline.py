"""Runs the answer path of `assistant.answer.STEPS`, step by step."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant import messages, privacy
from assistant.answer import STEPS, Answer, PassageRef, Status
from assistant.citations import supports
from assistant.citing import label
from assistant.compose import Case, Draft, composed
from assistant.followup import is_follow_up, item_meant, resolve
from assistant.format import day as written_day
from assistant.grounds import enough, in_domain, of_law
from assistant.intent import GREETING, NOT_A_QUESTION, THANKS
from assistant.question import Question, understand
from assistant.retrieval import Passage, Retriever
from corpus import generations
from corpus.glossary import other_field
from corpus.names import short_name
from corpus.registry import get, status_on

DEFAULT_K = 8
FIRST_ANSWER = 2
LONGEST_QUESTION = 2_000


@dataclass
class Run:
    """One question on its way. Steps fill it in the order of STEPS."""

    text: str
    today: date
    on: date | None
    k: int
    retriever: Retriever
    history: Sequence[str] = ()
    question: Question | None = None
    found: list[Passage] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    draft: Draft | None = None


class Assistant:
    """Answers questions from one generation of the index. Loaded once, asked many times."""

    def __init__(self, home: Path) -> None:
        self.retriever = Retriever(generations.current(home))

    def ask(
        self,
        text: str,
        *,
        today: date,
        on: date | None = None,
        k: int = DEFAULT_K,
        history: Sequence[str] = (),
    ) -> Answer:
        """A cited answer or an honest refusal.

        Args:
            today: The day whose law is meant where neither `on` nor the question says another.
            on: The day whose law is asked for.
            k: How many passages are looked at.
            history: Earlier questions of the same conversation, the oldest first.
        """
        started = time.perf_counter()
        run = Run(" ".join(text.split()), today, on, k, self.retriever, history)
        answer = next((a for name in STEPS if (a := globals()[name](run)) is not None), None)
        if answer is None:
            answer = _answer(run)
        return answer.model_copy(
            update={
                "elapsed_ms": round(1000 * (time.perf_counter() - started)),
                "question": messages.HIDDEN if privacy.find(text) else text,
            }
        )


def _stop(run: Run, status: Status, text: str) -> Answer:
    return Answer(
        question=run.text,
        status=status,
        answer=text,
        notices=tuple(dict.fromkeys(run.notices)),
        passages=tuple(_refs(run, set())),
    )


def refuse_personal_data(run: Run) -> Answer | None:
    """A question with personal data, or for it, goes no further."""
    if not run.text:
        return _stop(run, "clarification", messages.EMPTY_QUESTION)
    if len(run.text) > LONGEST_QUESTION:
        return _stop(
            run, "clarification", messages.QUESTION_TOO_LONG.format(batas=LONGEST_QUESTION)
        )
    held = privacy.find(run.text)
    if held:
        text = messages.PERSONAL_DATA_IN.format(jenis=", ".join(held))
        run.text = ""
        return _stop(run, "refused_personal_data", text)
    if privacy.asks_for(run.text):
        return _stop(run, "refused_personal_data", messages.PERSONAL_DATA_ASKED)
    return None


def refuse_tasks(run: Run) -> Answer | None:
    """Writing letters to order and attempts to steer the assistant are not questions of law; a
    greeting gets one back."""
    if GREETING.fullmatch(run.text.lower()):
        return _stop(run, "clarification", messages.GREETING)
    if THANKS.fullmatch(run.text.lower()):
        return _stop(run, "clarification", messages.THANKS)
    if NOT_A_QUESTION.search(run.text.lower()):
        return _stop(run, "unanswerable_out_of_scope", messages.NOT_A_TASK)
    return None


def understand_question(run: Run) -> Answer | None:
    """Words, references, urusan, level and day."""
    run.question = _understood(run, run.text)
    before: Question | None = None
    for text in run.history:
        earlier = _understood(run, text)
        before = resolve(earlier, before) if before and is_follow_up(earlier) else earlier
    if before is not None and is_follow_up(run.question):
        run.question = _pointed(run, before) or resolve(run.question, before)
    return None


def _pointed(run: Run, before: Question) -> Question | None:
    """The question about the item of a list that it points to ("yang kedua"), or None."""
    assert run.question is not None
    for passage in run.retriever.search(before, FIRST_ANSWER):
        item = item_meant(run.question, passage.best.teks)
        if item is not None:
            return resolve(run.question, _understood(run, f"{item} {' '.join(_topic(before))}"))
    return None


def _topic(question: Question) -> list[str]:
    """What an item of a list is about besides its own words."""
    return ["SPM"] if question.about_spm else []


def _understood(run: Run, text: str) -> Question:
    vocabulary = run.retriever.lexical.vocabulary
    return understand(text, vocabulary, run.on or run.today, past=run.on is not None)


def retrieve_passages(run: Run) -> Answer | None:
    """Passages, the best first."""
    assert run.question is not None
    run.found = run.retriever.search(run.question, run.k)
    return None


def note_regulations(run: Run) -> Answer | None:
    """Notices on the regulations that the question names: revoked, changed, unknown, not yet."""
    assert run.question is not None
    day = run.question.day
    for reference in run.question.references:
        regulation = get(reference.regulasi or "")
        if regulation is None:
            if reference.regulasi and not run.retriever.holds(reference.regulasi):
                written = reference.peraturan or reference.teks
                run.notices.append(messages.NOTICE_UNKNOWN.format(nama=written))
            continue
        found = status_on(regulation, day)
        by = get(found.oleh.oleh) if found.oleh else None
        name = short_name(regulation)
        if found.status == "dicabut" and found.oleh:
            who = short_name(by) if by else found.oleh.oleh
            run.notices.append(messages.NOTICE_REVOKED.format(nama=name, oleh=who))
        elif found.status == "diubah" and found.oleh:
            who = short_name(by) if by else found.oleh.oleh
            run.notices.append(messages.NOTICE_AMENDED.format(nama=name, oleh=who))
        elif found.status == "belum_berlaku":
            run.notices.append(messages.NOTICE_NOT_YET.format(nama=name, hari=written_day(day)))
    return None


def compose_answer(run: Run) -> Answer | None:
    """The draft of the composers, one for every part of the question."""
    assert run.question is not None
    case = Case(run.question, tuple(run.found), run.retriever)
    run.draft = composed(case)
    return None


def refuse_without_evidence(run: Run) -> Answer | None:
    """Weak evidence means a refusal with a way out; composers from data have their evidence."""
    assert run.question is not None
    draft = run.draft
    if draft is not None and not draft.searched:
        return None
    if (missing := _not_held(run)) is not None:
        text = messages.LAW_NOT_HELD.format(nama=missing)
        return _stop(run, "unanswerable_no_source", text)
    if draft is not None and enough(run.question, run.found, run.retriever):
        return None
    if (law := other_field(run.question.normal)) is not None:
        return _stop(run, "unanswerable_no_source", messages.OTHER_LAW.format(aturan=law))
    if run.found and in_domain(run.question):
        near = label(run.found[0].best)
        return _stop(run, "unanswerable_no_source", messages.NO_SOURCE.format(terdekat=near))
    if of_law(run.question):
        return _stop(run, "unanswerable_no_source", messages.NO_SOURCE_AT_ALL)
    return _stop(run, "unanswerable_out_of_scope", messages.OUT_OF_SCOPE)


def _not_held(run: Run) -> str | None:
    """The name of a known regulation that the question names and of which nothing is indexed, nor
    of what replaced it."""
    assert run.question is not None
    named = [r.regulasi for r in run.question.references if r.regulasi]
    missing = [get(i) for i in named if run.retriever.nearest(i) is None]
    known = [r for r in missing if r is not None]
    return short_name(known[0]) if known and len(known) == len(named) else None


def verify_citations(run: Run) -> Answer | None:
    """Every sentence must be held by the text that its mark cites; one that is not falls away."""
    assert run.draft is not None
    by_mark = {c.mark: c for c in run.draft.citations}
    run.draft.sentences = [
        s
        for s in run.draft.sentences
        if not s.marks or supports(s.text, [by_mark[m] for m in s.marks], s.computed)
    ]
    if not run.draft.sentences:
        return _stop(run, "unanswerable_no_source", messages.NO_SOURCE_AT_ALL)
    run.draft.renumber()
    return None


def _refs(run: Run, used: set[str]) -> list[PassageRef]:
    finite = [p.score for p in run.found if p.score != float("inf")]
    top = max(finite, default=0.0) + 1.0
    return [
        PassageRef(
            id=p.best.id,
            score=round(p.score if p.score != float("inf") else top, 3),
            kept=p.address in used,
        )
        for p in run.found
    ]


def _answer(run: Run) -> Answer:
    draft = run.draft
    assert draft is not None
    return Answer(
        question=run.text,
        status=draft.status,
        answer=draft.text,
        citations=tuple(draft.citations),
        notices=tuple(
            dict.fromkeys([*([] if draft.tells_status else run.notices), *draft.notices])
        ),
        passages=tuple(_refs(run, set(draft.used))),
    )
