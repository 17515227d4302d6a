"""Abbreviations, everyday words and ambiguous forms."""

import re
from functools import cache

from corpus.load import DATA, rows, tables
from corpus.models import Ambigu, KataSeharihari, RanahLain, Singkatan


@cache
def abbreviations() -> dict[str, tuple[Singkatan, ...]]:
    """Abbreviations by their lower-case form; one form may stand for several things."""
    result: dict[str, tuple[Singkatan, ...]] = {}
    for row in rows(DATA / "singkatan.csv", Singkatan):
        key = row.bentuk.lower()
        result[key] = (*result.get(key, ()), row)
    return result


@cache
def everyday() -> tuple[KataSeharihari, ...]:
    """Everyday words, the longest form first so that phrases win over their words."""
    names = sorted(f.name for f in DATA.iterdir() if f.name.startswith("sehari_hari"))
    every = [r for n in names for r in rows(DATA / n, KataSeharihari, lists=("sumber", "layanan"))]
    return tuple(sorted(every, key=lambda r: -len(r.bentuk)))


CHAT = "percakapan"


@cache
def chat() -> dict[str, str]:
    """Shorthand of chats ("yg", "gmn") and what it is short for."""
    return {k: v[0].arti.lower() for k, v in abbreviations().items() if v[0].bidang == CHAT}


def written_out(text: str) -> str:
    """Lower case, one blank between words, chat shorthand written out."""
    words = chat()
    return re.sub(
        r"[^\W\d_]+", lambda m: words.get(m.group(), m.group()), " ".join(text.lower().split())
    )


def spelt_out(text: str) -> str:
    """A text with what its abbreviations stand for behind it, so that either form finds it."""
    known = abbreviations()
    plain = written_out(text)
    added = [
        row.arti.lower()
        for word in dict.fromkeys(re.findall(r"[^\W_]+", plain))
        for row in known.get(word, ())[:1]
        if row.bidang != CHAT
    ]
    return " ".join((plain, *added))


@cache
def other_fields() -> dict[str, str]:
    """Topics of other fields of law, and the regulation where each usually stands."""
    return {r.bentuk: r.aturan for r in rows(DATA / "ranah_lain.csv", RanahLain)}


@cache
def _other_field() -> re.Pattern[str]:
    forms = sorted(map(re.escape, other_fields()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


def other_field(normal: str) -> str | None:
    """The regulation where a topic of another field stands that a text names, or None."""
    match = _other_field().search(normal)
    return other_fields()[match.group()] if match else None


@cache
def ambiguous() -> dict[str, Ambigu]:
    """Ambiguous forms by lower-case form."""
    return {a.bentuk.lower(): a for a in tables([DATA / "ambigu.toml"], "ambigu", Ambigu)}
