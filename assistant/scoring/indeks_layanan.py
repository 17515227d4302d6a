"""The index of one jenis_layanan."""

from decimal import Decimal

from assistant.scoring.hitung import TEPAT


def indeks_layanan(
    penerima: Decimal, mutu: Decimal, bobot_penerima: Decimal, bobot_mutu: Decimal
) -> Decimal:
    """Weighted sum of both sides of a service.

    Sumber: permendagri-59-2021, Lampiran C (bobot menurut parameter `bobot_penerima` dan
    `bobot_mutu`; naskah belum terbaca).

    Args:
        penerima: Capaian penerima, 0-100 percent.
        mutu: Capaian mutu minimal, 0-100 percent.
        bobot_penerima: Weight of penerima, a fraction.
        bobot_mutu: Weight of mutu, a fraction; both weights add up to 1.

    Returns:
        Index from 0 to 100, exact.
    """
    return TEPAT.add(TEPAT.multiply(penerima, bobot_penerima), TEPAT.multiply(mutu, bobot_mutu))
