"""Lists and counts of jenis pelayanan dasar from the catalogue; a wrong count is corrected."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.intent import COMPARE
from corpus.catalogue import of, urusan
from corpus.models import JenisLayanan, Tingkat, UrusanId

THING = re.compile(r"\b(?:jenis|macam|layanan|pelayanan|daftar)\b")
LIST = re.compile(
    r"\b(?:apa\s*(?:saja|aja|sj|z)|sebutkan|daftar|list|berapa|jumlah|mana\s+(?:saja|aja)|apa|sebutin)\b"
)
NUMBERS = dict(
    zip(
        "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(),
        range(2, 12),
        strict=True,
    )
)
COUNT = re.compile(
    r"\b(?P<n>\d{1,2}|(?:"
    + "|".join(NUMBERS)
    + r")(?:\s+belas)?)\s+(?:jenis|macam|layanan|pelayanan)\b"
)
WHY = re.compile(
    r"\b(?:kenapa|mengapa|kok|bukannya|bukankah|kan|katanya|betulkah|benarkah|betul)\b"
)
ELSE = re.compile(
    r"\b(?:mutu|penerima\w*|siapa|sasaran|standar|syarat|indikator|rumus|anggaran|tahap\w*|data|sanksi"
    r"|sdm|barang|kapan|prinsip|kriteria|laporan|penyelenggaraan|menteri|permen\w*|pasal|umur|usia)\b"
)
RECEIVERS = re.compile(r"\b(?:penerima\w*|sasaran\w*)\b")
LEVELS: tuple[Tingkat, ...] = ("kabkota", "provinsi")


def services(case: Case) -> Draft | None:
    """The list of an urusan and level, or the true count where the question has a wrong one."""
    question = case.question
    if len(question.urusan) != 1 or not THING.search(question.normal):
        return None
    topic = question.urusan[0]
    claimed = _claimed(question.normal)
    if claimed is not None and WHY.search(question.normal):
        return _corrected(case, topic, claimed)
    if not ("spm" in question.normal or "dasar" in question.normal):
        return None
    compares = bool(COMPARE.search(question.normal))
    wants_list = bool(LIST.search(question.normal)) or compares
    head = question.parts[0].normal if question.parts and not compares else question.normal
    if not wants_list or ELSE.search(head):
        return None
    draft = Draft(case.day)
    for level in [question.tingkat] if question.tingkat and not compares else LEVELS:
        _list(case, draft, of(topic, level))
        if question.parts and RECEIVERS.search(question.normal):
            _receivers(case, draft, of(topic, level))
    if claimed is not None and claimed not in _counts(topic):
        draft.notices.append(messages.COUNT_DIFFERS.format(klaim=claimed))
    return draft


def _receivers(case: Case, draft: Draft, every: list[JenisLayanan]) -> None:
    """Who is entitled to each service, one a line."""
    passage = case.retriever.place(every[0].dasar.penerima.split("/huruf-")[0])
    if passage is None:
        return
    lines = [f"{n}. {service.nama}: {service.penerima}" for n, service in enumerate(every, 1)]
    numbers = [int(n) for service in every for n in re.findall(r"\d+", service.penerima)]
    draft.say(
        "\n".join([messages.RECEIVERS_HEADER, *lines]),
        draft.cite_passage(passage),
        computed=numbers,
    )


def _claimed(normal: str) -> int | None:
    match = COUNT.search(normal)
    if match is None:
        return None
    words = match["n"].split()
    if words[0].isdigit():
        return int(words[0])
    return NUMBERS[words[0]] + (10 if "belas" in words else 0)


def _counts(topic: UrusanId) -> list[int]:
    return [len(of(topic, level)) for level in LEVELS]


def _list(case: Case, draft: Draft, every: list[JenisLayanan]) -> None:
    """A header with count and mark, then one service a line."""
    header = messages.SERVICES_HEADER.format(
        urusan=urusan()[every[0].urusan].nama.lower(),
        tingkat=messages.LEVEL_NAMES[every[0].tingkat],
        jumlah=len(every),
    )
    lines = [f"{n}. {service.nama}" for n, service in enumerate(every, 1)]
    mark = _mark(case, draft, every[0])
    draft.say("\n".join([header, *lines]), *([mark] if mark else []), computed=[len(every)])


def _mark(case: Case, draft: Draft, service: JenisLayanan) -> int | None:
    """The mark of the ayat that lists a service."""
    passage = case.retriever.place(service.dasar.jenis.split("/huruf-")[0])
    return draft.cite_passage(passage) if passage else None


def _corrected(case: Case, topic: UrusanId, claimed: int) -> Draft:
    """The true counts; a number that is the sum of both levels is explained as such."""
    kab, prov = _counts(topic)
    draft = Draft(case.day)
    marks = [_mark(case, draft, of(topic, level)[0]) for level in LEVELS]
    name = urusan()[topic].nama.lower()
    if claimed in (kab, prov):
        level = LEVELS[[kab, prov].index(claimed)]
        text = messages.COUNT_RIGHT.format(
            klaim=claimed, urusan=name, tingkat=messages.LEVEL_NAMES[level], kab=kab, prov=prov
        )
    elif claimed == kab + prov:
        text = messages.COUNT_IS_SUM.format(klaim=claimed, urusan=name, kab=kab, prov=prov)
    else:
        text = messages.COUNT_WRONG.format(klaim=claimed, urusan=name, kab=kab, prov=prov)
    draft.say(text, *(m for m in marks if m), computed=[claimed, kab, prov])
    return draft
