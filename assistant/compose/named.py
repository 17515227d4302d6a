"""A question that names a pasal: its text, ayat by ayat, the digest first where there is one."""

from assistant import messages
from assistant.compose.draft import Case, Draft, numbers_in
from assistant.compose.shorten import shortened
from corpus.citation import Rujukan
from corpus.names import short_name
from corpus.registry import get, out_of_range
from ingest.lists import letters

MOST_AYAT = 8
MOST_OTHER_WORDS = 2
DEFAULT_LAW = "pp-2-2018"


def named_places(case: Case) -> Draft | None:
    """The text of every pasal that the question names; None where it names none."""
    places = [r for r in case.question.references if r.pasal]
    # A pasal without its law is taken for PP 2/2018 only where nothing else is talked about.
    elsewhere = not case.question.about_spm and len(case.question.terms) > MOST_OTHER_WORDS
    places = [r for r in places if r.regulasi or not elsewhere]
    if not places:
        return None
    draft = Draft(case.day)
    for reference in places:
        _answer(case, draft, reference)
    if not draft.citations:
        draft.status = "unanswerable_no_source"
    return draft


def _answer(case: Case, draft: Draft, reference: Rujukan) -> None:
    regulation_id = reference.regulasi
    if regulation_id is None:
        regulation_id = DEFAULT_LAW
        draft.notices.append(messages.LAW_ASSUMED)
        reference = Rujukan(
            DEFAULT_LAW, True, reference.pasal, reference.ayat, reference.huruf, "", 0, 0
        )
    regulation = get(regulation_id)
    asked = _written(reference)
    if regulation and reference.pasal and out_of_range(regulation, reference.pasal):
        draft.say(
            messages.PASAL_OUT_OF_RANGE.format(
                nama=short_name(regulation), jumlah=regulation.jumlah_pasal, diminta=asked
            ),
            draft.cite_registry(
                regulation, messages.PASAL_COUNT.format(jumlah=regulation.jumlah_pasal)
            ),
            computed=numbers_in(asked),
        )
        return
    found = case.retriever.at(reference)
    if not found:
        name = short_name(regulation) if regulation else reference.peraturan or reference.teks
        draft.say(_missing(case, reference).format(nama=name, diminta=asked))
        return
    for passage in found[:MOST_AYAT]:
        item = _item(passage.best.teks, reference.huruf)
        if item or reference.ayat:
            text = item or shortened(passage.best.teks, case.question)
            mark = draft.cite_passage(passage, reference.huruf if item else None)
        else:
            mark, text = draft.cite_explained(passage, lambda c: shortened(c.teks, case.question))
        draft.say(f"{draft.citations[mark - 1].label}: {text}", mark)
    if len(found) > MOST_AYAT:
        draft.notices.append(
            messages.MORE_AYAT.format(jumlah=len(found) - MOST_AYAT, diminta=asked)
        )


def _item(text: str, huruf: str | None) -> str | None:
    """The item of a lettered list that is asked for, None where there is no such list."""
    items = letters(text)[1] if huruf else ()
    return next((i.teks.rstrip(" ;") for i in items if i.nomor == huruf), None)


def _missing(case: Case, reference: Rujukan) -> str:
    """Why there is no text: the ayat is not there, the text is not indexed, or nobody knows it."""
    if reference.ayat and case.retriever.at(
        Rujukan(reference.regulasi, True, reference.pasal, None, None, "", 0, 0)
    ):
        return messages.AYAT_NOT_FOUND
    if not reference.dikenal:
        return messages.REGULATION_UNKNOWN
    return messages.PASAL_NOT_INDEXED


def _written(reference: Rujukan) -> str:
    parts = [f"Pasal {reference.pasal}"]
    if reference.ayat:
        parts.append(f"ayat ({reference.ayat})")
    if reference.huruf:
        parts.append(f"huruf {reference.huruf}")
    return " ".join(parts)
