"""What the user says about a laporan, where it was recognised wrongly."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import get_args

from assistant import messages as m
from assistant.checking.models import JenisDokumen, Periode
from assistant.checking.people import AcuanPenduduk
from assistant.checking.roles import Peran, normal
from corpus.errors import MasukanError
from corpus.models import Daerah, Tingkat
from corpus.regions import find

NO_ROLE = "-"
YEAR = re.compile(r"(20\d\d)(?:-(20\d\d)|-(?:tw|t|q)-?([1-4])|-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True)
class Pilihan:
    """What the user says; None and an empty `peran` leave it to the tool.

    `peran` maps a heading, as `roles.normal` writes it, to a role; None: the column holds nothing
    that is checked. `penduduk`: the population by code of the region.
    """

    tingkat: Tingkat | None = None
    jenis: JenisDokumen | None = None
    daerah: Daerah | None = None
    periode: Periode | None = None
    peran: Mapping[str, Peran | None] = field(default_factory=lambda: MappingProxyType({}))
    penduduk: Mapping[str, AcuanPenduduk] = field(default_factory=lambda: MappingProxyType({}))


NONE = Pilihan()


def region(text: str) -> Daerah:
    """The region that a code or a name means.

    Raises:
        MasukanError: none, or more than one.
    """
    found = find(text)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{d.nama} ({d.kode})" for d in found)
        raise MasukanError(m.PERIKSA_DAERAH_GANDA.format(nama=text, pilihan=names))
    raise MasukanError(m.PERIKSA_DAERAH_SALAH.format(nama=text))


def period(text: str) -> Periode:
    """A year ("2024"), quarter ("2024-TW2"), month ("2024-07") or span of years ("2024-2026").

    Raises:
        MasukanError: none of these.
    """
    found = YEAR.fullmatch(text.strip().lower().replace(" ", ""))
    if found is None:
        raise MasukanError(m.PERIKSA_PERIODE_SALAH.format(periode=text))
    year, last, quarter, month = (int(g) if g else None for g in found.groups())
    return Periode(year, quarter, month, last)


def roles(given: Iterable[str]) -> dict[str, Peran | None]:
    """Roles by heading from "HEADING=ROLE" each; "-" as the role: nothing to check.

    Raises:
        MasukanError: no equals sign, or a role that does not exist.
    """
    result: dict[str, Peran | None] = {}
    for pair in given:
        heading, equals, name = pair.rpartition("=")
        role = next((r for r in get_args(Peran) if r == name.strip().lower()), None)
        if not equals or not normal(heading) or (role is None and name.strip() != NO_ROLE):
            choices = ", ".join((*get_args(Peran), NO_ROLE))
            raise MasukanError(m.PERIKSA_PERAN_SALAH.format(peran=pair, pilihan=choices))
        result[normal(heading)] = role
    return result


def check_headings(peran: Mapping[str, Peran | None], there: Iterable[str]) -> None:
    """Says so where a heading that the user gave a role stands over no column.

    Raises:
        MasukanError: the heading is in none of the tables; the nearest ones are named.
    """
    known = {normal(text): text for text in there if text.strip()}
    for heading in peran:
        if heading not in known:
            near = get_close_matches(heading, known, n=3, cutoff=0.3) or list(known)[:8]
            names = ", ".join(f'"{known[n]}"' for n in near)
            raise MasukanError(m.PERIKSA_KOLOM_TIDAK_ADA.format(kolom=heading, ada=names or "-"))
