"""Placeholders and broken formulas left in: LKP-08."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import normal
from ingest.report.numbers import EXCEL_ERROR

LKP_08 = Aturan(
    id="LKP-08",
    judul="Penanda kosong atau galat rumus",
    keparahan="peringatan",
    butuh=("teks dan sel",),
    toleransi="pola",
    pesan='{n} kali tertulis "{tertulis}".',
    saran="Isi atau perbaiki sebelum dikirim.",
)
RULES = (LKP_08,)
PLACEHOLDER = re.compile(
    r"(?<!\w)(x{3,}|lorem ipsum|\[\s*(?:isi|diisi|nama|tanggal|nomor)[^\]]*\]|<\s*(?:isi|"
    r"nama)[^>]*>|"
    r"20(?:\.\.|xx|__)|tbd|diisi kemudian)(?!\w)",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every sentence and cell.

    Sumber: kaidah dokumen.
    """
    found: dict[str, list[Tempat]] = {}
    for block in k.naskah.blok:
        if block.jenis != "daftar":
            for match in PLACEHOLDER.finditer(block.teks):
                found.setdefault(match.group(1).lower(), []).append(place(block.letak, block.teks))
    for grid in k.grid:
        for row in range(grid.awal, grid.akhir):
            for column, cell in enumerate(grid.tabel.baris[row].sel):
                text = cell.teks
                if not text or cell.angka is not None:
                    continue
                match_ = EXCEL_ERROR.search(text) or PLACEHOLDER.search(text)
                if match_:
                    where = Tempat(letak=grid.letak_sel(row, column), kutipan=text[:80])
                    found.setdefault(match_.group().strip(), []).append(where)
    for text, places in found.items():
        yield finding(
            LKP_08,
            tuple(places),
            (normal(text), str(len(places))),
            {"n": len(places), "tertulis": text},
            ditemukan=text,
        )
    if not found:
        yield Lulus("LKP-08")
