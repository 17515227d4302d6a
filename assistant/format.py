"""Numbers, percent, rupiah and dates the Indonesian way; the only place that rounds."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up, as people round."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def number(value: Decimal | int, places: int | None = None) -> str:
    """ "1.234,5": a point between thousands, a comma before decimals; as given without `places`."""
    decimal = Decimal(value)
    if places is not None:
        decimal = rounded(decimal, places)
    return f"{decimal:,f}".translate(str.maketrans(",.", ".,"))


def percent(value: Decimal, places: int = 2) -> str:
    """ "90,00 persen"; `value` on the scale 0-100."""
    return f"{number(value, places)} persen"


def rupiah(value: Decimal | int) -> str:
    """ "Rp1.250.000"; sen only where there are any."""
    decimal = Decimal(value)
    places = 0 if decimal == decimal.to_integral_value() else 2
    return f"Rp{number(decimal, places)}"


def day(value: date) -> str:
    """ "17 Agustus 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def joined(items: list[str]) -> str:
    """ "a, b, dan c"."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
