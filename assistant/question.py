"""What a question says: content words with typing errors mended, what its abbreviations and
everyday words stand for, the regulations and pasal it names, urusan, level and day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.intent import COMPARE, Intent, intents, split
from corpus.catalogue import urusan as all_urusan
from corpus.citation import Rujukan, find_references, without
from corpus.glossary import abbreviations, ambiguous, everyday
from corpus.lexical import stems, stopwords, tokens
from corpus.models import Tingkat, UrusanId

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
CHAT = "percakapan"
TOPIC = frozenset({"spm", "standar", "layan", "minimal"})
SHORTEST_MENDED, LONG = 5, 8
SPM = re.compile(r"\b(?:e-?)?spm\b|standar pelayanan minimal")
KABKOTA = re.compile(r"\b(?:kab|kabupaten|kota|kabkot|kab/kota|bupati|wali ?kota|kotamadya)\b")
PROVINSI = re.compile(r"\b(?:provinsi|prov|propinsi|gubernur|pemprov)\b")
DAY = re.compile(
    r"\b(?P<hari>\d{1,2})\s+(?P<bulan>januari|februari|maret|april|mei|juni|juli|agustus|september"
    r"|oktober|november|desember)\s+(?P<tahun>(?:19|20)\d\d)\b"
)
AS_OF = re.compile(
    r"\b(?:pada|saat|waktu|ketika|di|tahun|per|thn|laporan|ta|anggaran)\s+(?:tahun\s+|anggaran\s+)*"
    r"(?P<tahun>(?:19|20)\d\d)\b"
)
PAST = re.compile(
    r"\b(?:berlaku|pakai|mana|aturan|dasar hukum|acuan|dipakai|pedoman|regulasi|waktu itu)\b"
)
MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)


@dataclass(frozen=True)
class Term:
    """One content word: its stem, the stems of what it stands for, and the nearest known stem."""

    stem: str
    alternatives: tuple[str, ...] = ()
    mended: str | None = None


@dataclass(frozen=True)
class Question:
    """A question understood. `day` is the day whose law is asked for; `past`: it is not today."""

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


def normalise(text: str) -> str:
    """Lower case, one blank between words, chat shorthand written out."""
    chat = _chat()
    return re.sub(
        r"[^\W\d_]+", lambda m: chat.get(m.group(), m.group()), " ".join(text.lower().split())
    )


@cache
def _chat() -> dict[str, str]:
    return {k: v[0].arti.lower() for k, v in abbreviations().items() if v[0].bidang == CHAT}


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...]]]]:
    """Every everyday form and abbreviation as one pattern, and what each stands for."""
    meaning: dict[str, tuple[str, tuple[str, ...]]] = {}
    for form, rows in abbreviations().items():
        if rows[0].bidang not in (CHAT, "hukum"):
            meaning[form] = (" ".join(row.arti for row in rows), ())
    for row in everyday():
        meaning[row.bentuk.lower()] = (row.padanan, row.layanan)
    forms = sorted((re.escape(f) for f in meaning), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(forms) + r")(?![\w-])"), meaning


def _senses(normal: str) -> dict[str, str]:
    """The meaning of every ambiguous form that the question uses, by its context words."""
    present = set(normal.split())
    result = {}
    for form, entry in ambiguous().items():
        if form not in present:
            continue
        scored = [
            (sum(w.lower() in normal for w in sense.kata), sense.bawaan, sense.arti)
            for sense in entry.arti
        ]
        result[form] = max(scored)[2]
    return result


@lru_cache(maxsize=4096)
def _mended(stem: str, vocabulary: "_Vocabulary") -> str:
    """A stem that the corpus does not know, as the nearest one that it does; else unchanged."""
    if len(stem) < SHORTEST_MENDED or stem in vocabulary.stems or not stem.isalpha():
        return stem
    most = 2 if len(stem) >= LONG else 1
    found = process.extractOne(
        stem, vocabulary.names, scorer=DamerauLevenshtein.distance, score_cutoff=most
    )
    return str(found[0]) if found else stem


class _Vocabulary:
    """The stems of an index, long enough to be mended to; hashable by identity for the cache."""

    def __init__(self, stems: Mapping[str, int]) -> None:
        self.stems = stems
        self.names = [s for s in stems if len(s) >= SHORTEST_MENDED - 1 and s.isalpha()]


@lru_cache(maxsize=2)
def _vocabulary_of(key: int, size: int) -> _Vocabulary:
    return _Vocabulary(_VOCABULARIES[key])


_VOCABULARIES: dict[int, Mapping[str, int]] = {}


def understand(
    text: str, vocabulary: Mapping[str, int], today: date, *, past: bool = False
) -> Question:
    """Everything the question says that can be found without looking at passages.

    Args:
        vocabulary: Stems of the index; typing errors are mended towards them.
        today: The day whose law is meant where the question names no other.
        past: `today` was chosen as the day of the law, and is not simply now.
    """
    whole = _one(text, vocabulary, today, past)
    pieces = split(text) if len(whole.references) < 2 else [text]
    parts = (
        tuple(_one(piece, vocabulary, today, past) for piece in pieces) if len(pieces) > 1 else ()
    )
    parts = tuple(_inherit(part, whole) for part in parts if part.terms)
    return replace(whole, parts=parts or _compared(whole))


def _one(text: str, vocabulary: Mapping[str, int], today: date, past: bool) -> Question:
    """One question, not split any further."""
    normal = normalise(text)
    senses = _senses(normal)
    references = find_references(text)
    # The words of a citation name a place; as search words its numbers would find every other one.
    rest = normalise(without(references, text))
    terms, services = _terms(rest, senses, _keep(vocabulary))
    day, named = _day(rest, today)
    return Question(
        text=text,
        normal=normal,
        terms=terms,
        references=references,
        urusan=_urusan(normal),
        tingkat=_tingkat(normal),
        services=services,
        senses=tuple(sorted(senses.items())),
        day=day,
        past=past or named,
        intents=intents(normal),
    )


def _inherit(part: Question, whole: Question) -> Question:
    """A part knows what the whole question is about."""
    return replace(
        part,
        normal=part.normal if part.about_spm or not whole.about_spm else f"{part.normal} spm",
        senses=whole.senses,
        references=part.references or whole.references,
        urusan=part.urusan or whole.urusan,
        day=whole.day,
        past=whole.past,
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


def _keep(vocabulary: Mapping[str, int]) -> _Vocabulary:
    _VOCABULARIES.clear()
    _VOCABULARIES[id(vocabulary)] = vocabulary
    return _vocabulary_of(id(vocabulary), len(vocabulary))


def _terms(
    normal: str, senses: dict[str, str], vocabulary: _Vocabulary
) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """Content words with what they stand for, and the services that everyday words point to."""
    pattern, meaning = _phrases()
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    services: dict[str, None] = {}
    for match in pattern.finditer(normal):
        stands_for, ids = meaning[match.group()]
        stands_for = senses.get(match.group(), stands_for)
        spans.append((*match.span(), tuple(tokens(stands_for))))
        services.update(dict.fromkeys(ids))
    terms: dict[str, Term] = {}
    for word in WORD.finditer(normal):
        if word.group() in stopwords():
            continue
        for stem in stems(re.split("-", word.group())):
            mended = _mended(stem, vocabulary)
            alternatives = tuple(
                s for start, end, more in spans if start <= word.start() < end for s in more
            )
            held = terms.get(stem, Term(stem, mended=mended if mended != stem else None))
            terms[stem] = replace(
                held, alternatives=tuple(dict.fromkeys((*held.alternatives, *alternatives)))
            )
    return tuple(terms.values()), tuple(services)


def _urusan(normal: str) -> tuple[UrusanId, ...]:
    found = []
    for urusan_id, entry in all_urusan().items():
        names = (entry.nama.lower(), *(k.lower() for k in entry.kata))
        if any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", normal) for n in names):
            found.append(urusan_id)
    return tuple(found)


def _tingkat(normal: str) -> Tingkat | None:
    """The level that is asked about; None for none or both."""
    kabkota, provinsi = bool(KABKOTA.search(normal)), bool(PROVINSI.search(normal))
    return None if kabkota == provinsi else "kabkota" if kabkota else "provinsi"


def _day(normal: str, today: date) -> tuple[date, bool]:
    """The day whose law is asked for: a date, or the end of a year that is spoken of as past."""
    if (full := DAY.search(normal)) and PAST.search(normal):
        try:
            day = date(int(full["tahun"]), MONTHS.index(full["bulan"]) + 1, int(full["hari"]))
        except ValueError:
            return today, False
        return day, day != today
    named = AS_OF.search(normal)
    if named and PAST.search(normal) and int(named["tahun"]) < today.year:
        return date(int(named["tahun"]), 12, 31), True
    return today, False
