"""The category an index falls in, and how far the next one is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.scoring.hitung import TEPAT, pas
from corpus.models import Kategori


class Jarak(NamedTuple):
    """The next higher category and the index points (above 0, exact) still missing."""

    kategori: Kategori
    poin: Decimal


def kategori(indeks: Decimal, semua: Sequence[Kategori]) -> Kategori:
    """The highest category whose lower bound the unrounded index reaches.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; batas bawah pada `[[kategori]]`).

    Args:
        indeks: 0-100, not rounded: 99.999 is below 100 and never rounded up to it.
        semua: The categories of the day, the highest first, the last one from 0.
    """
    exact = pas(indeks)
    return next(item for item in semua if exact >= item.batas_bawah)


def jarak(indeks: Decimal, semua: Sequence[Kategori]) -> Jarak | None:
    """Distance to the next higher category; None in the highest one.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; batas bawah pada `[[kategori]]`).

    Args:
        indeks: 0-100, not rounded.
        semua: The categories of the day, the highest first.
    """
    exact = pas(indeks)
    above = [item for item in semua if item.batas_bawah > exact]
    if not above:
        return None
    return Jarak(above[-1], TEPAT.subtract(above[-1].batas_bawah, exact))
