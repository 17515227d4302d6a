"""A target below all who are entitled: PEN-06."""

from collections.abc import Iterator

from assistant.checking.compare import (
    HUNDRED,
    P59,
    PP2,
    at,
    finding,
    key,
    marks,
    value,
    write,
)
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal

PEN_06 = Aturan(
    id="PEN-06",
    judul="Target bukan seluruh warga yang berhak",
    keparahan="peringatan",
    butuh=("target",),
    pesan="{label}: target tertulis {target} persen, sedangkan SPM ditujukan bagi semua yang "
    "berhak "
    "(100 persen).",
    dasar=(PP2, P59),
    saran="Tetapkan target 100 persen, atau jelaskan bahwa angka itu bukan target SPM.",
)
RULES = (PEN_06,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every target in percent.

    Sumber: PP Nomor 2 Tahun 2018 (seluruh warga yang berhak).
    """
    for record in k.rekaman:
        number = record.bilangan("target")
        v = value(number)
        if number is None or v is None or record.blok == "anggaran" or not record.layanan:
            continue
        heading = normal(" ".join(record.grid.kolom[record.sel["target"]].kepala))
        percent = number.persen or "%" in heading or "persen" in heading
        if not percent or "mutu" in heading:
            continue
        if v >= HUNDRED or (v == 1 and not number.persen):
            yield Lulus("PEN-06")
            continue
        yield finding(
            PEN_06,
            at(record, "target"),
            marks(record, v),
            {"label": record.label, "target": write(v)},
            ditemukan=v,
            seharusnya=HUNDRED,
            selisih=HUNDRED - v,
            satuan="persen",
            kunci=key(record) + "/target",
            urusan=record.urusan,
        )
