"""The shapes of everything the corpus knows. All frozen; unknown keys are refused.

`sumber` (ids from `data/sources.toml`) and `keyakinan` are required wherever a fact about the
law is stated, so that the loader, and not a reviewer, refuses a fact without them.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Keyakinan = Literal["tinggi", "sedang", "rendah", "ingatan"]
Tingkat = Literal["kabkota", "provinsi"]
Tier = Literal["resmi", "ringkasan", "kurasi"]
Bagian = Literal["batang_tubuh", "penjelasan", "lampiran", "ringkasan"]
StatusHukum = Literal["berlaku", "dicabut", "diubah", "tidak_diketahui"]
UrusanId = Literal[
    "pendidikan",
    "kesehatan",
    "pekerjaan_umum",
    "perumahan_rakyat",
    "trantibumlinmas",
    "sosial",
]
Teks = Annotated[str, Field(min_length=1)]


class Model(BaseModel):
    """Frozen and strict about keys: a misspelt key is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fakta(Model):
    """A fact about the law: where it was read and how sure we are."""

    sumber: Annotated[tuple[Teks, ...], Field(min_length=1)]
    keyakinan: Keyakinan


class Sumber(Model):
    """Something a fact was read in. `id` starts with `sumber-`."""

    id: Annotated[str, Field(pattern=r"^sumber-[a-z0-9-]+$")]
    jenis: Literal["naskah", "dokumen", "situs", "berita", "kode", "ingatan"]
    judul: Teks
    alamat: str | None = None


class Dasar(Model):
    """A place in a regulation: `letak` as the law writes it, None while unconfirmed."""

    regulasi: Teks
    letak: str | None = None


class Perubahan(Model):
    """One amendment or repeal: by which regulation, from which day, at which place."""

    oleh: Teks
    sejak: date | None = None
    letak: str | None = None
    keyakinan: Keyakinan


class Regulasi(Fakta):
    """One regulation of the registry.

    `nomor` is written as the law writes it ("29/PRT/M/2018"). `status` is the last known one;
    `dicabut_oleh` and `diubah_oleh` date the changes. `jumlah_pasal` is None where nobody
    counted the official text. `nama_lain` are names people use ("PP SPM").
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z0-9.]+)+$")]
    jenis: Teks
    nomor: str | None = None
    tahun: int
    tentang: Teks
    penetap: str | None = None
    ditetapkan: date | None = None
    diundangkan: date | None = None
    mulai_berlaku: date | None = None
    ln: str | None = None
    tln: str | None = None
    bn: str | None = None
    status: StatusHukum
    dicabut_oleh: Perubahan | None = None
    diubah_oleh: tuple[Perubahan, ...] = ()
    mencabut: tuple[str, ...] = ()
    melaksanakan: tuple[Dasar, ...] = ()
    jumlah_pasal: int | None = None
    nama_lain: tuple[str, ...] = ()
    topik: tuple[str, ...] = ()
    catatan: str | None = None


class Mutu(Fakta):
    """One quality item of a service: barang/jasa, sumber daya manusia, or tata cara."""

    komponen: Literal["barang_jasa", "sdm", "tata_cara"]
    nama: Teks
    ukuran: str | None = None
    satuan: str | None = None


class DasarLayanan(Model):
    """Where the law names the service, its penerima and its mutu, as law addresses."""

    jenis: Teks
    penerima: Teks
    mutu: Teks


class JenisLayanan(Fakta):
    """One of the 43 jenis pelayanan dasar."""

    id: Annotated[str, Field(pattern=r"^[a-z]+\.(kab|prov)\.\d\d$")]
    urusan: UrusanId
    tingkat: Tingkat
    nama: Teks
    penerima: Teks
    satuan: Teks
    dasar: DasarLayanan
    standar_teknis: Teks
    perangkat_daerah: tuple[Teks, ...]
    mutu: tuple[Mutu, ...]
    kata: tuple[Teks, ...] = ()
    catatan: str | None = None


class Urusan(Fakta):
    """One of the six urusan; `pasal` is its pasal in PP 2/2018."""

    id: UrusanId
    nama: Teks
    kode: Teks
    pasal: Teks
    kata: tuple[Teks, ...] = ()


class NilaiParameter(Fakta):
    """A value and the first day it counts. `terverifikasi`: read in the official text itself."""

    berlaku_sejak: date
    nilai: Decimal | str
    terverifikasi: bool


class Parameter(Model):
    """One legal number or choice, dated, with its unit and legal basis."""

    nama: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    uraian: Teks
    satuan: Teks
    dasar: Dasar
    nilai: Annotated[tuple[NilaiParameter, ...], Field(min_length=1)]


class Kategori(Fakta):
    """A category of IP SPM: from `batas_bawah` (persen, inclusive) up to the next one."""

    nama: Teks
    batas_bawah: Decimal
    berlaku_sejak: date
    dasar: Dasar
    terverifikasi: bool


class Tenggat(Fakta):
    """A reporting deadline. `triwulan` None: the yearly report. `tanggal` None: only the rule."""

    jenis: Literal["triwulan", "tahunan"]
    tahun: int | None = None
    triwulan: Annotated[int, Field(ge=1, le=4)] | None = None
    tanggal: date | None = None
    aturan: Teks
    dasar: Dasar
    terverifikasi: bool


class UnitRingkasan(Model):
    """One unit of a digest, in our own words.

    `pasal` is None while the number is not confirmed; then `kunci` (a slug) makes the id.
    `tanya`: at least three questions an officer would really ask, in everyday words.
    `sumber` and `keyakinan` fall back to those of the file, which must have them.
    """

    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    lampiran: str | None = None
    kunci: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")] | None = None
    topik: Teks
    isi: Teks
    tanya: Annotated[tuple[Teks, ...], Field(min_length=3)]
    sumber: tuple[Teks, ...] | None = None
    keyakinan: Keyakinan | None = None


class Ringkasan(Fakta):
    """The digest of one regulation."""

    regulasi: Teks
    unit: Annotated[tuple[UnitRingkasan, ...], Field(min_length=1)]


class Chunk(Model):
    """One searchable piece of law. `id` is a law address and never a running number.

    `jalur` is the heading path from the regulation down; `halaman` 1-based, None for text.
    """

    id: Teks
    regulasi: Teks
    tier: Tier
    bagian: Bagian
    bab: str | None = None
    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    jalur: tuple[str, ...]
    teks: Teks
    tanya: tuple[str, ...] = ()
    berkas: str | None = None
    halaman: int | None = None
    terverifikasi: bool = True
    sumber: tuple[str, ...] = ()


class Tanya(Model):
    """An everyday question and the place that answers it, `alamat` without the regulation."""

    alamat: Annotated[str, Field(pattern=r"^[a-z0-9-]+(?:/[a-z0-9-]+)*$")]
    tanya: Teks


class Singkatan(Fakta):
    """An abbreviation: `bentuk` as written ("Bumil"), `arti` in full, `bidang` it belongs to."""

    bentuk: Teks
    arti: Teks
    bidang: Teks


class KataSeharihari(Fakta):
    """An everyday word: `padanan` are official words, `layanan` ids of services it points to."""

    bentuk: Teks
    padanan: Teks
    layanan: tuple[str, ...] = ()


class ArtiAmbigu(Model):
    """One meaning of an ambiguous form, the context words that point to it, and the place in the
    law that defines it, where one does."""

    arti: Teks
    kata: tuple[Teks, ...] = ()
    bawaan: bool = False
    dasar: str | None = None


class RanahLain(Fakta):
    """A topic of another field of law: words for it, and the regulation where it usually stands."""

    bentuk: Teks
    aturan: Teks


class Ambigu(Fakta):
    """A form with several meanings; exactly one is `bawaan` (taken when no context word shows)."""

    bentuk: Teks
    arti: Annotated[tuple[ArtiAmbigu, ...], Field(min_length=2)]


class Daerah(Fakta):
    """A province or kabupaten/kota. `kode` "32.16"; `provinsi` is its province's code."""

    kode: Annotated[str, Field(pattern=r"^\d\d(\.\d\d)?$")]
    nama: Teks
    jenis: Literal["provinsi", "kabupaten", "kota"]
    provinsi: Annotated[str, Field(pattern=r"^\d\d$")]
