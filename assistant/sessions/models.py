"""Assistance sessions as data: the session, its entries, who acts, what is guessed from a note."""

from datetime import date, datetime, time
from typing import Literal

from assistant.answer import Status
from corpus.models import Model, StatusHukum, Teks, UrusanId

Peran = Literal["admin", "sekber", "peserta", "lain"]
Kegiatan = Literal["asistensi", "bimtek", "monev", "rakor"]
Zona = Literal["WIB", "WITA", "WIT"]
JenisCatatan = Literal["masalah", "solusi", "keputusan", "tindaklanjut"]
JenisEntri = Literal["masalah", "solusi", "keputusan", "tindaklanjut", "tanya", "lampiran"]
Tahapan = Literal[
    "pengumpulan_data",
    "penghitungan_kebutuhan",
    "penyusunan_rencana",
    "pelaksanaan",
    "pelaporan",
]
KINDS: tuple[Kegiatan, ...] = ("asistensi", "bimtek", "monev", "rakor")
NOTES: tuple[JenisCatatan, ...] = ("masalah", "solusi", "keputusan", "tindaklanjut")
ENTRIES: tuple[JenisEntri, ...] = (*NOTES, "tanya", "lampiran")
STAGES: tuple[Tahapan, ...] = (
    "pengumpulan_data",
    "penghitungan_kebutuhan",
    "penyusunan_rencana",
    "pelaksanaan",
    "pelaporan",
)


class Aktor(Model):
    """Who acts: an id, a role that the front has found out, and the chat it happens in."""

    id: Teks
    peran: Peran
    chat: str | None = None


class Peserta(Model):
    """A participant and the perangkat daerah that they come from."""

    nama: Teks
    perangkat_daerah: str | None = None


class Sesi(Model):
    """One session.

    `daerah` is a code of `corpus.regions`. `hari` are its days in the session's own time zone,
    the first one decides its month; `jam_mulai` and `jam_selesai` are local and None where nobody
    said them. `dibuka` and `ditutup` are when the system was told, in UTC.
    """

    id: Teks
    daerah: Teks
    topik: Teks
    kegiatan: Kegiatan
    hari: tuple[date, ...]
    jam_mulai: time | None = None
    jam_selesai: time | None = None
    zona: Zona
    tempat: str | None = None
    daring: bool = False
    fasilitator: tuple[str, ...] = ()
    peserta: tuple[Peserta, ...] = ()
    chat: str | None = None
    keluaran: str | None = None
    dibuka: datetime
    ditutup: datetime | None = None


class DasarJawaban(Model):
    """What an answer rests on: its mark, a label as people write it, its standing on the day."""

    tanda: int
    label: Teks
    regulasi: Teks
    status: StatusHukum
    terverifikasi: bool


class Jawaban(Model):
    """The answer to a question, kept word for word with its legal basis."""

    status: Status
    teks: str
    dasar: tuple[DasarJawaban, ...] = ()
    catatan: tuple[str, ...] = ()


class TemuanRingkas(Model):
    """One finding of a laporan: the code of the check, its weight and its message."""

    aturan: Teks
    keparahan: Literal["galat", "peringatan", "info"]
    pesan: Teks
    urusan: str | None = None


class LaporanDiperiksa(Model):
    """A laporan that was checked in a session: counts, worst findings, score where known.

    `indeks` is a plain decimal string; `tahun` the year that the laporan is about.
    """

    nama: Teks
    sha256: str
    galat: int
    peringatan: int
    info: int
    tahun: int | None = None
    triwulan: int | None = None
    indeks: str | None = None
    kategori: str | None = None
    temuan: tuple[TemuanRingkas, ...] = ()


class Bidang(Model):
    """What a note is about; None where the text does not say it."""

    urusan: UrusanId | None = None
    tahapan: Tahapan | None = None
    pic: str | None = None
    tenggat: date | None = None


class Entri(Model):
    """One entry. `nomor` counts within its session and is never reused.

    `asal` is the front's own key of the message, so that the same message twice is one entry.
    `pasti`: the fields were confirmed by a person. `beres`: the day an action item was done.
    """

    sesi: Teks
    nomor: int
    jenis: JenisEntri
    teks: str
    urusan: UrusanId | None = None
    tahapan: Tahapan | None = None
    pic: str | None = None
    tenggat: date | None = None
    pasti: bool = False
    penulis: Teks
    asal: str | None = None
    dicatat: datetime
    beres: date | None = None
    beres_catatan: str | None = None
    jawaban: Jawaban | None = None
    laporan: LaporanDiperiksa | None = None

    @property
    def bidang(self) -> Bidang:
        """The entry's fields alone."""
        return Bidang(urusan=self.urusan, tahapan=self.tahapan, pic=self.pic, tenggat=self.tenggat)


class Terbuka(Model):
    """An open action item with the session it was agreed in."""

    sesi: Sesi
    entri: Entri
