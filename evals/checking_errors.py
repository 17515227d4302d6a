"""Single errors put into a correct laporan: the rules that may report each, and its place."""

import random
from decimal import Decimal

from evals.checking_model import Angka, LaporanBuatan, Teks
from evals.checking_mutation import (
    Kesalahan,
    Mutasi,
    add,
    changed,
    half,
    inserted,
    over,
    percent,
    set_to,
    total,
    value_of,
    wording,
)
from evals.checking_reports import make
from evals.checking_swaps import early, level, narrative, nik, old_law, other_region, twice, without


def below(row: list[Angka]) -> bool:
    """Some are still to be served, and clearly so."""
    return value_of(row[4]) < value_of(row[3]) and value_of(row[6]) < Decimal("99")


MUTASI: dict[str, Mutasi] = {
    "persen salah": changed("penerima", 6, ("ARI-01",), percent, below),
    "ditulis 100": changed("penerima", 6, ("ARI-02",), set_to(6, Decimal(100)), below),
    "terlayani melebihi": changed("penerima", 4, ("PEN-01",), over),
    "terlayani salah": changed(
        "penerima",
        4,
        ("ARI-01", "ARI-02", "ARI-04"),
        lambda r, g: setattr(r[4], "nilai", max(Decimal(0), value_of(r[4]) // 2)),
        lambda r: value_of(r[4]) > 20,
    ),
    "belum salah": changed("penerima", 5, ("ARI-04",), add(5, 3, 40)),
    "pecahan orang": changed("penerima", 4, ("PEN-02",), half, below),
    "sasaran nol": changed("penerima", 3, ("ARI-18", "PEN-01"), set_to(3, Decimal(0))),
    "sel kosong": changed("penerima", 4, ("LKP-03",), set_to(4, "")),
    "satuan salah": changed("penerima", 2, ("PEN-13",), set_to(2, "dokumen")),
    "penanda kosong": changed("penerima", 4, ("LKP-08",), set_to(4, "#REF!")),
    "mutu melebihi": changed(
        "mutu", 4, ("PEN-11",), lambda r, g: setattr(r[4], "nilai", value_of(r[3]) + 7)
    ),
    "mutu belum salah": changed("mutu", 5, ("ARI-04",), add(5, 3, 15)),
    "jumlah penduduk": changed("penduduk", 4, ("ARI-06", "ARI-05"), add(4, 11, 400)),
    "total penduduk": total("penduduk", 4, ("ARI-05", "ARI-06")),
    "total laki-laki": total("penduduk", 2, ("ARI-05", "ARI-06")),
    "total pagu": total("anggaran", 2, ("ANG-04", "ARI-05", "ANG-03")),
    "total realisasi": total("anggaran", 3, ("ANG-04", "ARI-05", "ANG-03")),
    "realisasi melebihi": changed(
        "anggaran", 3, ("ANG-01",), lambda r, g: setattr(r[3], "nilai", value_of(r[2]) + 5_000_000)
    ),
    "serapan salah": changed("anggaran", 5, ("ANG-02",), add(5, 3, 9)),
    "sisa salah": changed(
        "anggaran",
        4,
        ("ANG-03",),
        lambda r, g: setattr(r[4], "nilai", value_of(r[4]) + g.randint(2, 90) * 100_000),
    ),
    "kategori salah": changed(
        "indeks",
        5,
        ("ARI-11",),
        lambda r, g: setattr(
            r[5], "nilai", "Belum Tuntas" if r[5].nilai != "Belum Tuntas" else "Tuntas Utama"
        ),
    ),
    "indeks salah": changed("indeks", 4, ("ARI-09",), add(4, 4, 9)),
    "rata-rata salah": total("indeks", 4, ("ARI-08", "ARI-09")),
    "narasi salah": narrative,
    "terbilang salah": wording("pembuka", "6 (enam)", "6 (lima)", ("ARI-14",), "6 (lima)"),
    "butir kurang": wording("daftar", "3 (tiga)", "4 (empat)", ("TAB-07",), "4 (empat)"),
    "dikutip ganda": twice,
    "dasar dicabut": old_law,
    "judul salah": wording(
        "hukum",
        "tentang Pemerintahan Daerah",
        "tentang Pemerintah Daerah",
        ("HUK-04",),
        "Pemerintah Daerah",
    ),
    "pasal di luar": wording("pasal", "Pasal 18", "Pasal 518", ("HUK-05",), "Pasal 518"),
    "jenis peraturan": wording(
        "hukum",
        "Permendagri Nomor 59 Tahun 2021",
        "Permenkes Nomor 59 Tahun 2021",
        ("HUK-02",),
        "Permenkes Nomor 59",
    ),
    "hari salah": wording(
        "hari", "Selasa, 9 Januari", "Rabu, 9 Januari", ("PER-05",), "Rabu, 9 Januari"
    ),
    "tanggal dini": early,
    "daerah lain": other_region,
    "nik terbuka": nik,
    "kepanjangan salah": inserted(
        "pembuka",
        Teks("Penerapan SPM (Standar Pelayanan Bersama) dilaporkan setiap triwulan.", 0),
        ("WIL-10",),
        "Standar Pelayanan Bersama",
    ),
    "nomor ganda": wording("subbab", "1.3 Sistematika", "1.2 Sistematika", ("STR-02",), "1.2"),
    "nomor loncat": wording("subbab", "1.3 Sistematika", "1.7 Sistematika", ("STR-03",), "1.7"),
    "selisih narasi": inserted(
        "pembuka",
        Teks("Capaian gabungan naik 9,9 persen dari 85,20 persen menjadi 88,30 persen.", 0),
        ("ARI-16",),
        "naik 9,9",
    ),
    "urusan hilang": without("urusan", ("LKP-01",)),
    "layanan hilang": without("layanan", ("LKP-02",)),
    "bukan kewenangan": level,
}


def seeded(seed: int, name: str) -> tuple[LaporanBuatan, Kesalahan] | None:
    """A laporan with one error; None where this laporan has no place for it."""
    report = make(seed)
    error = MUTASI[name](report, random.Random(seed * 7919 + len(name)))
    return None if error is None else (report, error)
