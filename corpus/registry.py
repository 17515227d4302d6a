"""The registry of regulations: get one by id, its status on a day, and what replaced it."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from corpus.load import DATA, folder, tables
from corpus.models import Keyakinan, Perubahan, Regulasi, StatusHukum


@dataclass(frozen=True)
class StatusHari:
    """Status of a regulation on one day, with the change that explains it."""

    status: StatusHukum | Literal["belum_berlaku"]
    oleh: Perubahan | None
    keyakinan: Keyakinan


@cache
def regulations() -> dict[str, Regulasi]:
    """All registered regulations by id."""
    return {r.id: r for r in tables(folder(DATA / "regulations"), "regulasi", Regulasi)}


def get(regulation_id: str) -> Regulasi | None:
    """The regulation, or None where this registry does not know it (which proves nothing)."""
    return regulations().get(regulation_id)


def first_day(regulation: Regulasi) -> date | None:
    """The day the regulation began to count, as far as known."""
    return regulation.mulai_berlaku or regulation.diundangkan or regulation.ditetapkan


def _since(change: Perubahan) -> date | None:
    """The day a change took effect; the changing regulation's own first day if not said."""
    by = get(change.oleh)
    return change.sejak or (first_day(by) if by else None)


def _happened(change: Perubahan, day: date) -> bool | None:
    """Whether a change had happened by `day`; None when only its year is known and is that year."""
    since = _since(change)
    if since is not None:
        return since <= day
    by = get(change.oleh)
    if by is None:
        return None
    return None if by.tahun == day.year else by.tahun < day.year


def status_on(regulation: Regulasi, day: date) -> StatusHari:
    """Status of a regulation on a day.

    A day before the regulation's first day gives `belum_berlaku`. A repeal whose day is not
    known, in the very year asked about, gives `tidak_diketahui`.
    """
    start = first_day(regulation)
    if start > day if start else regulation.tahun > day.year:
        return StatusHari("belum_berlaku", None, regulation.keyakinan)
    repeal = regulation.dicabut_oleh
    if repeal is not None:
        happened = _happened(repeal, day)
        if happened is not False:
            status: StatusHukum = "dicabut" if happened else "tidak_diketahui"
            return StatusHari(status, repeal, repeal.keyakinan)
    elif regulation.status in ("dicabut", "tidak_diketahui"):
        return StatusHari(regulation.status, None, regulation.keyakinan)
    changes = [c for c in regulation.diubah_oleh if _happened(c, day)]
    if changes:
        return StatusHari("diubah", changes[-1], changes[-1].keyakinan)
    return StatusHari("berlaku", None, regulation.keyakinan)


def successors(regulation: Regulasi) -> Iterator[Regulasi]:
    """What replaced the regulation, then what replaced that, up to the last known one."""
    seen = {regulation.id}
    current: Regulasi | None = regulation
    while current and current.dicabut_oleh and current.dicabut_oleh.oleh not in seen:
        current = get(current.dicabut_oleh.oleh)
        if current:
            seen.add(current.id)
            yield current


def nearest(regulation_id: str, held: Container[str]) -> str | None:
    """The regulation itself where it is held, else the nearest that replaced it, else one that it
    replaced."""
    if regulation_id in held:
        return regulation_id
    regulation = get(regulation_id)
    if regulation is None:
        return None
    later = [r.id for r in successors(regulation)]
    return next((r for r in (*later, *regulation.mencabut) if r in held), None)


def out_of_range(regulation: Regulasi, pasal: str) -> bool:
    """True when the pasal number is certainly higher than the regulation has."""
    digits = pasal.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (
        regulation.jumlah_pasal is not None
        and digits.isdigit()
        and not 1 <= int(digits) <= regulation.jumlah_pasal
    )
