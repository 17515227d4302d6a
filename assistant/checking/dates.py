"""Dates of a document as its sentences write them."""

import re
from datetime import date

from assistant.checking.context import Konteks
from ingest.tanggal import MONTHS

MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
START = re.compile(
    rf"(?:sejak|mulai|terhitung)\D{{0,40}}(\d{{1,2}})\s+({MONTH_WORDS})\s+(20\d\d)", re.IGNORECASE
)


def contract_start(k: Konteks) -> date | None:
    """The first day of the work, as the first sentence about it tells."""
    for block in k.narasi:
        found = START.search(block.teks)
        if found:
            return day_of(found.group(3), found.group(2), found.group(1))
    return None


def day_of(year: str, month: str, day: str) -> date | None:
    """A date from its words; None where the calendar has no such day."""
    try:
        return date(int(year), MONTHS[month.lower()], int(day))
    except ValueError:
        return None
