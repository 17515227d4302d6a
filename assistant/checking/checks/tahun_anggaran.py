"""Budget years left over from another report: PER-03."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from ingest.report.model import Letak

PER_03 = Aturan(
    id="PER-03",
    judul="Tahun anggaran lain tertinggal",
    keparahan="galat",
    butuh=("tahun laporan",),
    pesan='"{tertulis}" disebut {n} kali dalam laporan tahun {tahun}.',
    saran="Ganti tahunnya, atau sebutkan bahwa itu data tahun lalu.",
)
RULES = (PER_03,)
BUDGET_YEAR = re.compile(r"(?:tahun\s+anggaran|\bt\.?a\.?)\s+(20\d\d)", re.IGNORECASE)
PAST = re.compile(r"sebelum|lalu|dasar|dibanding|perbandingan|n-1|pada tahun-tahun", re.IGNORECASE)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every budget year told, last year's figures left out.

    Sumber: kaidah dokumen.
    """
    year = k.identitas.periode.tahun
    if year is None or k.identitas.jenis in ("rad", "sop", "lainnya"):
        return
    others: dict[str, list[tuple[Letak, str]]] = {}
    for block in k.naskah.blok:
        for found in BUDGET_YEAR.finditer(block.teks):
            around = block.teks[max(0, found.start() - 60) : found.end() + 40]
            if int(found.group(1)) == year:
                yield Lulus("PER-03")
            elif int(found.group(1)) == year + 1 or PAST.search(around):
                continue
            else:
                others.setdefault(found.group(1), []).append((block.letak, found.group()))
    for other, places in others.items():
        yield finding(
            PER_03,
            tuple(place(letak, text) for letak, text in places),
            (other, str(year)),
            {"tertulis": f"Tahun Anggaran {other}", "n": len(places), "tahun": year},
            ditemukan=other,
            seharusnya=str(year),
        )
