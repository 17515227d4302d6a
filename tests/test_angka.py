"""Indonesian numbers and dates: text <-> value, and what stays unsure."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.angka import column_convention, interval, parse_number, write_number
from ingest.tanggal import parse_date


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("0", "0", 0),
        ("249008", "249008", 0),
        ("1.234.567", "1234567", 0),
        ("1,234,567", "1234567", 0),
        ("1.234.567,89", "1234567.89", 2),
        ("1,234,567.89", "1234567.89", 2),
        ("1 234 567", "1234567", 0),
        ("1\u00a0234,5", "1234.5", 1),
        ("47,66", "47.66", 2),
        ("47.66", "47.66", 2),
        ("377,72", "377.72", 2),
        ("100,0", "100.0", 1),
        ("0,125", "0.125", 3),
        ("0.125", "0.125", 3),
        ("1234,567", "1234.567", 3),
        ("1.234.567,-", "1234567", 0),
        ("1.000,-", "1000", 0),
        ("-5", "-5", 0),
        ("−5", "-5", 0),
        ("(1.234.567)", "-1234567", 0),
        ("2,3 juta", "2300000", 1),
        ("12 ribu", "12000", 0),
    ],
)
def test_numbers(text: str, value: str, places: int) -> None:
    read = parse_number(text)
    assert read is not None
    assert read.nilai == Decimal(value)
    assert read.desimal == places
    assert (read.jenis, read.keadaan, read.ambigu, read.tertulis) == (
        "bilangan",
        "isi",
        False,
        text,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp1.000", "1000"),
        ("Rp. 1.000,00", "1000"),
        ("Rp 1.000,-", "1000"),
        ("Rp1,000", "1000"),
        ("Rp2,5 miliar", "2500000000"),
        ("Rp 3 M", "3000000000"),
        ("rp 4 T", "4000000000000"),
        ("Rp -5.000", "-5000"),
        ("IDR 7.000.000", "7000000"),
    ],
)
def test_rupiah(text: str, value: str) -> None:
    read = parse_number(text)
    assert read is not None
    assert (read.nilai, read.jenis, read.ambigu) == (Decimal(value), "rupiah", False)


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("100%", "100", 0),
        ("100 %", "100", 0),
        ("100,00%", "100", 2),
        ("85,98 persen", "85.98", 2),
        ("47,66 %", "47.66", 2),
    ],
)
def test_percent_keeps_its_scale_and_decimals(text: str, value: str, places: int) -> None:
    read = parse_number(text)
    assert read is not None
    assert (read.nilai, read.desimal, read.jenis) == (Decimal(value), places, "persen")


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "12a",
        "12.34.5",
        "1.23,4",
        "1,2,3",
        "5 M",
        "12.",
        "(5",
        "5)",
        "%",
        "Rp",
        "1 23",
        "--5",
    ],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_empty_nil_and_zero_stay_apart() -> None:
    states = [parse_number(text) for text in ("", "  ", "-", "nihil", "N/A", "0")]
    assert [s.keadaan for s in states if s] == [
        "kosong",
        "kosong",
        "nihil",
        "nihil",
        "nihil",
        "isi",
    ]
    assert [s.nilai for s in states if s] == [None] * 5 + [Decimal(0)]


def test_one_separator_before_three_digits_is_unsure() -> None:
    point, comma = parse_number("1.234"), parse_number("84,881")
    assert point is not None
    assert comma is not None
    assert (point.nilai, point.ambigu) == (Decimal(1234), True)
    assert (comma.nilai, comma.ambigu) == (Decimal("84.881"), True)


def test_the_convention_of_the_column_decides() -> None:
    for text, convention, value in (
        ("1.234", "id", "1234"),
        ("1.234", "en", "1.234"),
        ("84,881", "en", "84881"),
        ("84,881", "id", "84.881"),
        ("47.66", "id", "47.66"),  # only one reading, whatever the column does
    ):
        read = parse_number(text, convention)  # type: ignore[arg-type]
        assert read is not None
        assert (read.nilai, read.ambigu) == (Decimal(value), False)


@pytest.mark.parametrize(
    ("texts", "convention"),
    [
        (["1.234", "47,66"], "id"),
        (["1.234.567", "84,881"], "id"),
        (["84,881", "1,234,567"], "en"),
        (["84,881", "1,234.5", "7"], "en"),
        (["1.000,-"], "id"),
        (["Rp. 1.000,00", "12"], "id"),
        (["1.234", "7", "x", ""], None),
        (["47,66", "47.66"], None),
        (["47,66", "47.66", "1,5"], "id"),
        ([], None),
    ],
)
def test_majority_of_the_clear_texts(texts: list[str], convention: str | None) -> None:
    assert column_convention(texts) == convention


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("96,83", "96.825", "96.835"),
        ("100%", "99.5", "100.5"),
        ("100,00%", "99.995", "100.005"),
        ("305.065.000", "305065000", "305065000"),
        ("2,5 miliar", "2450000000", "2550000000"),
        ("12 ribu", "11500", "12500"),
    ],
)
def test_interval_is_half_a_last_digit(text: str, low: str, high: str) -> None:
    read = parse_number(text)
    assert read is not None
    assert interval(read) == (Decimal(low), Decimal(high))


def test_no_interval_without_a_number() -> None:
    nil = parse_number("nihil")
    assert nil is not None
    with pytest.raises(ValueError, match="nihil"):
        interval(nil)


@given(st.decimals(-(10**12), 10**12, places=2))
def test_what_is_written_is_read_again(value: Decimal) -> None:
    read = parse_number(write_number(value))
    assert read is not None
    assert read.nilai == value
    assert read.desimal == 2


@given(st.integers(0, 10**15))
def test_whole_numbers_are_read_again(value: int) -> None:
    read = parse_number(write_number(Decimal(value)), "id")
    assert read is not None
    assert read.nilai == value


@given(st.text(max_size=30))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    read = parse_number(text)
    assert read is None or (read.nilai is None) == (read.keadaan != "isi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 Agustus 2026", date(2026, 8, 17)),
        ("Senin, 17 Agu 2026", date(2026, 8, 17)),
        ("17  agustus  2026", date(2026, 8, 17)),
        ("1 Peb. 2024", date(2024, 2, 1)),
        ("20 Nopember 2023", date(2023, 11, 20)),
        ("17/08/2026", date(2026, 8, 17)),
        ("5-1-2024", date(2024, 1, 5)),
        ("05.01.2024", date(2024, 1, 5)),
        ("2026-08-17", date(2026, 8, 17)),
        ("31 Februari 2024", None),
        ("32/01/2024", None),
        ("17 August 2026", None),
        ("2024", None),
        ("kemarin", None),
    ],
)
def test_dates(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected
