"""A filled laporan of a region that does not exist, made by a fixed rule, for demonstrations.

Every number is made up. One mistake is in it on purpose: `MISTAKE` serves more people than there
are.
"""

from decimal import Decimal

from assistant import messages
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Nilai
from assistant.template import blank_laporan
from corpus.models import Tingkat

MISTAKE = "kes.kab.09"
YEAR = 2024


def sample_laporan(tingkat: Tingkat = "kabkota") -> Laporan:
    """All services filled; about nine in ten served, mutu a little lower."""
    blank = blank_laporan(tingkat, YEAR)
    filled = tuple(_filled(n, item) for n, item in enumerate(blank.layanan))
    return Laporan(
        berkas="contoh",
        daerah=None,
        nama_daerah=messages.CONTOH_DAERAH,
        tingkat=tingkat,
        tahun=YEAR,
        triwulan=None,
        layanan=filled,
    )


def _filled(n: int, item: IsianLayanan) -> IsianLayanan:
    sasaran = 400 + 137 * ((n * 7) % 23)
    served = sasaran - sasaran * ((n * 5) % 17) // 100
    if item.id == MISTAKE:
        served = sasaran + 25
    pagu = 50_000_000 + 3_750_000 * ((n * 11) % 19)
    return item._replace(
        sasaran=_value(sasaran),
        terlayani=_value(served),
        mutu=tuple(_item(n, m, butir, sasaran) for m, butir in enumerate(item.mutu)),
        pagu=_value(pagu),
        realisasi=_value(pagu - pagu * ((n * 3) % 13) // 100),
    )


def _item(n: int, m: int, butir: ButirMutu, sasaran: int) -> ButirMutu:
    need = 100 if butir.satuan in (None, "persen", "nilai", "indeks") else sasaran // 4 + 3 * m
    met = need - need * ((n * 3 + m * 5) % 21) // 100
    return butir._replace(kebutuhan=_value(need), terpenuhi=_value(met))


def _value(number: int) -> Nilai:
    return Nilai(Decimal(number))
