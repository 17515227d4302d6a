"""Rows of a scanned table that slipped: OCR-04."""

from collections.abc import Iterator

from assistant.checking.checks.subtotal import MEASURED
from assistant.checking.compare import finding
from assistant.checking.context import Konteks
from assistant.checking.families import PARENT, families, shifted
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, Hasil, Tempat
from assistant.checking.roles import normal

OCR_04 = Aturan(
    id="OCR-04",
    judul="Baris tabel tampak bergeser",
    keparahan="peringatan",
    utama=False,
    butuh=("baris induk tanpa angka", "baris sebelumnya dengan angka induk"),
    pesan="Angka baris berikut tampak menempel pada baris sebelumnya: {daftar}.",
    saran="Cocokkan dengan halaman aslinya; jumlah pada baris itu tidak diperiksa.",
)
RULES = (OCR_04,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every half trusted table with a column of money or people.

    Sumber: kaidah dokumen.
    """
    for grid in k.grid:
        if grid.kelayakan == "curiga" and grid.of(*MEASURED):
            yield from _shifts(grid)


def _shifts(grid: Grid) -> Iterator[Hasil]:
    rows = [f.induk for f in families(grid) if shifted(grid, f.induk)]
    first = grid.tabel.teks(grid.kepala, 0)
    if PARENT.match(first) and rows and 0 not in rows:
        columns = [c.indeks for c in grid.of("tahun", "sasaran")][:1]
        rows = [0, *rows] if columns and grid.angka[0][columns[0]].jenis == "kosong" else rows
    if not rows:
        return
    names = [grid.label[r] for r in rows]
    yield finding(
        OCR_04,
        tuple(Tempat(letak=grid.letak(r), kutipan=grid.label[r]) for r in rows),
        tuple(normal(n) for n in names),
        {"daftar": "; ".join(names)},
        putusan="perlu_cek",
        kunci=f"geser/{grid.tabel.nomor}",
    )
