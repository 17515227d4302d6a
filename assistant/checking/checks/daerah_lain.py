"""Names of other regions: WIL-01."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.identity import region_names
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from corpus.models import Daerah
from corpus.regions import regions

WIL_01 = Aturan(
    id="WIL-01",
    judul="Nama daerah lain muncul",
    keparahan="galat",
    butuh=("daerah laporan", "nama daerah dalam judul dan kalimat"),
    pesan='"{lain}" disebut dalam laporan {daerah}.',
    saran="Periksa apakah ini sisa salinan dari laporan daerah lain.",
)
RULES = (WIL_01,)
BORDER = re.compile(
    r"berbatas|batas|sebelah|tetangga|dibanding|studi|kunjungan|kerja sama|asistensi|pembentukan|"
    r"undang-undang|perwakilan|peraturan|benchmark|asal|pindah|rujuk|se-",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every region named in sentences and titles of tables.

    Sumber: corpus/data/wilayah.csv.
    """
    own = regions().get(k.identitas.daerah or "")
    if own is None:
        return
    strange: dict[str, list[Tempat]] = {}
    for block in k.naskah.blok:
        # Borders, titles of laws and comparisons rightly name other regions.
        if block.jenis == "daftar" or BORDER.search(block.teks):
            continue
        for region in region_names(block.teks):
            if _related(own, region):
                yield Lulus("WIL-01")
            else:
                strange.setdefault(region.kode, []).append(place(block.letak, region.nama))
    for grid in k.grid:
        for region in region_names(grid.judul):
            if not _related(own, region):
                strange.setdefault(region.kode, []).append(place(grid.letak(0), grid.judul))
    for code, places in strange.items():
        yield finding(
            WIL_01,
            tuple(places),
            (code, own.kode),
            {"lain": regions()[code].nama, "daerah": own.nama},
            ditemukan=regions()[code].nama,
            seharusnya=own.nama,
            keparahan=None if len(places) > 1 or _in_title(k, places) else "peringatan",
            putusan="perlu_cek",
        )


def _in_title(k: Konteks, places: list[Tempat]) -> bool:
    titles = {b.letak for b in (*k.judul, *k.keterangan)}
    return any(p.letak in titles for p in places)


def _related(own: Daerah, other: Daerah) -> bool:
    """The region itself, its province, or one of a province's own."""
    return other.kode in (own.kode, own.provinsi) or (
        own.jenis == "provinsi" and other.provinsi == own.provinsi
    )
