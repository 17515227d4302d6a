"""More served than entitled, more mutu than needed: PEN-01, PEN-11."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import (
    P59,
    at,
    finding,
    key,
    marks,
    value,
    write,
)
from assistant.checking.context import Konteks, served_records
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman

PEN_01 = Aturan(
    id="PEN-01",
    judul="Jumlah terlayani melebihi sasaran",
    keparahan="galat",
    butuh=("terlayani", "sasaran"),
    pesan="{label}: terlayani {terlayani}, lebih banyak {lebih} dari sasaran {sasaran}.",
    dasar=(KAIDAH, P59),
    saran="Periksa sasaran (estimasi terlalu rendah?) dan apakah penduduk luar daerah ikut "
    "dihitung.",
    terkait=("ARI-03", "ARI-04"),
)
PEN_11 = Aturan(
    id="PEN-11",
    judul="Mutu yang tersedia melebihi kebutuhan",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "blok mutu"),
    pesan="{label}: tersedia {terlayani}, dibutuhkan {sasaran}.",
    dasar=(KAIDAH, P59),
    saran="Periksa angka kebutuhan; dalam indeks, kelebihan tidak dihitung di atas 100 persen.",
)
RULES = (PEN_01, PEN_11)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record that states people or mutu.

    Sumber: kaidah hitung.
    """
    for record in served_records(k):
        s, t = value(record.bilangan("sasaran")), value(record.bilangan("terlayani"))
        if s is not None and t is not None and s >= 0:
            yield from _one(record, s, t)


def _one(record: Rekaman, s: Decimal, t: Decimal) -> Iterator[Hasil]:
    rule = PEN_11 if record.blok == "mutu" else PEN_01
    if t <= s:
        yield Lulus(rule.id)
        return
    yield finding(
        rule,
        at(record, "terlayani", "sasaran"),
        marks(record, s, t),
        {"label": record.label, "terlayani": write(t), "sasaran": write(s), "lebih": write(t - s)},
        ditemukan=t,
        seharusnya=None,
        selisih=t - s,
        satuan="orang" if rule is PEN_01 else None,
        kunci=key(record),
        urusan=record.urusan,
    )
