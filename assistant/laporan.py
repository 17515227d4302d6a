"""A filled laporan: whose it is, its period, and the isian of every jenis_layanan.

Every value keeps its place, so that whoever reads it can point to the cell. Plain tuples rather
than pydantic: 552 regions with 43 services each are read and scored in about a second.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from corpus.models import Tingkat


class Letak(NamedTuple):
    """A place in a file: `lembar` and `sel` (A1) of a workbook, `baris` (1-based) and `kolom`
    (heading) of a table or CSV, `jalur` of a JSON key, `halaman` (1-based) of a document."""

    lembar: str | None = None
    sel: str | None = None
    baris: int | None = None
    kolom: str | None = None
    jalur: str | None = None
    halaman: int | None = None
    tabel: int | None = None


NOWHERE = Letak()


class Nilai(NamedTuple):
    """A number of the laporan. `angka` None: the cell is empty, which is not zero.

    `tertulis` is the text as the user wrote it, where it is not the number itself.
    """

    angka: Decimal | None
    letak: Letak = NOWHERE
    tertulis: str | None = None


KOSONG = Nilai(None)


class ButirMutu(NamedTuple):
    """One mutu item. `kebutuhan` must be met, `terpenuhi` is met, both in `satuan`.

    `persen_tertulis` is the percentage that the laporan itself states, if any.
    """

    komponen: str
    nama: str
    satuan: str | None
    kebutuhan: Nilai
    terpenuhi: Nilai
    persen_tertulis: Nilai | None = None


class IsianLayanan(NamedTuple):
    """What a laporan says about one jenis_layanan.

    `sasaran` and `terlayani` in orang, `pagu` and `realisasi` in rupiah. The `*_tertulis` are
    figures stated by the laporan itself (percent 0-100): checked, never used for scoring.
    """

    id: str
    sasaran: Nilai = KOSONG
    terlayani: Nilai = KOSONG
    mutu: tuple[ButirMutu, ...] = ()
    pagu: Nilai = KOSONG
    realisasi: Nilai = KOSONG
    penerima_tertulis: Nilai | None = None
    mutu_tertulis: Nilai | None = None
    indeks_tertulis: Nilai | None = None


@dataclass(frozen=True, slots=True)
class Laporan:
    """A filled laporan. `layanan` in catalogue order, at most one per id.

    `daerah` is a region code ("32.16") or None; `triwulan` None means the whole year.
    """

    berkas: str
    daerah: str | None
    nama_daerah: str | None
    tingkat: Tingkat
    tahun: int
    triwulan: int | None
    layanan: tuple[IsianLayanan, ...]
    sha256: str = ""
    letak_identitas: tuple[tuple[str, Letak], ...] = ()

    def periode_berakhir(self) -> date:
        """The last day of the period: the law of that day is applied when no day is named."""
        month = 3 * (self.triwulan or 4)
        return date(self.tahun, month, 31 if month in (3, 12) else 30)

    def isian(self, id: str) -> IsianLayanan | None:
        """The isian of a service, None where the laporan has no row for it."""
        return next((item for item in self.layanan if item.id == id), None)


class Masalah(NamedTuple):
    """Something in the file that cannot be used: one Indonesian sentence and its place."""

    kalimat: str
    letak: Letak = NOWHERE
