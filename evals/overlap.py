"""Which law addresses a plain chunk of a baseline holds, by the text it shares with our units.

The same file gives both. A unit counts as held when at least half of its characters, or at least
200 of them, stand in the chunk, in runs of at least five words. Where two units of a file say the
same in the same words the chunk gets both: that is generous to the baseline, as is counting every
unit of a chunk that spans several.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.models import Chunk
from corpus.places import address_of

WORD = re.compile(r"[^\W_]+")
RUN = 5
LEAST_SHARE, LEAST_CHARACTERS = 0.5, 200
Shingle = tuple[str, ...]


def words(text: str) -> list[str]:
    """Lower-case words and numbers without punctuation."""
    return WORD.findall(text.lower())


def shingles(text: Sequence[str]) -> list[Shingle]:
    """Every run of five words, in order; a shorter text is one run."""
    if not text:
        return []
    run = min(RUN, len(text))
    return [tuple(text[n : n + run]) for n in range(len(text) - run + 1)]


class Units:
    """The units of one file, ready to be looked up by the words of a chunk."""

    def __init__(self, regulation: str, chunks: Iterable[Chunk]) -> None:
        self._regulation = regulation
        self._addresses: list[str] = []
        self._words: list[list[str]] = []
        self._where: dict[Shingle, list[tuple[int, int]]] = {}
        for unit, chunk in enumerate(chunks):
            found = words(chunk.teks)
            self._addresses.append(address_of(chunk.id))
            self._words.append(found)
            for place, shingle in enumerate(shingles(found)):
                self._where.setdefault(shingle, []).append((unit, place))

    def held(self, text: str) -> tuple[str, ...]:
        """Addresses of the units that a plain chunk holds, and always the regulation itself."""
        covered: dict[int, set[int]] = {}
        spoken = words(text)
        # A unit of fewer than five words is one run of its own length.
        for run in {
            tuple(spoken[n : n + r]) for r in range(1, RUN + 1) for n in range(len(spoken))
        }:
            for unit, place in self._where.get(run, ()):
                covered.setdefault(unit, set()).update(range(place, place + len(run)))
        held = [u for u, places in sorted(covered.items()) if self._holds(u, places)]
        return (self._regulation, *dict.fromkeys(self._addresses[u] for u in held))

    def _holds(self, unit: int, places: set[int]) -> bool:
        length = [len(word) for word in self._words[unit]]
        shared = sum(length[p] for p in places if p < len(length))
        return shared >= LEAST_CHARACTERS or shared >= LEAST_SHARE * sum(length)
