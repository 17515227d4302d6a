"""Served equal to entitled, again and again: PEN-08."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import at, finding, value
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek
from assistant.checking.records import Rekaman

PEN_08 = Aturan(
    id="PEN-08",
    judul="Terlayani sama persis dengan sasaran pada banyak layanan",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "paling sedikit 5 layanan"),
    toleransi="separuh layanan atau lebih, dan paling sedikit 5",
    pesan="Pada {n} dari {semua} layanan, jumlah terlayani sama persis dengan sasarannya.",
    saran="Lampirkan data pendukung (nama dan alamat disimpan perangkat daerah, bukan di laporan).",
)
RULES = (PEN_08,)


def check(k: Konteks) -> Iterator[Hasil]:
    """All services with both numbers, together.

    Sumber: kaidah hitung.
    """
    rows: dict[str, tuple[Rekaman, Decimal, Decimal]] = {}
    for record in k.rekaman:
        s, t = value(record.bilangan("sasaran")), value(record.bilangan("terlayani"))
        if (
            record.layanan
            and record.blok != "mutu"
            and s
            and t is not None
            and not is_plan(k, record)
        ):
            rows.setdefault(record.layanan, (record, s, t))
    if len(rows) < 5:
        yield TakDicek("PEN-08", "kurang dari lima layanan dengan sasaran dan terlayani")
        return
    same = [(r, s) for r, s, t in rows.values() if s == t]
    if len(same) < 5 or len(same) * 2 < len(rows):
        yield Lulus("PEN-08")
        return
    yield finding(
        PEN_08,
        tuple(p for r, _ in same for p in at(r, "terlayani")),
        tuple(sorted(f"{r.layanan}={s}" for r, s in same)),
        {"n": len(same), "semua": len(rows)},
        putusan="perlu_cek",
        ditemukan=Decimal(len(same)),
    )
