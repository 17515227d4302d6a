"""Everyday questions for places of the law, in words that the law does not use.

`data/tanya/<regulation>.csv` has one question a row. They become part of the official chunks of
their place, so that a search for the everyday words finds it; a digest has questions of its own.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from corpus.load import DATA, rows
from corpus.models import Chunk, Tanya
from corpus.places import above, address_of

TANYA = DATA / "tanya"


def regulations() -> list[str]:
    """Ids of the regulations that have questions, in the order of the files."""
    return sorted(f.name[: -len(".csv")] for f in TANYA.iterdir() if f.name.endswith(".csv"))


@cache
def questions(regulation_id: str) -> dict[str, tuple[str, ...]]:
    """Law address -> its questions, in file order; empty for a regulation without any."""
    path = TANYA / f"{regulation_id}.csv"
    if not path.is_file():
        return {}
    found: dict[str, list[str]] = {}
    for row in rows(path, Tanya, lists=()):
        found.setdefault(f"{regulation_id}/{row.alamat}", []).append(row.tanya)
    return {address: tuple(asked) for address, asked in found.items()}


def asked(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """The chunks of official texts with the questions of their place.

    Every chunk of a place that was split gets them, unless they are of one part ("pasal-1/2").
    Where a file was read more coarsely than the questions were written (a pasal without its
    ayat), the place above takes them.
    """
    every = list(chunks)
    held = {place for c in every for place in (c.id, address_of(c.id))}
    wanted: dict[str, tuple[str, ...]] = {}
    for regulation_id in dict.fromkeys(c.regulasi for c in every):
        for address, more in questions(regulation_id).items():
            place = next((a for a in (address, *above(address)) if a in held), None)
            if place is not None:
                wanted[place] = (*wanted.get(place, ()), *more)
    for chunk in every:
        places = dict.fromkeys((address_of(chunk.id), chunk.id))
        more = tuple(question for place in places for question in wanted.get(place, ()))
        yield chunk.model_copy(update={"tanya": (*chunk.tanya, *more)}) if more else chunk
