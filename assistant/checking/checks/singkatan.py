"""What abbreviations stand for: WIL-10."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus
from assistant.checking.roles import normal

WIL_10 = Aturan(
    id="WIL-10",
    judul="Kepanjangan singkatan salah",
    keparahan="peringatan",
    butuh=("singkatan dan kepanjangannya",),
    pesan='{singkatan} ditulis "{tertulis}", kepanjangannya "{benar}".',
    dasar=(KAIDAH,),
    saran="Perbaiki kepanjangannya.",
)
RULES = (WIL_10,)
EXPANSIONS = {
    "SPM": ("standar pelayanan minimal",),
    "RAD": ("rencana aksi daerah",),
    "RKPD": ("rencana kerja pemerintah daerah",),
    "RPJMD": ("rencana pembangunan jangka menengah daerah",),
    "APBD": ("anggaran pendapatan dan belanja daerah",),
    "APBN": ("anggaran pendapatan dan belanja negara",),
    "LPPD": ("laporan penyelenggaraan pemerintahan daerah",),
}
BRACKETED = re.compile(r"\b([A-Z]{3,5})\s*\(([A-Z][A-Za-z]+(?:\s+(?:dan\s+)?[A-Za-z]+){1,6})\)")


def check(k: Konteks) -> Iterator[Hasil]:
    """Abbreviations with brackets behind them.

    Sumber: corpus/data/glossary.
    """
    for block in k.naskah.blok:
        for found in BRACKETED.finditer(block.teks):
            right = EXPANSIONS.get(found.group(1))
            written = normal(found.group(2))
            if right is None:
                continue
            if written in right:
                yield Lulus("WIL-10")
                continue
            initials = "".join(w[0] for w in written.split() if w != "dan")
            if (
                initials != found.group(1).lower()
                and SequenceMatcher(None, written, right[0], autojunk=False).ratio() < 0.6
            ):
                continue  # a remark in brackets, no expansion
            yield finding(
                WIL_10,
                (place(block.letak, found.group()),),
                (found.group(1), written),
                {
                    "singkatan": found.group(1),
                    "tertulis": found.group(2),
                    "benar": right[0].title(),
                },
                ditemukan=found.group(2),
                seharusnya=right[0].title(),
            )
