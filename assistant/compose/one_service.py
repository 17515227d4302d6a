"""One service, its penerima or its mutu: the ayat that names who is entitled, the technical
standard's units on what must be there."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.compose.responsible import named_services
from assistant.compose.shorten import shortened
from corpus.lexical import tokens
from corpus.models import JenisLayanan

RECEIVERS = re.compile(r"\b(?:siapa\s+(?:saja\s+|aja\s+|sih\s+)?)?(?:penerima|sasaran)(?:nya)?\b")
QUALITY = re.compile(
    r"\b(?:mutu|standar\s+(?:barang|jasa|sdm|mutu|minimal)|barang(?:nya)?\s+(?:apa|dan)|sdm"
    r"|tenaga(?:nya)?\s+(?:apa|siapa))\b"
)
MOST_OTHER_WORDS = 2
GOODS = "-barang-dan-tenaga"


def one_service(case: Case) -> Draft | None:
    """Penerima or mutu of the one service spoken of; None where there are none or several."""
    question = case.question
    if question.references or len(question.parts) > 1 or question.past:
        return None
    named = named_services(case)
    if len(named) != 1 or "standar pelayanan" in question.normal:
        return None
    quality, receivers = QUALITY.search(question.normal), RECEIVERS.search(question.normal)
    if quality and not receivers:
        return _quality(case, named[0])
    if receivers and not quality and _little_else(case, named[0]):
        return _receivers(case, named[0])
    return None


def _little_else(case: Case, service: JenisLayanan) -> bool:
    own = set(tokens(" ".join((service.nama, service.penerima, *service.kata))))
    others = [t for t in case.question.content if t.stem not in own]
    return len(others) <= MOST_OTHER_WORDS


def _receivers(case: Case, service: JenisLayanan) -> Draft | None:
    """Who is entitled, by the huruf that says so, and how the standard narrows it."""
    address, _, letter = service.dasar.penerima.partition("/huruf-")
    passage = case.retriever.place(address)
    if passage is None:
        return None
    draft = Draft(case.day)
    text = messages.RECEIVER_OF.format(
        layanan=service.nama,
        tingkat=messages.LEVEL_NAMES[service.tingkat],
        penerima=service.penerima[0].lower() + service.penerima[1:],
    )
    draft.cite_passage(passage, letter or None)
    # What the ayat names in two words the technical standard narrows: the sentence rests on both.
    _unit(case, draft, f"{service.standar_teknis}/{service.id.replace('.', '-')}")
    draft.say(text, *(c.mark for c in draft.citations))
    draft.sentences.insert(0, draft.sentences.pop())
    return draft


def _quality(case: Case, service: JenisLayanan) -> Draft | None:
    draft = Draft(case.day)
    unit = f"{service.standar_teknis}/{service.id.replace('.', '-')}"
    _unit(case, draft, unit)
    _unit(case, draft, unit + GOODS)
    return draft if draft.sentences else None


def _unit(case: Case, draft: Draft, address: str) -> None:
    passage = case.retriever.place(address)
    if passage is None:
        return
    mark, text = draft.cite_explained(passage, lambda c: shortened(c.teks, case.question))
    draft.say(text, mark)
    draft.notices = [messages.ARTICLE_UNCONFIRMED]
