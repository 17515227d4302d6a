"""Numbers of kecamatan and of regions: WIL-03."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal
from corpus.regions import regions

WIL_03 = Aturan(
    id="WIL-03",
    judul="Jumlah daerah atau kecamatan salah",
    keparahan="peringatan",
    butuh=("jumlah yang disebut", "acuan"),
    pesan="Disebut {n} {hal}, sedangkan {acuan} {m}.",
    saran="Cocokkan dengan kode wilayah Kementerian Dalam Negeri.",
)
RULES = (WIL_03,)
COUNTED = re.compile(
    r"(?:terdiri\s+(?:dari|atas)|memiliki|mempunyai|meliputi|dari)\s+(\d{1,3})\s*(?:\([a-z\s]+\)\s*)?"
    r"(kecamatan|kab(?:upaten)?\s*/\s*kota)\b",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Numbers of kecamatan or kabupaten/kota told in sentences.

    Sumber: corpus/data/wilayah.csv.
    """
    own = regions().get(k.identitas.daerah or "")
    if own is None:
        return
    rows = _subdistrict_rows(k)
    members = sum(r.provinsi == own.provinsi and r.jenis != "provinsi" for r in regions().values())
    for block in k.narasi:
        for found in COUNTED.finditer(block.teks):
            n, thing = int(found.group(1)), normal(found.group(2))
            if thing == "kecamatan":
                reference, source = rows, "tabel dalam dokumen memuat"
            elif own.jenis == "provinsi":
                reference, source = members, "menurut kode wilayah ada"
            else:
                continue
            if reference is None:
                continue
            if n == reference:
                yield Lulus("WIL-03")
                continue
            yield finding(
                WIL_03,
                (place(block.letak, found.group()),),
                (thing, str(n), str(reference)),
                {"n": n, "hal": thing, "acuan": source, "m": reference},
                ditemukan=str(n),
                seharusnya=str(reference),
            )


def _subdistrict_rows(k: Konteks) -> int | None:
    for grid in k.grid:
        named = [c for c in grid.kolom if normal(c.teks) == "kecamatan"]
        if named and grid.kelayakan == "layak" and any(map(grid.is_total, range(len(grid.label)))):
            return sum(
                bool(grid.tabel.teks(grid.kepala + r, named[0].indeks)) and not grid.is_total(r)
                for r in range(len(grid.label))
            )
    return None
