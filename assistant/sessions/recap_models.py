"""The recap as data; one whose sums differ from its list cannot be made."""

from datetime import date

from pydantic import model_validator

from assistant.sessions.models import ENTRIES, Kegiatan, Terbuka
from assistant.sessions.periods import Kurun
from corpus.models import Model, UrusanId


class BarisKegiatan(Model):
    """One activity: a session with what came of it. `banyak` counts its entries by kind."""

    nomor: int
    sesi: str
    hari: tuple[date, ...]
    kegiatan: Kegiatan
    daerah: str
    judul: str
    keluaran: str
    banyak: dict[str, int]


class BarisMasalah(Model):
    """Problems of one urusan by tahapan, one number per stage of STAGES and one for none."""

    urusan: UrusanId | None
    tahapan: tuple[int, ...]

    @property
    def jumlah(self) -> int:
        """Problems of the urusan in all."""
        return sum(self.tahapan)


class Pertanyaan(Model):
    """A question as it was first asked, how often, and the best status it got."""

    teks: str
    kali: int
    status: str


class Rekap(Model):
    """Everything that a recap tells.

    `jenis` and `daerah` count the rows of `kegiatan`, `banyak` their entries; a recap whose sums
    differ from its list cannot be made.
    """

    kurun: Kurun
    saringan: tuple[str, ...]
    kegiatan: tuple[BarisKegiatan, ...]
    jenis: dict[Kegiatan, int]
    daerah: dict[str, int]
    banyak: dict[str, int]
    masalah: tuple[BarisMasalah, ...]
    pertanyaan: tuple[Pertanyaan, ...]
    tanpa_jawaban: tuple[Pertanyaan, ...]
    terbuka: tuple[Terbuka, ...]

    @model_validator(mode="after")
    def _sums_are_those_of_the_list(self) -> "Rekap":
        held = len(self.kegiatan)
        sums: dict[str, bool] = {
            "jenis": sum(self.jenis.values()) == held,
            "daerah": sum(self.daerah.values()) == held,
            "nomor": [k.nomor for k in self.kegiatan] == list(range(1, held + 1)),
            "sesi": len({k.sesi for k in self.kegiatan}) == held,
            "masalah": sum(b.jumlah for b in self.masalah) == self.banyak["masalah"],
            "tanya": sum(p.kali for p in self.pertanyaan) == self.banyak["tanya"],
            **{
                kind: sum(k.banyak[kind] for k in self.kegiatan) == self.banyak[kind]
                for kind in ENTRIES
                if kind not in ("masalah", "tanya")
            },
        }
        wrong = [name for name, right in sums.items() if not right]
        if wrong:
            raise ValueError(f"sums that are not those of the list: {', '.join(wrong)}")
        return self
