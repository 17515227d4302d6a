"""The legibility gate's findings and doubtful separators: OCR-01, OCR-02.

Sumber: kaidah dokumen.
"""

from collections.abc import Iterator

from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks, place
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import normal

OCR_01 = Aturan(
    id="OCR-01",
    judul="Tabel tidak layak diperiksa otomatis",
    keparahan="peringatan",
    butuh=("tabel hasil konversi atau pindaian",),
    toleransi="skor keterbacaan 0,7",
    pesan="Tabel dengan {n} baris tidak dapat dibaca dengan andal ({alasan}). Angka di tabel ini "
    "tidak diperiksa.",
    saran="Unggah berkas XLSX atau DOCX aslinya.",
)
OCR_02 = Aturan(
    id="OCR-02",
    judul="Format angka ganda atau ambigu",
    keparahan="peringatan",
    butuh=("kolom angka",),
    toleransi="pola pemisah kolom",
    pesan='"{tertulis}" memakai pemisah yang lain dari kolomnya; dibaca {nilai}.',
    saran="Pastikan bilangannya, lalu samakan pemisah ribuan dan desimalnya.",
)
RULES = (OCR_01, OCR_02)


def check(k: Konteks) -> Iterator[Hasil]:
    """One finding per unreadable table; one per column with astray separators.

    Sumber: kaidah dokumen.
    """
    for grid in k.rusak:
        yield finding(
            OCR_01,
            (place(grid.letak(0), grid.label[0] if grid.label else grid.judul),),
            (normal(grid.judul), *(normal(t) for t in grid.label[:3])),
            {"n": grid.akhir - grid.kepala, "alasan": "; ".join(grid.alasan)},
            putusan="tidak_dapat_dicek",
            kunci=f"tabel/{grid.tabel.nomor}",
        )
    for grid in k.grid:
        if (len(grid.angka) and grid.kelayakan != "layak") or k.naskah.format != "xlsx":
            yield from _separators(grid)
    for table in k.naskah.tabel:
        if table.catatan:
            yield finding(
                OCR_01,
                (place(table.letak(0), table.judul),),
                (normal(table.judul), table.catatan),
                {"n": len(table.baris), "alasan": table.catatan},
                putusan="tidak_dapat_dicek",
            )


def _separators(grid: Grid) -> Iterator[Hasil]:
    if not grid.of("sasaran", "terlayani", "pagu", "jumlah", "tahun"):
        return
    yield Lulus("OCR-01")
    whole = {k.indeks: k for k in grid.kolom if k.peran is not None}
    for row, numbers in enumerate(grid.angka):
        for at, number in enumerate(numbers):
            astray = number.menyimpang or number.ragu
            if at not in whole or not astray or number.nilai is None:
                continue
            if number.ragu and not _pointed(grid, row):
                continue
            yield finding(
                OCR_02,
                (Tempat(letak=grid.letak(row, at), kutipan=number.mentah, nama=whole[at].teks),),
                (normal(grid.label[row]), number.mentah),
                {"tertulis": number.mentah, "nilai": write(number.nilai)},
                putusan="perlu_cek",
                ditemukan=number.mentah,
                seharusnya=number.nilai,
                kunci=f"{grid.tabel.nomor}/{row}/{at}",
            )


def _pointed(grid: Grid, row: int) -> bool:
    """Whether the other numbers of the row use points: then a comma is astray."""
    others = [n.mentah for n in grid.angka[row] if n.jenis == "angka" and "." in n.mentah]
    return len(others) >= 1
