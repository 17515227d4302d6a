"""PP 2/2018 from its scan with a damaged text layer, against the tree that was read by eye."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ingest.chunking import chunks
from ingest.identify import identify
from ingest.lists import definitions, letters
from ingest.readers import read
from ingest.structure import parse
from ingest.units import Unit

GOLDEN = tomllib.loads(
    (Path(__file__).parent / "golden" / "pp-2-2018.toml").read_text(encoding="utf-8")
)
UNITS: list[dict[str, Any]] = GOLDEN["unit"]
# What the text layer itself lacks or misreads and no rule of the law can bring back.
MISREAD = {"immunodeftciencg": "immunodeficiency"}
LOST = {"pp-2-2018/pasal-26": " ini"}
FURNITURE = re.compile(r"PRESIDEN|\.\s\.\s\.|\.\.\.|SALINAN|-\s?\d+\s?-")


@pytest.fixture(scope="module")
def tree(shared: Path) -> dict[str, Unit]:
    """The units of the scan by address."""
    path = shared / "data" / "regulations" / "pdf" / "PP-2-2018-SPM.pdf"
    units = parse(read(path), "pp-2-2018")
    assert len({u.alamat for u in units}) == len(units)
    return {u.alamat: u for u in units}


def words(unit: Unit) -> str:
    """The unit's words as the golden file writes them: no list letters, no signs, lower case."""
    text = unit.teks
    if unit.bagian == "penjelasan":
        text = re.sub(r"\bHuruf [a-z]\b", " ", text)
    plain = re.findall(r"[a-z0-9]+", text.lower())
    return " ".join(MISREAD.get(w, w) for w in plain if len(w) > 1 or w.isdigit())


def list_letters(unit: Unit) -> list[str]:
    if unit.bagian == "penjelasan":
        return re.findall(r"\bHuruf ([a-z])\b", unit.teks)
    return [item.nomor for item in letters(unit.teks)[1]]


def test_units_are_those_of_the_golden_tree(tree: dict[str, Unit]) -> None:
    assert list(tree) == [row["id"] for row in UNITS]


def test_26_pasal_with_their_ayat(tree: dict[str, Unit]) -> None:
    found: dict[str, int] = {}
    for unit in tree.values():
        if unit.bagian == "batang_tubuh" and unit.pasal:
            found[unit.pasal] = max(found.get(unit.pasal, 0), int(unit.ayat or 0))
    assert list(found) == [str(n) for n in range(1, GOLDEN["pasal"]["jumlah"] + 1)]
    assert {p: n for p, n in found.items() if n} == GOLDEN["pasal"]["ayat"]


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row["id"].removeprefix("pp-2-2018/"))
def test_unit_is_the_golden_one(tree: dict[str, Unit], row: dict[str, Any]) -> None:
    unit = tree[row["id"]]
    lost = LOST.get(row["id"], "")
    found = words(unit)
    assert found.startswith((row["awal"], row["awal"].replace(lost, "") if lost else row["awal"]))
    assert found.endswith(row["akhir"])
    assert list_letters(unit) == row["huruf"]
    assert unit.halaman == row["halaman"]
    assert (unit.bab.nomor if unit.bab else None) == row.get("bab")
    assert (unit.subbagian.nomor if unit.subbagian else None) == row.get("bagian")


def test_definitions_are_counted(tree: dict[str, Unit]) -> None:
    (row,) = (r for r in UNITS if "angka" in r)
    _, items = definitions(tree[row["id"]].teks)
    assert [item.nomor for item in items] == row["angka"]


def test_page_furniture_is_gone(tree: dict[str, Unit]) -> None:
    assert {i: m.group() for i, u in tree.items() if (m := FURNITURE.search(u.teks))} == {}


def test_headings_are_titled(tree: dict[str, Unit]) -> None:
    unit = tree["pp-2-2018/pasal-6/ayat-3"]
    assert unit.bab is not None
    assert unit.subbagian is not None
    assert (unit.bab.nomor, unit.bab.judul) == ("II", "JENIS SPM")
    assert (unit.subbagian.nomor, unit.subbagian.judul) == ("Ketiga", "SPM Kesehatan")


def test_one_chunk_for_each_ayat_and_definition(shared: Path) -> None:
    path = shared / "data" / "regulations" / "pdf" / "PP-2-2018-SPM.pdf"
    document = read(path)
    regulation = identify(document)
    made = [c.id for c in chunks(parse(document, "pp-2-2018"), regulation, path.name)]
    wanted = {row["id"] for row in UNITS if row["awal"] != "cukup jelas" and "angka" not in row} | {
        f"pp-2-2018/pasal-1/angka-{n}" for n in range(1, 11)
    }
    # Long parts of the general elucidation are numbered.
    assert {re.sub(r"/\d+$", "", i) for i in made} == wanted
    assert len(set(made)) == len(made)
