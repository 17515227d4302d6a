"""The stems of an index, and which of them a misspelt word means."""

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

SHORTEST_MENDED, LONG = 5, 8
REMEMBERED = 4_096


class Vocabulary:
    """Stems by which typing errors are mended. Mending is remembered per stem."""

    def __init__(self, stems: Mapping[str, int]) -> None:
        self._stems = stems
        self._names = [s for s in stems if len(s) >= SHORTEST_MENDED - 1 and s.isalpha()]
        self.mend = lru_cache(maxsize=REMEMBERED)(self._mend)

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def _mend(self, stem: str) -> str | None:
        """The nearest known stem of an unknown one: one slip away, two in a long word."""
        if len(stem) < SHORTEST_MENDED or stem in self._stems or not stem.isalpha():
            return None
        most = 2 if len(stem) >= LONG else 1
        found = process.extractOne(
            stem, self._names, scorer=DamerauLevenshtein.distance, score_cutoff=most
        )
        return str(found[0]) if found else None
