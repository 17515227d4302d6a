"""A span of dates against the length told: PER-04."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.dates import MONTH_WORDS, START, contract_start, day_of
from assistant.checking.models import Aturan, Hasil, Lulus

PER_04 = Aturan(
    id="PER-04",
    judul="Rentang tanggal tidak sama dengan lamanya",
    keparahan="peringatan",
    butuh=("mulai, selesai, lama",),
    pesan="{lama} bulan sejak {mulai} berakhir {benar}, tertulis {tertulis}.",
    saran="Cocokkan dengan kontrak.",
)
RULES = (PER_04,)
LENGTH = re.compile(r"(?:selama|waktu)\s+(\d{1,2})\s*(?:\([^)]*\))?\s*bulan", re.IGNORECASE)
SPAN = re.compile(
    rf"(\d{{1,2}})\s+({MONTH_WORDS})(?:\s+(20\d\d))?\s+(?:sampai\s+dengan|s\.?/?d\.?|hingga|-)\s+"
    rf"(\d{{1,2}})\s+({MONTH_WORDS})\s+(20\d\d)",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Spans that begin on the first day of the work.

    Sumber: kaidah hitung.
    """
    start, length = contract_start(k), None
    for block in k.narasi:
        found = LENGTH.search(block.teks)
        if found and START.search(block.teks):
            length = int(found.group(1))
    if start is None or length is None:
        return
    months = start.month - 1 + length
    year, month = start.year + months // 12, months % 12 + 1
    # The day before the same day `length` months later.
    day = min(start.day, monthrange(year, month)[1])
    end = date.fromordinal(date(year, month, day).toordinal() - 1)
    for block in k.narasi:
        for found in SPAN.finditer(block.teks):
            begun = day_of(found.group(3) or found.group(6), found.group(2), found.group(1))
            ended = day_of(found.group(6), found.group(5), found.group(4))
            if begun != start or ended is None:
                continue
            if ended == end:
                yield Lulus("PER-04")
                continue
            yield finding(
                PER_04,
                (place(block.letak, found.group()),),
                (str(length), start.isoformat(), ended.isoformat()),
                {
                    "lama": length,
                    "mulai": tulis.day(start),
                    "benar": tulis.day(end),
                    "tertulis": tulis.day(ended),
                },
                ditemukan=ended.isoformat(),
                seharusnya=end.isoformat(),
            )
