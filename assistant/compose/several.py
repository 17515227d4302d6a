"""A message that asks several things: every part is answered by itself, in order."""

from dataclasses import replace

from assistant import messages
from assistant.compose.composers import COMPOSERS
from assistant.compose.draft import Case, Draft
from assistant.grounds import enough

K = 8


def composed(case: Case) -> Draft | None:
    """The draft of the first composer that has something to say, or of one for every part."""
    parts = [p for p in case.question.parts if p.text != case.question.text]
    if not parts:
        return _first(case)
    drafts = []
    for part in parts:
        alone = replace(part, parts=())
        found = tuple(case.retriever.search(alone, K))
        draft = _first(Case(alone, found, case.retriever))
        if (
            draft
            and draft.status == "answered"
            and _held(draft, Case(alone, found, case.retriever))
        ):
            drafts.append(draft)
    if len(drafts) < 2:
        return _first(case)
    whole = drafts[0]
    for draft in drafts[1:]:
        whole.join(draft)
    whole.searched = False
    text = messages.PARTS.format(jumlah=len(parts), terjawab=len(drafts))
    whole.notices.insert(0, text)
    return whole


def _first(case: Case) -> Draft | None:
    return next((d for composer in COMPOSERS if (d := composer(case)) is not None), None)


def _held(draft: Draft, case: Case) -> bool:
    return not draft.searched or enough(case.question, case.found, case.retriever)
