"""Any other question: the best passages, said briefly, the official text cited."""

from assistant import messages
from assistant.citing import is_practice, label
from assistant.compose.draft import Case, Draft
from assistant.compose.shorten import LONGEST, shortened
from assistant.intent import Intent
from assistant.retrieval import Passage

# A further passage joins the answer only if it says something about words of the question that the
# passages before it leave out; more than three make the answer long, not better.
MOST = 3
LEAST_GAIN = 0.1
OPENING = 20
LEAST_SCORE = 0.5
# Two places that score nearly the same are both shown: which one is meant, the user sees at once.
TIE = 0.7
QUOTED: frozenset[Intent] = frozenset({"daftar", "definisi"})


def passages(case: Case) -> Draft | None:
    """One to three passages as sentences; None where nothing was found."""
    chosen = _chosen(case)
    if not chosen:
        return None
    draft = Draft(case.day, searched=True)
    for passage in chosen:
        # Lists and definitions are wanted in the law's own words; else the digest explains.
        exact = passage.official is not None and bool(QUOTED & case.question.intents)
        if exact and len(passage.best.teks) <= LONGEST:
            mark, text = draft.cite_passage(passage), passage.best.teks
        else:
            mark, text = draft.cite_explained(passage, lambda c: shortened(c.teks, case.question))
        if passage.digest is None or not text.startswith(passage.digest.teks[:OPENING]):
            text = f"{label(passage.best)}: {text}"
        draft.say(text, mark)
    if len(case.question.parts) > 1:
        draft.notices.append(
            messages.PARTS.format(jumlah=len(case.question.parts), terjawab=_answered(case, chosen))
        )
    if any(not p.best.terverifikasi and not is_practice(p.best) for p in chosen):
        draft.notices.append(messages.ARTICLE_UNCONFIRMED)
    if any(is_practice(p.best) for p in chosen):
        draft.notices.append(messages.PRACTICE_ONLY)
    return draft


def _answered(case: Case, chosen: list[Passage]) -> int:
    """How many parts have a passage that holds enough of their words."""
    least = case.retriever.weights.refuse.dikenal
    return sum(p.cover >= least for p in chosen[: len(case.question.parts)])


def _chosen(case: Case) -> list[Passage]:
    """The best passage of every part of the question, and more where they add words."""
    found = [p for p in case.found if p.why == "kata"]
    if not found:
        return []
    parts = len(case.question.parts)
    chosen = found[: max(1, parts)]
    for passage in found[len(chosen) :]:
        if len(chosen) >= MOST or passage.score < LEAST_SCORE * found[0].score:
            break
        held = frozenset[str]().union(*(p.covered for p in chosen))
        gain = case.retriever.share(passage.covered - held, case.question)
        tie = len(chosen) == 1 and passage.score >= TIE * chosen[0].score
        if gain >= LEAST_GAIN or tie:
            chosen.append(passage)
    return chosen
