"""Totals at the end of a row: men and women, months, quarters: ARI-06."""

import itertools
from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import finding, shown, write
from assistant.checking.context import Konteks
from assistant.checking.grid import Grid, Kolom
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.roles import normal
from ingest.intervals import total

ARI_06 = Aturan(
    id="ARI-06",
    judul="Jumlah baris tidak cocok",
    keparahan="galat",
    butuh=("kolom yang dijumlahkan", "kolom jumlah"),
    toleransi="interval",
    pesan="{label}: {rincian} adalah {hitung}, tertulis {tertulis} (selisih {selisih}).",
    saran="Periksa kembali rincian dan jumlahnya pada baris ini.",
)
RULES = (ARI_06,)
PARTS = {"laki": "sex", "perempuan": "sex", "bulan": "months", "triwulan": "quarters"}


def check(k: Konteks) -> Iterator[Hasil]:
    """Every run of parts with a total column right after it.

    Sumber: kaidah hitung.
    """
    for grid in k.grid:
        for parts, sum_ in sums(grid):
            for row in range(grid.akhir - grid.kepala):
                yield from _row(grid, row, parts, sum_)


def sums(grid: Grid) -> Iterator[tuple[list[Kolom], Kolom]]:
    """Columns that are added up and the column that adds them."""
    run: list[Kolom] = []
    for kolom in grid.kolom:
        kind = PARTS.get(kolom.peran or "")
        if kind:
            if run and PARTS[run[-1].peran or ""] != kind:
                run = []
            run.append(kolom)
            continue
        if len(run) >= 2 and kolom.jumlah:
            yield run, kolom
        run = []


def _row(grid: Grid, row: int, parts: list[Kolom], sum_: Kolom) -> Iterator[Hasil]:
    written = grid.angka[row][sum_.indeks]
    numbers = [grid.angka[row][p.indeks] for p in parts]
    if written.nilai is None or not any(n.jenis == "angka" for n in numbers):
        return
    if any(n.jenis in ("teks", "galat") or n.ragu or n.menyimpang for n in numbers):
        yield TakDicek("ARI-06", "ada sel yang tidak terbaca sebagai angka")
        return
    filled = [n for n in numbers if n.jenis == "angka"]
    values = [n.nilai or Decimal(0) for n in filled]
    calculated = sum(values, Decimal(0))
    if total(shown(n) for n in filled).meets(shown(written)):
        yield Lulus("ARI-06", calculated != written.nilai)
        return
    periods = parts[0].peran in ("bulan", "triwulan")
    rising = all(b >= a for a, b in itertools.pairwise(values))
    if periods and rising and values[-1] == written.nilai:
        yield Lulus("ARI-06")  # cumulative figures: the last one is the total
        return
    if any(n.jenis == "kosong" for n in numbers) and written.nilai > calculated:
        yield TakDicek("ARI-06", "ada sel kosong di antara yang dijumlahkan")
        return
    label = grid.label[row] or f"baris {row + 1}"
    detail = (
        f"jumlah {len(filled)} {'bulan' if parts[0].peran == 'bulan' else 'triwulan'}"
        if periods
        else " ditambah ".join(write(v) for v in values)
    )
    yield finding(
        ARI_06,
        (
            Tempat(
                letak=grid.letak(row, sum_.indeks), kutipan=written.mentah, nama="jumlah tertulis"
            ),
            *(
                Tempat(letak=grid.letak(row, p.indeks), kutipan=n.mentah, nama="suku")
                for p, n in zip(parts, numbers, strict=True)
            ),
        ),
        (normal(grid.judul), normal(label), str(written.nilai), str(calculated)),
        {
            "label": label,
            "rincian": detail,
            "hitung": write(calculated),
            "tertulis": write(written.nilai),
            "selisih": write(abs(calculated - written.nilai)),
        },
        ditemukan=written.nilai,
        seharusnya=calculated,
        selisih=abs(calculated - written.nilai),
        kunci=f"{grid.tabel.nomor}/baris/{row}",
    )
