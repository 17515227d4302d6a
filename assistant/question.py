"""What a question says: content words, the regulations and pasal it names, urusan, level and day,
and the several questions that it may ask at once."""

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.intent import COMPARE, Intent, intents, split
from assistant.scope import KABKOTA, PROVINSI, day_of, tingkat_of, urusan_of
from assistant.terms import Term, senses_of, terms_of
from corpus.citation import Rujukan, find_references, without
from corpus.glossary import written_out
from corpus.kinds import kinds_in
from corpus.lexical import stems
from corpus.models import Tingkat, UrusanId
from corpus.vocabulary import Vocabulary

TOPIC = frozenset({"spm", "standar", "layan", "minimal"})
# A part of a question with so few words of its own leans on the one before it.
FEW_WORDS = 2
SPM = re.compile(r"\b(?:e-?)?spm\b|standar pelayanan minimal")


@dataclass(frozen=True)
class Question:
    """A question understood. `day` is the day whose law is asked for; `past`: it is not today.

    `kinds` are the prefixes of kinds of regulation that it names without a number.
    """

    text: str
    normal: str
    terms: tuple[Term, ...]
    references: tuple[Rujukan, ...]
    urusan: tuple[UrusanId, ...]
    tingkat: Tingkat | None
    services: tuple[str, ...]
    senses: tuple[tuple[str, str], ...]
    day: date
    past: bool
    intents: frozenset[Intent] = frozenset()
    kinds: frozenset[str] = frozenset()
    parts: tuple["Question", ...] = ()

    @property
    def stems(self) -> list[str]:
        """Stems of the question's own words."""
        return [t.stem for t in self.content]

    @property
    def content(self) -> tuple[Term, ...]:
        """Terms to search for. SPM itself says only which laws are meant (see `about_spm`): as a
        search word it would prefer the places that repeat it."""
        others = tuple(t for t in self.terms if t.stem not in TOPIC)
        keep_all = not self.about_spm or "definisi" in self.intents
        return self.terms if keep_all or not others else others

    @property
    def expansion(self) -> list[str]:
        """Stems that were added, each once."""
        return list(dict.fromkeys(s for t in self.content for s in t.alternatives))

    @property
    def mended(self) -> list[str]:
        """What misspelt words are taken for."""
        return [t.mended for t in self.content if t.mended]

    @property
    def about_spm(self) -> bool:
        """Whether SPM in the sense of this project is meant."""
        sense = dict(self.senses).get("spm", "Standar Pelayanan Minimal")
        return bool(SPM.search(self.normal)) and sense == "Standar Pelayanan Minimal"


def understand(text: str, vocabulary: Vocabulary, today: date, *, past: bool = False) -> Question:
    """Everything the question says that can be found without looking at passages.

    Args:
        vocabulary: Stems of the index; typing errors are mended towards them.
        today: The day whose law is meant where the question names no other.
        past: `today` was chosen as the day of the law, and is not simply now.
    """
    whole = _one(text, vocabulary, today, past)
    pieces = split(text) if len(whole.references) < 2 else [text]
    parts: list[Question] = []
    if len(pieces) > 1:
        for piece in pieces:
            part = _one(piece, vocabulary, today, past)
            if part.terms:
                parts.append(_inherit(part, whole, parts[-1] if parts else None))
    return replace(whole, parts=tuple(parts) or _compared(whole))


def _one(text: str, vocabulary: Vocabulary, today: date, past: bool) -> Question:
    """One question, not split any further."""
    normal = written_out(text)
    senses = senses_of(normal)
    references = find_references(text)
    # The words of a citation name a place; as search words its numbers would find every other one.
    rest = written_out(without(references, text))
    terms, services = terms_of(rest, senses, vocabulary)
    day, named = day_of(rest, today)
    return Question(
        text=text,
        normal=normal,
        terms=terms,
        references=references,
        urusan=urusan_of(normal),
        tingkat=tingkat_of(normal),
        services=services,
        senses=tuple(sorted(senses.items())),
        day=day,
        past=past or named,
        intents=intents(normal),
        kinds=kinds_in(rest),
    )


def _inherit(part: Question, whole: Question, before: Question | None) -> Question:
    """A part with what it leaves out: senses and day of the whole, the rest of the part before it.

    A part that turns to SPM leaves the regulation of the part before it.
    """
    part = replace(part, senses=whole.senses, day=whole.day, past=whole.past)
    if before is None:
        return part
    turns = part.about_spm and not before.about_spm
    leans = len(part.content) <= FEW_WORDS
    known = {t.stem for t in part.terms}
    carried = [t for t in before.terms if t.stem not in known] if leans else []
    return replace(
        part,
        normal=f"{part.normal} spm" if before.about_spm and not part.about_spm else part.normal,
        terms=(*part.terms, *carried),
        references=part.references or (() if turns else before.references),
        urusan=part.urusan or before.urusan,
        tingkat=part.tingkat or before.tingkat,
    )


def _compared(whole: Question) -> tuple[Question, ...]:
    """One part for each thing that a question compares: two levels, or two regulations named."""
    laws = tuple(r for r in whole.references if r.pasal is None and r.dikenal)
    if len(laws) > 1:
        return tuple(replace(whole, references=(law,)) for law in laws)
    normal = whole.normal
    if not (COMPARE.search(normal) and KABKOTA.search(normal) and PROVINSI.search(normal)):
        return ()
    levels: tuple[tuple[Tingkat, frozenset[str]], ...] = (
        ("provinsi", frozenset(stems(["kabupaten", "kota", "kab"]))),
        ("kabkota", frozenset(stems(["provinsi", "prov", "gubernur"]))),
    )
    return tuple(
        replace(whole, tingkat=level, terms=tuple(t for t in whole.terms if t.stem not in other))
        for level, other in levels
    )
