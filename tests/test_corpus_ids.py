"""Every id that a data file names is the id of something."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue import services, urusan
from corpus.digests import digests
from corpus.glossary import abbreviations, ambiguous, everyday
from corpus.load import DATA, DIGESTS, sources
from corpus.models import Fakta
from corpus.parameters import categories, deadlines, parameters
from corpus.regions import regions
from corpus.registry import first_day, get, regulations

GOLDEN = Path(__file__).parent / "golden" / "pp-2-2018.toml"


def facts() -> Iterator[tuple[str, Fakta]]:
    """Every fact that ships, with a word on where it stands."""
    yield from ((r.id, r) for r in regulations().values())
    yield from ((u.id, u) for u in urusan().values())
    for service in services().values():
        yield service.id, service
        yield from ((f"{service.id} {m.nama}", m) for m in service.mutu)
    yield from ((p.nama, v) for p in parameters().values() for v in p.nilai)
    yield from ((k.nama, k) for k in categories())
    yield from ((f"tenggat {t.jenis}", t) for t in deadlines())
    yield from ((s.bentuk, s) for rows in abbreviations().values() for s in rows)
    yield from ((w.bentuk, w) for w in everyday())
    yield from ((a.bentuk, a) for a in ambiguous().values())
    yield from ((d.kode, d) for d in regions().values())
    yield from ((d.regulasi, d) for d in digests())


def named_regulations() -> Iterator[tuple[str, str]]:
    """(where, regulation id) of every mention of a regulation in the data."""
    for r in regulations().values():
        changes = [*r.diubah_oleh, *([r.dicabut_oleh] if r.dicabut_oleh else [])]
        yield from ((r.id, c.oleh) for c in changes)
        yield from ((r.id, i) for i in r.mencabut)
        yield from ((r.id, d.regulasi) for d in r.melaksanakan)
    yield from ((s.id, s.standar_teknis) for s in services().values())
    yield from ((p.nama, p.dasar.regulasi) for p in parameters().values())
    yield from ((k.nama, k.dasar.regulasi) for k in categories())
    yield from ((t.jenis, t.dasar.regulasi) for t in deadlines())
    yield from ((d.regulasi, d.regulasi) for d in digests())


def units_of_pp_2_2018() -> dict[str, list[str]]:
    """Letters of every unit of the golden tree by address."""
    raw = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))
    return {unit["id"]: unit["huruf"] for unit in raw["unit"]}


def test_every_sumber_is_defined() -> None:
    assert [(where, s) for where, f in facts() for s in f.sumber if s not in sources()] == []


def test_sumber_of_digest_units_is_defined() -> None:
    named = [(d.regulasi, s) for d in digests() for u in d.unit for s in u.sumber or ()]
    assert [pair for pair in named if pair[1] not in sources()] == []


def test_every_named_regulation_is_registered() -> None:
    assert [pair for pair in named_regulations() if get(pair[1]) is None] == []


def test_every_named_service_is_in_the_catalogue() -> None:
    named = [(w.bentuk, i) for w in everyday() for i in w.layanan]
    assert [pair for pair in named if pair[1] not in services()] == []


def test_repeals_are_told_the_same_way_from_both_sides() -> None:
    one_sided = [
        (r.id, old)
        for r in regulations().values()
        for old in r.mencabut
        if (found := get(old)) and (not found.dicabut_oleh or found.dicabut_oleh.oleh != r.id)
    ]
    assert one_sided == []


def test_nothing_is_repealed_by_an_older_law() -> None:
    wrong = [
        (r.id, by.id)
        for r in regulations().values()
        if r.dicabut_oleh and (by := get(r.dicabut_oleh.oleh)) and by.tahun < r.tahun
    ]
    assert wrong == []


def test_id_says_number_and_year() -> None:
    wrong = [
        r.id
        for r in regulations().values()
        if not r.id.endswith(f"-{r.tahun}")
        or (r.nomor and re.split("/", r.nomor.lower())[0] not in r.id)
    ]
    assert wrong == []


def test_dates_of_a_regulation_are_in_order() -> None:
    wrong = []
    for r in regulations().values():
        days = [d for d in (r.ditetapkan, r.diundangkan) if d]
        day = first_day(r)
        if days != sorted(days) or (r.ditetapkan and day and day < r.ditetapkan):
            wrong.append(r.id)
    assert wrong == []


def test_regulation_with_a_repealer_is_marked_so() -> None:
    repealed = [r for r in regulations().values() if r.dicabut_oleh]
    wrong = [r.id for r in repealed if r.status != "dicabut"]
    assert wrong == []


@pytest.mark.parametrize("part", ["jenis", "penerima", "mutu"])
def test_legal_basis_of_services_stands_in_pp_2_2018(part: str) -> None:
    units = units_of_pp_2_2018()
    wrong = []
    for service in services().values():
        place, _, letter = getattr(service.dasar, part).partition("/huruf-")
        if place not in units or (letter and letter not in units[place]):
            wrong.append((service.id, getattr(service.dasar, part)))
    assert wrong == []


def test_digest_files_carry_their_regulation_as_name() -> None:
    names = sorted(f.name for f in DIGESTS.iterdir() if f.name.endswith(".toml"))
    assert names == sorted(f"{d.regulasi}.toml" for d in digests())


def test_no_data_file_is_left_unread() -> None:
    """A TOML or CSV file that no loader opens would be law that nobody checks."""
    tables = {f.name for f in DATA.iterdir() if f.name.endswith((".toml", ".csv"))}
    words = {n for n in tables if n.startswith("sehari_hari")}
    assert tables - words == {
        "sources.toml",
        "ambigu.toml",
        "ranah_lain.csv",
        "singkatan.csv",
        "wilayah.csv",
    }
