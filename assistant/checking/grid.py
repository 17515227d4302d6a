"""A table understood: the path of headings over every column, roles, numbers."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant.checking.roles import Blok, Peran, block_of, normal
from ingest.angka import Konvensi
from ingest.report.model import Letak, Tabel
from ingest.report.numbers import Bilangan, Isi, is_number, of_cell

Kelayakan = Literal["layak", "curiga", "tak_layak"]
MEASURES: frozenset[Peran] = frozenset(
    {"sasaran", "terlayani", "belum", "persen", "pagu", "realisasi_anggaran", "sisa", "serapan",
     "indeks", "indeks_mutu", "indeks_penerima", "jumlah", "laki", "perempuan"}
)  # fmt: skip
TOTAL = re.compile(
    r"^(?:sub\s*)?(?:grand\s+)?(?:jumlah|total|jml)(?:\s+(?:total|keseluruhan|seluruh|urusan|"
    r"kabupaten|kota|provinsi|kecamatan|bidang|anggaran)\b.*)?\s*:?$",
    re.IGNORECASE,
)
MEAN = re.compile(r"^rata[\s-]*rata|^indeks\s+urusan|^rerata", re.IGNORECASE)


@dataclass(frozen=True)
class Kolom:
    """One column. `kepala` from the top heading down; `konvensi` the sign between thousands.

    `jumlah`: the column adds up the months, quarters or sexes before it.
    """

    indeks: int
    kepala: tuple[str, ...]
    peran: Peran | None
    konvensi: Konvensi | None
    jumlah: bool = False

    @property
    def teks(self) -> str:
        """The lowest heading."""
        return self.kepala[-1] if self.kepala else ""


@dataclass(frozen=True)
class Grid:
    """Rows `awal` to `akhir` (0-based, end not included) of a table under one header."""

    tabel: Tabel
    awal: int
    kepala: int
    akhir: int
    kolom: tuple[Kolom, ...]
    nomor_kolom: tuple[int, ...]
    pengali: int
    judul: str
    kelayakan: Kelayakan = "layak"
    skor: Decimal = Decimal(1)
    alasan: tuple[str, ...] = field(default=())

    @cached_property
    def angka(self) -> tuple[tuple[Bilangan, ...], ...]:
        """Numbers of the data rows, one tuple per row, as wide as the header."""
        shape = [(k.konvensi, content(k.peran)) for k in self.kolom]
        rows = []
        for row in self.tabel.baris[self.kepala : self.akhir]:
            cells = row.sel
            rows.append(
                tuple(
                    of_cell(cells[c], *shape[c]) if c < len(cells) else EMPTY
                    for c in range(len(shape))
                )
            )
        return tuple(rows)

    @cached_property
    def label(self) -> tuple[str, ...]:
        """The label of every data row: its uraian cell, else its first text."""
        return tuple(self._label(i) for i in range(self.akhir - self.kepala))

    def _label(self, row: int) -> str:
        cells = self.tabel.baris[self.kepala + row].sel
        named = [k.indeks for k in self.kolom if k.peran == "uraian"]
        for at in named:
            if at < len(cells) and cells[at].teks and not is_number(cells[at].teks):
                return cells[at].teks
        for cell in cells:
            if cell.teks and not is_number(cell.teks) and re.search(r"[A-Za-z]{2}", cell.teks):
                return cell.teks
        return ""

    def of(self, *peran: Peran) -> list[Kolom]:
        """Columns with one of these roles, from the left."""
        return [k for k in self.kolom if k.peran in peran]

    def letak(self, row: int, column: int | None = None) -> Letak:
        """Place of a data row (0-based), or of one of its cells."""
        return self.tabel.letak(self.kepala + row, column)._replace(data=row + 1)

    def letak_sel(self, row: int, column: int) -> Letak:
        """Place of a cell by the table's own row (0-based), header or data."""
        if row >= self.kepala:
            return self.letak(row - self.kepala, column)
        return self.tabel.letak(row, column)

    def is_total(self, row: int) -> bool:
        """Whether a data row adds up others."""
        return row in self._totals

    def is_mean(self, row: int) -> bool:
        """Whether a data row averages others."""
        return row in self._means

    @cached_property
    def _totals(self) -> frozenset[int]:
        return frozenset(n for n, text in enumerate(self.label) if TOTAL.match(text.strip()))

    @cached_property
    def _means(self) -> frozenset[int]:
        return frozenset(n for n, text in enumerate(self.label) if MEAN.match(text.strip()))

    @property
    def blok(self) -> Blok | None:
        """The e-SPM block, from the headings of its measures or its title."""
        for kolom in self.of("sasaran", "terlayani"):
            if "mutu" in normal(" ".join(kolom.kepala)):
                return "mutu"
        return block_of(self.judul)


EMPTY = Bilangan("", "kosong")
WHOLE: frozenset[Peran] = frozenset(
    {"sasaran", "terlayani", "belum", "pagu", "realisasi_anggaran", "sisa", "jumlah", "laki",
     "perempuan", "bulan", "triwulan", "tahun"}
)  # fmt: skip


def content(peran: Peran | None) -> Isi:
    """What a column with this role counts."""
    if peran in ("persen", "serapan"):
        return "persen"
    return "bulat" if peran in WHOLE else None
