"""Numbers of pasal and ayat as printed and as OCR left them, and lettered lists."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lists import definitions, laid_out, letters
from ingest.markers import ayat_marker, pasal_number


@pytest.mark.parametrize(
    ("line", "expected", "number"),
    [
        ("(1) Menteri", 1, "1"),
        ("(10) Menteri", 10, "10"),
        ("(21 Menteri", 2, "2"),
        ("(2t Menteri", 2, "2"),
        ("t2t Menteri", 2, "2"),
        ("(s) Menteri", 5, "5"),
        ("(a) Menteri", 4, "4"),
        ("(b) Menteri", 6, "6"),
        ("(u Menteri", 1, "1"),
        ("{1) Menteri", 1, "1"),
        ("[3) Menteri", 3, "3"),
        ("(4) Menteri", 2, "4"),  # two ayat were lost
    ],
)
def test_ayat_marker_is_read(line: str, expected: int, number: str) -> None:
    assert ayat_marker(line, expected, "sebelumnya.") == (number, "Menteri")


@pytest.mark.parametrize(
    ("line", "expected", "previous"),
    [
        ("(5) Menteri", 2, "."),  # too far ahead
        ("(1) Menteri", 2, "."),  # behind
        ("(3) dan ayat (4)", 3, "."),
        ("(1) huruf a", 1, "."),
        ("(2) Menteri", 2, "sebagaimana dimaksud pada ayat"),
        ("(2) Gubernur", 2, "ayat (1) dan"),
        ("(s) menteri", 5, "."),  # a damaged number must be followed by a capital
        ("a. Menteri", 1, "."),
        ("Menteri (2)", 2, "."),
    ],
)
def test_reference_is_no_ayat_marker(line: str, expected: int, previous: str) -> None:
    assert ayat_marker(line, expected, previous) is None


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("Pasal 12", "12", ""),
        ("Pasal 12.", "12", ""),
        ("Pasal22", "22", ""),
        ("Pasal 2O", "20", ""),
        ("Pasal l3", "13", ""),
        ("Pasal 4T", "47", ""),
        ("Pasal 18A", "18A", ""),
        ("Pasal 5 Menteri menetapkan", "5", "Menteri menetapkan"),
        ("Pasal 5 (1) Menteri", "5", "(1) Menteri"),
    ],
)
def test_pasal_heading_is_read(line: str, number: str, rest: str) -> None:
    assert pasal_number(line, int(number.rstrip("A"))) == (number, rest)


@pytest.mark.parametrize(
    "line", ["Pasal", "Pasal 5 dan", "Pasal 5 huruf a", "pasal 5", "Pasal 5 ayat (1)"]
)
def test_sentence_is_no_pasal_heading(line: str) -> None:
    assert pasal_number(line, 5) is None


def test_amending_law_has_roman_pasal() -> None:
    assert pasal_number("Pasal II", 2, roman=True) == ("II", "")


def test_letters_of_a_list_are_found() -> None:
    head, items = letters("Jenis SPM terdiri atas: a. pendidikan; b. kesehatan; dan c. sosial.")
    assert head == "Jenis SPM terdiri atas:"
    assert [(i.nomor, i.teks) for i in items] == [
        ("a", "pendidikan"),
        ("b", "kesehatan"),
        ("c", "sosial."),
    ]


@pytest.mark.parametrize(
    "damaged",
    [
        "Terdiri atas: a. satu; b. dua; o. tiga; d. empat.",
        "Terdiri atas: a. satu; b, dua; c. tiga; dan d. empat.",
        "Terdiri atas: a. satu; dua; c. tiga; d. empat.",
        "Terdiri atas: a. satu; b. dua; c. tiga; d empat.",
    ],
)
def test_damaged_letter_takes_its_place(damaged: str) -> None:
    assert [i.nomor for i in letters(damaged)[1]] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Menteri menetapkan standar teknis.",
        "Sebagaimana dimaksud: Menteri; dan Gubernur.",
        "Hanya: a. satu.",
    ],
)
def test_text_without_a_sure_list_stays_whole(text: str) -> None:
    assert letters(text) == (text, ())
    assert laid_out(text) == text


@given(
    st.lists(st.sampled_from("air rumah sekolah jalan pasar guru".split()), min_size=2, max_size=26)
)
def test_list_of_any_length_comes_back(words: list[str]) -> None:
    marked = [
        f"{letter}. {word}" for letter, word in zip(string.ascii_lowercase, words, strict=False)
    ]
    text = "Terdiri atas: " + "; ".join(marked[:-1]) + "; dan " + marked[-1] + "."
    head, items = letters(text)
    assert head == "Terdiri atas:"
    assert [i.nomor for i in items] == list(string.ascii_lowercase[: len(words)])
    assert [i.teks.rstrip(".") for i in items] == words


def test_definitions_are_numbered() -> None:
    text = (
        "Yang dimaksud dengan: 1. Air adalah cairan. 2. Sumur adalah lubang. 3. Pompa adalah alat."
    )
    head, items = definitions(text)
    assert head == "Yang dimaksud dengan:"
    assert [(i.nomor, i.teks) for i in items] == [
        ("1", "Air adalah cairan."),
        ("2", "Sumur adalah lubang."),
        ("3", "Pompa adalah alat."),
    ]
