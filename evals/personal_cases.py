"""Synthetic personal identifiers and things that look like them, made by a fixed rule.

Nothing here belongs to anybody: numbers are drawn at random in the form that the real ones have.
They are made and not stored, so that no list of them lies in the repository.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.regions import regions

SEED, IDENTIFIERS, LOOK_ALIKES = 20_261_122, 1_000, 1_000
FIRST = (
    "Budi Siti Agus Dewi Rahmat Nur Ketut Maria Yohanes Asep Lestari Hendra Wulan Bambang".split()
)
LAST = (
    "Santoso Aminah Wijaya Hidayat Siregar Lubis Pratama Rahayu Nasution Simanjuntak Utami".split()
)
STREETS = "Melati Merdeka Diponegoro Pahlawan Anggrek Sudirman Mawar Kenanga".split()
Draw = random.Random


@dataclass(frozen=True)
class Case:
    """A text; `secret` is the identifier in it, empty for a look-alike."""

    kind: str
    text: str
    secret: str


def cases() -> Iterator[Case]:
    """1,000 identifiers of all kinds in turn, then 1,000 look-alikes."""
    draw = Draw(SEED)
    kinds = list(IDENTIFIER)
    for n in range(IDENTIFIERS):
        kind = kinds[n % len(kinds)]
        secret = IDENTIFIER[kind](draw)
        text = draw.choice(AROUND[kind]).format(x=secret)
        yield Case(kind, text, secret)
    for n in range(LOOK_ALIKES):
        kind = list(LOOKS)[n % len(LOOKS)]
        yield Case(f"mirip {kind}", LOOKS[kind](draw), "")


def _digits(draw: Draw, count: int) -> str:
    return "".join(draw.choice("0123456789") for _ in range(count))


def _birth(draw: Draw) -> tuple[int, int, int]:
    return draw.randint(1, 28), draw.randint(1, 12), draw.randint(1955, 2015)


def _nik(draw: Draw) -> str:
    code = draw.choice([c for c in regions() if len(c) == 5]).replace(".", "")
    day, month, year = _birth(draw)
    day += 40 * draw.randint(0, 1)
    digits = f"{code}{draw.randint(1, 40):02d}{day:02d}{month:02d}{year % 100:02d}{draw.randint(1, 9999):04d}"
    form = draw.randrange(4)
    if form == 1:
        return " ".join(digits[i : i + 4] for i in range(0, 16, 4))
    if form == 2:
        return f"{digits[:6]}-{digits[6:12]}-{digits[12:]}"
    return digits


def _nip(draw: Draw) -> str:
    day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(1960, 2000)
    parts = (f"{year}{month:02d}{day:02d}", f"{year + 24}{draw.randint(1, 12):02d}",
             str(draw.randint(1, 2)), f"{draw.randint(1, 40):03d}")  # fmt: skip
    return draw.choice(["", " "]).join(parts)


def _npwp(draw: Draw) -> str:
    d = _digits(draw, 15)
    return f"{d[:2]}.{d[2:5]}.{d[5:8]}.{d[8]}-{d[9:12]}.{d[12:]}" if draw.random() < 0.7 else d


def _phone(draw: Draw) -> str:
    local = f"8{draw.choice('1257893')}{draw.choice('123456789')}"
    rest = _digits(draw, draw.choice([7, 8]))
    head = draw.choice(["0", "+62 ", "62", "+62"])
    gap = draw.choice(["", "-", " "])
    return f"{head}{local}{gap}{rest[:4]}{gap}{rest[4:]}"


def _mail(draw: Draw) -> str:
    name = (
        f"{draw.choice(FIRST)}{draw.choice(['.', '_', ''])}{draw.choice(LAST)}{draw.randint(1, 99)}"
    )
    return f"{name.lower()}@{draw.choice(['contoh.go.id', 'surat.co.id', 'mail.com'])}"


def _account(draw: Draw) -> str:
    digits = _digits(draw, draw.choice([10, 12, 13, 15]))
    return digits if draw.random() < 0.6 else f"{digits[:4]} {digits[4:8]} {digits[8:]}".strip()


def _name(draw: Draw) -> str:
    return f"{draw.choice(FIRST)} {draw.choice(LAST)}"


def _address(draw: Draw) -> str:
    street = f"{draw.choice(['Jl.', 'Jalan', 'Gang', 'Jln.'])} {draw.choice(STREETS)} No. {draw.randint(1, 200)}"
    return f"{street} RT {draw.randint(1, 20):02d}/RW {draw.randint(1, 15):02d}"


IDENTIFIER: dict[str, Callable[[Draw], str]] = {
    "NIK": _nik, "KK": lambda d: _nik(d).replace("-", "").replace(" ", ""), "NIP": _nip, "NPWP": _npwp,
    "TELEPON": _phone, "SUREL": _mail, "REKENING": _account, "NAMA": _name, "ALAMAT": _address,
}  # fmt: skip
AROUND: dict[str, list[str]] = {
    "NIK": ["NIK {x}", "warga dengan nomor induk {x} belum terdata", "{x}", "KTP: {x}, mohon dicek",
            "data penerima: {x}; hamil", "apakah {x} sudah dilayani?", "No;NIK\n1;{x}"],
    "KK": ["No. KK {x}", "kartu keluarga {x}", "nomor KK: {x}", "KK {x} ada 4 anggota"],
    "NIP": ["NIP {x}", "NIP. {x}", "Kepala Dinas, NIP {x}", "{x}", "pelapor ({x})"],
    "NPWP": ["NPWP {x}", "NPWP: {x}", "npwp penyedia {x}", "nomor NPWP {x} atas usaha"],
    "TELEPON": ["hubungi {x}", "WA {x}", "HP: {x}", "narahubung {x} (operator)", "telp. {x}", "{x}"],
    "SUREL": ["surel {x}", "kirim ke {x} ya", "{x}", "email: {x}, terima kasih", "({x})"],
    "REKENING": ["rekening BRI {x}", "no rek {x}", "nomor rekening: {x}", "rekening bank BJB {x} untuk bantuan",
                 "transfer ke BCA {x}", "No. Rekening {x}"],
    "NAMA": ["Nama: {x}", "nama penerima: {x}, hamil 7 bulan", "Nama = {x}", "atas nama {x}",
             "Nama lengkap: {x}", "12. {x} | Jl. Melati No. 5 RT 01/RW 02 | ODGJ"],
    "ALAMAT": ["alamat {x}", "{x}", "tinggal di {x}, lansia", "3; dirahasiakan; {x}; hipertensi"],
}  # fmt: skip
LOOKS: dict[str, Callable[[Draw], str]] = {
    "pagu": lambda d: f"Pagu Rp{d.randint(1, 999)}.{_digits(d, 3)}.{_digits(d, 3)}.{_digits(d, 3)}",
    "pagu polos": lambda d: f"anggaran Rp {d.randint(1, 9)}{_digits(d, d.choice([8, 11, 14, 15]))}",
    "kode rekening": lambda d: f"kode rekening 5.{d.randint(1, 4)}.{_digits(d, 2)}.{_digits(d, 2)}.{_digits(d, 2)}.{_digits(d, 4)}",
    "kode belanja": lambda d: f"kode rekening belanja 5{_digits(d, 11)}",
    "subkegiatan": lambda d: f"1.0{d.randint(1, 6)}.0{d.randint(2, 6)}.2.0{d.randint(1, 9)}.{_digits(d, 4)}",
    "peraturan": lambda d: f"Permendagri Nomor {d.randint(1, 150)} Tahun {d.randint(2005, 2026)}",
    "keputusan": lambda d: f"Kepmendagri {d.choice(['050-5889', '900.1.15.5-1317'])} Tahun {d.randint(2020, 2026)}",
    "lembaran": lambda d: f"LN {d.randint(2000, 2025)} Nomor {d.randint(1, 300)}, TLN {_digits(d, 4)}",
    "tanggal": lambda d: f"{d.randint(1, 28):02d} Januari {d.randint(2018, 2026)} sampai {d.randint(1, 28):02d}-08-{d.randint(2018, 2026)}",
    "jumlah orang": lambda d: f"{d.randint(1, 999)}.{_digits(d, 3)} dari {d.randint(1, 9)}.{_digits(d, 3)}.{_digits(d, 3)} orang",
    "persen": lambda d: f"capaian {d.randint(0, 99)},{_digits(d, 4)} persen, naik 0,8{_digits(d, 6)}",
    "nomor surat": lambda d: f"surat nomor {_digits(d, 3)}.{d.randint(1, 9)}/{_digits(d, 4)}/Bangda/{d.randint(2020, 2026)}",
    "sidik": lambda d: f"sidik jari temuan {d.randbytes(8).hex()}",
    "koordinat": lambda d: f"-6.{_digits(d, 6)}, 107.{_digits(d, 6)}",
    "kode wilayah": lambda d: f"kode {d.choice([c for c in regions() if len(c) == 5])}.{_digits(d, 2)}.{_digits(d, 4)}",
    "instansi": lambda d: f"Dinas {d.choice(['Kesehatan', 'Sosial', 'Pendidikan'])} Kabupaten {d.choice(['Bogor', 'Bekasi', 'Agam'])}, Jalan menuju layanan prima",
    "enam belas angka": lambda d: f"total belanja {d.randint(90, 99)}{_digits(d, 4)}{d.randint(80, 99)}{_digits(d, 8)} rupiah",
    "judul": lambda d: f"Nama kegiatan: pelayanan kesehatan {d.choice(['ibu hamil', 'balita', 'lansia'])}",
    "tabel": lambda d: f"{d.randint(1, 40)}. Pelayanan Kesehatan Balita | {d.randint(1, 9)}{_digits(d, 3)} | {_digits(d, 2)},{_digits(d, 2)}",
    "tahun anggaran": lambda d: f"TA {d.randint(2018, 2026)} RKPD {d.randint(2018, 2026)} Rp{d.randint(1, 9)},{_digits(d, 3)} miliar",
}  # fmt: skip
