"""When something is due, read from Indonesian words: "paling lambat 15 September", "H+7"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from ingest.tanggal import MONTHS, parse_date

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTHS = f"(?:{_MONTH})"
_COUNT = {
    "satu": 1, "se": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10,
}  # fmt: skip
_N = r"(\d{1,3}|" + "|".join(w for w in _COUNT if w != "se") + ")"
_UNIT = r"(hari kerja|hari|minggu|pekan|bulan)"
_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5,
    "ahad": 6,
}  # fmt: skip


def find_due(text: str, hari: date) -> date | None:
    """The day by which something must be done.

    Args:
        text: What was noted. A date that is plainly past is no due date.
        hari: The day of the session; "minggu depan" and years left out are counted from it.
    """
    low = " ".join(text.lower().split())
    for pattern, meant in _FORMS:
        for match in pattern.finditer(low):
            day = meant(match, hari)
            if day is not None and day >= hari:
                return day
    return None


def _written(match: re.Match[str], _hari: date) -> date | None:
    return parse_date(match.group())


def _without_year(match: re.Match[str], hari: date) -> date | None:
    month, day = MONTHS[match[2]], int(match[1])
    for year in (hari.year, hari.year + 1):
        found = _on(year, month, day)
        if found is not None and found >= hari:
            return found
    return None


def _end_of_month(match: re.Match[str], hari: date) -> date:
    month, year = MONTHS[match[1]], hari.year
    if match[2]:
        year = int(match[2])
    elif month < hari.month:
        year += 1
    return date(year, month, monthrange(year, month)[1])


def _end_of(match: re.Match[str], hari: date) -> date:
    which, shift = match[1], 1 if match[2] and match[2] != "ini" else 0
    if which == "tahun":
        return date(hari.year + shift, 12, 31)
    if which == "pekan" or which == "minggu":
        return hari + timedelta(days=4 - hari.weekday() + (7 if shift or hari.weekday() > 4 else 0))
    years, month = divmod(hari.month - 1 + shift, 12)
    year = hari.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _day_number(match: re.Match[str], hari: date) -> date | None:
    day = int(match[1])
    for shift in (0, 1, 2):
        years, month = divmod(hari.month - 1 + shift, 12)
        found = _on(hari.year + years, month + 1, day)
        if found is not None and found >= hari:
            return found
    return None


def _span(match: re.Match[str], hari: date) -> date:
    number = int(match[1]) if match[1].isdigit() else _COUNT[match[1]]
    return _later(hari, number, match[2])


def _next(match: re.Match[str], hari: date) -> date:
    return _later(hari, 1, match[1])


def _later(hari: date, number: int, unit: str) -> date:
    if unit == "hari kerja":
        day = hari
        while number:
            day += timedelta(days=1)
            number -= day.weekday() < 5
        return day
    if unit in ("bulan", "tahun"):
        months = number * (12 if unit == "tahun" else 1)
        years, month = divmod(hari.month - 1 + months, 12)
        year = hari.year + years
        return date(year, month + 1, min(hari.day, monthrange(year, month + 1)[1]))
    return hari + timedelta(days=number * (7 if unit in ("minggu", "pekan") else 1))


def _weekday(match: re.Match[str], hari: date) -> date:
    ahead = (_WEEKDAYS[match[1]] - hari.weekday() - 1) % 7 + 1
    return hari + timedelta(days=ahead + (7 if match[2] and ahead <= 6 - hari.weekday() else 0))


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(rf"\b\d{{1,2}}\s+(?:{_MONTH})\.?\s+\d{{4}}\b"), _written),
    (re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"), _written),
    (re.compile(rf"\bakhir\s+(?:bulan\s+)?({_MONTH})\b(?:\s+(\d{{4}}))?"), _end_of_month),
    (re.compile(rf"\b(\d{{1,2}})\s+({_MONTH})\b(?!\.?\s+\d{{4}})"), _without_year),
    (re.compile(r"\bakhir\s+(bulan|tahun|pekan|minggu)(?:\s+(ini|depan|berikutnya))?\b"), _end_of),
    (re.compile(r"\bh\s?\+\s?(\d{1,3})()\b"), lambda m, h: _later(h, int(m[1]), "hari")),
    (
        re.compile(rf"\b(?:dalam|paling\s+lama|maksimal|selambatnya|selambat-lambatnya)\s+(?:waktu\s+)?"
                   rf"{_N}\s+{_UNIT}\b"),
        _span,
    ),
    (re.compile(rf"\b{_N}\s+{_UNIT}\s+(?:lagi|ke\s+depan|setelah)\b"), _span),
    (re.compile(r"\bseminggu\s+(?:lagi|ke\s+depan)\b"), lambda m, h: _later(h, 1, "minggu")),
    (re.compile(r"\bsebulan\s+(?:lagi|ke\s+depan)\b"), lambda m, h: _later(h, 1, "bulan")),
    (re.compile(r"\b(minggu|pekan|bulan|tahun)\s+(?:depan|berikutnya)\b"), _next),
    (re.compile(rf"\b(?:hari\s+)?({'|'.join(_WEEKDAYS)})\b(\s+depan)?"), _weekday),
    (re.compile(rf"\b(?:tanggal|tgl\.?)\s+(\d{{1,2}})\b(?!\s*[/.-]\d|\s+{_MONTHS})"), _day_number),
    (re.compile(r"\bbesok\b"), lambda m, h: _later(h, 1, "hari")),
    (re.compile(r"\blusa\b"), lambda m, h: _later(h, 2, "hari")),
    (re.compile(r"\bhari\s+ini\b"), lambda m, h: h),
)  # fmt: skip
