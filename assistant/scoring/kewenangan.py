"""Which jenis_layanan a region carries out."""

from datetime import date
from functools import cache

from corpus import catalogue, parameters
from corpus.models import JenisLayanan, Tingkat


@cache
def layanan_wajib(tingkat: Tingkat, daerah: str | None, hari: date) -> tuple[JenisLayanan, ...]:
    """The services of a level in catalogue order; both sets for DKI Jakarta.

    Sumber: pp-2-2018, Pasal 5 sampai Pasal 10 (jenis per tingkat) dan Pasal 21 (DKI Jakarta).

    Args:
        tingkat: "kabkota" or "provinsi".
        daerah: Region code ("31"), None when not known.
        hari: The day whose law counts.
    """
    if dua_tingkat(daerah, hari):
        return tuple(catalogue.of())
    return tuple(catalogue.of(tingkat=tingkat))


def dua_tingkat(daerah: str | None, hari: date) -> bool:
    """Whether a region carries out the services of both levels.

    Sumber: pp-2-2018, Pasal 21.
    """
    parameter = parameters.parameters()["daerah_kedua_tingkat"]
    return any(
        v.berlaku_sejak <= hari and daerah in str(v.nilai).split(";") for v in parameter.nilai
    )
