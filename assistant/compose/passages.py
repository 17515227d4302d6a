"""Any other question: the best passages, said briefly, the official text cited."""

from assistant import messages
from assistant.citing import is_practice, label
from assistant.compose.draft import Case, Draft
from assistant.compose.shorten import shortened
from assistant.retrieval import Passage

# A further passage joins the answer only if it says something about words of the question that the
# passages before it leave out; more than three make the answer long, not better.
MOST = 3
LEAST_GAIN = 0.15
LEAST_SCORE = 0.5


def passages(case: Case) -> Draft | None:
    """One to three passages as sentences; None where nothing was found."""
    chosen = _chosen(case)
    if not chosen:
        return None
    draft = Draft(case.day)
    for passage in chosen:
        text = shortened(passage.explained.teks, case.question)
        mark = draft.cite_passage(passage)
        if passage.digest is None:
            text = f"{label(passage.best)}: {text}"
        draft.say(text, mark)
    if any(not p.best.terverifikasi and not is_practice(p.best) for p in chosen):
        draft.notices.append(messages.ARTICLE_UNCONFIRMED)
    if any(is_practice(p.best) for p in chosen):
        draft.notices.append(messages.PRACTICE_ONLY)
    return draft


def _chosen(case: Case) -> list[Passage]:
    found = [p for p in case.found if p.why == "kata"]
    if not found:
        return []
    chosen = [found[0]]
    for passage in found[1:]:
        if passage.score < LEAST_SCORE * found[0].score or len(chosen) == MOST:
            break
        held = frozenset[str]().union(*(p.covered for p in chosen))
        if case.retriever.share(passage.covered - held, case.question) >= LEAST_GAIN:
            chosen.append(passage)
    return chosen
