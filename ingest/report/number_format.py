"""How a spreadsheet shows a number: decimals, percent, rupiah, dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}  # fmt: skip
DATES = frozenset({*range(14, 23), *range(45, 48)})
GENERAL_DIGITS = 11  # a cell without a format shows about this many digits
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Tampilan:
    """`desimal` None: as many as the number has."""

    desimal: int | None = None
    persen: bool = False
    rupiah: bool = False
    tanggal: bool = False


def style_of(number: int, custom: Mapping[int, str]) -> Tampilan:
    """The look of a format by its id."""
    if number in DATES:
        return Tampilan(tanggal=True)
    return of_code(custom.get(number) or BUILT_IN.get(number, ""))


@cache
def of_code(code: str) -> Tampilan:
    """The look of a format code such as "#,##0.00" or "0.0%"."""
    if not code or code.lower() == "general":
        return Tampilan()
    first = code.split(";")[0]
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", first)
    if re.search(r"[ymdhs]", bare, re.IGNORECASE) and not re.search(r"[0#]", bare):
        return Tampilan(tanggal=True)
    if not re.search(r"[0#?]", bare):
        return Tampilan()
    decimals = re.search(r"\.([0#?]+)", bare)
    return Tampilan(
        len(decimals.group(1)) if decimals else 0,
        "%" in bare,
        bool(re.search(r"rp|idr|421", first, re.IGNORECASE)),
    )


def shown(number: Decimal, look: Tampilan) -> tuple[str, str | None, int | None]:
    """Text as shown, the stored number as a decimal string (None for dates), decimals shown."""
    if look.tanggal and 0 < number < 60_000:
        day = EPOCH + timedelta(days=int(number))
        return f"{day:%d/%m/%Y}", None, None
    clean = _clean(number)
    value = clean.scaleb(2) if look.persen else clean
    places = look.desimal
    if places is None:
        places = max(0, -int(value.normalize().as_tuple().exponent)) if value else 0
    if -9 < value.adjusted() < 28:
        value = value.quantize(Decimal(1).scaleb(-min(places, 15)), ROUND_HALF_UP)
    text = f"{value:,f}".translate(str.maketrans(",.", ".,"))
    text = ("Rp" if look.rupiah else "") + text + ("%" if look.persen else "")
    return text, f"{clean:f}", min(places, 15)


def _clean(number: Decimal) -> Decimal:
    """A stored binary number without its noise: 0.30000000000000004 is 0.3."""
    digits = number.as_tuple().digits
    if len(digits) <= 15:
        return number
    exponent = int(number.as_tuple().exponent) + len(digits) - 15
    return number.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP)
