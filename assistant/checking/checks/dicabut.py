"""Regulations that no longer hold, still built on: HUK-03."""

from collections.abc import Iterator

from assistant.checking.citing import known, merged
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name
from corpus.registry import status_on, successors

HUK_03 = Aturan(
    id="HUK-03",
    judul="Peraturan sudah dicabut",
    keparahan="galat",
    butuh=("dasar hukum, tanggal dokumen",),
    pesan="{nama} sudah dicabut oleh {pengganti}, tetapi masih dipakai sebagai dasar hukum.",
    dasar=(HUKUM,),
    saran="Ganti dengan peraturan penggantinya.",
)
RULES = (HUK_03,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation of a registered regulation in the list of the legal basis.

    Sumber: corpus/data/regulations.
    """
    yield from merged(r for c, regulation in known(k) for r in _one(k, c, regulation))


def _one(k: Konteks, citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    """Only where the law is built on: a text that tells history may name what was revoked."""
    if not citation.dasar or citation.bersarang or not citation.pertama:
        return
    status = status_on(regulation, k.hari)
    if status.status != "dicabut" or status.keyakinan in ("rendah", "ingatan"):
        yield Lulus("HUK-03")
        return
    last = list(successors(regulation))
    newer = last[-1] if last else None
    yield finding(
        HUK_03,
        (place(citation.blok.letak, citation.blok.teks),),
        (regulation.id,),
        {
            "nama": short_name(regulation),
            "pengganti": short_name(newer) if newer else "peraturan lain",
        },
        ditemukan=regulation.id,
        seharusnya=newer.id if newer else None,
    )
