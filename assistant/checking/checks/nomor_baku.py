"""Numbers of regulations in the old style: HUK-12."""

import re
from collections.abc import Iterator

from assistant.checking.citing import known, merged
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name

HUK_12 = Aturan(
    id="HUK-12",
    judul="Penulisan nomor peraturan tidak baku",
    keparahan="info",
    utama=False,
    butuh=("nomor peraturan",),
    pesan='Tertulis "{tertulis}", penulisan bakunya {benar}.',
    dasar=(HUKUM,),
    saran="Samakan penulisan nomornya.",
)
RULES = (HUK_12,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation of a registered regulation.

    Sumber: corpus/data/regulations.
    """
    yield from merged(r for c, regulation in known(k) for r in _one(c, regulation))


def _one(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    old_style = re.search(r"\d+/(?:prt|menkes|per)/[\w/]*\d{4}", citation.teks, re.IGNORECASE)
    if not old_style or regulation.nomor is None or "/" in regulation.nomor:
        return
    yield finding(
        HUK_12,
        (place(citation.blok.letak, citation.teks),),
        (regulation.id, old_style.group()),
        {"tertulis": old_style.group(), "benar": short_name(regulation)},
        ditemukan=old_style.group(),
        seharusnya=short_name(regulation),
    )
