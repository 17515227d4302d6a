"""Whether what a sentence says beside a landmark stands beside it in what it cites."""

from collections.abc import Iterable

from assistant.compiling.claims import Claims
from assistant.compiling.facts import Facts
from assistant.compiling.landmarks import Landmark


def landmarks_stand(f: Facts) -> bool:
    """What stands beside a landmark of a sentence stands beside no rival of it alone."""
    own_places = {f"{e.citation.pasal}/{e.citation.ayat or ''}".lower() for e in f.evidence}
    terms = {mark.name for mark in f.said.landmarks if mark.kind == "istilah"}
    return all(
        _belongs(said, [h.landmarks for h in f.held], terms)
        for said in f.said.landmarks
        if not (said.kind == "rujukan" and said.name in own_places)
    )


def _belongs(said: Landmark, texts: Iterable[Iterable[Landmark]], terms: set[str]) -> bool:
    """Whether it is so in one of the texts that have the landmark, where any has it."""
    known = False
    for text in texts:
        # Terms are everywhere: only those that the sentence sets against each other are rivals.
        held = [m for m in text if m.kind == said.kind and (m.kind != "istilah" or m.name in terms)]
        own = [mark for mark in held if mark.name == said.name]
        if not own:
            continue
        known = True
        near = frozenset().union(*(mark.before | mark.after for mark in own))
        rivals = frozenset().union(*(mark.after for mark in held if mark.name != said.name))
        if not (said.before | said.after) & (rivals - near):
            return True
    return not known


def course_stands(f: Facts) -> bool:
    """ "Mulai dari A sampai B": the evidence comes to A before it leaves B."""
    start = _after("awal", f.said)
    end = _after("akhir", f.said)
    if not start or not end:
        return True
    return any(
        min(first) < max(last)
        for h in f.held
        if (first := _places(start - end, h)) and (last := _places(end - start, h))
    ) or not any(_places(start - end, h) and _places(end - start, h) for h in f.held)


def _after(name: str, claims: Claims) -> frozenset[str]:
    every: Iterable[Landmark] = (m for m in claims.landmarks if m.kind == "alur" and m.name == name)
    return frozenset().union(*(mark.after for mark in every))


def _places(words: frozenset[str], claims: Claims) -> list[int]:
    return [n for n, word in enumerate(claims.words) if word in words]
