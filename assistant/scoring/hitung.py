"""Exact sums and one way to divide, so that the order of rows can never change a digit.

A quotient has 50 digits; sums and products run with so many that they are exact for every number
a laporan may hold. Three thirds still add up to a hair less than 1, so what is compared with the
edge of a category, or shown, is first brought to 28 digits (`pas`): an index that is 90 in truth
is 90, and one that is below it by any count of people stays below.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import reduce

BAGI = Context(prec=50, rounding=ROUND_HALF_EVEN)
TEPAT = Context(prec=150)
PAS = Context(prec=28, rounding=ROUND_HALF_EVEN)
_divide, _multiply = BAGI.divide, TEPAT.multiply  # 552 regions take half a million of each
NOL = Decimal(0)
SERATUS = Decimal(100)


def jumlah(nilai: Iterable[Decimal]) -> Decimal:
    """The exact sum; 0 of nothing."""
    return reduce(TEPAT.add, nilai, NOL)


def rata_rata(nilai: list[Decimal]) -> Decimal:
    """The simple mean of at least one number: an exact sum, divided once.

    Raises:
        ZeroDivisionError: `nilai` is empty; whoever calls has to say what that means.
    """
    if not nilai:
        raise ZeroDivisionError("mean of no numbers")
    return BAGI.divide(jumlah(nilai), Decimal(len(nilai)))


def pas(nilai: Decimal) -> Decimal:
    """The number to 28 digits, free of what divisions left beyond the fortieth."""
    return PAS.plus(nilai)


def tulis(nilai: Decimal) -> str:
    """28 digits with a point, no exponent and no zeros at the end: "98.5"."""
    return f"{nilai.normalize(PAS):f}"


def persen(bagian: Decimal, keseluruhan: Decimal, batas: Decimal) -> Decimal:
    """`bagian` of `keseluruhan` (above 0) in percent, at most `batas`, not rounded."""
    share = _divide(_multiply(bagian, SERATUS), keseluruhan)
    return share if share < batas else batas
