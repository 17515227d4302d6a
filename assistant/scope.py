"""What a question is about besides its words: urusan, level, and the day whose law is asked for."""

import re
from datetime import date

from corpus.catalogue import urusan as all_urusan
from corpus.models import Tingkat, UrusanId

KABKOTA = re.compile(r"\b(?:kab|kabupaten|kota|kabkot|kab/kota|bupati|wali ?kota|kotamadya)\b")
PROVINSI = re.compile(r"\b(?:provinsi|prov|propinsi|gubernur|pemprov)\b")
DAY = re.compile(
    r"\b(?P<hari>\d{1,2})\s+(?P<bulan>januari|februari|maret|april|mei|juni|juli|agustus|september"
    r"|oktober|november|desember)\s+(?P<tahun>(?:19|20)\d\d)\b"
)
AS_OF = re.compile(
    r"\b(?:pada|saat|waktu|ketika|di|tahun|per|thn|laporan|ta|anggaran)\s+(?:tahun\s+|anggaran\s+)*"
    r"(?P<tahun>(?:19|20)\d\d)\b"
)
PAST = re.compile(
    r"\b(?:berlaku|pakai|mana|aturan|dasar hukum|acuan|dipakai|pedoman|regulasi|waktu itu)\b"
)
MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember".split()
)


def urusan_of(normal: str) -> tuple[UrusanId, ...]:
    found = []
    for urusan_id, entry in all_urusan().items():
        names = (entry.nama.lower(), urusan_id.replace("_", " "), *(k.lower() for k in entry.kata))
        if any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", normal) for n in names):
            found.append(urusan_id)
    return tuple(found)


def tingkat_of(normal: str) -> Tingkat | None:
    """The level that is asked about; None for none or both."""
    kabkota, provinsi = bool(KABKOTA.search(normal)), bool(PROVINSI.search(normal))
    return None if kabkota == provinsi else "kabkota" if kabkota else "provinsi"


def day_of(normal: str, today: date) -> tuple[date, bool]:
    """The day whose law is asked for: a date, or the end of a year that is spoken of as past."""
    if (full := DAY.search(normal)) and PAST.search(normal):
        try:
            day = date(int(full["tahun"]), MONTHS.index(full["bulan"]) + 1, int(full["hari"]))
        except ValueError:
            return today, False
        return day, day != today
    named = AS_OF.search(normal)
    if named and PAST.search(normal) and int(named["tahun"]) < today.year:
        return date(int(named["tahun"]), 12, 31), True
    return today, False
