"""The content words of a question: typing errors mended, abbreviations and everyday words with
what they stand for."""

import re
from dataclasses import dataclass, replace
from functools import cache

from corpus.glossary import CHAT, abbreviations, ambiguous, everyday
from corpus.lexical import stems, stopwords, tokens
from corpus.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")


@dataclass(frozen=True)
class Term:
    """One content word: its stem, the stems of what it stands for, and the nearest known stem."""

    stem: str
    alternatives: tuple[str, ...] = ()
    mended: str | None = None


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


def _stands_in(word: str, normal: str) -> bool:
    """Whether a word or phrase stands in a text as such, and not inside another word."""
    return bool(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", normal))


def senses_of(normal: str) -> dict[str, str]:
    """The meaning of every ambiguous form that the question uses, by its context words."""
    present = set(WORD.findall(normal))
    result = {}
    for form, entry in ambiguous().items():
        if form not in present:
            continue
        scored = [
            (sum(_stands_in(w, normal) for w in sense.kata), sense.bawaan, sense.arti)
            for sense in entry.arti
        ]
        result[form] = max(scored)[2]
    return result


def terms_of(
    normal: str, senses: dict[str, str], vocabulary: Vocabulary
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
            mended = vocabulary.mend(stem)
            alternatives = tuple(
                s for start, end, more in spans if start <= word.start() < end for s in more
            )
            held = terms.get(stem, Term(stem, mended=mended))
            terms[stem] = replace(
                held, alternatives=tuple(dict.fromkeys((*held.alternatives, *alternatives)))
            )
    return tuple(terms.values()), tuple(services)
