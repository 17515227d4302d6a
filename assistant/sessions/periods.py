"""Spans of a recap: a month, a quarter, a year."""

import re
from calendar import monthrange
from datetime import date

from assistant import messages as m
from assistant.format import MONTHS
from corpus.errors import MasukanError
from corpus.models import Model

ROMAN = ("I", "II", "III", "IV")


class Kurun(Model):
    """A span with both ends in it and how people call it ("Agustus 2024", "Triwulan III 2024")."""

    jenis: str
    nama: str
    awal: date
    akhir: date


def month(text: str) -> Kurun:
    """The month of "2024-08".

    Raises:
        MasukanError: the text is no month.
    """
    year, number = _parts(text, r"(\d{4})-(\d{1,2})", 12, m.SESI_BULAN_SALAH)
    return Kurun(
        jenis="bulanan", nama=f"{MONTHS[number - 1]} {year}",
        awal=date(year, number, 1), akhir=date(year, number, monthrange(year, number)[1]),
    )  # fmt: skip


def quarter(text: str) -> Kurun:
    """The quarter of "2024-3", "2024-TW3" or "2024-Q3".

    Raises:
        MasukanError: the text is no quarter.
    """
    year, number = _parts(text, r"(\d{4})-(?:tw|q|triwulan)?\s?(\d)", 4, m.SESI_TRIWULAN_SALAH)
    last = 3 * number
    return Kurun(
        jenis="triwulanan", nama=f"Triwulan {ROMAN[number - 1]} {year}",
        awal=date(year, last - 2, 1), akhir=date(year, last, monthrange(year, last)[1]),
    )  # fmt: skip


def year(text: str) -> Kurun:
    """The year of "2024".

    Raises:
        MasukanError: the text is no year.
    """
    number, _ = _parts(text, r"(\d{4})()", 0, m.SESI_TAHUN_SALAH)
    return Kurun(
        jenis="tahunan", nama=f"Tahun {number}", awal=date(number, 1, 1), akhir=date(number, 12, 31)
    )


def span(text: str) -> Kurun:
    """The month, quarter or year that a text names by its form: "2024-08", "2024-TW3", "2024".

    Raises:
        MasukanError: it is none of these.
    """
    clean = text.strip().lower()
    if clean.isdecimal():
        return year(clean)
    return quarter(clean) if re.search(r"-(?:tw|q|triwulan)", clean) else month(clean)


def _parts(text: str, pattern: str, most: int, sentence: str) -> tuple[int, int]:
    found = re.fullmatch(pattern, text.strip().lower())
    if found and 1990 <= int(found[1]) <= 2100 and (not most or 1 <= int(found[2]) <= most):
        return int(found[1]), int(found[2] or 0)
    raise MasukanError(sentence.format(nilai=text))
