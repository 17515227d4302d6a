"""Titles of regulations: HUK-04."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.citing import core_words, known, merged
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.references import Kutipan
from corpus.models import Regulasi
from corpus.names import short_name

HUK_04 = Aturan(
    id="HUK-04",
    judul="Judul peraturan tidak sesuai",
    keparahan="peringatan",
    butuh=("judul peraturan",),
    pesan='Judul {nama} tertulis "{tertulis}", dalam basis hukum "{benar}".',
    dasar=(HUKUM,),
    saran="Samakan judulnya dengan naskah peraturan.",
)
RULES = (HUK_04,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every citation of a registered regulation that tells its title.

    Sumber: corpus/data/regulations.
    """
    yield from merged(r for c, regulation in known(k) for r in _one(c, regulation))


def _one(citation: Kutipan, regulation: Regulasi) -> Iterator[Hasil]:
    if len(citation.judul.split()) < 2 or citation.bersarang:
        return
    if regulation.keyakinan in ("rendah", "ingatan"):
        return
    written, right = core_words(citation.judul), core_words(regulation.tentang)
    if not written or written == right or right.startswith(written) or written.startswith(right):
        yield Lulus("HUK-04")
        return
    if _shortened(written, right):
        yield Lulus("HUK-04")
        return
    ratio = SequenceMatcher(None, written, right, autojunk=False).ratio()
    spelling = _only_spelling(written, right)
    if ratio < 0.55 and not citation.dasar:
        return  # "tentang" belongs to the sentence, not to the title
    yield finding(
        HUK_04,
        (place(citation.blok.letak, citation.judul),),
        (regulation.id, written),
        {"nama": short_name(regulation), "tertulis": citation.judul, "benar": regulation.tentang},
        keparahan="info" if spelling else None,
        ditemukan=citation.judul,
        seharusnya=regulation.tentang,
    )


def _shortened(written: str, right: str) -> bool:
    """Words of the title left out, or in another order, but none of another meaning."""
    return set(written.split()) <= set(right.split())


def _only_spelling(written: str, right: str) -> bool:
    """The same words but for a letter: "ketentraman" for "ketenteraman". A changed word such as
    "pemerintah" for "pemerintahan" is no spelling."""
    one, two = written.split(), right.split()
    if len(one) != len(two):
        return False
    for a, b in zip(one, two, strict=True):
        if a != b and (
            a + "an" == b
            or b + "an" == a
            or SequenceMatcher(None, a, b, autojunk=False).ratio() < 0.85
        ):
            return False
    return True
