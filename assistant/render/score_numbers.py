"""How an index is shown: rounded for people, but never across the edge of a category."""

import re
from decimal import ROUND_DOWN, Decimal

from assistant.format import number, rounded
from assistant.scoring.kategori import kategori
from assistant.scoring.ketentuan import Ketentuan

MOST = 20
IN_STEPS = 8
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\w)")


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


def of_step(text: str) -> str:
    """Numbers of a step the Indonesian way, long ones cut (never rounded) and marked: a step is
    to be followed by hand, and all decimals stand in the JSON."""
    return NUMBER.sub(lambda found: _cut(found.group()), text)


def _cut(text: str) -> str:
    value = Decimal(text)
    places = len(text.partition(".")[2])
    if places <= IN_STEPS:
        return number(value)
    return number(value.quantize(Decimal(1).scaleb(-IN_STEPS), ROUND_DOWN)) + "…"


def _crosses(value: Decimal, places: int, aturan: Ketentuan) -> bool:
    near = rounded(value, places)
    return kategori(near, aturan.kategori) != kategori(value, aturan.kategori)
