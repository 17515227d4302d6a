"""Who does it: the perangkat daerah behind a service, and whether kabupaten or provinsi owes it."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.retrieval import Passage
from corpus.catalogue import of, services, urusan
from corpus.models import JenisLayanan

OFFICE = re.compile(
    r"\b(?:dinas|opd|perangkat\s+daerah|skpd|instansi|lembaga)\s+(?:apa|mana|yang)\b"
    r"|\b(?:pengampu\w*|diampu|mengampu|leading\s+sector)\b"
    r"|\bsiapa\s+(?:sih\s+)?(?:yang\s+)?(?:urus\w*|ngurus\w*|mengurus\w*|menangani|tangani|nanganin?"
    r"|(?:ber)?tanggung\s*jawab|melaksanakan|menjalankan|pegang)\b"
)
LEVEL = re.compile(
    r"\b(?:kewenangan|wewenang|ranah|tanggung\s*jawab|urusan|pegangan)\s*(?:nya\s+)?(?:siapa|mana)\b"
    r"|\bkab(?:upaten)?(?:/kota)?\s+(?:apa|atau|ato|ataukah)\s+prov(?:insi)?\b"
    r"|\bprov(?:insi)?\s+(?:apa|atau|ato|ataukah)\s+kab(?:upaten)?(?:/kota)?\b"
)
MOST_SERVICES = 3


def responsible(case: Case) -> Draft | None:
    """The office or the level that answers for the services spoken of; None where none is."""
    normal, question = case.question.normal, case.question
    if question.references or len(question.parts) > 1:
        return None
    named = named_services(case)
    if LEVEL.search(normal) and named:
        return _levels(case, named)
    if not OFFICE.search(normal):
        return None
    if named:
        return _offices(case, named)
    if len(question.urusan) == 1 and question.about_spm:
        return _offices(case, of(question.urusan[0], question.tingkat), question.urusan[0])
    return None


def named_services(case: Case) -> list[JenisLayanan]:
    """The services that the words of the question point to, of the level it names."""
    level, normal = case.question.tingkat, case.question.normal
    spoken = [s.id for s in services().values() if any(_stands_in(k, normal) for k in s.kata)]
    found = [services()[i] for i in dict.fromkeys((*case.question.services, *spoken))]
    fitting = [s for s in found if level in (None, s.tingkat)] or found
    return fitting if len(fitting) <= MOST_SERVICES else []


def _stands_in(words: str, normal: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", normal) is not None


def _standard(case: Case, service: JenisLayanan) -> Passage | None:
    """The unit of the technical standard that is about a service."""
    return case.retriever.place(f"{service.standar_teknis}/{service.id.replace('.', '-')}")


def _offices(case: Case, every: list[JenisLayanan], topic: str | None = None) -> Draft | None:
    """One sentence for each office: for one service, or for the whole of an urusan."""
    draft = Draft(case.day)
    told: dict[tuple[str, ...], list[JenisLayanan]] = {}
    for service in every:
        told.setdefault(service.perangkat_daerah, []).append(service)
    for offices, theirs in told.items():
        passage = next((p for s in theirs if (p := _standard(case, s))), None)
        if passage is None:
            continue
        whole = topic is not None and len(told) == 1
        what = (
            messages.RESPONSIBLE_WHOLE.format(urusan=urusan()[theirs[0].urusan].nama.lower())
            if whole
            else "; ".join(f"{s.nama} ({messages.LEVEL_NAMES[s.tingkat]})" for s in theirs)
        )
        text = messages.RESPONSIBLE.format(layanan=what, pengampu=", ".join(offices))
        draft.say(text, *_marks(case, draft, theirs, passage, whole))
    if draft.sentences:
        draft.notices.append(messages.RESPONSIBLE_VARIES)
    return draft if draft.sentences else None


def _marks(
    case: Case, draft: Draft, theirs: list[JenisLayanan], first: Passage, whole: bool
) -> list[int]:
    passages = [first] if whole else [p for s in theirs if (p := _standard(case, s))]
    return [draft.cite_passage(p) for p in passages]


def _levels(case: Case, every: list[JenisLayanan]) -> Draft | None:
    """Which level owes each service, by the ayat that lists it."""
    draft = Draft(case.day)
    for service in every:
        passage = case.retriever.place(service.dasar.jenis.split("/huruf-")[0])
        if passage is not None:
            text = messages.LEVEL_OF.format(
                layanan=service.nama, tingkat=messages.LEVEL_NAMES[service.tingkat]
            )
            draft.say(text, draft.cite_passage(passage))
    return draft if draft.sentences else None
