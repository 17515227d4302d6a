"""What an ambiguous word means here; asks back where it stands alone and nothing decides."""

from assistant import messages
from assistant.citing import label
from assistant.compose.draft import Case, Draft
from assistant.compose.shorten import shortened
from assistant.question import TOPIC
from corpus.glossary import ambiguous
from corpus.lexical import stems, tokens
from corpus.models import Ambigu, ArtiAmbigu

FEW_WORDS = 1
# Words that may stand beside the form whose meaning is asked for, besides those of its senses.
BESIDE = frozenset(
    "arti maksud istilah singkat panjang daerah pemda perintah dokumen lapor uang bidang konteks "
    "kabupaten kota provinsi anggar".split()
)
LONGEST_DEFINITION = 500


def senses(case: Case) -> Draft | None:
    """The meaning asked for, or a question back; None where there is more to search for."""
    question = case.question
    asked = {t.stem for t in question.terms}
    for form, chosen in question.senses:
        # In "mutu dalam PP SPM" the form is part of a regulation's name and not asked about.
        if not asked & set(stems([form])):
            continue
        entry = ambiguous()[form]
        others = [t for t in question.terms if t.stem not in (form, *TOPIC)]
        if "definisi" in question.intents and _only(entry, [t.stem for t in others]):
            draft = _defined(case, entry, _sense(case, entry, chosen))
            if draft is not None:
                return draft
        decided = any(w.lower() in question.normal for s in entry.arti for w in s.kata)
        if len(others) <= FEW_WORDS and not decided and not any(s.dasar for s in entry.arti):
            return _ask_back(case, entry)
    return None


def _only(entry: Ambigu, others: list[str]) -> bool:
    """Whether the form itself is asked about, and not something that it is a part of."""
    known = {stem for sense in entry.arti for word in sense.kata for stem in tokens(word)}
    return all(stem in BESIDE or stem in known for stem in others)


def _sense(case: Case, entry: Ambigu, chosen: str) -> ArtiAmbigu:
    """The meaning that the context words chose, unless the question names the law of another."""
    named = {r.regulasi for r in case.question.references}
    by_law = [s for s in entry.arti if s.dasar and s.dasar.split("/")[0] in named]
    return by_law[0] if by_law else next(s for s in entry.arti if s.arti == chosen)


def _defined(case: Case, entry: Ambigu, sense: ArtiAmbigu) -> Draft | None:
    """The definition in the law; None where none is known or indexed."""
    passage = case.retriever.place(sense.dasar) if sense.dasar else None
    if passage is None:
        return None
    draft = Draft(case.day)
    mark = draft.cite_passage(passage)
    draft.say(messages.SENSE.format(bentuk=entry.bentuk, arti=sense.arti), mark)
    text = shortened(passage.best.teks, case.question, LONGEST_DEFINITION)
    draft.say(f"{label(passage.best)}: {text}", mark)
    return draft


def _ask_back(case: Case, entry: Ambigu) -> Draft:
    draft = Draft(case.day, status="clarification")
    meanings = [s.arti for s in entry.arti]
    choices = f"{', '.join(meanings[:-1])} atau {meanings[-1]}"
    draft.say(messages.WHICH_SENSE.format(bentuk=entry.bentuk, pilihan=choices))
    return draft
