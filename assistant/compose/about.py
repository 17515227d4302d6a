"""What is this regulation about: identity from the registry, where the text adds nothing more."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.format import day as written_day
from corpus.kinds import COUSINS
from corpus.models import Regulasi
from corpus.names import full_name, short_name
from corpus.registry import first_day, get, regulations

ABOUT = re.compile(
    r"\b(?:tentang\s+apa|mengatur\s+(?:apa|soal|tentang)|(?:apa\s+)?isi(?:nya)?|itu\s+apa|apa\s+itu|soal\s+apa"
    r"|judul\w*|apa\s+sih|bahas\w*\s+apa)\b"
)
MOST_WORDS = 2
NO_YEAR = "-tahun-tidak-disebut"


def about(case: Case) -> Draft | None:
    """Identity of the regulations named; a question back where the year is left out."""
    question = case.question
    places = [r for r in question.references if r.pasal is None]
    if not places or any(r.pasal for r in question.references):
        return None
    open_ones = [r for r in places if (r.regulasi or "").endswith(NO_YEAR)]
    if open_ones:
        return _ask_year(case, open_ones[0].regulasi or "", open_ones[0].teks)
    if not any(r.dikenal or case.retriever.holds(r.regulasi or "") for r in places):
        return _unknown(case, places[0].teks)
    if not ABOUT.search(question.normal) or len(question.content) > MOST_WORDS:
        return None
    draft = Draft(case.day)
    for reference in places:
        regulation = get(reference.regulasi or "")
        if regulation is not None:
            _identity(draft, regulation)
    return draft if draft.sentences else None


def _unknown(case: Case, written: str) -> Draft:
    """Nothing here knows the regulation; other laws must not answer in its name."""
    draft = Draft(case.day, status="unanswerable_no_source")
    draft.say(messages.REGULATION_UNKNOWN.format(nama=written))
    return draft


def _identity(draft: Draft, regulation: Regulasi) -> None:
    """Title, day, legal basis."""
    text = messages.IDENTITY.format(nama=short_name(regulation), tentang=regulation.tentang)
    start = first_day(regulation)
    if start:
        text += messages.IDENTITY_DAY.format(hari=written_day(start))
    basis = [
        f"{d.letak} {short_name(r)}" if d.letak else short_name(r)
        for d in regulation.melaksanakan
        if (r := get(d.regulasi))
    ]
    if basis:
        text += messages.IDENTITY_BASIS.format(dasar=", ".join(basis))
    draft.say(text, draft.cite_registry(regulation, text))


def _ask_year(case: Case, regulation_id: str, written: str) -> Draft | None:
    """The known regulations of that kind and number, to choose from."""
    prefix, _, number = regulation_id.removesuffix(NO_YEAR).rpartition("-")
    kinds = {prefix, *(c for cs in COUSINS.values() if prefix in cs for c in cs)}
    known = [
        r for r in regulations().values()
        if any(re.fullmatch(rf"{re.escape(k)}-{re.escape(number)}-\d{{4}}", r.id) for k in kinds)
    ]  # fmt: skip
    draft = Draft(case.day, status="clarification")
    if known:
        choices = "; ".join(full_name(r) for r in known)
        draft.say(messages.WHICH_YEAR.format(sitiran=written.upper(), pilihan=choices))
    else:
        draft.say(messages.WHICH_YEAR_UNKNOWN.format(sitiran=written.upper()))
    return draft
