"""Made-up laporan: their parts, and cells with the decimals that they show."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from corpus.models import Tingkat

Kind = Literal["bulat", "persen", "rupiah", "teks"]


@dataclass
class Angka:
    """A cell: its value and how it is shown."""

    nilai: Decimal | str
    jenis: Kind = "teks"
    desimal: int = 0

    def teks(self) -> str:
        """As printed in a document."""
        if isinstance(self.nilai, str):
            return self.nilai
        value = self.nilai.quantize(Decimal(1).scaleb(-self.desimal), ROUND_HALF_UP)
        shown = f"{value:,f}".translate(str.maketrans(",.", ".,"))
        return shown + ("%" if self.jenis == "persen" else "")


@dataclass
class TabelBuatan:
    """A table: kind of rows, caption, header rows (blanks belong to the cell at their left)."""

    nama: str
    judul: str
    kepala: list[list[str]]
    baris: list[list[Angka]]
    urusan: str = ""

    @property
    def lebar(self) -> int:
        """Number of columns."""
        return len(self.kepala[-1])


@dataclass
class Teks:
    """A heading (level 1-3) or a paragraph (level 0) or a list item (level -1)."""

    isi: str
    tingkat: int = 0
    nama: str = ""


@dataclass
class LaporanBuatan:
    """A made-up laporan, in order."""

    daerah: str
    tingkat: Tingkat
    tahun: int
    triwulan: int | None
    isi: list[Teks | TabelBuatan] = field(default_factory=list)

    def tabel(self, nama: str) -> list[TabelBuatan]:
        """Tables of one kind."""
        return [x for x in self.isi if isinstance(x, TabelBuatan) and x.nama == nama]

    def teks(self, nama: str) -> list[Teks]:
        """Texts of one kind."""
        return [x for x in self.isi if isinstance(x, Teks) and x.nama == nama]


def period_text(report: LaporanBuatan) -> str:
    """The period as a title tells it."""
    quarter = ("", "I", "II", "III", "IV")[report.triwulan or 0]
    return f"Triwulan {quarter} Tahun {report.tahun}" if quarter else f"Tahun {report.tahun}"


def text(written: str) -> Angka:
    """A cell of text."""
    return Angka(written)


def number(value: int | Decimal, kind: Kind = "bulat", places: int = 0) -> Angka:
    """A cell of a number."""
    return Angka(Decimal(value), kind, places)


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
