"""Years of a plan's title against those of its matrix: PER-10."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek
from ingest.report.model import Letak

PER_10 = Aturan(
    id="PER-10",
    judul="Periode rencana tidak sama dengan kolom tahun",
    keparahan="galat",
    butuh=("judul, kolom tahun",),
    pesan="Judul menyebut {judul}, sedangkan kolom tahunnya {kolom}.",
    saran="Samakan judul dengan kolom tahun matriksnya.",
)
RULES = (PER_10,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Columns of years of a plan; only where every matrix of it is legible.

    Sumber: kaidah dokumen.
    """
    period = k.identitas.periode
    if k.identitas.jenis != "rad" or not period.tahun or not period.sampai:
        return
    if k.rusak or any(g.kelayakan == "curiga" for g in k.grid):
        yield TakDicek("PER-10", "sebagian matriks tidak terbaca")
        return
    years: dict[int, Letak] = {}
    for grid in k.grid:
        for kolom in grid.kolom:
            for text in kolom.kepala:
                for found in re.findall(r"\b(20\d\d)\b", text):
                    if not re.search(r"dasar", text, re.IGNORECASE):
                        years.setdefault(int(found), grid.tabel.letak(grid.awal, kolom.indeks))
    if len(years) < 2:
        yield TakDicek("PER-10", "kolom tahun tidak ditemukan")
        return
    low, high = min(years), max(years)
    if (low, high) == (period.tahun, period.sampai):
        yield Lulus("PER-10")
        return
    yield finding(
        PER_10,
        (place(years[high], str(high)), place(years[low], str(low))),
        (f"{period.tahun}-{period.sampai}", f"{low}-{high}"),
        {"judul": f"{period.tahun}-{period.sampai}", "kolom": f"{low}-{high}"},
        ditemukan=f"{low}-{high}",
        seharusnya=f"{period.tahun}-{period.sampai}",
    )
