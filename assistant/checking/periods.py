"""How the period of a laporan is written."""

from assistant import format as tulis
from assistant import messages as m
from assistant.checking.models import Periode


def period_name(period: Periode) -> str:
    """ "triwulan II tahun 2024", "Agustus 2024", "tahun 2023"."""
    if period.tahun is None:
        return m.PERIKSA_TANPA_PERIODE
    if period.sampai:
        return f"tahun {period.tahun} sampai {period.sampai}"
    if period.triwulan:
        return f"triwulan {('I', 'II', 'III', 'IV')[period.triwulan - 1]} tahun {period.tahun}"
    if period.bulan:
        return f"{tulis.MONTHS[period.bulan - 1]} {period.tahun}"
    return f"tahun {period.tahun}"
