"""Definitions against those of PP 2/2018: HUK-11.

Sumber: PP Nomor 2 Tahun 2018 Pasal 1.
"""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, DasarAturan, Hasil, Lulus

HUK_11 = Aturan(
    id="HUK-11",
    judul="Definisi menyimpang dari peraturannya",
    keparahan="galat",
    butuh=("kalimat definisi",),
    toleransi="kata inti",
    pesan="Definisi {istilah} tidak memuat {hilang}, yang termasuk kata inti definisi dalam PP "
    "Nomor 2 Tahun 2018 Pasal 1.",
    dasar=(DasarAturan(regulasi="pp-2-2018", letak="Pasal 1", jenis="hukum"),),
    saran="Samakan definisinya dengan naskah peraturan.",
)
RULES = (HUK_11,)
# Every core word with the forms that mean the same.
DEFINITIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Standar Pelayanan Minimal", r"standar\s+pelayanan\s+minimal(?:[^.;]{0,60}spm\)?)?\s+adalah\s",
     ("jenis", "mutu", "pelayanan dasar", "wajib", "warga negara", "minimal")),
    ("Pelayanan Dasar", r"(?<!jenis )(?<!mutu )pelayanan\s+dasar\s+adalah\s",
     ("pelayanan publik|layanan publik", "kebutuhan dasar", "warga")),
    ("Jenis Pelayanan Dasar", r"jenis\s+pelayanan\s+dasar\s+adalah\s",
     ("jenis|macam", "barang", "jasa", "kebutuhan dasar", "minimal")),
    ("Mutu Pelayanan Dasar", r"mutu\s+pelayanan\s+dasar\s+adalah\s",
     ("kuantitas|jumlah", "kualitas", "barang", "jasa", "minimal", "standar teknis")),
)  # fmt: skip


def check(k: Konteks) -> Iterator[Hasil]:
    """Every sentence that defines one of four terms.

    Sumber: PP Nomor 2 Tahun 2018 Pasal 1.
    """
    for block in k.narasi:
        for term, pattern, words in DEFINITIONS:
            found = re.search(pattern, block.teks, re.IGNORECASE)
            if not found:
                continue
            sentence = re.split(r"(?<=[a-z])\.(?:\s|$)", block.teks[found.end() :])[0].lower()
            missing = [w.split("|")[0] for w in words if not re.search(w, sentence)]
            if not missing:
                yield Lulus("HUK-11")
                continue
            if len(missing) > len(words) / 2:
                continue  # another sentence about the term, no definition
            yield finding(
                HUK_11,
                (place(block.letak, sentence),),
                (term, *missing),
                {"istilah": term, "hilang": ", ".join(f'"{m}"' for m in missing)},
                ditemukan=sentence[:200],
            )
