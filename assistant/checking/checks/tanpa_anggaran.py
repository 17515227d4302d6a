"""People served without a budget: ANG-06."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import (
    PP2,
    at,
    finding,
    key,
    marks,
    value,
    write,
)
from assistant.checking.context import Konteks
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman

ANG_06 = Aturan(
    id="ANG-06",
    judul="Anggaran nol tetapi capaian di atas nol",
    keparahan="peringatan",
    butuh=("pagu", "terlayani"),
    pesan="{label}: anggaran Rp0, tetapi {terlayani} penerima terlayani.",
    dasar=(KAIDAH, PP2),
    saran="Sebutkan sumber dana lain (BOK, CSR, provinsi, pusat), atau isi anggarannya.",
)
RULES = (ANG_06,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record whose pagu is zero.

    Sumber: kaidah hitung.
    """
    for record in k.rekaman:
        served = value(record.bilangan("terlayani"))
        if value(record.bilangan("pagu")) == 0 and served is not None and not record.total:
            yield from _no_money(record, served)


def _no_money(record: Rekaman, served: Decimal) -> Iterator[Hasil]:
    if served == 0:
        yield Lulus("ANG-06")
        return
    yield finding(
        ANG_06,
        at(record, "pagu", "terlayani"),
        marks(record, served),
        {"label": record.label, "terlayani": write(served)},
        ditemukan=Decimal(0),
        kunci=key(record) + "/dana",
        urusan=record.urusan,
    )
