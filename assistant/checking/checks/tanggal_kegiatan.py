"""Activities outside of the month of the report: PER-06."""

from collections.abc import Iterator

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.dates import day_of
from assistant.checking.identity import DATED
from assistant.checking.models import Aturan, Hasil, Lulus
from ingest.tanggal import MONTHS

PER_06 = Aturan(
    id="PER-06",
    judul="Tanggal kegiatan di luar periode laporan",
    keparahan="peringatan",
    butuh=("tanggal kegiatan",),
    pesan="Kegiatan bertanggal {tanggal}, di luar periode laporan ({periode}).",
    saran="Periksa tanggalnya, atau pindahkan kegiatannya ke laporan periode itu.",
)
RULES = (PER_06,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Dates at the head of list items of a monthly report.

    Sumber: kaidah dokumen.
    """
    period = k.identitas.periode
    if k.identitas.jenis != "konsultan_bulanan" or not period.bulan or not period.tahun:
        return
    for block in k.narasi:
        found = DATED.search(block.teks[:60])
        if block.jenis != "butir" or not found or found.group(2).lower() not in MONTHS:
            continue
        day = day_of(found.group(3), found.group(2), found.group(1))
        if day is None:
            continue
        if (day.year, day.month) == (period.tahun, period.bulan):
            yield Lulus("PER-06")
            continue
        yield finding(
            PER_06,
            (place(block.letak, found.group()),),
            (day.isoformat(),),
            {
                "tanggal": tulis.day(day),
                "periode": f"{tulis.MONTHS[period.bulan - 1]} {period.tahun}",
            },
            ditemukan=day.isoformat(),
        )
