"""How far the mutu items of one service are met: two ways, since Lampiran C is not read yet."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.scoring.hitung import jumlah, persen, rata_rata

Butir = tuple[Decimal, Decimal]
"""(terpenuhi, kebutuhan) of one item, in its own unit; kebutuhan above 0."""


def rata_rata_butir(butir: Sequence[Butir], batas: Decimal) -> Decimal:
    """Mean of the items' percentages, each at most `batas`.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `gabungan_mutu`).

    Args:
        butir: At least one item, in any order.
        batas: The highest share of one item that counts, in percent.

    Returns:
        Percent from 0 to `batas`, not rounded.
    """
    return rata_rata([persen(terpenuhi, kebutuhan, batas) for terpenuhi, kebutuhan in butir])


def rasio_jumlah(butir: Sequence[Butir], batas: Decimal) -> Decimal:
    """All items pooled: what is met over what must be met, at most `batas`.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `gabungan_mutu`).

    Args:
        butir: At least one item, in any order. Units are added as they are.
        batas: The highest share that counts, in percent.

    Returns:
        Percent from 0 to `batas`, not rounded.
    """
    terpenuhi = jumlah(item[0] for item in butir)
    return persen(terpenuhi, jumlah(item[1] for item in butir), batas)


GABUNGAN: dict[str, Callable[[Sequence[Butir], Decimal], Decimal]] = {
    "rata-rata": rata_rata_butir,
    "rasio-jumlah": rasio_jumlah,
}
