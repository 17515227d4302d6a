"""The other real regulations: a born-digital annex, a second scan, Markdown of many qualities."""

import re
from pathlib import Path

import pytest

from corpus.models import Regulasi
from corpus.registry import get
from ingest.identify import identify
from ingest.readers import read
from ingest.structure import parse
from ingest.units import Unit

# First page of each part of the annex, looked up in the PDF with another program (pdftotext).
ANNEX_STARTS = {
    ("I", "A"): 7, ("I", "B"): 11, ("I", "C"): 11, ("I", "D"): 12,
    ("II", "A"): 13, ("II", "B"): 18,
    ("III", "A"): 38, ("III", "B"): 45, ("III", "C"): 52, ("III", "D"): 60, ("III", "E"): 70,
    ("III", "F"): 78, ("III", "G"): 85, ("III", "H"): 97, ("III", "I"): 104, ("III", "J"): 110,
    ("III", "K"): 116, ("III", "L"): 122,
    ("IV", "A"): 135, ("IV", "B"): 136, ("IV", "C"): 137,
}  # fmt: skip
# Laws whose text is complete: every pasal from 1 to the last one must be found.
WHOLE = {
    "uu-2003-20": 77, "uu-2004-25": 37, "uu-2008-14": 64, "uu-2008-18": 49, "uu-2009-11": 60,
    "uu-2009-25": 62, "uu-2009-36": 205, "uu-2009-44": 66, "uu-2014-6": 122, "uu-2019-17": 79,
    "uu-2022-1": 193, "pp-2005-65": 22, "pp-2008-6": 61, "pp-2008-19": 38, "pp-2008-21": 96,
    "pp-2016-18": 126, "pp-2016-47": 30, "pp-2018-17": 37, "pp-2018-33": 11,
}  # fmt: skip
# Those of them whose text also holds the elucidation of every pasal.
ELUCIDATED = (
    "uu-2003-20", "uu-2004-25", "uu-2008-14", "uu-2008-18", "uu-2009-11", "uu-2009-25",
    "uu-2009-36", "uu-2009-44", "pp-2005-65", "pp-2008-6", "pp-2008-19", "pp-2008-21",
    "pp-2016-18",
)  # fmt: skip


def pasal(units: list[Unit], bagian: str = "batang_tubuh") -> list[str]:
    return list(dict.fromkeys(u.pasal for u in units if u.bagian == bagian and u.pasal))


def one_to(last: int) -> list[str]:
    return [str(n) for n in range(1, last + 1)]


def regulation_of(path: Path) -> Regulasi:
    return identify(read(path))


@pytest.fixture(scope="module")
def permenkes(shared: Path) -> list[Unit]:
    """Units of Permenkes 4/2019 with its annex of 133 pages."""
    path = shared / "data" / "regulations" / "pdf" / "Permenkes-4-2019.pdf"
    return parse(read(path), "permenkes-4-2019")


@pytest.fixture(scope="module")
def pp_57(shared: Path) -> list[Unit]:
    """Units of the scan of PP 57/2021."""
    path = shared / "data" / "regulations" / "pdf" / "PP-57-2021-SNP.pdf"
    return parse(read(path), "pp-57-2021")


def test_body_of_permenkes(permenkes: list[Unit]) -> None:
    body = [u.alamat.split("/", 1)[1] for u in permenkes if u.bagian == "batang_tubuh"]
    assert body == [
        "pasal-1/ayat-1", "pasal-1/ayat-2",
        *(f"pasal-2/ayat-{n}" for n in range(1, 8)),
        *(f"pasal-3/ayat-{n}" for n in range(1, 4)),
        *(f"pasal-{n}" for n in range(4, 10)),
    ]  # fmt: skip


def test_no_page_of_the_annex_is_lost(permenkes: list[Unit]) -> None:
    pages = {u.halaman for u in permenkes if u.bagian == "lampiran"}
    assert pages == set(range(7, 140))


def test_annex_parts_start_on_their_page(permenkes: list[Unit]) -> None:
    starts: dict[tuple[str, str], int | None] = {}
    for unit in permenkes:
        if unit.bagian == "lampiran" and unit.bab and unit.subbagian:
            starts.setdefault((unit.bab.nomor, unit.subbagian.nomor), unit.halaman)
    assert starts == ANNEX_STARTS


def test_annex_unit_carries_the_heading_it_opens_with(permenkes: list[Unit]) -> None:
    wrong = []
    for unit in permenkes:
        opening = re.match(r"([A-L])\. (Pelayanan Kesehatan .*)", unit.teks)
        if unit.bagian == "lampiran" and opening:
            heading = unit.subbagian
            if heading is None or (heading.nomor, heading.judul) != opening.groups():
                wrong.append((unit.halaman, opening.group()))
    assert wrong == []


def test_scan_of_pp_57_has_its_pasal(pp_57: list[Unit]) -> None:
    """Its headings are damaged ("Pasal,42", "Pasal 4T"), and page 33 has a layout of its own."""
    assert pasal(pp_57) == one_to(59)
    assert pasal(pp_57, "penjelasan") == one_to(59)


def test_scan_of_pp_57_is_free_of_page_furniture(pp_57: list[Unit]) -> None:
    stamp = re.compile(r"SK No \d+ ?A|REPUBLIK INDONESIA\b|^-\d+-$")
    assert [(u.alamat, m.group()) for u in pp_57 if (m := stamp.search(u.teks))] == []


def test_ayat_of_pp_57_follow_each_other(pp_57: list[Unit]) -> None:
    body = [u for u in pp_57 if u.bagian == "batang_tubuh"]
    assert [u.ayat for u in body if u.pasal == "46"] == one_to(8)
    assert [u.ayat for u in body if u.pasal == "54"] == one_to(4)


@pytest.mark.parametrize("name", WHOLE)
def test_markdown_law_has_every_pasal(shared: Path, name: str) -> None:
    units = parse(read(shared / "data" / "regulations" / "text" / f"{name}.md"), name)
    assert pasal(units) == one_to(WHOLE[name])


@pytest.mark.parametrize("name", ELUCIDATED)
def test_elucidation_is_kept_apart_from_the_body(shared: Path, name: str) -> None:
    units = parse(read(shared / "data" / "regulations" / "text" / f"{name}.md"), name)
    assert pasal(units, "penjelasan") == one_to(WHOLE[name])
    body = [u for u in units if u.bagian == "batang_tubuh"]
    assert [u.alamat for u in body if re.match(r"Cukup\s+jelas", u.teks)] == []


def test_uu_23_2014_lacks_only_the_empty_pasal(shared: Path) -> None:
    """Pasal 274 is a heading without text in the file that we have."""
    units = parse(read(shared / "data" / "regulations" / "text" / "uu-2014-23.md"), "uu-23-2014")
    assert pasal(units) == [n for n in one_to(411) if n != "274"]
    ayat = [u.ayat for u in units if u.pasal == "12" and u.bagian == "batang_tubuh"]
    assert ayat == ["1", "2", "3"]


def test_pasal_counts_agree_with_the_registry(shared: Path) -> None:
    folder = shared / "data" / "regulations" / "text"
    wrong = [
        (name, last, regulation.jumlah_pasal)
        for name, last in WHOLE.items()
        if (regulation := regulation_of(folder / f"{name}.md")).jumlah_pasal not in (None, last)
    ]
    assert wrong == []


def test_every_file_names_its_regulation(shared: Path) -> None:
    wrong = []
    for path in sorted((shared / "data" / "regulations" / "text").glob("*.md")):
        kind, year, number = path.stem.split("-")
        regulation = regulation_of(path)
        if regulation != get(f"{kind}-{number}-{year}"):
            wrong.append((path.name, regulation.id))
    assert wrong == []
