"""A regulation listed twice: HUK-06."""

from collections.abc import Iterator

from assistant.checking.citing import written
from assistant.checking.compare import HUKUM, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.references import Kutipan
from corpus.names import short_name
from corpus.registry import get

HUK_06 = Aturan(
    id="HUK-06",
    judul="Peraturan dikutip ganda",
    keparahan="peringatan",
    butuh=("daftar dasar hukum",),
    pesan="{nama} tercantum lebih dari sekali dalam dasar hukum (butir {butir}).",
    dasar=(HUKUM,),
    saran="Hapus salah satunya.",
)
RULES = (HUK_06,)


def check(k: Konteks) -> Iterator[Hasil]:
    """The list of the legal basis.

    Sumber: corpus/data/regulations.
    """
    places: dict[str, list[Kutipan]] = {}
    for citation in k.kutipan:
        if citation.dasar and citation.pertama and not citation.bersarang:
            places.setdefault(citation.regulasi, []).append(citation)
    for regulation_id, cited in places.items():
        if len(cited) == 1:
            yield Lulus("HUK-06")
            continue
        regulation = get(regulation_id)
        yield finding(
            HUK_06,
            tuple(place(c.blok.letak, c.blok.teks) for c in cited),
            (regulation_id,),
            {
                "nama": short_name(regulation) if regulation else written(cited[0]),
                "butir": " dan ".join(str(c.urut) for c in cited),
            },
            ditemukan=str(len(cited)),
            seharusnya="1",
        )
