"""IP SPM of a region."""

from decimal import Decimal

from assistant.scoring.hitung import rata_rata


def indeks_daerah(urusan: list[Decimal]) -> Decimal:
    """Simple mean of the indices of the urusan that apply, six as a rule.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `agregasi_daerah`, cocok
    dengan angka terbit Kota Mojokerto 2022 dan Kabupaten Bulungan 2023).

    Args:
        urusan: At least one index, 0-100, in any order.

    Returns:
        Index from 0 to 100, not rounded.
    """
    return rata_rata(urusan)
