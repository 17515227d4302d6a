"""What a column holds, from its heading: every variant seen in laporan and in e-SPM."""

import re
from typing import Literal

Peran = Literal[
    "no", "uraian", "satuan", "sasaran", "terlayani", "belum", "persen", "target",
    "pagu", "realisasi_anggaran", "sisa", "serapan", "indeks_penerima", "indeks_mutu", "indeks",
    "kategori", "laki", "perempuan", "jumlah", "bulan", "triwulan", "nama", "alamat", "nik",
    "kondisi", "tahun", "keterangan", "sumber_dana", "instansi", "masalah", "solusi", "bobot",
]  # fmt: skip
Blok = Literal["penerima", "mutu", "anggaran"]

MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember"
).split()
MONTH = re.compile(
    r"^(?:bulan\s+)?(jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|"
    r"agu?s?(?:tus)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)\.?$"
)
QUARTER = re.compile(r"^(?:triwulan|tw|tri wulan)\.?[\s-]*(iv|i{1,3}|[1-4])$")
# Order matters: the first pattern that fits decides.
PATTERNS: tuple[tuple[str, Peran], ...] = (
    (r"^(?:no|nomor|no urut)$", "no"),
    (r"^satuan", "satuan"),
    (r"^(?:nik|nomor induk kependudukan|no\.? ktp|no\.? nik)\b", "nik"),
    (r"^alamat|^domisili", "alamat"),
    (r"^nama(?: lengkap)?(?: (?:penerima|pasien|anak|siswa|warga|orang|kk|klien).*)?$", "nama"),
    (r"diagnos|penyakit|kondisi kesehatan|jenis disabilitas|hasil (?:tes|pemeriksaan)", "kondisi"),
    (r"^sumber (?:dana|pendanaan|anggaran)", "sumber_dana"),
    (r"^(?:instansi|perangkat daerah|opd|pelaksana)", "instansi"),
    (r"^(?:permasalahan|masalah|hambatan|kendala)", "masalah"),
    (r"^(?:solusi|tindak lanjut|rencana tindak|rekomendasi|upaya)", "solusi"),
    (r"^(?:keterangan|ket|catatan)$", "keterangan"),
    (r"^bobot", "bobot"),
    (r"kategori|predikat|status capaian|status ketuntasan", "kategori"),
    (r"indeks.*mutu|mutu.*indeks", "indeks_mutu"),
    (r"indeks.*penerima|penerima.*indeks", "indeks_penerima"),
    (r"\bip ?spm\b|^indeks|indeks pencapaian|indeks spm|^nilai indeks", "indeks"),
    (r"sisa.*anggaran|selisih|sisa|saldo", "sisa"),
    (r"serapan|%.*(?:anggaran|keuangan)|persen\w*.*(?:anggaran|realisasi|keuangan)", "serapan"),
    (r"realisasi.*(?:anggaran|rp|keuangan|belanja)|anggaran.*(?:realisasi|digunakan)",
     "realisasi_anggaran"),
    (r"pagu|alokasi|anggaran|dpa\b|dppa\b", "pagu"),
    (r"(?:belum|tidak|tdk|blm)\b.*(?:dilayani|terlayani|terpenuhi|dipenuhi|tersedia)|"
     r"^(?:gap|kesenjangan|kekurangan|yang belum|belum)$|^jumlah (?:yang )?belum", "belum"),
    (r"^(?:l|laki[ -]?laki|pria)\b", "laki"),
    (r"^(?:p|perempuan|wanita)\b", "perempuan"),
    (r"^target", "target"),
    (r"^%|persen|capaian|\(%\)", "persen"),
    (r"harus\b.*(?:dilayani|dipenuhi|terlayani|terpenuhi)|^sasaran|penyebut|denominator|"
     r"^kebutuhan|yang dibutuhkan|^populasi|^penerima(?:an)? layanan|^mutu layanan", "sasaran"),
    (r"terlayani|dilayani|terpenuhi|tersedia|pembilang|numerator|^realisasi|^ketersediaan",
     "terlayani"),
    (r"^(?:jumlah|total|jml)(?: \((?:jiwa|orang|unit|rp)\))?$|^jumlah (?:total|jiwa|penduduk|"
     r"seluruh)$",
     "jumlah"),
    (r"^tahun (?:dasar )?\(?20\d\d\)?$|^20\d\d$", "tahun"),
    (r"uraian|indikator|jenis (?:pelayanan|layanan)|pelayanan dasar|^nama|^urusan|kecamatan|"
     r"^kabupaten|^kab/kota|^item|^program|^kegiatan|sub kegiatan|^jabatan|^puskesmas|^desa|"
     r"^komponen|^wilayah|^aspek|^jenis", "uraian"),
)  # fmt: skip
COMPILED = tuple((re.compile(p), role) for p, role in PATTERNS)
MONEY = {"pagu", "realisasi_anggaran", "sisa", "serapan"}


def normal(text: str) -> str:
    """A heading in small letters, punctuation at the ends and doubled blanks removed."""
    return re.sub(r"\s+", " ", text.lower().replace("\n", " ")).strip(" .:;*")


def role_of(text: str, after_money: bool = False) -> Peran | None:
    """Role of a heading. `after_money`: the column follows pagu or realisasi of money, where
    "%", "Realisasi" and "Capaian" mean the money's."""
    wanted = normal(text)
    if not wanted:
        return None
    if MONTH.match(wanted):
        return "bulan"
    if QUARTER.match(wanted):
        return "triwulan"
    for pattern, role in COMPILED:
        if pattern.search(wanted):
            if after_money and role == "persen":
                return "serapan"
            if after_money and role == "terlayani" and wanted.startswith("realisasi"):
                return "realisasi_anggaran"
            return role
    return None


def block_of(text: str) -> Blok | None:
    """Which e-SPM block a heading belongs to."""
    wanted = normal(text)
    if re.search(r"\bmutu\b|barang|sdm\b|sumber daya manusia|sarana|kebutuhan", wanted):
        return "mutu"
    if re.search(r"anggaran|pagu|rupiah|\brp\b", wanted):
        return "anggaran"
    if re.search(r"penerima|harus dilayani|terlayani|sasaran", wanted):
        return "penerima"
    return None
