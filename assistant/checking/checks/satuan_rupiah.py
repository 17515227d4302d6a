"""Units of rupiah mixed in one table: ANG-08."""

from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal

ANG_08 = Aturan(
    id="ANG-08",
    judul="Satuan rupiah bercampur",
    keparahan="peringatan",
    butuh=("kepala tabel dengan pengali", "sel anggaran"),
    toleransi="pengali",
    pesan='Kepala tabel menyebut pengali 10 pangkat {pangkat}, tetapi "{tertulis}" tampak ditulis '
    "penuh.",
    saran="Samakan satuan rupiah dalam tabel.",
)
RULES = (ANG_08,)
FULL = 10**8  # more than 100 million thousands, or 100 trillion millions, is no budget line


def check(k: Konteks) -> Iterator[Hasil]:
    """Tables that say "dalam ribuan" or "dalam jutaan".

    Sumber: kaidah hitung.
    """
    for grid in k.grid:
        if not grid.pengali:
            continue
        for kolom in grid.of("pagu", "realisasi_anggaran", "sisa"):
            for row, numbers in enumerate(grid.angka):
                number = numbers[kolom.indeks]
                if number.nilai is None:
                    continue
                if abs(number.nilai) < FULL:
                    yield Lulus("ANG-08")
                    continue
                yield finding(
                    ANG_08,
                    (place(grid.letak(row, kolom.indeks), number.mentah),),
                    (normal(grid.label[row]), number.mentah),
                    {"pangkat": grid.pengali, "tertulis": number.mentah},
                    putusan="perlu_cek",
                    ditemukan=number.nilai,
                )
