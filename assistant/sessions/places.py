"""The region and kind of activity that a front was given, as words or as a code."""

import re

from assistant import messages as m
from assistant.format import joined
from assistant.sessions.models import KINDS, Kegiatan
from corpus import regions
from corpus.errors import MasukanError
from corpus.models import Daerah

# Words by which officers call the kinds.
CALLED: dict[Kegiatan, str] = {
    "asistensi": r"asistensi|pendampingan|fasilitasi",
    "bimtek": r"bimtek|bimbingan\s+teknis",
    "monev": r"monev(?:\s+terpadu)?|monitoring(?:\s+dan\s+evaluasi)?",
    "rakor": r"rakor|rapat\s+koordinasi",
}


def region_of(text: str) -> Daerah:
    """The one region that a code or a name means.

    Raises:
        MasukanError: none does, or several.
    """
    found = regions.find(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise MasukanError(m.SESI_DAERAH_TAK_DIKENAL.format(nilai=text))
    names = joined([f"{d.nama} ({d.kode})" for d in found])
    raise MasukanError(m.SESI_DAERAH_GANDA.format(nilai=text, pilihan=names))


def kind_of(text: str) -> Kegiatan:
    """The kind of activity by its id or by what officers call it.

    Raises:
        MasukanError: it is none.
    """
    for kind, called in CALLED.items():
        if re.fullmatch(called, text.strip().lower()):
            return kind
    raise MasukanError(m.SESI_KEGIATAN_TAK_DIKENAL.format(nilai=text, pilihan=", ".join(KINDS)))


def parse_opening(text: str) -> tuple[str, str, Kegiatan]:
    """ "bimtek Kota Bandung | evaluasi TW II" -> region's name, topic, kind.

    The kind stands before the region, or as a third part, or it is an asistensi.

    Raises:
        MasukanError: no topic, or a third part that is no kind.
    """
    place, _, rest = (part.strip() for part in text.partition("|"))
    topic, _, said = (part.strip() for part in rest.partition("|"))
    if not topic or not place:
        raise MasukanError(m.SESI_TOPIK_KOSONG)
    for kind, called in CALLED.items():
        if found := re.match(rf"(?:{called})\b\s*", place.lower()):
            return place[found.end() :], topic, kind_of(said) if said else kind
    return place, topic, kind_of(said) if said else "asistensi"
