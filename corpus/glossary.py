"""Abbreviations, everyday words and ambiguous forms."""

from functools import cache

from corpus.load import DATA, rows, tables
from corpus.models import Ambigu, KataSeharihari, Singkatan


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


@cache
def ambiguous() -> dict[str, Ambigu]:
    """Ambiguous forms by lower-case form."""
    return {a.bentuk.lower(): a for a in tables([DATA / "ambigu.toml"], "ambigu", Ambigu)}
