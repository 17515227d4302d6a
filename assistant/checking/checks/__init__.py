"""All checks, in the order in which they run. One rule, or rules that one comparison decides, a file."""

from collections.abc import Callable, Iterator
from functools import cache

from assistant.checking.checks import (
    antarbagian,
    antarberkas,
    bagian,
    banyak_butir,
    baris_geser,
    belum,
    bobot_indeks,
    bulan,
    capaian,
    daerah_lain,
    daftar_halaman,
    daftar_isi,
    daftar_tabel,
    dasar_wajib,
    definisi,
    dicabut,
    dikutip_ganda,
    judul_ganda,
    judul_peraturan,
    jumlah_baris,
    jumlah_daerah,
    jumlah_kolom,
    kategori,
    keluaran,
    kependudukan,
    keterbacaan,
    kewenangan,
    lama_pekerjaan,
    masalah_capaian,
    melebihi,
    mutu_kosong,
    nama_hari,
    nama_layanan,
    narasi_tabel,
    nomor_baku,
    nomor_ganda,
    nomor_loncat,
    nomor_pasal,
    orang_utuh,
    penanda,
    pengesahan,
    peraturan_dikenal,
    permasalahan,
    pribadi,
    rata_rata,
    realisasi_anggaran,
    rujukan_silang,
    rumus,
    salah_baca,
    sama_persis,
    sasaran_nol,
    satuan,
    satuan_rupiah,
    sel_kosong,
    selisih,
    singkatan,
    subtotal,
    tahun_anggaran,
    tahun_rencana,
    tanggal_kegiatan,
    tanggal_pengesahan,
    tanpa_anggaran,
    target_seratus,
    terbilang,
    urusan_lengkap,
)
from assistant.checking.context import Konteks
from assistant.checking.models import KELOMPOK, Aturan, Hasil

# One line a family.
MODULES = (
    keterbacaan, baris_geser, salah_baca,
    capaian, sasaran_nol, belum, jumlah_kolom, jumlah_baris, subtotal, rata_rata, bobot_indeks, kategori, terbilang,
    selisih,
    realisasi_anggaran, tanpa_anggaran, satuan_rupiah,
    melebihi, orang_utuh, kependudukan, target_seratus, sama_persis, mutu_kosong, satuan,
    narasi_tabel, antarbagian, keluaran, masalah_capaian, banyak_butir,
    bulan, tahun_anggaran, lama_pekerjaan, nama_hari, tanggal_kegiatan, tanggal_pengesahan, tahun_rencana,
    peraturan_dikenal, dicabut, judul_peraturan, nomor_pasal, dikutip_ganda, dasar_wajib, definisi, nomor_baku,
    bagian, nomor_ganda, nomor_loncat, judul_ganda, daftar_isi, daftar_tabel, daftar_halaman, rujukan_silang,
    pengesahan,
    daerah_lain, jumlah_daerah, nama_layanan, kewenangan, singkatan,
    pribadi,
    urusan_lengkap, sel_kosong, permasalahan, penanda, rumus,
)  # fmt: skip
CHECKS: tuple[Callable[[Konteks], Iterator[Hasil]], ...] = tuple(m.check for m in MODULES)


@cache
def catalogue() -> dict[str, Aturan]:
    """Every rule by id, in catalogue order."""
    order = list(KELOMPOK)
    rules = [rule for module in (*MODULES, antarberkas) for rule in module.RULES]
    return {r.id: r for r in sorted(rules, key=lambda r: (order.index(r.id[:3]), r.id))}
