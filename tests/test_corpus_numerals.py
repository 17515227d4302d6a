"""Numbers in words and in Roman numerals."""

import pytest

from corpus.numerals import numeral, roman


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("tiga", 3),
        ("sepuluh", 10),
        ("dua belas", 12),
        ("duapuluh satu", 21),
        ("seratus dua puluh satu", 121),
        ("dua ratus sembilan puluh delapan", 298),
        ("dua ribu delapan belas", 2018),
        ("seribu sembilan ratus empat puluh lima", 1945),
    ],
)
def test_numerals(written: str, value: int) -> None:
    assert numeral(written) == value


@pytest.mark.parametrize(
    ("written", "value"), [("i", 1), ("iv", 4), ("vi", 6), ("ix", 9), ("xiv", 14), ("xx", 20)]
)
def test_roman(written: str, value: int) -> None:
    assert roman(written) == value
