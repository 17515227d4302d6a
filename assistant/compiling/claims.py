"""What a sentence claims that code can look up: references, numbers with their units, dates,
quoted runs, negated words, who does what to whom. Evidence is read the same way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.compiling import claim_numbers as numbers_of
from assistant.compiling import claim_words as words_of
from assistant.compiling.claim_numbers import COUNTED, ONCE, RATE, Beside, Number
from assistant.compiling.claim_words import CLAUSE_PARTS, WORD
from assistant.compiling.landmarks import Landmark, landmarks_in
from assistant.compiling.spelling import alike, shape, squeeze
from corpus.citation import Rujukan, find_references, normalise, without
from corpus.lexical import tokens

QUOTED = re.compile(r"[\"“”]([^\"“”\n]{3,}?)[\"“”]")
REPLACES = re.compile(r"\b(?:mencabut|menggantikan|mengganti|dicabut|diganti(?:kan)?)\b")
BY = re.compile(r"\b(?:oleh|dengan)\b")
NOT_THERE = re.compile(
    r"\b(?:tidak|belum)\s+(?:ada|ditemukan|dikenal|disebut|terdapat)\b|\bhanya\s+sampai\b"
)
# "Permendagri itu" names no kind of law to be made; it points back.
THIS_LAW = re.compile(
    r"\b(?:permen\w*|pp|uu|undang-?\s?undang|peraturan(?:\s+\w+)?|perda|perbup|pergub|perpres|keputusan)"
    r"\s+(?:itu|ini|tersebut)\b",
    re.IGNORECASE,
)
BARE_AYAT = re.compile(r"\bayat\s*\(?(\d+[a-z]?)\)?")
BARE_HURUF = re.compile(r"\bhuruf\s+([a-z])\b")


@dataclass(frozen=True)
class Claims:
    """What a text says. `words` are content stems in order, `parts` all words; `negated` and `plain`
    the words that stand under a negator and those that do not; `roles` (preposition, actor) and `acts`
    (verb stem, actor)."""

    text: str
    references: tuple[Rujukan, ...]
    refused: frozenset[Rujukan]
    ayat: frozenset[str]
    huruf: frozenset[str]
    numbers: tuple[Number, ...]
    dates: frozenset[tuple[int | None, int, int | None]]
    counted: frozenset[tuple[str, str]]
    rates: frozenset[str]
    beside: tuple["Beside", ...]
    dated: frozenset[tuple[str, str]]
    together: frozenset[tuple[str, str]]
    replaced: frozenset[tuple[str, str]]
    ranges: frozenset[tuple[Decimal, Decimal]]
    landmarks: tuple[Landmark, ...]
    quoted: tuple[str, ...]
    words: tuple[str, ...]
    denials: tuple[tuple[str, ...], ...]
    negated: frozenset[str]
    plain: frozenset[str]
    parts: tuple[str, ...]
    critical: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    roles: frozenset[tuple[str, str]]
    roles_near: frozenset[tuple[str, str]]
    given_to: frozenset[frozenset[str]]
    acts: frozenset[tuple[str, str]]
    received: frozenset[tuple[str, str]]


class Reduced(NamedTuple):
    """A text without what is no quantity: references, dates, counters; and these apart."""

    text: str
    references: tuple[Rujukan, ...]
    rest: str
    low: str
    dates: frozenset[tuple[int | None, int, int | None]]
    counted: frozenset[tuple[str, str]]
    ayat: frozenset[str]
    huruf: frozenset[str]


def _reduced(text: str) -> Reduced:
    text = alike(text).replace("\n", " . ")
    # A citation has a number; what has none needs no parser.
    references = find_references(text) if numbers_of.DIGIT.search(text) else ()
    # The numbers of a citation are no quantities, and its words name a place.
    rest = _spm(THIS_LAW.sub(" ", without(references, text)))
    low, dates = numbers_of.dates_in(rest)
    counted = frozenset(
        (numbers_of.counter(m[1]), numbers_of.count(m[2])) for m in COUNTED.finditer(low)
    )
    low = COUNTED.sub(" ", low)
    ayat, huruf = frozenset(BARE_AYAT.findall(low)), frozenset(BARE_HURUF.findall(low))
    low = BARE_HURUF.sub(" ", BARE_AYAT.sub(" ", low))
    low = numbers_of.in_digits(ONCE.sub("1 kali", low))
    return Reduced(text, references, rest, low, dates, counted, ayat, huruf)


@lru_cache(maxsize=2048)
def claims(text: str) -> Claims:
    """Everything a text says that can be looked up."""
    text, references, rest, low, dates, counted, ayat, huruf = _reduced(text)
    dated = frozenset(numbers_of.dated_in(rest))
    landmarks = tuple(landmarks_in(text, rest.lower(), references))
    parts = WORD.findall(low)
    denials, negated, plain = words_of.polarity(CLAUSE_PARTS.findall(low))
    actors = words_of.actors_in(parts)
    return Claims(
        text=text,
        references=references,
        refused=frozenset(_refused(text, references)),
        ayat=ayat,
        huruf=huruf,
        numbers=tuple(numbers_of.numbers_in(parts)),
        dates=dates,
        counted=counted,
        rates=frozenset(RATE.findall(low)),
        ranges=frozenset(numbers_of.ranges_in(low)),
        parts=tuple(parts),
        landmarks=landmarks,
        beside=tuple(numbers_of.beside_in(low)),
        dated=dated,
        together=frozenset(numbers_of.together_in(low)),
        replaced=frozenset(_replaced(text, references)),
        quoted=tuple(squeeze(q) for q in QUOTED.findall(text) if len(q.split()) >= 3),
        words=tuple(shape(w) for w in tokens(RATE.sub(" ", low)) if not w.isdigit()),
        denials=denials,
        negated=negated,
        plain=plain,
        critical=words_of.deciding(low),
        names=words_of.names_in(text, references),
        actors=frozenset(a for _, a in actors),
        roles=frozenset(words_of.roles_in(parts, actors, 3)),
        roles_near=frozenset(words_of.roles_in(parts, actors, 25)),
        given_to=frozenset(words_of.given_to(parts)),
        acts=frozenset(words_of.acts_in(parts, actors)),
        received=frozenset(words_of.received_in(parts, actors)),
    )


@lru_cache(maxsize=8192)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, as `claims` reads them."""
    if not numbers_of.HAS_NUMBER.search(text.lower()):
        return ()
    return tuple(numbers_of.numbers_in(WORD.findall(_reduced(text).low)))


def _spm(low: str) -> str:
    """ "Minimal" in the name of the SPM is no "at least"."""
    return re.sub(r"standar\s+pelayanan\s+minimal", "spm", low)


def _refused(text: str, references: tuple[Rujukan, ...]) -> Iterable[Rujukan]:
    """References that a text names only to say that they do not exist or are not known."""
    low = normalise(text)
    for sentence in re.finditer(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*", low):
        if NOT_THERE.search(sentence.group()):
            yield from (r for r in references if sentence.start() <= r.awal < sentence.end())


def _replaced(text: str, references: tuple[Rujukan, ...]) -> Iterable[tuple[str, str]]:
    """(new, old) where a text says that one law repeals or replaces another."""
    low = normalise(text)
    for match in REPLACES.finditer(low):
        left = [r for r in references if r.regulasi and r.akhir <= match.start()]
        right = [r for r in references if r.regulasi and r.awal >= match.end()]
        passive = match.group().startswith("di")
        between = low[match.end() : right[0].awal] if right else ""
        if left and right and not (passive and not BY.search(between)):
            one, other = str(left[-1].regulasi), str(right[0].regulasi)
            yield (other, one) if passive else (one, other)
