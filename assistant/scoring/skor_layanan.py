"""The score of one service from its isian: what is computable, what is not, and why."""

from decimal import Decimal

from assistant import messages
from assistant.format import number
from assistant.laporan import IsianLayanan
from assistant.scoring.capaian_mutu import GABUNGAN, Butir
from assistant.scoring.capaian_penerima import capaian_penerima
from assistant.scoring.hasil import Rentang, SkorLayanan
from assistant.scoring.hitung import NOL
from assistant.scoring.indeks_layanan import indeks_layanan
from assistant.scoring.ketentuan import Ketentuan
from corpus.models import JenisLayanan


def skor_layanan(layanan: JenisLayanan, isian: IsianLayanan, aturan: Ketentuan) -> SkorLayanan:
    """Score of one jenis_layanan.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter dalam `aturan`).

    Returns:
        Not applicable where the sasaran is 0 (parameter `sasaran_nol`); without an index where
        penerima or mutu is missing, then with the range the index must lie in.
    """
    notes: list[str] = []
    sasaran = isian.sasaran.angka
    if sasaran is not None and not sasaran and aturan.sasaran_nol == "tidak berlaku":
        notes.append(_tidak_berlaku(isian))
        return SkorLayanan(layanan, isian, None, None, None, False, None, tuple(notes))
    penerima = _penerima(isian, aturan, notes)
    mutu = capaian_mutu(isian, aturan, notes)
    if mutu is None and aturan.tanpa_data_mutu == "nol":
        mutu = NOL
    indeks = None
    if penerima is not None and mutu is not None:
        indeks = indeks_layanan(penerima, mutu, aturan.bobot_penerima, aturan.bobot_mutu)
    span = _rentang(penerima, mutu, aturan)
    return SkorLayanan(layanan, isian, penerima, mutu, indeks, True, span, tuple(notes))


def capaian_mutu(isian: IsianLayanan, aturan: Ketentuan, notes: list[str]) -> Decimal | None:
    """Mutu of a service in percent; None, with a note, where it cannot be computed.

    Sumber: permendagri-59-2021, Lampiran C (belum terbaca; parameter `gabungan_mutu`,
    `sasaran_nol`, `butir_mutu_kosong` dan `tanpa_data_mutu`).
    """
    counted: list[Butir] = []
    empty = zero = half = zero_as_nil = 0
    for butir in isian.mutu:
        kebutuhan, terpenuhi = butir.kebutuhan.angka, butir.terpenuhi.angka
        if kebutuhan and terpenuhi is not None:
            counted.append((terpenuhi, kebutuhan))
        elif kebutuhan is not None and terpenuhi is not None:
            if aturan.sasaran_nol == "tidak berlaku":
                zero += 1
            else:
                zero_as_nil += 1
        elif kebutuhan is None and terpenuhi is None:
            empty += 1
        elif kebutuhan is not None and not kebutuhan and aturan.sasaran_nol == "tidak berlaku":
            zero += 1
        else:
            half += 1
    if aturan.gabungan_mutu == "rata-rata":  # pooled, an item of 0 adds nothing to either side
        counted.extend([(NOL, Decimal(1))] * zero_as_nil)
    if zero:
        notes.append(messages.SKOR_BUTIR_NOL.format(n=zero))
    if half:
        notes.append(messages.SKOR_BUTIR_SEPARUH.format(n=half))
        return None
    if not counted:
        notes.append(messages.SKOR_TANPA_MUTU)
        return None
    if empty:
        if aturan.butir_mutu_kosong == "tidak dapat dihitung":
            notes.append(messages.SKOR_BUTIR_KOSONG_GAGAL.format(n=empty))
            return None
        notes.append(messages.SKOR_BUTIR_KOSONG.format(n=empty, dari=len(isian.mutu)))
    return GABUNGAN[aturan.gabungan_mutu](counted, aturan.batas)


def _penerima(isian: IsianLayanan, aturan: Ketentuan, notes: list[str]) -> Decimal | None:
    sasaran, terlayani = isian.sasaran.angka, isian.terlayani.angka
    if sasaran is None or terlayani is None:
        notes.append(messages.SKOR_TANPA_PENERIMA)
        return None
    if not sasaran:
        notes.append(messages.SKOR_SASARAN_NOL_NIHIL)
        return NOL
    if terlayani > sasaran:
        notes.append(
            messages.SKOR_LEBIH.format(
                terlayani=number(terlayani), sasaran=number(sasaran), batas=number(aturan.batas)
            )
        )
    return capaian_penerima(terlayani, sasaran, aturan.batas)


def _tidak_berlaku(isian: IsianLayanan) -> str:
    if isian.terlayani.angka:
        return messages.SKOR_TIDAK_BERLAKU_TERLAYANI.format(n=number(isian.terlayani.angka))
    return messages.SKOR_TIDAK_BERLAKU


def _rentang(penerima: Decimal | None, mutu: Decimal | None, aturan: Ketentuan) -> Rentang | None:
    """Without penerima nothing is known, not even whether the service applies."""
    if penerima is None:
        return None
    low = NOL if mutu is None else mutu
    high = aturan.batas if mutu is None else mutu
    return (
        indeks_layanan(penerima, low, aturan.bobot_penerima, aturan.bobot_mutu),
        indeks_layanan(penerima, high, aturan.bobot_penerima, aturan.bobot_mutu),
    )
