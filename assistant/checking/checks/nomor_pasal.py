"""Pasal beyond the last one of a regulation: HUK-05."""

import re
from collections.abc import Iterator

from assistant.checking.citing import known, merged
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name
from corpus.registry import out_of_range

HUK_05 = Aturan(
    id="HUK-05",
    judul="Pasal di luar jumlah pasal peraturan",
    keparahan="galat",
    butuh=("pasal, jumlah pasal",),
    pesan="Pasal {pasal} {nama} dirujuk, sedangkan peraturan itu berisi {banyak} pasal.",
    dasar=(HUKUM,),
    saran="Periksa nomor pasalnya.",
)
RULES = (HUK_05,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation of a registered regulation that tells a pasal.

    Sumber: corpus/data/regulations.
    """
    yield from merged(r for c, regulation in known(k) for r in _one(c, regulation))


def _one(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    if citation.pasal is None or regulation.jumlah_pasal is None:
        return
    if not out_of_range(regulation, citation.pasal):
        yield Lulus("HUK-05")
        return
    text = citation.blok.teks
    found = re.search(rf"pasal\s*{citation.pasal}\b", text, re.IGNORECASE)
    yield finding(
        HUK_05,
        (place(citation.blok.letak, text[found.start() :] if found else text),),
        (regulation.id, citation.pasal),
        {
            "pasal": citation.pasal,
            "nama": short_name(regulation),
            "banyak": regulation.jumlah_pasal,
        },
        ditemukan=citation.pasal,
    )
