"""Mutu left empty: PEN-10."""

from collections.abc import Iterator

from assistant.checking.compare import (
    P59,
    at,
    finding,
)
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal

PEN_10 = Aturan(
    id="PEN-10",
    judul="Mutu tidak diisi",
    keparahan="peringatan",
    butuh=("blok mutu",),
    toleransi="paling sedikit satu baris kosong",
    pesan="Blok mutu tidak diisi pada {n} baris: {daftar}.",
    dasar=(P59,),
    saran="Isi kebutuhan dan ketersediaan barang, jasa, dan SDM; tanpa itu indeks mutu tidak "
    "terdukung.",
)
RULES = (PEN_10,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Rows of the mutu block.

    Sumber: Permendagri Nomor 59 Tahun 2021 (mutu minimal).
    """
    empty = []
    for record in k.rekaman:
        if (
            record.blok != "mutu"
            or record.total
            or not {"sasaran", "terlayani"} <= record.sel.keys()
        ):
            continue
        if record.grid.kelayakan != "layak":
            continue
        numbers = [record.bilangan("sasaran"), record.bilangan("terlayani")]
        if all(n is not None and n.jenis == "kosong" for n in numbers):
            empty.append(record)
        else:
            yield Lulus("PEN-10")
    if not empty:
        return
    names = [r.label for r in empty]
    yield finding(
        PEN_10,
        tuple(p for r in empty for p in at(r, "terlayani")),
        tuple(sorted(normal(n) for n in names)),
        {"n": len(names), "daftar": "; ".join(names[:5]) + ("; ..." if len(names) > 5 else "")},
        putusan="perlu_cek",
    )
