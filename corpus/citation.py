"""What a citation means: finds references to regulations and pasal in any spelling.

"ps 6 ay 2 permendagri 59/21", "PP SPM pasal 13", "Pasal 11 ayat (2) huruf a Peraturan Pemerintah
Nomor 2 Tahun 2018" all become a `Rujukan`. Nothing is looked up on a network: a regulation that
the registry does not know comes back with `dikenal=False`, which never means that it does not
exist.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citation_laws import Law, laws
from corpus.citation_places import Place, places, written
from corpus.registry import get
from corpus.spelling import normalise

__all__ = ["Rujukan", "find_references", "normalise", "without"]

LINK = r"(?:(?:dari|pada|di|dlm|dalam|nya|menurut|sesuai)\b[\s,]*){0,2}"
NEXT_TO = re.compile(rf"\s*{LINK}")
CLOSE_TO = re.compile(rf"[\s,.;:()-]*{LINK}[\s(]*")


@dataclass(frozen=True)
class Rujukan:
    """One reference found in a text.

    `regulasi` is the id that the citation means, None for a pasal without a regulation.
    `dikenal`: the registry has that id. `peraturan` is the regulation as written. `awal` and
    `akhir` are offsets in the normalised text.
    """

    regulasi: str | None
    dikenal: bool
    pasal: str | None
    ayat: str | None
    huruf: str | None
    teks: str
    awal: int
    akhir: int
    peraturan: str = ""


def find_references(text: str, *, every: bool = False) -> tuple[Rujukan, ...]:
    """Every reference in a text, in order of appearance.

    A pasal takes the regulation that stands next to it, else the last one before it, else the
    next one. A regulation that no pasal took stands alone.

    Args:
        every: Also each further mention of a regulation that a pasal took elsewhere in the text;
            a question means one thing by both, a document is checked at every place.
    """
    text = normalise(text)
    found = laws(text)
    result: list[Rujukan] = []
    taken: set[int] = set()
    for place in places(text):
        if any(law.awal <= place.awal < law.akhir for law in found):
            continue
        law = _law_of(place, found, taken, text)
        if law is not None:
            taken.add(law.awal)
        result.append(_reference(text, place, law))
    placed = {r.regulasi for r in result}
    for law in found:
        # "UU 23/2014 (UU Pemda) pasal 18": a law that a pasal took is not named a second time.
        if law.awal not in taken and (every or law.regulasi not in placed):
            said = text[law.awal : law.akhir]
            result.append(
                Rujukan(law.regulasi, law.dikenal, None, None, None, said, law.awal, law.akhir)
            )
    return tuple(sorted(result, key=lambda r: r.awal))


def without(references: tuple[Rujukan, ...], text: str) -> str:
    """The normalised text with the references found in it cut out."""
    text, last, kept = normalise(text), 0, []
    # Regulations that a pasal took are not references of their own, but are cut out too.
    spans = {(law.awal, law.akhir) for law in laws(text)} if references else set()
    for start, end in sorted({(r.awal, r.akhir) for r in references} | spans):
        kept.append(text[last : max(start, last)])
        last = max(end, last)
    return " ".join("".join((*kept, text[last:])).split())


def _reference(text: str, place: Place, law: Law | None) -> Rujukan:
    pasal, ayat = place.said["pasal"], place.said.get("ayat")
    amends = law is not None and _amends(law.regulasi)
    return Rujukan(
        regulasi=law.regulasi if law else None,
        dikenal=law.dikenal if law else False,
        pasal=(pasal if place.romawi and amends else written(pasal)).upper(),
        ayat=written(ayat) if ayat else None,
        huruf=place.said.get("huruf"),
        teks=text[place.awal : place.akhir],
        awal=place.awal,
        akhir=place.akhir,
        peraturan=text[law.awal : law.akhir] if law else "",
    )


def _amends(regulation_id: str) -> bool:
    """Whether a regulation changes another one: then its own pasal have Roman numbers."""
    regulation = get(regulation_id)
    return regulation is not None and regulation.tentang.lower().startswith("perubahan")


def _law_of(place: Place, found: Sequence[Law], taken: set[int], text: str) -> Law | None:
    """The regulation of a place: the one next to it, of two such the one that is still free."""
    before = [law for law in found if law.akhir <= place.awal]
    after = [law for law in found if law.awal >= place.akhir]
    if not (before and after):
        return before[-1] if before else after[0] if after else None
    gap_before = text[before[-1].akhir : place.awal]
    gap_after = text[place.akhir : after[0].awal]
    free = before[-1].awal not in taken
    if NEXT_TO.fullmatch(gap_before) and free:
        return before[-1]
    if NEXT_TO.fullmatch(gap_after):
        return after[0]
    if CLOSE_TO.fullmatch(gap_before) and free:
        return before[-1]
    return after[0] if CLOSE_TO.fullmatch(gap_after) else before[-1]
