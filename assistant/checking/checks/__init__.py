"""All checks, in the order in which they run. One rule or one tight family a file."""

from collections.abc import Callable, Iterator
from functools import cache

from assistant.checking.checks import (
    ang_08,
    anggaran,
    antarberkas,
    belum,
    capaian,
    huk_10,
    huk_11,
    hukum,
    indeks,
    jumlah_baris,
    jumlah_kolom,
    kelengkapan,
    kependudukan,
    keterbacaan,
    lkp_10,
    narasi,
    penerima,
    periode,
    pribadi,
    struktur,
    subtotal,
    tab_02,
    terbilang,
    wilayah,
)
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil

MODULES = (
    keterbacaan,
    capaian,
    belum,
    jumlah_kolom,
    jumlah_baris,
    subtotal,
    indeks,
    terbilang,
    anggaran,
    ang_08,
    penerima,
    kependudukan,
    narasi,
    tab_02,
    periode,
    hukum,
    huk_10,
    huk_11,
    struktur,
    wilayah,
    pribadi,
    kelengkapan,
    lkp_10,
)
CHECKS: tuple[Callable[[Konteks], Iterator[Hasil]], ...] = tuple(m.check for m in MODULES)


@cache
def catalogue() -> dict[str, Aturan]:
    """Every rule by id, in catalogue order."""
    rules = [rule for module in (*MODULES, antarberkas) for rule in module.RULES]
    return {rule.id: rule for rule in sorted(rules, key=lambda r: (ORDER.index(r.kelompok), r.id))}


ORDER = (
    "KETERBACAAN", "ARITMETIKA", "ANGGARAN", "PENERIMA DAN MUTU", "ANTAR-TABEL", "PERIODE",
    "RUJUKAN HUKUM", "STRUKTUR", "WILAYAH DAN NAMA", "DATA PRIBADI", "KELENGKAPAN",
    "ANTAR-PERIODE",
)  # fmt: skip
