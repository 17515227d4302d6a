"""Indices from penerima and mutu by their weights: ARI-09.

Sumber: parameter bobot (corpus/data/parameters), belum terverifikasi: peringatan.
"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import P59, agree, at, finding, key, marks, shown, value, write
from assistant.checking.context import Konteks
from assistant.checking.index_words import category
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman
from corpus.parameters import value as parameter

ARI_09 = Aturan(
    id="ARI-09",
    judul="Indeks tidak sama dengan bobot penerima dan mutu",
    keparahan="peringatan",
    butuh=("indeks penerima", "indeks mutu", "indeks"),
    toleransi="interval",
    pesan="{label}: {bobot_p} kali {p} ditambah {bobot_m} kali {m} adalah {hitung}, tertulis "
    "{tertulis} (selisih {selisih}). Bobot ini belum dicocokkan dengan naskah Lampiran C.",
    dasar=(P59,),
    saran="Hitung ulang indeksnya, atau sebutkan bobot yang dipakai.",
)
RULES = (ARI_09,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record with all three indices.

    Sumber: corpus/data/parameters/ip_spm.toml.
    """
    for record in k.rekaman:
        yield from _weighted(k, record)


def _weighted(k: Konteks, record: Rekaman) -> Iterator[Hasil]:
    p, m = record.bilangan("indeks_penerima"), record.bilangan("indeks_mutu")
    whole = record.bilangan("indeks")
    vp, vm, vi = value(p), value(m), value(whole)
    if vp is None or vm is None or vi is None or not (p and m and whole):
        return
    weight_p = Decimal(parameter("bobot_penerima", k.hari).nilai)
    weight_m = Decimal(parameter("bobot_mutu", k.hari).nilai)
    plain = shown(p).times(weight_p) + shown(m).times(weight_m)
    already = shown(p) + shown(m)  # both columns may hold the weighted parts
    fit = agree(plain, vi, whole.desimal)
    if fit != "tidak" or (vp <= 80 and vm <= 20 and agree(already, vi, whole.desimal) != "tidak"):
        yield Lulus("ARI-09", fit == "pembulatan")
        return
    right = vp * weight_p + vm * weight_m
    if right > 100 or not 0 <= vi <= 100:
        return
    yield finding(
        ARI_09,
        at(record, "indeks", "indeks_penerima", "indeks_mutu"),
        marks(record, vp, vm, vi),
        {
            "label": record.label,
            "bobot_p": write(weight_p),
            "p": write(vp),
            "bobot_m": write(weight_m),
            "m": write(vm),
            "hitung": write(right, max(whole.desimal, 2)),
            "tertulis": write(vi),
            "selisih": write(abs(right - vi), max(whole.desimal, 2)),
        },
        ditemukan=vi,
        seharusnya=right,
        selisih=abs(right - vi),
        satuan="persen",
        kunci=key(record) + "/indeks",
        urusan=record.urusan,
        akibat=category(right) if category(right) != category(vi) else None,
    )
