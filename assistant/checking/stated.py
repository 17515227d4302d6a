"""What a laporan says about itself in labelled cells ("Tahun | 2023") or lines ("Tingkat: ...")."""

import re
from collections.abc import Iterator

from assistant.checking.roles import normal
from corpus.models import Daerah, Tingkat
from corpus.regions import find, regions
from ingest.report.model import Naskah

LABELS = {
    "kode daerah": "daerah", "nama daerah": "nama", "daerah": "nama", "pemerintah daerah": "nama",
    "kabupaten/kota": "nama", "tingkat": "tingkat", "tingkat daerah": "tingkat",
    "tahun": "tahun", "tahun anggaran": "tahun", "triwulan": "triwulan",
}  # fmt: skip
ROWS, TABLES = 15, 4


def pairs(naskah: Naskah) -> dict[str, str]:
    """Stated values by what they tell; "" where the label stands without a value."""
    found: dict[str, str] = {}
    for label, value in _labelled(naskah):
        key = LABELS.get(normal(label))
        if key and not found.get(key):
            found[key] = value.strip()
    return found


def _labelled(naskah: Naskah) -> Iterator[tuple[str, str]]:
    for table in naskah.tabel[:TABLES]:
        for row in table.baris[:ROWS]:
            cells = [c.teks for c in row.sel]
            if len(cells) > 1 and len(cells) <= 5:
                yield cells[0], cells[1]
    for block in naskah.blok[:ROWS]:
        match = re.match(r"^([A-Za-z /]{4,24})\s*:\s*(\S.*)?$", block.teks)
        if match:
            yield match.group(1), match.group(2) or ""


def region(stated: dict[str, str]) -> Daerah | None:
    """The stated region, by code or by name; None where it is not known."""
    code = stated.get("daerah", "").replace(",", ".")
    if code in regions():
        return regions()[code]
    named = find(stated["nama"]) if stated.get("nama") else []
    return named[0] if len(named) == 1 else None


def level(stated: dict[str, str]) -> Tingkat | None:
    """The stated level."""
    text = stated.get("tingkat", "").lower()
    if "prov" in text:
        return "provinsi"
    return "kabkota" if re.search(r"kab|kota", text) else None


def number(stated: dict[str, str], key: str, low: int, high: int) -> int | None:
    """A stated number within bounds; quarters may be Roman."""
    text = stated.get(key, "").strip().upper().replace(".", "")
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(text)
    value = roman or (int(text) if text.isdigit() and len(text) < 5 else None)
    return value if value is not None and low <= value <= high else None
