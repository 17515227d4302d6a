"""Less than all were served, and no problem is told: LKP-05."""

import re
from collections.abc import Iterator

from assistant.checking.compare import P59, at, finding, value, write
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal
from assistant.checking.services import urusan_name, urusan_of
from corpus.catalogue import ORDER

LKP_05 = Aturan(
    id="LKP-05",
    judul="Capaian di bawah 100 persen tanpa permasalahan",
    keparahan="peringatan",
    butuh=("capaian urusan", "bagian permasalahan"),
    pesan="Urusan {urusan}: {layanan} baru {persen} persen, tetapi permasalahan dan solusinya "
    "tidak "
    "ditemukan.",
    dasar=(P59,),
    saran="Tambahkan permasalahan dan solusi urusan itu.",
)
RULES = (LKP_05,)


def check(k: Konteks) -> Iterator[Hasil]:
    """The lowest capaian of every urusan.

    Sumber: Permendagri Nomor 59 Tahun 2021 (permasalahan dan solusi).
    """
    if k.identitas.jenis not in ("laporan_tahunan", "rad", "lppd") or k.naskah.format == "xlsx":
        return
    told = _told(k)
    for urusan_id in ORDER:
        low = [
            (r, v)
            for r in k.rekaman
            if r.urusan == urusan_id
            and r.layanan
            and r.blok != "mutu"
            and not is_plan(k, r)
            and (v := value(r.bilangan("persen"))) is not None
            and v < 100
            and r.grid.kelayakan == "layak"
        ]
        if not low:
            continue
        if urusan_id in told or "semua" in told:
            yield Lulus("LKP-05")
            continue
        record, percent = min(low, key=lambda pair: pair[1])
        yield finding(
            LKP_05,
            at(record, "persen"),
            (urusan_id, normal(record.label)),
            {
                "urusan": urusan_name(urusan_id),
                "layanan": record.label,
                "persen": write(percent),
            },
            putusan="perlu_cek",
            urusan=urusan_id,
        )


def _told(k: Konteks) -> set[str]:
    """Urusan whose problems are told; "semua" where one part tells them for all."""
    told: set[str] = set()
    field: str | None = None
    inside = False
    for block in k.naskah.blok:
        if block.jenis == "daftar":
            continue
        if block.jenis == "judul":
            problem = re.search(r"masalah|kendala|hambatan|solusi", block.teks, re.IGNORECASE)
            named = urusan_of(block.teks)
            if problem:
                inside = True
            elif named is None or block.tingkat <= 1:
                inside = inside and named is not None
            field = named or field
            continue
        talks = re.search(r"permasalahan|kendala|hambatan", block.teks, re.IGNORECASE)
        if (inside or talks) and (urusan_of(block.teks) or field):
            told.add(str(field or urusan_of(block.teks)))
    for grid in k.grid:
        if grid.of("masalah"):
            told |= {str(urusan_of(label)) for label in grid.label} | (
                {"semua"} if len(grid.label) >= 6 else set()
            )
            if (name := urusan_of(" ".join((*grid.tabel.jalur, grid.judul)))) is not None:
                told.add(name)
    return told
