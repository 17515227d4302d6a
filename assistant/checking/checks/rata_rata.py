"""Means of rows: ARI-08."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import P59, agree, finding, shown, write
from assistant.checking.context import Konteks
from assistant.checking.grid import Grid, Kolom
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.roles import normal
from ingest.intervals import total

ARI_08 = Aturan(
    id="ARI-08",
    judul="Rata-rata atau indeks urusan salah",
    keparahan="peringatan",
    butuh=("indeks layanan", "baris rata-rata"),
    toleransi="interval",
    pesan="Kolom {kolom}: rata-rata {n} baris adalah {hitung}, pada baris {label} tertulis "
    "{tertulis} (selisih {selisih}).",
    dasar=(KAIDAH, P59),
    saran="Hitung ulang rata-ratanya.",
)
RULES = (ARI_08,)
INDICES = ("indeks", "indeks_penerima", "indeks_mutu", "persen")


def check(k: Konteks) -> Iterator[Hasil]:
    """Every row that averages others.

    Sumber: kaidah hitung.
    """
    for grid in k.grid:
        yield from _means(grid)


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
