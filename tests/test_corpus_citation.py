"""What a citation means, in the spellings that people use."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.citation import Rujukan, find_references, without

DATASETS = Path(__file__).parents[1] / "evals" / "datasets"
ROWS, STRANGE = (
    [json.loads(line) for line in (DATASETS / f"references_{name}.jsonl").read_text().splitlines()]
    for name in ("dev", "dev2")
)


def place(reference: Rujukan) -> tuple[str | None, str | None, str | None, str | None]:
    return reference.regulasi, reference.pasal, reference.ayat, reference.huruf


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_reference_of_the_dev_set(row: dict[str, Any]) -> None:
    expected = row["expect"]
    wanted = tuple(expected[key] for key in ("regulation", "pasal", "ayat", "huruf"))
    assert [place(r) for r in find_references(row["text"])] == [wanted]


@pytest.mark.parametrize("row", STRANGE, ids=lambda row: row["id"])
def test_strange_spelling_is_understood(row: dict[str, Any]) -> None:
    expected = row["expect"]
    wanted = tuple(expected[key] for key in ("regulation", "pasal", "ayat", "huruf"))
    assert place(find_references(row["text"])[0]) == wanted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("pasal 5 dan 6 PP 2/2018", [("5", None), ("6", None)]),
        ("pasal 6 ayat (2) dan (3) PP 2/2018", [("6", "2"), ("6", "3")]),
        ("PP 2/2018 pasal 20, UU 23/2014 pasal 12", [("20", None), ("12", None)]),
    ],
)
def test_several_places_in_one_sentence(text: str, places: list[tuple[str, str | None]]) -> None:
    assert [(r.pasal, r.ayat) for r in find_references(text)] == places


def test_each_of_two_laws_keeps_its_pasal() -> None:
    found = find_references("PP 2/2018 pasal 20, UU 23/2014 pasal 12")
    assert [r.regulasi for r in found] == ["pp-2-2018", "uu-23-2014"]


@pytest.mark.parametrize("text", ["apa arti mutu dalam PP SPM", "satpol pp 2 regu", "art is long"])
def test_words_that_look_like_a_place_are_none(text: str) -> None:
    assert all(r.pasal is None for r in find_references(text))


@pytest.mark.parametrize(
    ("text", "regulation"),
    [
        ("PP No. 2 Tahun 2018", "pp-2-2018"),
        ("pp2/2018", "pp-2-2018"),
        ("PP 2/18", "pp-2-2018"),
        ("peraturan pemerintah nomor 2 thn 2018", "pp-2-2018"),
        ("Peraturan Pemerintah Republik Indonesia Nomor 2 Tahun 2018", "pp-2-2018"),
        ("PP SPM", "pp-2-2018"),
        ("permen pupr 29/prt/m/2018", "permenpupr-29-2018"),
        ("Permendagri No.59-2021", "permendagri-59-2021"),
        ("PMK 4/2019", "permenkes-4-2019"),
        ("pmk 212/2022", "pmk-212-2022"),
        ("Kepmendagri 050-5889 Tahun 2021", "kepmendagri-050-5889-2021"),
        ("Kepmendagri 900.1.15.5-1317/2023", "kepmendagri-900.1.15.5-1317-2023"),
        ("Perbup Bekasi 33/2024", "perbup-bekasi-33-2024"),
        ("permendikbud 32 tahun 2022", "permendikbudristek-32-2022"),
        ("UU Pemda", "uu-23-2014"),
    ],
)
def test_regulation_in_many_spellings(text: str, regulation: str) -> None:
    found = find_references(text)
    assert [(r.regulasi, r.dikenal) for r in found] == [(regulation, True)]


@pytest.mark.parametrize(
    "text",
    [
        "pasl 6 ayt 3 pp 2/2018",
        "pasa 6 ayat 3 PP No 2 Tahun 2018",
        "psal 6 aayt (3) pp 2 2018",
        "Pasal6ayat3 PP 2/2018",
        "ps.6 ay.(3) PP SPM",
        "pasal 6(3) pp 2/2018",
        "ayat 3 pasal 6 PP nomer 2 taun 2018",
        "pasal enam ayat tiga peraturan pemerintah nomor 2 tahun 2018",
    ],
)
def test_typing_errors_are_understood(text: str) -> None:
    assert [place(r) for r in find_references(text)] == [("pp-2-2018", "6", "3", None)]


def test_misspelt_kind_is_understood() -> None:
    assert [place(r) for r in find_references("permendgari 59 tahun 2021 pasal 6")] == [
        ("permendagri-59-2021", "6", None, None)
    ]


@pytest.mark.parametrize(
    ("text", "regulation"),
    [
        ("permenkes 99/2030", "permenkes-99-2030"),
        ("Peraturan Pemerintah Nomor 999 Tahun 1999", "pp-999-1999"),
        ("UU 1/1901", "uu-1-1901"),
    ],
)
def test_unknown_regulation_is_not_denied(text: str, regulation: str) -> None:
    assert [(r.regulasi, r.dikenal) for r in find_references(text)] == [(regulation, False)]


def test_number_without_year_means_the_only_one() -> None:
    known = find_references("permendagri 59 pasal 6")[0]
    assert (known.regulasi, known.dikenal) == ("permendagri-59-2021", True)
    # Two registered PP have the number 12.
    several = find_references("pp 12 pasal 6")[0]
    assert (several.regulasi, several.dikenal) == ("pp-12-tahun-tidak-disebut", False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pasal 6", (None, "6", None, None)),
        ("pasal 18A ayat (2)", (None, "18A", "2", None)),
        ("ps 21 ay 2 hrf a", (None, "21", "2", "a")),
    ],
)
def test_bare_pasal_has_no_regulation(
    text: str, wanted: tuple[str | None, str, str | None, str | None]
) -> None:
    found = find_references(text)
    assert [(place(r), r.dikenal) for r in found] == [(wanted, False)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "resep rendang",
        "apa saja jenis pelayanan dasar SPM kesehatan?",
        "pasar 6 buka jam berapa",
        "nomor 2 tahun 2018",
        "upp 2/2018",
        "ayah 3 anak",
    ],
)
def test_text_without_reference_gives_none(text: str) -> None:
    assert find_references(text) == ()


def test_two_references_keep_their_order() -> None:
    found = find_references("beda pasal 6 pp 2/2018 dengan pasal 3 permendagri 59/2021 apa?")
    assert [place(r) for r in found] == [
        ("pp-2-2018", "6", None, None),
        ("permendagri-59-2021", "3", None, None),
    ]


def test_regulation_before_serves_every_pasal_after_it() -> None:
    found = find_references("PP 2/2018: pasal 6 ayat 3 dan pasal 7 ayat 2")
    assert [place(r) for r in found] == [
        ("pp-2-2018", "6", "3", None),
        ("pp-2-2018", "7", "2", None),
    ]


def test_references_can_be_cut_out() -> None:
    text = "Apa isi pasal 6 ayat 3 PP 2/2018 tentang kesehatan?"
    assert without(find_references(text), text) == "apa isi tentang kesehatan?"
