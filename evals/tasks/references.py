"""Is a citation understood, however it is written? Beside ours, a plain pattern of two lines."""

import re
import time
from collections.abc import Iterator, Sequence

from corpus.citation import find_references
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.questions import Expected, references
from evals.setup import OURS, Setup
from evals.task import Task

PLAIN = "pola-baku"
KINDS = {
    "undang-undang": "uu",
    "peraturan pemerintah": "pp",
    "peraturan presiden": "perpres",
    "peraturan menteri dalam negeri": "permendagri",
    "permendagri": "permendagri",
    "peraturan menteri kesehatan": "permenkes",
    "permenkes": "permenkes",
    "uu": "uu",
    "pp": "pp",
}
LAW = re.compile(
    rf"({'|'.join(KINDS)})\s+(?:nomor|no\.?)?\s*(\d+)(?:\s+tahun\s+|/)(\d{{4}})", re.IGNORECASE
)
PLACE = re.compile(
    r"pasal\s+(\d+\w?)(?:\s+ayat\s+\(?(\d+)\)?)?(?:\s+huruf\s+([a-z])\b)?", re.IGNORECASE
)


class Row(AnyRow):
    """One citation, what it means, and every reference that a reader found in it."""

    text: str
    expect: Expected
    found: tuple[Expected, ...]


def part(name: str) -> Metric[Row]:
    """Whether one part of the first reference found is right."""
    return lambda row: float(
        bool(row.found) and getattr(row.found[0], name) == getattr(row.expect, name)
    )


def exact(row: Row) -> float:
    """Whether the first reference found is right in all parts."""
    return float(bool(row.found) and row.found[0] == row.expect)


def alone(row: Row) -> float:
    """Whether exactly one reference was found, and it is right."""
    return float(row.found == (row.expect,))


METRICS: dict[str, Metric[Row]] = {
    "exact": exact,
    "alone": alone,
    **{name: part(name) for name in ("regulation", "pasal", "ayat", "huruf")},
}


def ours(text: str) -> Sequence[Expected]:
    """References as the project reads them."""
    return [
        Expected(regulation=r.regulasi, pasal=r.pasal, ayat=r.ayat, huruf=r.huruf)
        for r in find_references(text)
    ]


def plain(text: str) -> Sequence[Expected]:
    """References in the official spelling and the shortest common one."""
    law, place = LAW.search(text), PLACE.search(text)
    if law is None and place is None:
        return []
    pasal, ayat, huruf = place.groups() if place else (None, None, None)
    regulation = f"{KINDS[law[1].lower()]}-{law[2]}-{law[3]}" if law else None
    return [Expected(regulation=regulation, pasal=pasal, ayat=ayat, huruf=huruf)]


def generate(setup: Setup) -> Iterator[Row]:
    """Both readers on every citation."""
    for half in setup.sets:
        for reference in references(half):
            for system, read in ((OURS, ours), (PLAIN, plain)):
                started = time.perf_counter()
                found = tuple(read(reference.text))
                took = round(1000 * (time.perf_counter() - started), 3)
                yield Row(
                    system=system, half=half, id=reference.id, group=_group(reference.expect),
                    ms=took, text=reference.text, expect=reference.expect, found=found,
                )  # fmt: skip


def _group(expect: Expected) -> str:
    """How fine the citation is."""
    return "huruf" if expect.huruf else "pasal" if expect.pasal else "peraturan"


TASK = Task("references", Row, generate, METRICS, compared=("exact",), needs_regulations=False)
