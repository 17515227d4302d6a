"""What a score is made of: services, urusan, region. Numbers are exact, never rounded here."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assistant.laporan import IsianLayanan, Laporan
from assistant.scoring.kategori import Jarak
from assistant.scoring.ketentuan import Ketentuan
from corpus.models import JenisLayanan, Kategori, Urusan

Rentang = tuple[Decimal, Decimal]
"""Lowest and highest index that the data still missing could lead to."""


class SkorLayanan(NamedTuple):
    """Score of one jenis_layanan.

    `penerima` and `mutu` in percent, None where not computable. `indeks` None: not applicable
    (`berlaku` False) or not computable; `catatan` says which and why, in Indonesian.
    """

    layanan: JenisLayanan
    isian: IsianLayanan
    penerima: Decimal | None
    mutu: Decimal | None
    indeks: Decimal | None
    berlaku: bool
    rentang: Rentang | None
    catatan: tuple[str, ...]


class SkorUrusan(NamedTuple):
    """Score of one urusan. `layanan` in catalogue order; `berlaku` False: no service applies."""

    urusan: Urusan
    indeks: Decimal | None
    kategori: Kategori | None
    berlaku: bool
    rentang: Rentang | None
    layanan: tuple[SkorLayanan, ...]

    def rata_penerima(self) -> Decimal | None:
        """Mean penerima percent of the services that have one; for charts only."""
        return _rata([s.penerima for s in self.layanan if s.berlaku])

    def rata_mutu(self) -> Decimal | None:
        """Mean mutu percent of the services that have one; for charts only."""
        return _rata([s.mutu for s in self.layanan if s.berlaku])


@dataclass(frozen=True, slots=True)
class HasilSkor:
    """The score of a laporan: six urusan in the order of the law, and the region's index.

    `indeks`, `kategori` and `jarak` are None while something needed is missing; `rentang` then
    says between which values the index lies, where that is known.
    """

    laporan: Laporan
    ketentuan: Ketentuan
    urusan: tuple[SkorUrusan, ...]
    indeks: Decimal | None
    kategori: Kategori | None
    jarak: Jarak | None
    rentang: Rentang | None

    def layanan(self) -> tuple[SkorLayanan, ...]:
        """All services, in catalogue order."""
        return tuple(item for urusan in self.urusan for item in urusan.layanan)

    def catatan(self) -> list[str]:
        """Every note of every service, each with the service's id in front."""
        return [f"{s.layanan.id}: {text}" for s in self.layanan() for text in s.catatan]


def _rata(nilai: list[Decimal | None]) -> Decimal | None:
    from assistant.scoring.hitung import rata_rata

    known = [n for n in nilai if n is not None]
    return rata_rata(known) if known else None
