"""Terlayani, sasaran and capaian of one service: ARI-01, ARI-02, ARI-03, ARI-18, PEN-01, PEN-11.

Sumber: kaidah hitung; PP 2/2018 (pelayanan dasar bagi seluruh Warga Negara yang berhak).
"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import (
    HUNDRED,
    P59,
    PP2,
    agree,
    at,
    finding,
    key,
    marks,
    shown,
    value,
    write,
)
from assistant.checking.context import Konteks
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus, TakDicek
from assistant.checking.records import Rekaman
from ingest.intervals import Interval
from ingest.report.numbers import Bilangan

ARI_01 = Aturan(
    id="ARI-01",
    judul="Persentase capaian tidak sama dengan terlayani dibagi sasaran",
    kelompok="ARITMETIKA",
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
    kelompok="ARITMETIKA",
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
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "persen"),
    toleransi="tepat",
    pesan="{label}: {terlayani} dibagi {sasaran} adalah {hitung} persen, ditulis {persen} persen.",
    saran="Beri catatan mengapa yang terlayani lebih banyak, atau perbaiki sasarannya.",
    terkait=("PEN-01",),
)
ARI_18 = Aturan(
    id="ARI-18",
    judul="Sasaran nol atau kosong tetapi capaian terisi",
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("sasaran", "persen"),
    toleransi="tepat",
    pesan="{label}: sasaran {sasaran}, tetapi capaian tertulis {persen} persen. Persentase tidak "
    "dapat dihitung tanpa sasaran.",
    saran='Tulis "nihil" beserta alasannya, atau isi sasarannya.',
)
PEN_01 = Aturan(
    id="PEN-01",
    judul="Jumlah terlayani melebihi sasaran",
    kelompok="PENERIMA DAN MUTU",
    keparahan="galat",
    butuh=("terlayani", "sasaran"),
    toleransi="tepat",
    pesan="{label}: terlayani {terlayani}, lebih banyak {lebih} dari sasaran {sasaran}.",
    dasar=(KAIDAH, P59),
    saran="Periksa sasaran (estimasi terlalu rendah?) dan apakah penduduk luar daerah ikut "
    "dihitung.",
    terkait=("ARI-03", "ARI-04"),
)
PEN_11 = Aturan(
    id="PEN-11",
    judul="Mutu yang tersedia melebihi kebutuhan",
    kelompok="PENERIMA DAN MUTU",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "blok mutu"),
    toleransi="tepat",
    pesan="{label}: tersedia {terlayani}, dibutuhkan {sasaran}.",
    dasar=(KAIDAH, P59),
    saran="Periksa angka kebutuhan; dalam indeks, kelebihan tidak dihitung di atas 100 persen.",
)
RULES = (ARI_01, ARI_02, ARI_03, ARI_18, PEN_01, PEN_11)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record that states people or mutu. Plans for later years are left out.

    Sumber: kaidah hitung.
    """
    for record in k.rekaman:
        if record.blok == "anggaran" or not {"sasaran", "terlayani", "persen"} & record.sel.keys():
            continue
        if is_plan(k, record):
            continue
        yield from _record(record)


def is_plan(k: Konteks, record: Rekaman) -> bool:
    """A figure of a plan: nothing has been served yet."""
    year = k.identitas.periode.tahun
    planned = record.tahun is not None and year is not None and record.tahun > year
    return planned or (k.identitas.jenis == "rad" and record.grid.kelayakan == "curiga")


def _record(record: Rekaman) -> Iterator[Hasil]:
    target, served = record.bilangan("sasaran"), record.bilangan("terlayani")
    percent = record.bilangan("persen")
    s, t, p = value(target), value(served), value(percent)
    if s is not None and t is not None and s >= 0:
        yield from _more_than_target(record, s, t)
    if percent is None or target is None or served is None:
        return
    if p is not None and (s == 0 or target.jenis in ("kosong", "nihil")) and p != 0:
        yield finding(
            ARI_18,
            at(record, "persen", "sasaran"),
            marks(record, p),
            {
                "label": record.label,
                "sasaran": target.mentah.strip() or "kosong",
                "persen": write(p),
            },
            kunci=key(record),
            urusan=record.urusan,
        )
        return
    if s is None or t is None or p is None:
        if any(b.jenis == "angka" for b in (target, served, percent)):
            yield TakDicek(
                "ARI-01", "salah satu dari sasaran, terlayani, atau capaian tidak terisi angka"
            )
        return
    if s == 0:
        yield Lulus("ARI-18")
        return
    if s < 0 or t < 0 or target.menyimpang or served.menyimpang:
        yield TakDicek("ARI-01", "format angka meragukan")
        return
    yield from _percent(record, target, served, percent)


def _more_than_target(record: Rekaman, s: Decimal, t: Decimal) -> Iterator[Hasil]:
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
    places = percent.desimal
    if not percent.persen and 0 < p <= Decimal("1.5") and abs(t / s - p) < abs(exact_percent - p):
        p, places = p * HUNDRED, max(places - 2, 0)
    fields: dict[str, object] = {
        "label": record.label,
        "terlayani": write(t),
        "sasaran": write(s),
        "belum": write(s - t),
        "persen": write(p),
        "hitung": write(exact_percent, max(places, 2)),
        "selisih": write(abs(p - exact_percent), max(places, 2)),
    }
    whole = target.desimal == 0 and served.desimal == 0 and target.pengali == served.pengali == 1
    for rule in _broken(p, places, t, s, calculated, whole):
        if isinstance(rule, Lulus):
            yield rule
            continue
        yield finding(
            rule,
            at(record, "persen", "terlayani", "sasaran"),
            marks(record, s, t, p),
            fields,
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
