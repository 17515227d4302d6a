"""The shape of the template, in one place: names of sheets, tables and columns.

The writer puts them there and the reader looks for them, so that neither can drift.
"""

from typing import NamedTuple

from corpus.models import Tingkat, UrusanId

SCHEMA = 1
LEMBAR_PETUNJUK = "Petunjuk"
LEMBAR_IDENTITAS = "Identitas"
LEMBAR: dict[UrusanId, str] = {
    "pendidikan": "Pendidikan",
    "kesehatan": "Kesehatan",
    "pekerjaan_umum": "Pekerjaan Umum",
    "perumahan_rakyat": "Perumahan Rakyat",
    "trantibumlinmas": "Trantibumlinmas",
    "sosial": "Sosial",
}
"""A sheet per urusan; a sheet name has at most 31 characters."""


class Tabel(NamedTuple):
    """One table of an urusan's sheet. `kiri` and `kanan` head the two columns to fill in."""

    bagian: str
    judul: str
    uraian: str
    komponen: str
    kiri: str
    kanan: str
    selisih: str


TABEL: tuple[Tabel, ...] = (
    Tabel(
        "penerima",
        "A. Pencapaian penerima layanan dasar",
        "Jenis Pelayanan Dasar",
        "Penerima Layanan",
        "Jumlah Total Yang Harus Dilayani",
        "Jumlah Yang Terlayani",
        "Yang Belum Terlayani",
    ),
    Tabel(
        "mutu",
        "B. Pencapaian mutu minimal layanan dasar",
        "Butir Mutu",
        "Komponen",
        "Jumlah Mutu Yang Harus Dipenuhi",
        "Jumlah Mutu Yang Terpenuhi",
        "Mutu Yang Belum Terpenuhi",
    ),
    Tabel(
        "anggaran",
        "C. Alokasi anggaran dan realisasi",
        "Jenis Pelayanan Dasar",
        "Perangkat Daerah",
        "Pagu Anggaran (Rp)",
        "Realisasi Anggaran (Rp)",
        "Selisih (Rp)",
    ),
)
KODE = "Kode"
SATUAN = "Satuan"
PERSEN = "%"
BARIS_TAMBAHAN = 5
"""Empty rows under table B of each sheet, for mutu items of the region's own."""

KOMPONEN = {"barang_jasa": "Barang/Jasa", "sdm": "SDM", "tata_cara": "Tata Cara"}
TINGKAT: dict[Tingkat, str] = {"kabkota": "Kabupaten/Kota", "provinsi": "Provinsi"}
PERIODE: dict[int | None, str] = {
    None: "Tahunan",
    1: "Triwulan I",
    2: "Triwulan II",
    3: "Triwulan III",
    4: "Triwulan IV",
}
TAHUN = (2005, 2100)
IDENTITAS: dict[str, str] = {
    "daerah": "Kode daerah",
    "nama_daerah": "Nama daerah",
    "tingkat": "Tingkat",
    "tahun": "Tahun anggaran",
    "periode": "Periode laporan",
    "perangkat_daerah": "Perangkat daerah penyusun",
    "tanggal": "Tanggal penyusunan",
}
WAJIB = ("tingkat", "tahun", "periode")
"""Identity that scoring cannot do without; the others may stay empty."""

CSV_KOLOM = (
    "Bagian",
    KODE,
    "Uraian",
    "Komponen",
    SATUAN,
    *(label for tabel in TABEL for label in (tabel.kiri, tabel.kanan)),
)
JSON_KUNCI = ("schema", "petunjuk", "daerah", "nama_daerah", "level", "period", "layanan")
JSON_LAYANAN = (
    "id",
    "nama",
    "satuan",
    "sasaran",
    "terlayani",
    "pagu_rupiah",
    "realisasi_rupiah",
    "mutu",
)
JSON_MUTU = ("komponen", "nama", "satuan", "kebutuhan", "terpenuhi")


def normal(text: object) -> str:
    """A label for comparison: lower case, single blanks, no surrounding blanks."""
    return " ".join(str(text).split()).lower()
