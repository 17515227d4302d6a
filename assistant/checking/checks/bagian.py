"""Parts that a yearly laporan must have: STR-01."""

import re
from collections.abc import Iterator

from assistant.checking.compare import P59, finding
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.opening import opening

STR_01 = Aturan(
    id="STR-01",
    judul="Bagian wajib tidak ada",
    keparahan="peringatan",
    butuh=("judul bagian", "jenis dokumen"),
    pesan='Bagian "{bagian}" tidak ditemukan.',
    dasar=(P59,),
    saran="Tambahkan bagian itu, atau sesuaikan judulnya.",
)
RULES = (STR_01,)

# What a yearly laporan must hold, as words of which a heading has at least one.
PARTS: tuple[tuple[str, str], ...] = (
    ("Pendahuluan", r"pendahuluan|latar belakang"),
    ("Dasar Hukum", r"dasar hukum|landasan hukum"),
    ("Penerapan dan Pencapaian SPM", r"pencapaian|penerapan spm|capaian spm"),
    ("Alokasi Anggaran", r"anggaran"),
    ("Dukungan Personil", r"personil|personel|sumber daya manusia|\bsdm\b"),
    ("Permasalahan dan Solusi", r"masalah|kendala|hambatan"),
    ("Program dan Kegiatan", r"program|kegiatan"),
    ("Penutup", r"penutup|kesimpulan"),
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Headings of a yearly laporan.

    Sumber: Permendagri Nomor 59 Tahun 2021 (susunan laporan).
    """
    if k.identitas.jenis != "laporan_tahunan" or k.naskah.format == "xlsx":
        return
    titles = [b.teks.lower() for b in k.naskah.blok if b.jenis == "judul"]
    titles += [b.teks.lower()[:60] for b in k.naskah.blok]
    if len(titles) < 8:
        yield TakDicek("STR-01", "judul bagian terlalu sedikit untuk dikenali")
        return
    for name, pattern in PARTS:
        if any(re.search(pattern, t) for t in titles):
            yield Lulus("STR-01")
            continue
        yield finding(
            STR_01,
            (Tempat(letak=opening(k), kutipan=k.naskah.nama),),
            (name,),
            {"bagian": name},
            putusan="perlu_cek",
        )
