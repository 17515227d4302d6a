"""What a sentence says in numbers and dates, held to what it cites."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.compiling.claim_numbers import Beside
from assistant.compiling.facts import Facts
from assistant.compiling.spelling import bare

YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_stand(f: Facts) -> bool:
    """Every number stands in the evidence with the same unit and near a word of the sentence."""
    known = {(n.value, n.unit) for h in f.held for n in h.numbers}
    values = {value for value, _ in known}
    denied = denied_numbers(f)
    for number in f.said.numbers:
        if str(number.value) in denied:
            continue
        if number.value not in values or (number.unit and (number.value, number.unit) not in known):
            return False
    return True


def numbers_belong(f: Facts) -> bool:
    """A number stands beside what it counts in the evidence, not beside what a rival counts.

    "20 persen capaian mutu; 80 persen capaian penerima" does not hold "80 persen mutu".
    """
    held = [b for h in f.held for b in h.beside]
    return all(_belongs(said, held) and _fits(said, f) for said in f.said.beside)


def _belongs(said: Beside, held: list[Beside]) -> bool:
    """Whether what a number counts and limits is what it counts and limits in the evidence."""
    own, rivals = _parted(said, held)
    limits = {b.limit for b in own} - {""}
    if said.limit and limits and said.limit not in limits:
        return False
    near = frozenset().union(*(b.before | b.after for b in own))
    return not said.after & frozenset().union(*(b.after for b in rivals)) - near


def _fits(said: Beside, f: Facts) -> bool:
    """Whether what stands before a number stands beside no other number of the same text alone."""
    texts = [_parted(said, h.beside) for h in f.held]
    known = [(own, rivals) for own, rivals in texts if own]
    return not known or any(
        not said.before & _beside(rivals) - frozenset().union(*(b.wide for b in own))
        for own, rivals in known
    )


def _beside(rivals: Sequence[Beside]) -> frozenset[str]:
    """What stands after other numbers; around a range, what stands before it too: "biru (6-11
    bulan) dan merah (12-59 bulan)"."""
    ranges = (b.before for b in rivals if "…" in b.value)
    return frozenset().union(*(b.after for b in rivals), *ranges)


def _parted(said: Beside, held: Sequence[Beside]) -> tuple[list[Beside], list[Beside]]:
    """The same number, and others of the same unit."""
    own = [b for b in held if b.value == said.value]
    return own, [b for b in held if b.value != said.value and b.unit == said.unit]


def numbers_together(f: Facts) -> bool:
    """Numbers that a sentence puts side by side stand side by side in the evidence: a year and
    the value of another year do not."""
    held = {pair for h in f.held for pair in h.together}
    known = {b.value for h in f.held for b in h.beside}
    dated = {pair for h in f.held for pair in h.dated}
    if any(pair not in dated for pair in f.said.dated if pair[0] in {n for n, _ in dated}):
        return False
    return all(
        pair in held or not set(pair) <= known or not any(map(YEAR.fullmatch, pair))
        for pair in ((a.value, b.value) for a, b in pairwise(f.said.beside))
    )


def denied_numbers(f: Facts) -> set[str]:
    """Numbers of the question denied beside a true one: "bukan 14, melainkan 12"."""
    words = bare(f.said.text).lower().replace(",", " ").split()
    after = {words[n + 1] for n, w in enumerate(words[:-1]) if w == "bukan"}
    denied = {str(n.value) for n in f.said.numbers} & f.asked & after
    return denied if len(f.said.numbers) > len(denied) else set()


def dates_stand(f: Facts) -> bool:
    """Every date stands in the evidence; a month or a day and month may be part of one there."""
    known = [d for h in f.held for d in h.dates]
    return all(
        any(all(s is None or s == k for s, k in zip(said, one, strict=True)) for one in known)
        for said in f.said.dates
    )


def counted_stand(f: Facts) -> bool:
    """Bab, lampiran, triwulan with the same number or letter; how often; from where to where."""
    return (
        f.said.counted <= {c for h in f.held for c in h.counted}
        and f.said.rates <= {r for h in f.held for r in h.rates}
        and f.said.ranges <= {r for h in f.held for r in h.ranges}
    )
