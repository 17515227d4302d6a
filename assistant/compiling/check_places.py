"""Whether the words of a sentence stand in what it cites, and in one place of it."""

from decimal import Decimal
from functools import lru_cache

from assistant import steering
from assistant.compiling.check_numbers import denied_numbers
from assistant.compiling.claims import Claims, claims
from assistant.compiling.facts import Facts, known, stems_of
from assistant.compiling.rules import rules
from assistant.compiling.spelling import bare
from assistant.compiling.units import ITSELF, Unit, clauses, parties, unit, units
from assistant.evidence import Evidence


def words_stand(f: Facts) -> bool:
    """Enough content words stand in the evidence and close together, and no run of them is new."""
    limits = rules().limits
    wanted = [w for w in f.said.words if w not in rules().bebas]
    if not wanted:
        return bool(f.said.references or f.said.numbers or f.said.words)
    held = stems_of(f)
    supported = [known(w, held) for w in wanted]
    if sum(supported) / len(wanted) < limits.kata_didukung:
        return False
    run = longest = 0
    for good in supported:
        run = 0 if good else run + 1
        longest = max(longest, run)
    return not longest >= limits.asing_beruntun


def said_in_one_place(f: Facts) -> bool:
    """What a clause says stands in one piece of every text that it cites, and not in many."""
    return all(_placed(clause, f) for clause in clauses(bare(f.said.text)))


def _placed(clause: str, f: Facts) -> bool:
    """Whether one piece of each cited text, taken together, hold the words and parties."""
    said = claims(clause)
    wanted = [w for w in said.words if w not in rules().bebas]
    about = parties(clause)
    stems_held: frozenset[str] = frozenset()
    own_held: frozenset[str] = frozenset()
    about_held: frozenset[str] = frozenset()
    numbers = frozenset(n.value for n in said.numbers)
    numbers_held: frozenset[Decimal] = frozenset()
    for evidence in f.evidence:
        own, best = max(_readable(evidence, said), key=lambda p: _fit(p[1], wanted, about, numbers))
        numbers_held |= best.numbers
        stems_held, about_held = stems_held | best.stems, about_held | best.parties
        own_held |= own.stems
    found = sum(known(w, stems_held) for w in wanted)
    own_found = sum(known(w, own_held) for w in wanted)
    limits = rules().limits
    return (
        about <= about_held
        and (numbers <= numbers_held or bool(denied_numbers(f)))
        and found >= limits.kata_jendela * len(wanted)
        # A heading says what a place is about, not what it says.
        and own_found >= limits.kata_sendiri * len(wanted)
    )


def _fit(
    one: Unit, wanted: list[str], about: frozenset[str], numbers: frozenset[Decimal]
) -> tuple[bool, int, int]:
    found = sum(known(w, one.stems) for w in wanted)
    return about <= one.parties, len(numbers & one.numbers), found


def _readable(evidence: Evidence, said: Claims) -> list[tuple[Unit, Unit]]:
    """The pieces of an evidence, alone and with the heading: whose place it is.

    A piece that names another law than the cited one does not speak of the cited one.
    """
    head, text, parties_held = _heading(evidence)
    own = evidence.citation.regulation
    named = {r.regulasi for r in said.references if r.regulasi}
    result = [
        (u, Unit(u.stems | head.stems, u.parties | parties_held, u.laws | {own}, u.numbers))
        for u in units(text)
        if not (own in named and u.laws and not u.laws & {own, ITSELF})
    ]
    return result or [(head, head)]


def read(evidence: Evidence) -> None:
    """Reads the pieces of an evidence; they are kept."""
    units(_heading(evidence)[1])


@lru_cache(maxsize=512)
def _heading(evidence: Evidence) -> tuple[Unit, str, frozenset[str]]:
    """What belongs to every piece of an evidence, its text, and the parties of its heading."""
    # The headings of a digest are topics in everyday words; those of a law belong to its places.
    path = evidence.path if evidence.citation.tier == "resmi" else evidence.path[:1]
    head = unit("\n".join((evidence.citation.label, *path, evidence.status)))
    text = "\n".join((steering.quiet(evidence.citation.text), *evidence.facts))
    parties_held = head.parties
    if parties(text) & set(rules().pihak):
        parties_held = head.parties - set(rules().pihak)
    return head, text, parties_held
