"""Capaian against terlayani and sasaran: ARI-01, ARI-02, ARI-03.

Sumber: kaidah hitung; PP 2/2018 (pelayanan dasar bagi seluruh Warga Negara yang berhak).
"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.checks.sasaran_nol import without_target
from assistant.checking.compare import (
    HUNDRED,
    PP2,
    agree,
    at,
    finding,
    in_percent,
    key,
    marks,
    shown,
    value,
    write,
)
from assistant.checking.context import Konteks, served_records
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus, TakDicek
from assistant.checking.records import Rekaman
from ingest.intervals import Interval
from ingest.report.numbers import Bilangan

ARI_01 = Aturan(
    id="ARI-01",
    judul="Persentase capaian tidak sama dengan terlayani dibagi sasaran",
    keparahan="galat",
    butuh=("terlayani", "sasaran", "persen"),
    toleransi="interval dari desimal yang dicetak",
    pesan="{label}: {terlayani} dibagi {sasaran} adalah {hitung} persen, tertulis {persen} persen "
    "(selisih {selisih} poin).",
    saran="Periksa ketiga angka pada dokumen sumber, perbaiki, lalu hitung ulang indeks urusannya.",
    terkait=("ARI-02", "ARI-03", "ARI-08"),
)
ARI_02 = Aturan(
    id="ARI-02",
    judul="Tertulis 100 persen padahal belum semua terlayani",
    keparahan="galat",
    butuh=("terlayani", "sasaran", "persen"),
    toleransi="tepat, bilangan bulat",
    pesan="{label}: {belum} dari {sasaran} penerima belum terlayani, tetapi capaian tertulis "
    "{persen} persen. Hasil hitungnya {hitung} persen (selisih {selisih} poin).",
    dasar=(KAIDAH, PP2),
    saran="Sesuaikan capaian, atau periksa kembali jumlah terlayani dan sasaran.",
    terkait=("ARI-01",),
)
ARI_03 = Aturan(
    id="ARI-03",
    judul="Capaian di atas 100 persen ditulis 100 persen tanpa catatan",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "persen"),
    pesan="{label}: {terlayani} dibagi {sasaran} adalah {hitung} persen, ditulis {persen} persen.",
    saran="Beri catatan mengapa yang terlayani lebih banyak, atau perbaiki sasarannya.",
    terkait=("PEN-01",),
)
RULES = (ARI_01, ARI_02, ARI_03)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record that states people or mutu, with all three numbers.

    Sumber: kaidah hitung.
    """
    for record in served_records(k):
        if {"sasaran", "terlayani", "persen"} <= record.sel.keys():
            yield from _record(record)


def _record(record: Rekaman) -> Iterator[Hasil]:
    target, served = record.bilangan("sasaran"), record.bilangan("terlayani")
    percent = record.bilangan("persen")
    if target is None or served is None or percent is None or without_target(record):
        return
    s, t, p = value(target), value(served), value(percent)
    if s is None or t is None or p is None:
        if any(b.jenis == "angka" for b in (target, served, percent)):
            yield TakDicek(
                "ARI-01", "salah satu dari sasaran, terlayani, atau capaian tidak terisi angka"
            )
        return
    if s == 0:
        return
    if s < 0 or t < 0 or target.menyimpang or served.menyimpang:
        yield TakDicek("ARI-01", "format angka meragukan")
        return
    yield from _percent(record, target, served, percent)


def _percent(
    record: Rekaman, target: Bilangan, served: Bilangan, percent: Bilangan
) -> Iterator[Hasil]:
    s, t, p = target.nilai, served.nilai, percent.nilai
    assert s is not None
    assert t is not None
    assert p is not None
    ratio = shown(served).over(shown(target))
    if ratio is None:
        yield TakDicek("ARI-01", "sasaran dapat berarti nol")
        return
    calculated = ratio.times(HUNDRED)
    exact_percent = t / s * HUNDRED
    p, places = in_percent(percent, t / s)
    whole = target.desimal == 0 and served.desimal == 0 and target.pengali == served.pengali == 1
    for rule in _broken(p, places, t, s, calculated, whole):
        if isinstance(rule, Lulus):
            yield rule
            continue
        yield finding(
            rule,
            at(record, "persen", "terlayani", "sasaran"),
            marks(record, s, t, p),
            {
                "label": record.label,
                "terlayani": write(t),
                "sasaran": write(s),
                "belum": write(s - t),
                "persen": write(p),
                "hitung": write(exact_percent, max(places, 2)),
                "selisih": write(abs(p - exact_percent), max(places, 2)),
            },
            ditemukan=p,
            seharusnya=exact_percent,
            selisih=abs(p - exact_percent),
            satuan="persen",
            kunci=key(record),
            urusan=record.urusan,
        )


def _broken(
    p: Decimal, places: int, t: Decimal, s: Decimal, calculated: Interval, whole: bool
) -> Iterator[Aturan | Lulus]:
    """Rules broken, or passed, by one triple of numbers."""
    fit = agree(calculated, p, places)
    if p == HUNDRED and t > s:
        yield ARI_03
        yield ARI_01
        return
    if p == HUNDRED and t < s and whole:
        yield ARI_02
        yield ARI_01 if fit == "tidak" else Lulus("ARI-01", True)
        return
    if whole and p == HUNDRED:
        yield Lulus("ARI-02")
    if fit == "tidak":
        yield ARI_01
    else:
        yield Lulus("ARI-01", fit == "pembulatan")
