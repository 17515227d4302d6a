"""Cross references that point at nothing: STR-11."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import captions, plain
from assistant.checking.roles import normal

STR_11 = Aturan(
    id="STR-11",
    judul="Rujukan silang tidak menunjuk apa pun",
    keparahan="peringatan",
    butuh=("rujukan, keterangan, judul",),
    pesan='"{rujukan}" dirujuk, tetapi tidak ada tabel, gambar, atau bagian bernomor itu.',
    saran="Perbaiki nomor yang dirujuk.",
)
RULES = (STR_11,)
REFERENCE = re.compile(
    r"(?:(?:lihat|pada|dalam|ditunjukkan pada|disajikan (?:pada|dalam)|sebagaimana(?: pada)?|"
    r"tersaji pada)"
    r"\s+)(?:(tabel|table|gambar|grafik)\s+)?((?:\d{1,2}|[IVX]+)[.\-]\d{1,2}(?:[.\-]\d{1,2})*)"
    r"(?![\d%,]|\s*(?:persen|%|juta|miliar|km))",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every number that a sentence refers to.

    Sumber: kaidah dokumen.
    """
    known = {plain(c.nomor) for c in captions(k)}
    for block in k.judul:
        match = re.match(r"^((?:[IVX]+|\d{1,2})(?:[.\-]\d{1,2})+)", block.teks)
        if match:
            known.add(plain(match.group(1)))
    objects = {plain(c.nomor) for c in captions(k)}
    if not objects:
        return
    for block in k.narasi:
        for found in REFERENCE.finditer(block.teks):
            wanted = plain(found.group(2))
            pool = objects if found.group(1) else known | objects
            around = block.teks[max(0, found.start() - 30) : found.end() + 20].lower()
            if re.search(r"pasal|ayat|nomor|versi|siha|tahun", around):
                continue
            if wanted in pool:
                yield Lulus("STR-11")
                continue
            yield finding(
                STR_11,
                (place(block.letak, found.group()),),
                (wanted, normal(found.group())),
                {
                    "rujukan": found.group(2)
                    if not found.group(1)
                    else f"{found.group(1)} {found.group(2)}"
                },
                ditemukan=found.group(2),
                putusan="perlu_cek",
            )
