"""Legal numbers by name and day, the categories of IP SPM and the reporting deadlines."""

from datetime import date
from functools import cache

from corpus.errors import CorpusError
from corpus.load import DATA, folder, tables
from corpus.models import Kategori, NilaiParameter, Parameter, Tenggat


@cache
def parameters() -> dict[str, Parameter]:
    """All parameters by name."""
    return {p.nama: p for p in tables(folder(DATA / "parameters"), "parameter", Parameter)}


def value(name: str, day: date) -> NilaiParameter:
    """The value of a parameter on a day.

    Raises:
        CorpusError: no such parameter, or none of its values counts yet on that day.
    """
    parameter = parameters().get(name)
    if parameter is None:
        raise CorpusError(f"no parameter {name!r}")
    begun = [v for v in parameter.nilai if v.berlaku_sejak <= day]
    if not begun:
        raise CorpusError(f"parameter {name!r} has no value on {day}")
    return max(begun, key=lambda v: v.berlaku_sejak)


@cache
def categories() -> tuple[Kategori, ...]:
    """Categories of IP SPM, the highest first."""
    every = tables(folder(DATA / "parameters"), "kategori", Kategori)
    return tuple(sorted(every, key=lambda k: k.batas_bawah, reverse=True))


@cache
def deadlines() -> tuple[Tenggat, ...]:
    """Reporting deadlines in file order: general rules first, then dated ones."""
    return tables(folder(DATA / "parameters"), "tenggat", Tenggat)
