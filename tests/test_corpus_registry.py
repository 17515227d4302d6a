"""Status of regulations on the last old and the first new day, and what replaced them."""

from datetime import date

import pytest

from corpus.models import Regulasi
from corpus.names import full_name, short_name
from corpus.registry import first_day, get, out_of_range, regulations, status_on, successors

NOW = date(2026, 11, 22)


def known(regulation_id: str) -> Regulasi:
    regulation = get(regulation_id)
    assert regulation is not None
    return regulation


def test_registry_holds_131_regulations() -> None:
    assert len(regulations()) == 131


def test_core_of_the_registry_is_there() -> None:
    core = {
        "uu-23-2014", "pp-2-2018", "permendagri-59-2021", "permenkes-6-2024",
        "permendikbudristek-32-2022", "permenpupr-13-2023", "permendagri-101-2018",
        "permendagri-114-2018", "permendagri-121-2018", "permensos-9-2018", "pp-12-2017",
        "pp-12-2019", "pp-13-2019", "permendagri-100-2018", "permenkes-4-2019", "pp-65-2005",
        "permenpupr-29-2018", "permendikbud-32-2018", "kepmendagri-050-5889-2021",
    }  # fmt: skip
    assert core <= regulations().keys()


@pytest.mark.parametrize(
    ("regulation_id", "day", "status", "by"),
    [
        ("pp-65-2005", date(2018, 12, 31), "berlaku", None),
        ("pp-65-2005", date(2019, 1, 1), "dicabut", "pp-2-2018"),
        ("pp-2-2018", date(2018, 12, 31), "belum_berlaku", None),
        ("pp-2-2018", date(2019, 1, 1), "berlaku", None),
        ("uu-36-2009", date(2023, 8, 7), "berlaku", None),
        ("uu-36-2009", date(2023, 8, 8), "dicabut", "uu-17-2023"),
        ("uu-17-2023", date(2023, 8, 7), "belum_berlaku", None),
        ("pp-47-2016", date(2024, 7, 25), "berlaku", None),
        ("pp-47-2016", date(2024, 7, 26), "dicabut", "pp-28-2024"),
        ("pp-19-2008", date(2018, 5, 7), "berlaku", None),
        ("pp-19-2008", date(2018, 5, 8), "dicabut", "pp-17-2018"),
        ("pp-57-2021", date(2022, 1, 11), "berlaku", None),
        ("pp-57-2021", date(2022, 1, 12), "diubah", "pp-4-2022"),
        ("uu-6-2014", date(2024, 4, 24), "diubah", "uu-6-2023"),
        ("uu-6-2014", date(2024, 4, 25), "diubah", "uu-3-2024"),
        ("kepmendagri-050-3708-2020", date(2021, 12, 26), "berlaku", None),
        ("kepmendagri-050-3708-2020", date(2021, 12, 27), "dicabut", "kepmendagri-050-5889-2021"),
        ("permenkes-43-2016", date(2019, 1, 30), "berlaku", None),
        ("permenkes-43-2016", date(2019, 1, 31), "dicabut", "permenkes-4-2019"),
    ],
)
def test_status_turns_on_the_very_day(
    regulation_id: str, day: date, status: str, by: str | None
) -> None:
    found = status_on(known(regulation_id), day)
    assert (found.status, found.oleh and found.oleh.oleh) == (status, by)


@pytest.mark.parametrize(
    ("regulation_id", "year"),
    [("permendagri-100-2018", 2021), ("permenkes-4-2019", 2024), ("permenpupr-29-2018", 2023)],
)
def test_repeal_without_a_known_day_is_not_dated(regulation_id: str, year: int) -> None:
    """Only the year of the repeal is known: certain before and after it, unknown within."""
    regulation = known(regulation_id)
    days = (date(year - 1, 12, 31), date(year, 1, 1), date(year, 12, 31), date(year + 1, 1, 1))
    assert [status_on(regulation, day).status for day in days] == [
        "berlaku",
        "tidak_diketahui",
        "tidak_diketahui",
        "dicabut",
    ]


def test_year_alone_tells_what_did_not_exist_yet() -> None:
    regulation = known("permendagri-100-2018")
    assert first_day(regulation) is None
    assert status_on(regulation, date(2017, 12, 31)).status == "belum_berlaku"


@pytest.mark.parametrize(
    ("regulation_id", "chain"),
    [
        ("pp-65-2005", ["pp-2-2018"]),
        ("permenkes-43-2016", ["permenkes-4-2019", "permenkes-6-2024"]),
        ("permenkes-741-2008", ["permenkes-43-2016", "permenkes-4-2019", "permenkes-6-2024"]),
        ("permendagri-100-2018", ["permendagri-59-2021"]),
        ("permendikbud-32-2018", ["permendikbudristek-32-2022"]),
        ("permenpupr-29-2018", ["permenpupr-13-2023"]),
        ("pp-2-2018", []),
    ],
)
def test_successors_lead_to_the_last_one(regulation_id: str, chain: list[str]) -> None:
    assert [r.id for r in successors(known(regulation_id))] == chain


def test_every_chain_ends() -> None:
    assert [r.id for r in regulations().values() if r in list(successors(r))] == []


def test_every_regulation_has_a_status_every_year() -> None:
    words = {"berlaku", "dicabut", "diubah", "tidak_diketahui", "belum_berlaku"}
    days = [date(year, 6, 30) for year in range(2000, 2027)]
    assert {status_on(r, d).status for r in regulations().values() for d in days} == words


def test_repealed_once_is_repealed_for_good() -> None:
    order = {"belum_berlaku": 0, "berlaku": 1, "diubah": 1, "tidak_diketahui": 2, "dicabut": 3}
    days = [date(year, month, 28) for year in range(2004, 2027) for month in (1, 6, 12)]
    wrong = []
    for r in regulations().values():
        if r.status != "tidak_diketahui":
            steps = [order[status_on(r, day).status] for day in days]
            wrong += [r.id] if steps != sorted(steps) else []
    assert wrong == []


@pytest.mark.parametrize(
    ("regulation_id", "pasal", "outside"),
    [
        ("pp-2-2018", "26", False),
        ("pp-2-2018", "27", True),
        ("pp-2-2018", "0", True),
        ("permenkes-4-2019", "9", False),
        ("permenkes-4-2019", "10", True),
        ("uu-23-2014", "411", False),
        ("uu-23-2014", "412", True),
        ("uu-23-2014", "201A", False),
        ("permendagri-59-2021", "400", False),  # nobody counted its pasal
    ],
)
def test_pasal_outside_the_range(regulation_id: str, pasal: str, outside: bool) -> None:
    assert out_of_range(known(regulation_id), pasal) is outside


def test_names_are_written_as_the_law_writes_them() -> None:
    assert short_name(known("permenpupr-29-2018")) == "Permen PUPR Nomor 29/PRT/M/2018"
    assert full_name(known("pp-2-2018")) == (
        "PP Nomor 2 Tahun 2018 tentang Standar Pelayanan Minimal"
    )
