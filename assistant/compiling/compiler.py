"""The citation compiler: keeps the sentences of a model that their marks support, drops the rest.

A mark must be one that was handed out. Then everything in a sentence that can be looked up must
stand in what it cites: numbers with their units, dates, pasal, regulations, quoted runs, names,
deciding words ("paling lama", "wajib", "tidak"), who does what. Enough of its other words must
stand there too, and the cited law must be in force on the day unless the sentence says it is not.
Nothing here asks a model.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant import steering
from assistant.compiling import (
    check_landmarks,
    check_law,
    check_numbers,
    check_places,
    check_words,
)
from assistant.compiling.claims import Claims, claims
from assistant.compiling.facts import Facts
from assistant.compiling.sentences import MARK, Spoken, split
from assistant.compiling.spelling import bare
from assistant.evidence import Evidence

Why = str
"""Why a sentence was dropped: a name in CHECKS, or "tanpa_sitiran", "sitiran_asing", "perintah",
"daftar_tidak_utuh"."""


@dataclass(frozen=True)
class Kept:
    """A sentence that passed. `item`: it is an item of a list."""

    text: str
    marks: tuple[int, ...]
    item: bool


@dataclass(frozen=True)
class Dropped:
    """A sentence that did not, and why."""

    text: str
    why: Why


@dataclass(frozen=True)
class Compiled:
    """What became of a model's text, in its order."""

    kept: tuple[Kept, ...]
    dropped: tuple[Dropped, ...]

    @property
    def survived(self) -> float:
        """Share of sentences kept, 0 where there were none."""
        total = len(self.kept) + len(self.dropped)
        return len(self.kept) / total if total else 0.0


def compile_text(
    text: str, handed: Mapping[int, Evidence], day: date, question: str = ""
) -> Compiled:
    """The sentences of a model's text that hold.

    Args:
        handed: The evidence of every mark that was handed out.
        day: The day whose law is asked for.
        question: The user's question: a number that it has may be denied.
    """
    spoken = split(text)
    verdicts: dict[int, tuple[tuple[int, ...], Why | None]] = {}
    for n, sentence in enumerate(spoken):
        marks = sentence.marks or _inherited(n, spoken)
        verdicts[n] = (marks, _verdict(sentence.text, marks, handed, day, question))
    dead_lists = _dead_lists(spoken, {n for n, (_, why) in verdicts.items() if why})
    kept, dropped = [], []
    for n, sentence in enumerate(spoken):
        marks, why = verdicts[n]
        if why is None and (n in dead_lists or sentence.header in dead_lists):
            why = "daftar_tidak_utuh"
        if why is None:
            kept.append(Kept(_with_marks(sentence, marks), marks, sentence.item))
        else:
            dropped.append(Dropped(sentence.text, why))
    return Compiled(tuple(kept), tuple(dropped))


def verdict(
    sentence: str,
    marks: tuple[int, ...],
    handed: Mapping[int, Evidence],
    day: date,
    question: str = "",
) -> Why | None:
    """Why a sentence falls, None where it holds."""
    return _verdict(sentence, marks, handed, day, question)


def read_ahead(evidence: Evidence) -> None:
    """Reads what a sentence may cite, so that the compiler finds it read."""
    _read(evidence.text)
    check_places.read(evidence)


def _inherited(n: int, spoken: list[Spoken]) -> tuple[int, ...]:
    """An item without a mark has its header's; a header without one those of its items."""
    sentence = spoken[n]
    if sentence.header is not None:
        return spoken[sentence.header].marks
    if sentence.leads:
        items = [m for s in spoken if s.header == n for m in s.marks]
        return tuple(dict.fromkeys(items))
    return ()


def _dead_lists(spoken: list[Spoken], failed: set[int]) -> set[int]:
    """Headers of lists that are no longer whole: the header fell, nothing is left below it, or it
    counts its items and one of them fell."""
    dead = set()
    for n, sentence in enumerate(spoken):
        items = [m for m, s in enumerate(spoken) if s.header == n]
        if not sentence.leads:
            continue
        if (
            not items
            or n in failed
            or all(m in failed for m in items)
            or (any(m in failed for m in items) and claims(bare(sentence.text)).numbers)
        ):
            dead.add(n)
    return dead


def _with_marks(sentence: Spoken, marks: tuple[int, ...]) -> str:
    """The sentence with its marks written out where it had none and stands alone."""
    if sentence.marks or sentence.item:
        return sentence.text
    shown = " " + "".join(f"[{m}]" for m in marks)
    body = sentence.text.rstrip()
    return body[:-1] + shown + body[-1] if body[-1:] in ".:!?" else body + shown


def _verdict(
    sentence: str, marks: tuple[int, ...], handed: Mapping[int, Evidence], day: date, question: str
) -> Why | None:
    if not marks:
        return "tanpa_sitiran"
    if any(m not in handed for m in marks):
        return "sitiran_asing"
    if steering.speaks(MARK.sub("", sentence)):
        return "perintah"
    evidence = tuple(handed[m] for m in marks)
    facts = Facts(
        claims(bare(sentence)),
        tuple(_read(e.text) for e in evidence),
        evidence,
        day,
        frozenset(str(n.value) for n in claims(bare(question)).numbers)
        if question
        else frozenset(),
    )
    return next((name for name, holds in CHECKS.items() if not holds(facts)), None)


@lru_cache(maxsize=512)
def _read(text: str) -> Claims:
    return claims(text)


CHECKS: dict[str, Callable[[Facts], bool]] = {
    "bahasa": check_law.speaks_indonesian,
    "dicabut": check_law.law_in_force,
    "rujukan": check_law.references_stand,
    "pengganti": check_law.replacement_stands,
    "angka": check_numbers.numbers_stand,
    "angka_milik": check_numbers.numbers_belong,
    "angka_bersama": check_numbers.numbers_together,
    "patokan": check_landmarks.landmarks_stand,
    "alur": check_landmarks.course_stands,
    "tanggal": check_numbers.dates_stand,
    "urutan": check_numbers.counted_stand,
    "kutipan": check_words.quotes_stand,
    "layanan": check_words.services_stand,
    "nama": check_words.names_stand,
    "kata_penentu": check_words.deciding_words_stand,
    "penyangkalan": check_words.polarity_stands,
    "pelaku": check_words.actors_stand,
    "kata": check_places.words_stand,
    "satu_tempat": check_places.said_in_one_place,
}
