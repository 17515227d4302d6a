"""Categories against the index: ARI-11.

Sumber: parameter kategori (corpus/data/parameters), belum terverifikasi: peringatan.
"""

import re
from collections.abc import Iterator

from assistant.checking.compare import (
    P59,
    at,
    finding,
    key,
    marks,
    value,
    write,
)
from assistant.checking.context import Konteks, place
from assistant.checking.index_words import IN_TEXT, NAMES, category
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman
from ingest.report.model import Blok
from ingest.report.numbers import read

ARI_11 = Aturan(
    id="ARI-11",
    judul="Kategori tidak sesuai nilai indeks",
    keparahan="peringatan",
    butuh=("indeks", "kategori"),
    toleransi="tepat, tanpa pembulatan",
    pesan='{label}: nilai {nilai} termasuk "{benar}", tertulis "{tertulis}".',
    dasar=(P59,),
    saran="Sesuaikan kategorinya dengan nilai indeks.",
)
RULES = (ARI_11,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Categories in tables and sentences.

    Sumber: corpus/data/parameters/ip_spm.toml.
    """
    for record in k.rekaman:
        yield from _category(record)
    for block in k.narasi:
        for found in IN_TEXT.finditer(block.teks):
            yield from _told(block, found)


def _told(block: Blok, found: re.Match[str]) -> Iterator[Hasil]:
    number = read(found.group(1), "id", "persen").nilai
    if number is None or number > 100:
        return
    right = category(number)
    written = " ".join(found.group(2).split()).title()
    if right == written:
        yield Lulus("ARI-11")
        return
    yield finding(
        ARI_11,
        (place(block.letak, found.group()),),
        (str(number), written),
        {"label": "IP SPM", "nilai": write(number), "benar": right, "tertulis": written},
        ditemukan=written,
        seharusnya=right,
        akibat=right,
    )


def _category(record: Rekaman) -> Iterator[Hasil]:
    number = value(record.bilangan("indeks"))
    written = NAMES.search(record.teks("kategori"))
    if number is None or not written or not 0 <= number <= 100:
        return
    name = " ".join(written.group().split()).title()
    right = category(number)
    if name == right:
        yield Lulus("ARI-11")
        return
    yield finding(
        ARI_11,
        at(record, "kategori", "indeks"),
        marks(record, number, name),
        {"label": record.label, "nilai": write(number), "benar": right, "tertulis": name},
        ditemukan=name,
        seharusnya=right,
        kunci=key(record) + "/indeks",
        urusan=record.urusan,
        akibat=right,
    )
