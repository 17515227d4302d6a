"""A number and the same number in words: ARI-14."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.words import in_words, spelled
from ingest.report.model import Letak

ARI_14 = Aturan(
    id="ARI-14",
    judul="Angka dan terbilangnya berbeda",
    keparahan="galat",
    butuh=("angka", "terbilang"),
    pesan='Angka {angka} diikuti terbilang "{terbilang}", yang berarti {arti}.',
    saran="Samakan angka dan terbilangnya.",
)
RULES = (ARI_14,)
PAIR = re.compile(
    r"(?<![\d.,/:-])(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?"
    r"(?:\s*[a-z/]+(?:/[a-z]+){1,3})?\s*\(\s*([a-z][a-z\s]*?)\s*\)",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every number with words in brackets right behind it, in blocks and cells.

    Sumber: kaidah dokumen.
    """
    for text, letak in _texts(k):
        for found in PAIR.finditer(text):
            number = int(found.group(1).replace(".", ""))
            meant = spelled(found.group(2))
            if meant is None:
                continue
            if meant == number:
                yield Lulus("ARI-14")
                continue
            yield finding(
                ARI_14,
                (place(letak, found.group()),),
                (found.group().lower(),),
                {"angka": write(number), "terbilang": found.group(2), "arti": write(meant)},
                ditemukan=str(number),
                seharusnya=str(meant),
                saran=f'Samakan keduanya; {write(number)} ditulis "{in_words(number)}".',
            )


def _texts(k: Konteks) -> Iterator[tuple[str, Letak]]:
    for block in k.naskah.blok:
        if "(" in block.teks:
            yield block.teks, block.letak
    for grid in k.grid:
        for row in range(grid.awal, grid.akhir):
            for column, cell in enumerate(grid.tabel.baris[row].sel):
                if "(" in cell.teks:
                    yield cell.teks, grid.letak_sel(row, column)
