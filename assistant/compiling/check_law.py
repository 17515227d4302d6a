"""What a sentence says of laws and their places, held to what it cites. One function a check;
each is True where the sentence holds."""

from assistant.compiling.claims import Claims
from assistant.compiling.facts import Facts
from assistant.compiling.rules import rules
from assistant.compiling.spelling import bare
from corpus.citation import Rujukan
from corpus.registry import get, status_on, successors


def speaks_indonesian(f: Facts) -> bool:
    """No more than one English function word."""
    low = bare(f.said.text).lower().split()
    return sum(w.strip(".,;:()") in rules().english for w in low) < 2


def law_in_force(f: Facts) -> bool:
    """Law that is cited or named is in force on the day, or the sentence says that it is not."""
    says = bool(rules().revoked.search(f.said.text.lower()))
    cited = {e.citation.regulation for e in f.evidence}
    named = {r.regulasi for r in f.said.references if r.regulasi}
    for regulation_id in cited | named:
        regulation = get(regulation_id)
        if regulation is None:
            continue
        status = status_on(regulation, f.day).status
        if status == "dicabut" and not says:
            return False
        if status == "belum_berlaku" and "belum" not in f.said.text.lower():
            return False
    return True


def references_stand(f: Facts) -> bool:
    """Every regulation, pasal, ayat and huruf named is the cited place or named in its text."""
    return all(_stands(r, f) for r in f.said.references) and _bare_places_stand(f)


def _stands(named: Rujukan, f: Facts) -> bool:
    denies = bool(f.said.denials)
    for evidence, held in zip(f.evidence, f.held, strict=True):
        cited = evidence.citation
        # "Jadi Pasal 913 tidak ada di dalamnya" names a place only to deny it.
        known = [
            (r.regulasi or cited.regulation, r.pasal, r.ayat, r.huruf)
            for r in held.references
            if denies or r not in held.refused
        ]
        own = (cited.regulation, cited.pasal, cited.ayat, cited.huruf)
        if any(_within(named, place, held) for place in (own, *known)):
            return True
    return False


def _within(
    named: Rujukan, place: tuple[str, str | None, str | None, str | None], held: Claims
) -> bool:
    """Whether a named place is `place` or holds it; a huruf may also be a list item of the text."""
    regulation, pasal, ayat, huruf = place
    if named.regulasi is not None and named.regulasi != regulation:
        return False
    if named.pasal is None:
        return True
    if pasal is None or named.pasal.lower() != pasal.lower():
        return False
    if named.ayat is not None and (ayat is None or named.ayat.lower() != ayat.lower()):
        return False
    return named.huruf is None or named.huruf == huruf or f"\n{named.huruf}." in held.text.lower()


def _bare_places_stand(f: Facts) -> bool:
    """ "ayat (3)" without a pasal is the cited one or stands in the text."""
    ayat = {e.citation.ayat for e in f.evidence} | {a for h in f.held for a in h.ayat}
    ayat |= {r.ayat for h in f.held for r in h.references}
    huruf = {e.citation.huruf for e in f.evidence} | {x for h in f.held for x in h.huruf}
    huruf |= {r.huruf for h in f.held for r in h.references}
    listed = all(any(f"\n{x}." in h.text.lower() for h in f.held) for x in f.said.huruf - huruf)
    return f.said.ayat <= ayat and listed


def replacement_stands(f: Facts) -> bool:
    """Which law replaced which: as the registry has it, or as the evidence says."""
    held = {pair for h in f.held for pair in h.replaced}
    for new, old in f.said.replaced:
        regulation = get(old)
        known = {r.id for r in successors(regulation)} if regulation else set()
        if new not in known and (new, old) not in held:
            return False
    return True
