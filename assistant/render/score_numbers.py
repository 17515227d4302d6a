"""How an index is shown: rounded for people, but never across the edge of a category."""

from decimal import Decimal

from assistant.format import number, rounded
from assistant.scoring.kategori import kategori
from assistant.scoring.ketentuan import Ketentuan

MOST = 20


def shown(value: Decimal | None, aturan: Ketentuan, signed: bool = False) -> str:
    """ "93,41"; "59,995" rather than "60,00" where rounding would show another category.

    `signed` puts a plus before a gain, for differences.
    """
    if value is None:
        return "-"
    places = aturan.desimal
    if signed:
        return ("+" if value > 0 else "") + number(value, places)
    if 0 <= value <= 100:
        while places < MOST and _crosses(value, places, aturan):
            places += 1
    return number(value, places)


def missing_points(value: Decimal, aturan: Ketentuan) -> str:
    """Points still missing: more decimals rather than "0,00" when anything is missing."""
    places = aturan.desimal
    while places < MOST and value > 0 and not rounded(value, places):
        places += 1
    return number(value, places)


def _crosses(value: Decimal, places: int, aturan: Ketentuan) -> bool:
    near = rounded(value, places)
    return kategori(near, aturan.kategori) != kategori(value, aturan.kategori)
