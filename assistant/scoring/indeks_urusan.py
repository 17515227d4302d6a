"""The index of one urusan."""

from decimal import Decimal

from assistant.scoring.hitung import rata_rata


def indeks_urusan(layanan: list[Decimal]) -> Decimal:
    """Simple mean of the indices of its services that apply.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `agregasi_urusan`).

    Args:
        layanan: At least one index, 0-100, in any order.

    Returns:
        Index from 0 to 100, not rounded.
    """
    return rata_rata(layanan)
