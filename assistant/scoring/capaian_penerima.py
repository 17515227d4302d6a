"""How many of the entitled penerima were served."""

from decimal import Decimal

from assistant import messages
from assistant.scoring.hitung import persen
from corpus.errors import LaporanError


def capaian_penerima(terlayani: Decimal, sasaran: Decimal, batas: Decimal) -> Decimal:
    """Share of the entitled penerima who were served, in percent.

    Sumber: permendagri-59-2021, Lampiran C (naskah belum terbaca; rumus cocok dengan tabel pada
    perbup-bekasi-33-2024 dan contoh penghitungan dalam Lampiran permenkes-4-2019).

    Args:
        terlayani: Penerima served, in orang, 0 or more.
        sasaran: Penerima who must be served, in orang, 1 or more.
        batas: The highest share that counts, in percent (parameter `batas_capaian`).

    Returns:
        Percent from 0 to `batas`, not rounded. More than `sasaran` counts as `batas`.

    Raises:
        LaporanError: `sasaran` is 0, so no share exists.
    """
    if not sasaran:
        raise LaporanError(messages.SKOR_SASARAN_NOL)
    return persen(terlayani, sasaran, batas)
