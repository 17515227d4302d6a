"""The gate before any rule: whether a converted or scanned table can be trusted with arithmetic.

Files made by a spreadsheet or word processor pass as they are. A table read from a conversion is
scored; below the bar nothing in it is checked, and its neighbours from the same scan are only
ever suspected, never accused.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby, pairwise

from assistant.checking.grid import MEASURES, Grid, Kelayakan, Kolom
from assistant.checking.roles import normal, role_of
from assistant.checking.services import service_of
from ingest.report.model import Format

BAR = Decimal("0.7")
RUN = 5  # the same label more often than this in a row is a reading error
WIDE = 9
MIN_NUMBERS = 6
KNOWN = (
    "indikator kinerja / jenis layanan spm",
    "penerima layanan dasar",
    "mutu layanan",
    "pencapaian spm",
    "tahun dasar",
    "inisiasi",
    "sumber pendanaan",
    "instansi pelaksana",
    "realisasi",
    "anggaran",
    "satuan",
)
DIGITS = re.compile(r"[\d.,]*\d[\d.,]*\s*%?")
YEAR = re.compile(r"\b(20\d\d)\b")


@cache
def official(heading: str) -> bool:
    """A heading of the official forms, a letter or two off at most."""
    return any(SequenceMatcher(None, heading, k, autojunk=False).ratio() >= 0.88 for k in KNOWN)


def _known(kolom: Kolom) -> bool:
    """A column whose heading is of the official forms, a letter or two off at most."""
    wanted = normal(re.sub(r"\(?20\d\d\)?", "", kolom.teks))
    if not wanted or wanted.isdigit():
        return True
    if official(wanted):
        return True
    if kolom.peran == "uraian":
        return kolom.indeks <= 2
    if service_of(kolom.teks, None) or (
        len(kolom.kepala) > 1 and kolom.peran in MEASURES - {"jumlah"}
    ):
        return role_of(kolom.teks) is not None or service_of(kolom.teks, None) is not None
    return kolom.peran not in (None, "jumlah", "kategori")


def _headings(grid: Grid) -> list[str]:
    rows = grid.tabel.baris[grid.awal : grid.kepala]
    return [c.teks for row in rows for c in row.sel if c.teks and not c.teks.strip("()").isdigit()]


def _longest_run(labels: Sequence[str]) -> int:
    return max((len(list(g)) for k, g in groupby(normal(t) for t in labels) if k), default=0)


def score(grid: Grid) -> tuple[Decimal, tuple[str, ...]]:
    """Legibility from 0 to 1 and the reasons for less than 1."""
    result, reasons = Decimal(1), []
    labels = [t for t in grid.label if t]
    run = _longest_run(labels)
    if run > RUN:
        result -= Decimal("0.5")
        reasons.append(f"label yang sama {run} baris berturut-turut")
    if len(labels) >= 10 and len({normal(t) for t in labels}) < 0.6 * len(labels):
        result -= Decimal("0.2")
        reasons.append("banyak label baris yang berulang")
    columns = [k for k in grid.kolom if k.kepala]
    if len(grid.kolom) >= WIDE and columns:
        unknown = [k for k in columns if not _known(k)]
        share = Decimal(len(unknown)) / len(columns)
        if share > Decimal("0.2"):
            result -= min(Decimal("0.6"), share * Decimal("0.8") + Decimal("0.1"))
            reasons.append(f"{len(unknown)} dari {len(columns)} judul kolom tidak terbaca")
    years = [int(y) for row in _headings(grid) for y in YEAR.findall(row)]
    if len(grid.kolom) >= WIDE and any(b < a for a, b in pairwise(years)):
        result -= Decimal("0.2")
        reasons.append("urutan tahun pada kepala tabel acak")
    written = [b for row in grid.angka for b in row[1:] if DIGITS.fullmatch(b.mentah.strip())]
    broken = [b for b in written if b.jenis == "teks" and not b.ragu]
    if broken and len(broken) * 20 >= len(written):
        result -= Decimal("0.35")
        reasons.append(f"{len(broken)} dari {len(written)} angka tidak utuh")
    gaps = [b - a for a, b in zip(grid.nomor_kolom, grid.nomor_kolom[1:], strict=False)]
    if (
        any(g not in (0, 1) for g in gaps)
        and len(grid.kolom) >= WIDE
        and not grid.nomor_kolom[0] < 5
    ):
        result -= Decimal("0.2")
        reasons.append("nomor kolom tidak berurutan")
    return max(result, Decimal(0)), tuple(reasons)


def judged(grids: Sequence[Grid], source: Format, ocr: Sequence[int] = ()) -> tuple[Grid, ...]:
    """The grids with their verdict, in the same order. `ocr`: pages that were read by OCR."""
    if source in ("xlsx", "docx"):
        return tuple(grids)
    if source == "pdf":
        return tuple(_doubted(g) if _page(g) in ocr else g for g in grids)
    scored = [_scored(grid) for grid in grids]
    damaged = {g.tabel.jalur[:2] for g in scored if g.kelayakan == "tak_layak" and g.tabel.jalur}
    return tuple(
        replace(g, kelayakan="curiga")
        if g.kelayakan == "layak" and g.tabel.jalur[:2] in damaged
        else g
        for g in scored
    )


def _scored(grid: Grid) -> Grid:
    """A grid with its verdict; one with few numbers has nothing to be judged by."""
    numbers = sum(b.jenis == "angka" for row in grid.angka for b in row[1:])
    repeated = len(grid.kolom) >= WIDE and _longest_run(grid.label) > RUN
    if numbers < MIN_NUMBERS and not repeated:
        return grid
    value, reasons = score(grid)
    status: Kelayakan = (
        "tak_layak" if value < BAR else "curiga" if value < Decimal("0.9") else "layak"
    )
    return replace(grid, kelayakan=status, skor=value, alasan=reasons)


def _doubted(grid: Grid) -> Grid:
    """A grid read by OCR: never more than half trusted."""
    scored = _scored(grid)
    return scored if scored.kelayakan == "tak_layak" else replace(scored, kelayakan="curiga")


def _page(grid: Grid) -> int | None:
    return grid.tabel.baris[grid.awal].halaman
