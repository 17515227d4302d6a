"""Names of services: WIL-07."""

import re
from collections.abc import Iterator

from assistant.checking.compare import PP2, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman
from assistant.checking.roles import normal
from assistant.checking.services import name_of

WIL_07 = Aturan(
    id="WIL-07",
    judul="Nama jenis pelayanan tidak baku",
    keparahan="peringatan",
    butuh=("nama layanan pada tabel",),
    toleransi="kata inti",
    pesan='Tertulis "{tertulis}", nama bakunya "{baku}".',
    dasar=(PP2,),
    saran="Pakai nama dalam PP Nomor 2 Tahun 2018.",
)
RULES = (WIL_07,)

# Words that change what a name means; everything else is spelling or style.
CORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kes.kab.03", re.compile(r"\bbayi\b", re.IGNORECASE)),
)


def check(k: Konteks) -> Iterator[Hasil]:
    """The name of every service in a table.

    Sumber: PP Nomor 2 Tahun 2018 Pasal 5 sampai 10.
    """
    seen: set[str] = set()
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak" or record.label in seen:
            continue
        seen.add(record.label)
        right = name_of(record.layanan)
        core = next((p for i, p in CORE if i == record.layanan), None)
        if core is None or core.search(record.label):
            yield Lulus("WIL-07")
            continue
        yield _bad_name(record, right)


def _bad_name(record: Rekaman, right: str) -> Hasil:
    column = next(iter(sorted(record.sel.values())), 0)
    letak = record.grid.letak(record.baris, column)
    for row in range(record.grid.awal, record.grid.kepala):
        for at, cell in enumerate(record.grid.tabel.baris[row].sel):
            if cell.teks and cell.teks in record.label:
                letak = record.grid.tabel.letak(row, at)
    return finding(
        WIL_07,
        (place(letak, record.label),),
        (record.layanan or "", normal(record.label)),
        {"tertulis": record.label, "baku": right},
        ditemukan=record.label,
        seharusnya=right,
        urusan=record.urusan,
    )
