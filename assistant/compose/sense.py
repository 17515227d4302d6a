"""Asks back where a question is one ambiguous word and nothing decides."""

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.format import joined
from assistant.question import TOPIC
from corpus.glossary import ambiguous

FEW_WORDS = 1


def senses(case: Case) -> Draft | None:
    """A question back; None where context words decide or there is more to search for."""
    question = case.question
    for form, _ in question.senses:
        entry = ambiguous()[form]
        others = [t for t in question.terms if t.stem not in (form, *TOPIC)]
        decided = any(w.lower() in question.normal for s in entry.arti for w in s.kata)
        if len(others) <= FEW_WORDS and not decided and form != "spm":
            draft = Draft(case.day, status="clarification")
            choices = joined([f"{s.arti}" for s in entry.arti]).replace(", dan ", ", atau ")
            draft.say(messages.WHICH_SENSE.format(bentuk=entry.bentuk, pilihan=choices))
            return draft
    return None
