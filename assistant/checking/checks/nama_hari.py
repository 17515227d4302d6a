"""Weekdays against the calendar: PER-05."""

import re
from collections.abc import Iterator

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.dates import MONTH_WORDS, day_of
from assistant.checking.models import Aturan, Hasil, Lulus

PER_05 = Aturan(
    id="PER-05",
    judul="Nama hari tidak sesuai tanggalnya",
    keparahan="peringatan",
    butuh=("hari dan tanggal",),
    pesan="{tanggal} jatuh pada hari {benar}, tertulis {tertulis}.",
    saran="Perbaiki hari atau tanggalnya.",
)
RULES = (PER_05,)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WEEKDAY = re.compile(
    rf"\b(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*\(?\s*(?:tanggal\s+)?(\d{{1,2}})\s+"
    rf"({MONTH_WORDS})\s+(20\d\d)",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every weekday told with its date.

    Sumber: kalender.
    """
    for block in k.naskah.blok:
        for found in WEEKDAY.finditer(block.teks):
            day = day_of(found.group(4), found.group(3), found.group(2))
            if day is None:
                continue
            right = DAYS[day.weekday()]
            written = found.group(1).replace("'", "").capitalize()
            if written == right:
                yield Lulus("PER-05")
                continue
            yield finding(
                PER_05,
                (place(block.letak, found.group()),),
                (day.isoformat(), written),
                {"tanggal": tulis.day(day), "benar": right, "tertulis": written},
                ditemukan=written,
                seharusnya=right,
            )
