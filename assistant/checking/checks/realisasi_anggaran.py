"""Pagu, realisasi, sisa and their percentage: ANG-01, ANG-02, ANG-03."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import (
    HUNDRED,
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
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek
from assistant.checking.records import Rekaman

ANG_01 = Aturan(
    id="ANG-01",
    judul="Realisasi anggaran melebihi pagu",
    keparahan="galat",
    butuh=("pagu", "realisasi_anggaran"),
    toleransi="interval",
    pesan="{label}: realisasi Rp{realisasi} lebih besar Rp{lebih} dari pagu Rp{pagu}.",
    saran="Periksa apakah pagu yang dipakai pagu perubahan, dan apakah realisasinya benar.",
)
ANG_02 = Aturan(
    id="ANG-02",
    judul="Persentase realisasi anggaran salah",
    keparahan="galat",
    butuh=("pagu", "realisasi_anggaran", "serapan"),
    toleransi="interval dari desimal yang dicetak",
    pesan="{label}: realisasi Rp{realisasi} dari pagu Rp{pagu} adalah {hitung} persen, tertulis "
    "{persen} persen (selisih {selisih} poin).",
    saran="Hitung ulang persentase, atau periksa pagu dan realisasinya.",
)
ANG_03 = Aturan(
    id="ANG-03",
    judul="Sisa anggaran salah",
    keparahan="galat",
    butuh=("pagu", "realisasi_anggaran", "sisa"),
    toleransi="interval; Rp1",
    pesan="{label}: pagu Rp{pagu} dikurangi realisasi Rp{realisasi} adalah Rp{hitung}, tertulis "
    "Rp{sisa} (selisih Rp{selisih}).",
    saran="Periksa ketiga angka itu pada dokumen anggaran.",
)
RULES = (ANG_01, ANG_02, ANG_03)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record that states pagu and realisasi.

    Sumber: kaidah hitung.
    """
    for record in k.rekaman:
        if not {"pagu", "realisasi_anggaran"} <= record.sel.keys():
            continue
        budget, spent = value(record.bilangan("pagu")), value(record.bilangan("realisasi_anggaran"))
        if budget is None or spent is None:
            if budget is not None or spent is not None:
                yield TakDicek("ANG-01", "pagu atau realisasi tidak terisi angka")
            continue
        yield from _spent(record, budget, spent)
        yield from _percent(record, budget, spent)
        yield from _rest(record, budget, spent)


def _spent(record: Rekaman, budget: Decimal, spent: Decimal) -> Iterator[Hasil]:
    b, s = record.bilangan("pagu"), record.bilangan("realisasi_anggaran")
    assert b is not None
    assert s is not None
    if shown(s).bawah <= shown(b).atas:
        yield Lulus("ANG-01")
        return
    yield finding(
        ANG_01,
        at(record, "realisasi_anggaran", "pagu"),
        marks(record, budget, spent),
        {
            "label": record.label,
            "realisasi": write(spent),
            "pagu": write(budget),
            "lebih": write(spent - budget),
        },
        ditemukan=spent,
        selisih=spent - budget,
        satuan="rupiah",
        kunci=key(record) + "/dana",
        urusan=record.urusan,
    )


def _percent(record: Rekaman, budget: Decimal, spent: Decimal) -> Iterator[Hasil]:
    percent = record.bilangan("serapan")
    b, s = record.bilangan("pagu"), record.bilangan("realisasi_anggaran")
    p = value(percent)
    if percent is None or p is None or b is None or s is None:
        return
    ratio = shown(s).over(shown(b))
    if ratio is None:
        yield TakDicek("ANG-02", "pagu nol")
        return
    exact_percent = spent / budget * HUNDRED
    p, places = in_percent(percent, spent / budget)
    fit = agree(ratio.times(HUNDRED), p, places)
    if fit != "tidak":
        yield Lulus("ANG-02", fit == "pembulatan")
        return
    yield finding(
        ANG_02,
        at(record, "serapan", "realisasi_anggaran", "pagu"),
        marks(record, budget, spent, p),
        {
            "label": record.label,
            "realisasi": write(spent),
            "pagu": write(budget),
            "persen": write(p),
            "hitung": write(exact_percent, max(places, 2)),
            "selisih": write(abs(p - exact_percent), max(places, 2)),
        },
        ditemukan=p,
        seharusnya=exact_percent,
        selisih=abs(p - exact_percent),
        satuan="persen",
        kunci=key(record) + "/dana",
        urusan=record.urusan,
    )


def _rest(record: Rekaman, budget: Decimal, spent: Decimal) -> Iterator[Hasil]:
    rest = record.bilangan("sisa")
    b, s = record.bilangan("pagu"), record.bilangan("realisasi_anggaran")
    r = value(rest)
    if rest is None or r is None or b is None or s is None:
        return
    gap = abs(budget - spent - r)
    if (shown(b) - shown(s)).meets(shown(rest)) or gap <= 1:
        yield Lulus("ANG-03", gap != 0)
        return
    yield finding(
        ANG_03,
        at(record, "sisa", "pagu", "realisasi_anggaran"),
        marks(record, budget, spent, r),
        {
            "label": record.label,
            "pagu": write(budget),
            "realisasi": write(spent),
            "hitung": write(budget - spent),
            "sisa": write(r),
            "selisih": write(gap),
        },
        ditemukan=r,
        seharusnya=budget - spent,
        selisih=gap,
        satuan="rupiah",
        kunci=key(record) + "/dana",
        urusan=record.urusan,
    )
