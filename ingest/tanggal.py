"""Dates as Indonesian documents write them."""

import re
from datetime import date

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "januari jan",
            "februari feb pebruari peb",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt ags",
            "september sep sept",
            "oktober okt",
            "november nov nopember nop",
            "desember des",
        ),
        1,
    )
    for name in names.split()
}
_WORDS = re.compile(r"(?:[a-z]+,\s*)?(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def parse_date(text: str) -> date | None:
    """ "17 Agustus 2026", "Senin, 17 Agu 2026", "17/08/2026" (day first) and "2026-08-17".

    Returns:
        None where the text is no such date, or one that the calendar does not have.
    """
    clean = " ".join(text.split())
    if found := _WORDS.fullmatch(clean):
        month = MONTHS.get(found[2].lower())
        return _date(int(found[3]), month, int(found[1])) if month else None
    if found := _DIGITS.fullmatch(clean):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(clean):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
