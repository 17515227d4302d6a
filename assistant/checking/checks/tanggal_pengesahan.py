"""Signed before the period was over: PER-07."""

from collections.abc import Iterator

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek
from ingest.report.model import Blok, Letak

PER_07 = Aturan(
    id="PER-07",
    judul="Ditandatangani sebelum periode berakhir",
    keparahan="peringatan",
    butuh=("tanggal, periode",),
    pesan="Laporan untuk {periode} bertanggal {tanggal}, sebelum periodenya berakhir.",
    saran="Periksa tahun pada tanggal pengesahan.",
)
RULES = (PER_07,)


def check(k: Konteks) -> Iterator[Hasil]:
    """The day of signing against the end of the period.

    Sumber: kaidah dokumen.
    """
    period, signed = k.identitas.periode, k.identitas.tanggal
    if k.identitas.jenis in ("rad", "sop", "lainnya") or not period.tahun:
        return
    if signed is None:
        yield TakDicek("PER-07", "tanggal pengesahan tidak ditemukan")
        return
    month = period.bulan or 3 * (period.triwulan or 4)
    late = (signed[0], signed[1]) >= (period.tahun, month)
    if late and not (
        signed[2]
        and (signed[0], signed[1]) == (period.tahun, month)
        and month == 12
        and signed[2] < 15
    ):
        yield Lulus("PER-07")
        return
    name = (
        f"tahun {period.tahun}"
        if not (period.bulan or period.triwulan)
        else (
            f"triwulan {period.triwulan} tahun {period.tahun}"
            if period.triwulan
            else f"{tulis.MONTHS[month - 1]} {period.tahun}"
        )
    )
    written = f"{signed[2] or ''} {tulis.MONTHS[signed[1] - 1]} {signed[0]}".strip()
    where = _signed_at(k, signed)
    yield finding(
        PER_07,
        (place(where, written),),
        (str(signed), str(period.tahun)),
        {"periode": name, "tanggal": written},
        ditemukan=written,
    )


def _signed_at(k: Konteks, signed: tuple[int, int, int]) -> Letak:
    month = tulis.MONTHS[signed[1] - 1].lower()
    blocks: list[Blok] = [
        b for b in k.naskah.blok if month in b.teks.lower() and str(signed[0]) in b.teks
    ]
    return blocks[-1].letak if blocks else Letak()
