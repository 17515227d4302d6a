"""The whole of SPM at a glance: its six urusan, all 43 services, those of a level, its legal basis."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft, Sentence
from corpus.catalogue import of, urusan
from corpus.lexical import tokens
from corpus.models import Regulasi, Tingkat, UrusanId
from corpus.names import full_name
from corpus.registry import get, status_on

SIX = "pp-2-2018/pasal-4/ayat-1"
COUNT = re.compile(r"\b(?:berapa|jumlah\w*|total\w*|ada\s+berapa|seluruh\w*|semua\w*)\b")
LIST = re.compile(r"\b(?:apa\s*(?:saja|aja|sj)|sebutkan|sebutin|daftar|list|mana\s+(?:saja|aja))\b")
SERVICE = re.compile(r"\b(?:(?:jenis|macam)(?:\s+(?:pe)?layanan)?|(?:pe)?layanan)\b")
FIELDS = re.compile(r"\burusan\b|\bbidang\b")
BASIS = re.compile(
    r"\b(?:dasar|landasan|payung)\s+hukum\w*|\bdiatur\s+(?:di\s*|dalam\s+)?(?:mana|apa|peraturan\s+apa)"
    r"|\b(?:aturan|regulasi|peraturan)(?:nya)?\s+(?:apa|mana)\b"
)
# What the question may say besides, and still ask for nothing more than the whole.
LAW = ("uu-23-2014", "pp-2-2018", "permendagri-59-2021", "permendagri-100-2018")
PLAIN = frozenset(
    "spm standar layan minimal jenis urus wajib dasar pemerintah daerah provinsi kabupaten kota "
    "jumlah total semua seluruh bidang hukum landas payung atur regulasi aturan kait macam ada"
    .split()
)  # fmt: skip


def overview(case: Case) -> Draft | None:
    """The list, count or basis of SPM as a whole; None where one urusan or matter is asked for."""
    question = case.question
    normal = question.normal
    if question.references or not (question.about_spm or "pelayanan dasar" in normal):
        return None
    if BASIS.search(normal) and question.about_spm and _nothing_else(case):
        return _basis(case)
    if question.urusan or not _nothing_else(case):
        return None
    wants_list, wants_count = bool(LIST.search(normal)), bool(COUNT.search(normal))
    if not (wants_list or wants_count):
        return None
    if FIELDS.search(normal):
        return _six(case)
    if question.tingkat and (wants_list or SERVICE.search(normal)):
        return _level(case, question.tingkat, wants_count)
    return _count(case) if SERVICE.search(normal) else _six(case)


def _nothing_else(case: Case) -> bool:
    """Whether SPM, or one urusan of it, is all that is asked about."""
    topics = {stem for u in case.question.urusan for stem in tokens(urusan()[u].nama)}
    return all(t.stem in PLAIN or t.stem in topics for t in case.question.terms)


def _six(case: Case) -> Draft | None:
    """The six in the words of PP 2/2018."""
    passage = case.retriever.place(SIX)
    if passage is None:
        return None
    draft = Draft(case.day)
    mark, text = draft.cite_explained(passage, lambda c: c.teks)
    draft.say(text, mark)
    return draft


def _count(case: Case) -> Draft | None:
    """How many services there are, urusan by urusan."""
    passage = case.retriever.place(SIX)
    if passage is None:
        return None
    draft = Draft(case.day)
    mark = draft.cite_passage(passage)
    kab, prov = len(of(tingkat="kabkota")), len(of(tingkat="provinsi"))
    lines, computed = [], {kab, prov, kab + prov}
    for topic, entry in urusan().items():
        counts = [len(of(topic, level)) for level in ("kabkota", "provinsi")]
        computed |= {*counts, int(entry.pasal)}
        lines.append(
            messages.COUNT_LINE.format(
                urusan=entry.nama, pasal=entry.pasal, kab=counts[0], prov=counts[1]
            )
        )
    head = messages.COUNT_ALL.format(jumlah=kab + prov, kab=kab, prov=prov)
    # The numbers are counted from the catalogue, whose every entry carries its ayat.
    text = f"{head} [{mark}]:\n" + "\n".join(lines)
    draft.sentences.append(Sentence(text, (mark,), frozenset(computed)))
    return draft


def _level(case: Case, level: Tingkat, counted: bool) -> Draft | None:
    """Every service of a level under its urusan, each urusan with its mark."""
    draft = Draft(case.day)
    name = messages.LEVEL_NAMES[level]
    for topic, entry in urusan().items():
        every = of(topic, level)
        passage = case.retriever.place(every[0].dasar.jenis.split("/huruf-")[0]) if every else None
        if passage is None:
            continue
        header = messages.SERVICES_HEADER.format(
            urusan=entry.nama.lower(), tingkat=name, jumlah=len(every)
        )
        lines = [f"{n}. {service.nama}" for n, service in enumerate(every, 1)]
        mark = draft.cite_passage(passage)
        draft.say("\n".join([header, *lines]), mark, computed=[len(every)])
    if counted and draft.sentences:
        total = len(of(tingkat=level))
        head = messages.COUNT_LEVEL.format(tingkat=name, jumlah=total)
        draft.say(head, *(c.mark for c in draft.citations), computed=[total])
        draft.sentences.insert(0, draft.sentences.pop())
    return draft if draft.sentences else None


def _basis(case: Case) -> Draft | None:
    """Law, government regulation, ministerial regulation and technical standards of the day."""
    draft = Draft(case.day)
    laws = [r for i in LAW if (r := get(i)) and _counts(case, r)]
    standards = [r for topic in case.question.urusan for r in _standards(case, topic)]
    for line, regulations in ((messages.LEGAL_BASIS, laws), (messages.LEGAL_STANDARD, standards)):
        if regulations:
            named = [(full_name(r), draft.cite_registry(r, full_name(r))) for r in regulations]
            text = line.format(daftar="; ".join(f"{name} [{mark}]" for name, mark in named))
            draft.sentences.append(Sentence(text, tuple(mark for _, mark in named)))
    return draft if draft.sentences else None


def _standards(case: Case, topic: UrusanId) -> list[Regulasi]:
    ids = dict.fromkeys(s.standar_teknis for s in of(topic))
    return [r for i in ids if (r := get(i)) and _counts(case, r)]


def _counts(case: Case, regulation: Regulasi) -> bool:
    return status_on(regulation, case.day).status in ("berlaku", "diubah")
