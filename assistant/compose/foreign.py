"""A law that this base does not have: it is named, but by no number and no name that we know."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.compose.region import named_region
from corpus.kinds import KIND, kinds_in
from corpus.lexical import stems, stopwords, tokens
from corpus.registry import regulations
from corpus.spelling import normalise

# Codes and kinds that are never in this base, by name alone or with the region that made them.
CODE = re.compile(
    r"\b(?:kuhp(?:er(?:data)?)?|kuhap|kuhd|uupa)\b|\bpasal\s+\w+\s+uud\b|\buud\b.{0,8}\bpasal\b"
)
REGIONAL = re.compile(r"\b(?:perda|pergub|perwali|perwal|perbup|perdes)\b")
NUMBER = re.compile(r"\b(?:nomor|no)\b|\d")
SOURCE = re.compile(r"\b(?:menurut|sesuai|berdasarkan|dalam|pada)\s+$")
ABOUT = re.compile(r"\s*(?:(?:tentang|ttg|soal|mengenai)\s+)?")
NAME = re.compile(r"[a-z][a-z-]*(?:\s+[a-z][a-z-]*)?")
# Words behind a kind that tell which one of those we know, or nothing: "UU terbaru", "PP turunannya".
PLAIN = frozenset(
    "terbaru baru lama terkait tersebut berlaku turunan turunannya pelaksana pelaksanaan nomor no "
    "nomer tahun thn mana apa sekarang terakhir atasnya khusus teknis daerah dicabut diganti diubah "
    "mengatur mewajibkan melarang menyebut memuat sanksi isinya bunyinya wajib dilarang ri"
    .split()
)  # fmt: skip


def foreign_law(case: Case) -> Draft | None:
    """Says that the named law is not in this base; None where none such is named."""
    written = named(case.question.text, case)
    if written is None:
        return None
    draft = Draft(case.day, status="unanswerable_no_source")
    draft.say(messages.REGULATION_UNKNOWN.format(nama=written))
    return draft


def named(text: str, case: Case) -> str | None:
    """The foreign law as written, or None."""
    normal = normalise(text)
    if any(r.regulasi for r in case.question.references):
        return None
    if code := CODE.search(normal):
        return code.group().upper()
    regional = REGIONAL.search(normal)
    if regional and named_region(normal) and NUMBER.search(normal, regional.end()):
        return normal[regional.start() :].rstrip("?. ").upper()
    for kind in KIND.finditer(normal):
        about = ABOUT.match(normal, kind.end())
        name = NAME.match(normal, about.end() if about else kind.end())
        if name is None or not _is_name(name.group().split()[0]):
            continue
        if not (_capital(name.group().split()[0], text) or SOURCE.search(normal[: kind.start()])):
            continue
        if not _known(kind.group(), name.group()):
            return f"{kind.group()} {name.group()}".upper()
    return None


def _is_name(word: str) -> bool:
    return word not in stopwords() and word not in PLAIN and len(word) > 1


def _capital(word: str, text: str) -> bool:
    """Whether a word stands in the question with a capital, as names do."""
    return bool(re.search(rf"\b{re.escape(word[0].upper())}(?i:{re.escape(word[1:])})\b", text))


def _known(kind: str, name: str) -> bool:
    """Whether a registered regulation of the kind has the first of the words in its title."""
    prefixes = kinds_in(kind)
    first = set(stems(name.split()[:1]))
    return any(
        first & set(tokens(" ".join((r.tentang, *r.nama_lain, *r.topik))))
        for r in regulations().values()
        if any(r.id.startswith(f"{p}-") for p in prefixes)
    )
