"""Problems told against what the tables claim: TAB-06."""

import re
from collections.abc import Iterator

from assistant.checking.compare import at, finding, value
from assistant.checking.context import Konteks, is_plan, place
from assistant.checking.models import Aturan, Hasil
from assistant.checking.roles import normal
from assistant.checking.services import urusan_name, urusan_of
from corpus.models import UrusanId
from ingest.report.model import Blok

TAB_06 = Aturan(
    id="TAB-06",
    judul="Masalah yang diceritakan bertentangan dengan capaian",
    keparahan="peringatan",
    butuh=("permasalahan urusan", "capaian urusan"),
    pesan='Urusan {urusan}: disebut "{masalah}", sedangkan {n} dari {semua} layanannya tertulis '
    "100 persen.",
    saran="Periksa dari mana sasaran dan capaiannya, lalu jelaskan.",
)
RULES = (TAB_06,)
NO_DATA = re.compile(
    r"(?:data|basis data|sasaran|target kebutuhan)\b[^.;]{0,60}\b(?:belum tersedia|tidak "
    r"tersedia|belum ada|"
    r"kekosongan|belum valid|belum tersusun|tidak lengkap)|belum bisa (?:mengumpulkan|"
    r"menghitung)[^.;]{0,40}"
    r"(?:data|target|kebutuhan)|kekosongan data",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """ "No data yet" under the problems of an urusan whose services are nearly all 100.

    Sumber: Permendagri Nomor 59 Tahun 2021 (permasalahan dan solusi per urusan).
    """
    current = None
    section = False
    told: dict[UrusanId, list[tuple[Blok, str]]] = {}
    for block in k.naskah.blok:
        if block.jenis == "judul":
            section = (section and urusan_of(block.teks) is not None) or bool(
                re.search(r"masalah|kendala|hambatan", block.teks, re.IGNORECASE)
            )
            current = urusan_of(block.teks) or current
            continue
        found = (
            NO_DATA.search(block.teks) if section and current and len(block.teks) < 400 else None
        )
        if not found or current is None:
            continue
        told.setdefault(current, []).append((block, found.group()))
    for current, quotes in told.items():
        field = [
            r
            for r in k.rekaman
            if r.urusan == current
            and r.layanan
            and r.blok != "mutu"
            and not is_plan(k, r)
            and value(r.bilangan("persen")) is not None
        ]
        full = [r for r in field if value(r.bilangan("persen")) == 100]
        if len(full) < 2 or len(full) * 3 < len(field) * 2:
            continue
        yield finding(
            TAB_06,
            (
                *(place(b.letak, b.teks) for b, _ in quotes),
                *(p for r in full for p in at(r, "persen")),
            ),
            (current, *(normal(q) for _, q in quotes)),
            {
                "urusan": urusan_name(current),
                "masalah": '", "'.join(list(dict.fromkeys(q for _, q in quotes))[:3]),
                "n": len(full),
                "semua": len(field),
            },
            putusan="perlu_cek",
            kunci=f"masalah/{current}",
            urusan=current,
        )
