"""Words that other words hang on: ordinals, places of law, start and end, before and after.

"Terbaik pertama Bogor dan keempat Sumbawa" does not hold "terbaik pertama Sumbawa", although every
word of it stands there: what stands beside a landmark belongs to it, and not to its rivals.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.compiling.claim_numbers import value_of
from assistant.compiling.claim_words import WORD
from assistant.compiling.rules import rules
from assistant.compiling.spelling import shape_of
from corpus.citation import Rujukan
from corpus.lexical import stopwords

REACH = 12
SENTENCE_END = re.compile(r";|\.\s")
NUMBERED = re.compile(r"\b(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)\b")
OFFICE = re.compile(
    r"\bwakil(?:\s+ketua|nya)\b|\bketua\b|\banggota\b|\bpengarah\b|\bkoordinator\b|\bpenanggung\s*jawab\b"
    r"|\bsekretaris\b(?!\s+(?:daerah|jenderal))"
)
SAME = {"wakilnya": "wakil ketua"}
LAW = re.compile(
    r"\b(?:pp|uu|per\w+|kep\w+|inmen\w*)(?:\s+\w+)?\s+(?:nomor|no\.?)?\s*\d+\s*(?:tahun|/)\s*\d{4}"
)
TERM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*\b")
COURSE = {
    "awal": re.compile(r"\b(?:di)?mulai\s+(?:dari|dengan)\b|\b(?:di|ber)awal(?:i|\s+dari)\b"),
    "akhir": re.compile(r"\bsampai(?:\s+dengan)?\b|\bhingga\b|\b(?:ber|di)akhir(?:i)?\s+(?:pada|dengan|di)\b"),
}  # fmt: skip
TIME = {
    "sebelum": re.compile(r"\bsebelum\b"),
    "saat": re.compile(r"\b(?:saat|ketika|selama)\b"),
    "sesudah": re.compile(r"\b(?:setelah|sesudah|usai)\b"),
}


@dataclass(frozen=True)
class Landmark:
    """One landmark with the words and numbers before and after it, up to the next of its kind."""

    kind: str
    name: str
    before: frozenset[str]
    after: frozenset[str]


def landmarks_in(text: str, rest: str, references: Sequence[Rujukan]) -> Iterable[Landmark]:
    """All landmarks of a text.

    Args:
        text: The text as written.
        rest: The same in lower case, without its references to laws.
        references: Those references; only ones with a pasal are landmarks.
    """
    low = text.lower()
    places = [(r.awal, r.akhir, f"{r.pasal}/{r.ayat or ''}".lower()) for r in references if r.pasal]
    yield from _of_kind("rujukan", LAW.sub(lambda m: " " * len(m.group()), low), places)
    for kind, pattern in (("urutan", NUMBERED), ("jabatan", OFFICE)):
        named = [
            (m.start(), m.end(), SAME.get(m.group(), m.group())) for m in pattern.finditer(rest)
        ]
        yield from _of_kind(kind, rest, named)
    terms = [
        (m.start(), m.end(), m.group())
        for m in TERM.finditer(text)
        if m.group().lower() not in rules().nama_bebas
    ]
    yield from _leading("istilah", low, terms)
    for kind, names in (("alur", COURSE), ("waktu", TIME)):
        found = [(m.start(), m.end(), name) for name, p in names.items() for m in p.finditer(rest)]
        yield from _leading(kind, rest, found)


def _leading(kind: str, text: str, found: list[tuple[int, int, str]]) -> Iterable[Landmark]:
    """Landmarks that own only what follows: what precedes "setelah" is the other side of it."""
    for one in _of_kind(kind, text, found):
        yield Landmark(one.kind, one.name, frozenset(), one.after)


def _of_kind(kind: str, text: str, found: list[tuple[int, int, str]]) -> Iterable[Landmark]:
    found = sorted(found)
    for n, (start, end, name) in enumerate(found):
        before = text[found[n - 1][1] if n else 0 : start]
        after = text[end : found[n + 1][0] if n + 1 < len(found) else len(text)]
        yield Landmark(
            kind, name, _words(SENTENCE_END.split(before)[-1], last=True),
            _words(SENTENCE_END.split(after)[0]),
        )  # fmt: skip


def _words(text: str, *, last: bool = False) -> frozenset[str]:
    """Content stems and numbers, the nearest ones."""
    every = WORD.findall(text)
    if last:
        every.reverse()
    return frozenset(islice(_content(every), REACH))


def _content(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word[0].isdigit():
            yield str(value_of(word) or word)
        elif word not in stopwords() and (one := shape_of(word)) not in rules().bebas:
            yield one
