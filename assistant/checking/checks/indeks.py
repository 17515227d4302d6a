"""Indices and categories: ARI-08, ARI-09, ARI-11.

Sumber: parameter bobot dan kategori (corpus/data/parameters), belum terverifikasi: peringatan.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import P59, agree, at, finding, key, marks, shown, value, write
from assistant.checking.context import Konteks, place
from assistant.checking.grid import Grid, Kolom
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.records import Rekaman
from assistant.checking.roles import normal
from corpus.parameters import categories
from corpus.parameters import value as parameter
from ingest.intervals import total
from ingest.report.numbers import read

ARI_08 = Aturan(
    id="ARI-08",
    judul="Rata-rata atau indeks urusan salah",
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("indeks layanan", "baris rata-rata"),
    toleransi="interval",
    pesan="Kolom {kolom}: rata-rata {n} baris adalah {hitung}, pada baris {label} tertulis "
    "{tertulis} (selisih {selisih}).",
    dasar=(KAIDAH, P59),
    saran="Hitung ulang rata-ratanya.",
)
ARI_09 = Aturan(
    id="ARI-09",
    judul="Indeks tidak sama dengan bobot penerima dan mutu",
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("indeks penerima", "indeks mutu", "indeks"),
    toleransi="interval",
    pesan="{label}: {bobot_p} kali {p} ditambah {bobot_m} kali {m} adalah {hitung}, tertulis "
    "{tertulis} (selisih {selisih}). Bobot ini belum dicocokkan dengan naskah Lampiran C.",
    dasar=(P59,),
    saran="Hitung ulang indeksnya, atau sebutkan bobot yang dipakai.",
)
ARI_11 = Aturan(
    id="ARI-11",
    judul="Kategori tidak sesuai nilai indeks",
    kelompok="ARITMETIKA",
    keparahan="peringatan",
    butuh=("indeks", "kategori"),
    toleransi="tepat, tanpa pembulatan",
    pesan='{label}: nilai {nilai} termasuk "{benar}", tertulis "{tertulis}".',
    dasar=(P59,),
    saran="Sesuaikan kategorinya dengan nilai indeks.",
)
RULES = (ARI_08, ARI_09, ARI_11)
INDICES = ("indeks", "indeks_penerima", "indeks_mutu", "persen")
NAMES = re.compile(r"tuntas\s+(?:paripurna|utama|madya|pratama|muda)|belum\s+tuntas", re.IGNORECASE)
IN_TEXT = re.compile(
    r"(?:ip\s*spm|indeks(?:\s+pencapaian)?(?:\s+spm)?|capaian\s+ip\s*spm)\b[^.;]{0,60}?"
    r"(?<![\d.,])(\d{1,3}(?:,\d+)?)\s*(?:%|persen)?[^.;\d]{0,70}?(" + NAMES.pattern + ")",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Mean rows, weighted indices, categories in tables and sentences.

    Sumber: corpus/data/parameters/ip_spm.toml.
    """
    for grid in k.grid:
        yield from _means(grid)
    for record in k.rekaman:
        yield from _weighted(k, record)
        yield from _category(record)
    for block in k.narasi:
        for found in IN_TEXT.finditer(block.teks):
            number = read(found.group(1), "id", "persen").nilai
            if number is None or number > 100:
                continue
            right = category(number)
            written = " ".join(found.group(2).split()).title()
            if right == written:
                yield Lulus("ARI-11")
            else:
                yield finding(
                    ARI_11,
                    (place(block.letak, found.group()),),
                    (str(number), written),
                    {
                        "label": "IP SPM",
                        "nilai": write(number),
                        "benar": right,
                        "tertulis": written,
                    },
                    ditemukan=written,
                    seharusnya=right,
                    akibat=right,
                )


def category(index: Decimal) -> str:
    """The category of an unrounded index."""
    return next(c.nama for c in categories() if index >= c.batas_bawah)


def _means(grid: Grid) -> Iterator[Hasil]:
    since: list[int] = []
    for row in range(grid.akhir - grid.kepala):
        if grid.is_mean(row):
            for kolom in grid.kolom:
                if kolom.peran in INDICES and len(since) > 1:
                    yield from _mean(grid, kolom, row, since)
            since = []
        elif not grid.is_total(row) and any(b.jenis == "angka" for b in grid.angka[row][1:]):
            since.append(row)


def _mean(grid: Grid, kolom: Kolom, row: int, parts: list[int]) -> Iterator[Hasil]:
    written = grid.angka[row][kolom.indeks]
    numbers = [grid.angka[r][kolom.indeks] for r in parts]
    if written.nilai is None:
        return
    if any(n.jenis in ("teks", "galat", "kosong") for n in numbers):
        yield TakDicek("ARI-08", "ada indeks yang tidak terisi angka")
        return
    filled = [n for n in numbers if n.nilai is not None]
    if len(filled) < 2:
        return
    mean = sum((n.nilai or Decimal(0) for n in filled), Decimal(0)) / len(filled)
    share = Decimal(1) / len(filled)
    fit = agree(total(shown(n) for n in filled).times(share), written.nilai, written.desimal)
    if fit != "tidak":
        yield Lulus("ARI-08", fit == "pembulatan")
        return
    if kolom.peran == "persen" and _ratio_of_sums(grid, row, written.nilai):
        yield Lulus("ARI-08")  # the weighted way: sum served over sum entitled
        return
    yield finding(
        ARI_08,
        (
            Tempat(letak=grid.letak(row, kolom.indeks), kutipan=written.mentah, nama="tertulis"),
            *(
                Tempat(letak=grid.letak(r, kolom.indeks), kutipan=n.mentah, nama="suku")
                for r, n in zip(parts, numbers, strict=True)
            ),
        ),
        (normal(grid.judul), normal(kolom.teks), str(written.nilai)),
        {
            "kolom": f'"{kolom.teks}"',
            "n": len(filled),
            "hitung": write(mean, max(written.desimal, 2)),
            "label": f'"{grid.label[row]}"',
            "tertulis": write(written.nilai),
            "selisih": write(abs(mean - written.nilai), max(written.desimal, 2)),
        },
        ditemukan=written.nilai,
        seharusnya=mean,
        selisih=abs(mean - written.nilai),
        satuan="persen",
    )


def _ratio_of_sums(grid: Grid, row: int, written: Decimal) -> bool:
    target = [grid.angka[row][c.indeks].nilai for c in grid.of("sasaran")]
    served = [grid.angka[row][c.indeks].nilai for c in grid.of("terlayani")]
    if not target or not served or not target[0] or served[0] is None:
        return False
    return abs(served[0] / target[0] * 100 - written) < Decimal("0.51")


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


def _category(record: Rekaman) -> Iterator[Hasil]:
    number = value(record.bilangan("indeks"))
    written = NAMES.search(record.teks("kategori"))
    if number is None or not written or not 0 <= number <= 100:
        return
    name = " ".join(written.group().split()).title()
    right = category(number)
    if name == right:
        yield Lulus("ARI-11")
        return
    yield finding(
        ARI_11,
        at(record, "kategori", "indeks"),
        marks(record, number, name),
        {"label": record.label, "nilai": write(number), "benar": right, "tertulis": name},
        ditemukan=name,
        seharusnya=right,
        kunci=key(record) + "/indeks",
        urusan=record.urusan,
        akibat=right,
    )
