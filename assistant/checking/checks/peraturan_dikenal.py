"""Regulations outside of the registry, and those of another kind: HUK-01, HUK-02.

Sumber: corpus/data/regulations. Outside of the registry means "tidak dikenal", never "tidak ada".
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.citing import core_words, written
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name
from corpus.registry import regulations

HUK_01 = Aturan(
    id="HUK-01",
    judul="Peraturan tidak dikenal basis hukum",
    keparahan="info",
    butuh=("rujukan peraturan",),
    pesan="{n} peraturan yang dirujuk tidak dikenal oleh basis hukum ini: {daftar}. Ini tidak "
    "berarti peraturannya tidak ada.",
    dasar=(HUKUM,),
    saran="Periksa nomor, tahun, dan judulnya pada jaringan dokumentasi hukum.",
)
HUK_02 = Aturan(
    id="HUK-02",
    judul="Jenis peraturan salah",
    keparahan="galat",
    butuh=("jenis, nomor, tahun, judul",),
    pesan="Tertulis {tertulis}, sedangkan peraturan dengan nomor, tahun, dan judul itu adalah "
    "{benar}.",
    dasar=(HUKUM,),
    saran="Perbaiki jenis peraturannya.",
)
RULES = (HUK_01, HUK_02)
SIMILAR = 0.9


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation that the registry does not know.

    Sumber: corpus/data/regulations.
    """
    strange: dict[str, Kutipan] = {}
    for citation in k.kutipan:
        if citation.dikenal:
            yield Lulus("HUK-01")
            continue
        if citation.bersarang or citation.regulasi.endswith("tahun-tidak-disebut"):
            continue
        near = _same_number_other_kind(citation)
        if near is not None:
            yield finding(
                HUK_02,
                (place(citation.blok.letak, citation.teks),),
                (citation.regulasi, near.id),
                {"tertulis": written(citation), "benar": short_name(near)},
                ditemukan=citation.regulasi,
                seharusnya=near.id,
            )
            continue
        strange.setdefault(citation.regulasi, citation)
    if strange:
        yield finding(
            HUK_01,
            tuple(place(c.blok.letak, c.teks) for c in strange.values()),
            tuple(sorted(strange)),
            {"n": len(strange), "daftar": "; ".join(written(c) for c in strange.values())},
            putusan="perlu_cek",
        )


def _same_number_other_kind(citation: Kutipan) -> Regulasi | None:
    """The registered regulation with this number, year and title but another kind."""
    tail = re.search(r"-(\d[\w.]*-\d{4})$", citation.regulasi)
    if not tail or not citation.judul:
        return None
    for regulation in regulations().values():
        if regulation.id.endswith("-" + tail.group(1)) and regulation.id != citation.regulasi:
            same = SequenceMatcher(
                None, core_words(citation.judul), core_words(regulation.tentang), autojunk=False
            )
            if same.ratio() >= SIMILAR:
                return regulation
    return None
