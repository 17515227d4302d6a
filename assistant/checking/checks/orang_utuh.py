"""Numbers of people are whole and not negative: PEN-02."""

import re
from collections.abc import Iterator

from assistant.checking.compare import (
    at,
    finding,
    key,
    marks,
    value,
    write,
)
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import Peran, normal

PEN_02 = Aturan(
    id="PEN-02",
    judul="Jumlah orang bukan bilangan bulat atau negatif",
    keparahan="galat",
    butuh=("kolom jumlah penerima",),
    pesan='{label}: {nama} tertulis "{tertulis}", padahal orang dihitung utuh dan tidak negatif.',
    saran="Periksa pemisah ribuan dan angkanya.",
)
RULES = (PEN_02,)
COUNTED: tuple[Peran, ...] = ("sasaran", "terlayani", "belum")


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record about penerima, then columns of a base year.

    Sumber: kaidah hitung.
    """
    yield from _whole(k)
    yield from _odd(k)


def _whole(k: Konteks) -> Iterator[Hasil]:
    for record in k.rekaman:
        if record.blok in ("anggaran", "mutu") or (record.layanan is None and not record.total):
            continue
        if re.search(r"persen|%|index|indeks|rata", normal(record.teks("satuan"))):
            continue
        for role in COUNTED:
            number = record.bilangan(role)
            v = value(number)
            if number is None or v is None or number.menyimpang or number.ragu or number.persen:
                continue
            if (v == v.to_integral_value() and v >= 0) or (role == "belum" and v < 0):
                yield Lulus("PEN-02")
                continue
            yield finding(
                PEN_02,
                at(record, role),
                marks(record, role, v),
                {
                    "label": record.label,
                    "nama": at(record, role)[0].nama,
                    "tertulis": number.mentah.strip() or write(v),
                },
                ditemukan=v,
                satuan="orang",
                kunci=key(record),
                urusan=record.urusan,
            )


def _odd(k: Konteks) -> Iterator[Hasil]:
    """A decimal in a column of people's numbers of a base year, all others whole."""
    for grid in k.grid:
        for kolom in grid.of("tahun"):
            cells = [(r, row[kolom.indeks]) for r, row in enumerate(grid.angka)]
            filled = [(r, n) for r, n in cells if n.jenis == "angka" and not n.persen]
            odd = [(r, n) for r, n in filled if n.desimal and not n.menyimpang]
            if not odd or len(odd) * 2 > len(filled):
                continue
            for row, number in odd:
                yield finding(
                    PEN_02,
                    (Tempat(letak=grid.letak(row, kolom.indeks), kutipan=number.mentah),),
                    (normal(grid.label[row]), number.mentah),
                    {
                        "label": grid.label[row],
                        "nama": kolom.teks,
                        "tertulis": number.mentah.strip(),
                    },
                    ditemukan=number.nilai,
                    putusan="perlu_cek",
                )
