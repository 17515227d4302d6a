"""Rules, findings and the result of checking a laporan."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.models import Tingkat, UrusanId
from ingest.report.model import Letak

Keparahan = Literal["galat", "peringatan", "info"]
Putusan = Literal["tidak_konsisten", "konsisten_pembulatan", "perlu_cek", "tidak_dapat_dicek"]
Kelompok = Literal[
    "KETERBACAAN", "ARITMETIKA", "ANGGARAN", "PENERIMA DAN MUTU", "ANTAR-TABEL", "PERIODE",
    "RUJUKAN HUKUM", "STRUKTUR", "WILAYAH DAN NAMA", "DATA PRIBADI", "KELENGKAPAN",
    "ANTAR-PERIODE",
]  # fmt: skip
JenisDokumen = Literal[
    "laporan_tahunan", "espm_triwulan", "rad", "lppd", "konsultan_bulanan", "sop", "lainnya"
]
RANK: dict[Keparahan, int] = {"galat": 0, "peringatan": 1, "info": 2}
# By the letters before the number of a rule's id, in the order of the catalogue.
KELOMPOK: dict[str, Kelompok] = {
    "OCR": "KETERBACAAN", "ARI": "ARITMETIKA", "ANG": "ANGGARAN", "PEN": "PENERIMA DAN MUTU",
    "TAB": "ANTAR-TABEL", "PER": "PERIODE", "HUK": "RUJUKAN HUKUM", "STR": "STRUKTUR",
    "WIL": "WILAYAH DAN NAMA", "PRI": "DATA PRIBADI", "LKP": "KELENGKAPAN",
    "WKT": "ANTAR-PERIODE",
}  # fmt: skip


class DasarAturan(BaseModel):
    """What a rule rests on. `jenis` "kaidah_hitung": arithmetic or good order, not law."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    regulasi: str | None = None
    letak: str | None = None
    jenis: Literal["hukum", "kaidah_hitung"] = "kaidah_hitung"


KAIDAH = DasarAturan()


class Aturan(BaseModel):
    """One rule of the catalogue. `pesan` is its message with named fields.

    `utama`: one of the rules of the first release. `berkas`: 2 for rules that compare files.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[A-Z]{3}-\d\d$")
    versi: int = 1
    judul: str
    keparahan: Keparahan
    utama: bool = True
    butuh: tuple[str, ...]
    bila_kosong: str = "lewati dengan alasan"
    toleransi: str = "tepat"
    pesan: str
    dasar: tuple[DasarAturan, ...] = (KAIDAH,)
    saran: str
    terkait: tuple[str, ...] = ()
    berkas: int = 1

    @property
    def kelompok(self) -> Kelompok:
        """The family that the rule belongs to, from its id."""
        return KELOMPOK[self.id[:3]]


class Tempat(BaseModel):
    """A place and the text found there. `berkas` is set where several files are compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    letak: Letak
    kutipan: str = ""
    berkas: str | None = None
    nama: str = ""


@dataclass(frozen=True)
class Temuan:
    """One finding. `sidik` are the normalised labels and values that the fingerprint is made of.

    `akar`: the finding explains those of other rules at the same `kunci`. `sebab`: why it is less
    than sure. `akibat`: the category that would change. `ditekan`: findings folded into this one.
    `keyakinan_baca`: how sure OCR was of its least sure number, in percent.
    """

    aturan: str
    pesan: str
    tempat: tuple[Tempat, ...]
    sidik: tuple[str, ...]
    keparahan: Keparahan | None = None
    putusan: Putusan = "tidak_konsisten"
    ditemukan: Decimal | str | None = None
    seharusnya: Decimal | str | None = None
    selisih: Decimal | None = None
    satuan: str | None = None
    saran: str | None = None
    kunci: str = ""
    akibat: str | None = None
    sidik_jari: str = ""
    diakui: str | None = None
    ditekan: tuple[str, ...] = ()
    urusan: UrusanId | None = None
    keyakinan_baca: int | None = None


@dataclass(frozen=True, slots=True)
class Lulus:
    """One comparison that holds; `pembulatan`: only because of rounding."""

    aturan: str
    pembulatan: bool = False


@dataclass(frozen=True, slots=True)
class TakDicek:
    """One comparison that could not be made, with the reason."""

    aturan: str
    alasan: str


Hasil = Temuan | Lulus | TakDicek


@dataclass(frozen=True)
class HitunganAturan:
    """What became of one rule. `alasan`: why some comparisons could not be made."""

    aturan: str
    dicek: int = 0
    lolos: int = 0
    lolos_pembulatan: int = 0
    gagal: int = 0
    tak_dapat_dicek: int = 0
    alasan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Periode:
    """What a laporan covers. `sampai`: last year of a plan, `bulan_mulai`: of a contract."""

    tahun: int | None = None
    triwulan: int | None = None
    bulan: int | None = None
    sampai: int | None = None


@dataclass(frozen=True)
class Identitas:
    """What a laporan is. `bukti`: why, in the user's language."""

    jenis: JenisDokumen
    tingkat: Tingkat | None
    daerah: str | None
    nama_daerah: str | None
    periode: Periode
    tanggal: "tuple[int, int, int] | None" = None
    bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class TabelDikenali:
    """A table as it was understood: its place and title, heading and role of every column.

    `layak`: it could be read well enough to be checked.
    """

    letak: Letak
    judul: str
    layak: bool
    kolom: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class HasilPeriksa:
    """Everything that checking a laporan gave. `temuan` worst first."""

    nama: str
    identitas: Identitas
    halaman: int
    sha256: str
    ocr: bool
    temuan: tuple[Temuan, ...]
    aturan: tuple[HitunganAturan, ...]
    catatan: tuple[str, ...] = ()
    skor: str | None = None
    skor_json: dict[str, str] | None = None
    diredam: tuple[Temuan, ...] = field(default=())
    tabel: tuple[TabelDikenali, ...] = ()

    def banyak(self, keparahan: Keparahan) -> int:
        """Number of findings of a severity."""
        return sum(t.keparahan == keparahan for t in self.temuan)
