"""Correct laporan of many shapes, made up by a seed, and single errors with their place.

Names, numbers and problems are invented; regions, services and regulations are real.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from corpus.catalogue import ORDER, of, urusan
from corpus.models import JenisLayanan, Tingkat, UrusanId
from corpus.names import full_name
from corpus.parameters import categories
from corpus.regions import regions
from corpus.registry import get, status_on

Kind = Literal["bulat", "persen", "rupiah", "teks"]


@dataclass
class Angka:
    """A cell: its value and how it is shown."""

    nilai: Decimal | str
    jenis: Kind = "teks"
    desimal: int = 0

    def teks(self) -> str:
        """As printed in a document."""
        if isinstance(self.nilai, str):
            return self.nilai
        value = self.nilai.quantize(Decimal(1).scaleb(-self.desimal), ROUND_HALF_UP)
        shown = f"{value:,f}".translate(str.maketrans(",.", ".,"))
        return shown + ("%" if self.jenis == "persen" else "")


@dataclass
class TabelBuatan:
    """A table: kind of rows, caption, header rows (blanks belong to the cell at their left)."""

    nama: str
    judul: str
    kepala: list[list[str]]
    baris: list[list[Angka]]
    urusan: str = ""

    @property
    def lebar(self) -> int:
        """Number of columns."""
        return len(self.kepala[-1])


@dataclass
class Teks:
    """A heading (level 1-3) or a paragraph (level 0) or a list item (level -1)."""

    isi: str
    tingkat: int = 0
    nama: str = ""


@dataclass
class LaporanBuatan:
    """A made-up laporan, in order."""

    daerah: str
    tingkat: Tingkat
    tahun: int
    triwulan: int | None
    isi: list[Teks | TabelBuatan] = field(default_factory=list)

    def tabel(self, nama: str) -> list[TabelBuatan]:
        """Tables of one kind."""
        return [x for x in self.isi if isinstance(x, TabelBuatan) and x.nama == nama]

    def teks(self, nama: str) -> list[Teks]:
        """Texts of one kind."""
        return [x for x in self.isi if isinstance(x, Teks) and x.nama == nama]


HEADERS = (
    (
        "No",
        "Jenis Pelayanan Dasar",
        "Satuan",
        "Jumlah Total Yang Harus Dilayani",
        "Jumlah Yang Terlayani",
        "Yang Belum Terlayani",
        "Capaian (%)",
    ),
    ("No.", "Uraian SPM", "Satuan", "Sasaran", "Realisasi", "Kesenjangan", "Persentase"),
    (
        "No",
        "Indikator",
        "Satuan",
        "Yang Harus Dilayani (Penyebut)",
        "Terlayani (Pembilang)",
        "Belum Terlayani",
        "%",
    ),
    (
        "No",
        "Jenis Layanan Dasar",
        "Satuan",
        "Jumlah yang harus dilayani",
        "Jumlah terlayani",
        "Belum terlayani",
        "Capaian",
    ),
)
MONEY_HEADERS = (
    (
        "No",
        "Urusan",
        "Pagu Anggaran (Rp)",
        "Realisasi Anggaran (Rp)",
        "Sisa Anggaran (Rp)",
        "Serapan (%)",
    ),
    ("No", "Urusan", "Alokasi Anggaran (Rp.)", "Realisasi (Rp.)", "Selisih", "%"),
)
PROBLEMS = (
    "Koordinasi antarperangkat daerah belum berjalan rutin.",
    "Jumlah tenaga pelaksana belum memadai untuk seluruh wilayah.",
    "Jarak antarwilayah membuat pelayanan memerlukan waktu lebih lama.",
)
SUBDISTRICTS = (
    "Sukamaju Mekarsari Tanjungsari Karanganyar Wanareja Cempaka Melati Rawabening".split()
)


def make(seed: int) -> LaporanBuatan:
    """A correct laporan."""
    rng = random.Random(seed)
    level: Tingkat = "provinsi" if seed % 4 == 3 else "kabkota"
    kinds = ("provinsi",) if level == "provinsi" else ("kabupaten", "kota")
    names = [d for d in regions().values() if d.jenis in kinds and d.nama != "DKI Jakarta"]
    region = rng.choice(names)
    name = f"Provinsi {region.nama}" if level == "provinsi" else region.nama
    year = rng.choice((2022, 2023, 2024))
    quarter = rng.choice((1, 2, 3, 4)) if seed % 3 == 2 else None
    report = LaporanBuatan(name, level, year, quarter)
    _front(report, rng)
    services = {u: of(u, level) for u in ORDER}
    figures = {s.id: _people(rng) for each in services.values() for s in each}
    if level == "kabkota":
        # Both urusan mean the same children.
        figures["kes.kab.05"] = figures["pend.kab.02"]
    people = sum(s for s, _ in figures.values()) * 3
    _population(report, rng, people)
    style = rng.choice(HEADERS)
    places = rng.choice((1, 2))
    _fields(report, rng, services, figures, style, places)
    _budget(report, rng)
    if quarter is None:
        _index(report, services, figures)
    _back(report, rng)
    return report


def _people(rng: random.Random) -> tuple[int, int]:
    target = rng.randint(40, 90_000)
    served = target if rng.random() < 0.2 else rng.randint(int(target * 0.55), target - 1)
    return target, served


def _period(report: LaporanBuatan) -> str:
    quarter = ("", "I", "II", "III", "IV")[report.triwulan or 0]
    return f"Triwulan {quarter} Tahun {report.tahun}" if quarter else f"Tahun {report.tahun}"


def _front(report: LaporanBuatan, rng: random.Random) -> None:
    add = report.isi.append
    add(Teks(f"LAPORAN PENERAPAN STANDAR PELAYANAN MINIMAL {report.daerah.upper()}", 1, "judul"))
    add(Teks(_period(report).upper(), 1))
    add(Teks("BAB I PENDAHULUAN", 1))
    add(Teks("1.1 Latar Belakang", 2))
    add(
        Teks(
            f"Laporan ini menguraikan penerapan Standar Pelayanan Minimal (SPM) di {report.daerah} "
            f"selama "
            f"{_period(report).lower()} pada 6 (enam) urusan pemerintahan wajib.",
            0,
            "pembuka",
        )
    )
    add(
        Teks(
            "Pemerintah daerah menyelenggarakan urusan itu menurut Pasal 18 Undang-Undang Nomor 23 "
            "Tahun 2014 "
            "tentang Pemerintahan Daerah.",
            0,
            "pasal",
        )
    )
    add(Teks("1.2 Dasar Hukum", 2))
    for n, title in enumerate(_basis(report.tahun), 1):
        add(Teks(f"{n}. {title};", -1, "hukum"))
    add(Teks("1.3 Sistematika", 2, "subbab"))
    add(Teks("Laporan ini memuat 3 (tiga) bagian, yaitu:", 0, "daftar"))
    for n, part in enumerate(("pendahuluan", "pencapaian", "penutup"), 1):
        add(Teks(f"{n}. bagian {part};", -1, "bagian"))


def _basis(year: int) -> list[str]:
    from datetime import date

    day = date(year + 1, 2, 1)
    wanted = ["uu-23-2014", "pp-2-2018", "permendagri-59-2021"]
    wanted += sorted({s.standar_teknis for u in ORDER for s in of(u)})
    old = {"permenkes-6-2024": "permenkes-4-2019", "permenpupr-13-2023": "permenpupr-29-2018"}
    titles = []
    for name in wanted:
        regulation = get(name)
        if regulation and status_on(regulation, day).status == "belum_berlaku":
            regulation = get(old.get(name, ""))
        if regulation:
            titles.append(full_name(regulation))
    return titles


def _population(report: LaporanBuatan, rng: random.Random, people: int) -> None:
    names = rng.sample(SUBDISTRICTS, 6)
    share = people // (2 * len(names))
    rows, men, women = [], 0, 0
    for n, name in enumerate(names, 1):
        a, b = share + rng.randint(0, 900), share + rng.randint(0, 900)
        men, women = men + a, women + b
        rows.append([text(str(n)), text(name), number(a), number(b), number(a + b)])
    rows.append([text(""), text("JUMLAH"), number(men), number(women), number(men + women)])
    report.isi.append(Teks("1.4 Kependudukan", 2))
    report.isi.append(
        Teks(
            f"Jumlah penduduk {report.daerah} sebanyak {number(men + women).teks()} jiwa.",
            0,
            "penduduk",
        )
    )
    report.isi.append(
        TabelBuatan(
            "penduduk",
            f"Tabel 1.1 Jumlah Penduduk {report.daerah}",
            [
                [
                    "No",
                    "Kecamatan" if report.tingkat == "kabkota" else "Wilayah",
                    "Laki-Laki (Jiwa)",
                    "Perempuan (Jiwa)",
                    "Jumlah (Jiwa)",
                ]
            ],
            rows,
        )
    )


def text(written: str) -> Angka:
    """A cell of text."""
    return Angka(written)


def number(value: int | Decimal, kind: Kind = "bulat", places: int = 0) -> Angka:
    """A cell of a number."""
    return Angka(Decimal(value), kind, places)


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _share(served: int, target: int, places: int) -> Decimal:
    """Percent as printed: never 100 while somebody is missing."""
    value = rounded(Decimal(served) / target * 100, places)
    return value if served == target or value < 100 else value - Decimal(1).scaleb(-places)


def _fields(
    report: LaporanBuatan,
    rng: random.Random,
    services: dict[UrusanId, list[JenisLayanan]],
    figures: dict[str, tuple[int, int]],
    style: Sequence[str],
    places: int,
) -> None:
    report.isi.append(Teks("BAB II PENERAPAN DAN PENCAPAIAN SPM", 1))
    for at, (name, each) in enumerate(services.items(), 1):
        title = urusan()[name].nama
        report.isi.append(Teks(f"2.{at} Urusan {title}", 2, "urusan"))
        rows = []
        for n, service in enumerate(each, 1):
            target, served = figures[service.id]
            rows.append(
                [
                    text(str(n)),
                    text(service.nama),
                    text("orang"),
                    number(target),
                    number(served),
                    number(target - served),
                    number(_share(served, target, places), "persen", places),
                ]
            )
        report.isi.append(
            TabelBuatan(
                "penerima",
                f"Tabel 2.{at} Realisasi Penerima Layanan Urusan {title}",
                [list(style)],
                rows,
                name,
            )
        )
        _quality(report, rng, name, title, each, at)
        service = rng.choice(each)
        target, served = figures[service.id]
        shown = number(_share(served, target, places), "teks", places).teks()
        report.isi.append(
            Teks(
                f"Capaian {service.nama[0].lower()}{service.nama[1:]} sebesar {shown} persen.",
                0,
                "narasi",
            )
        )
        report.isi.append(Teks(f"Permasalahan urusan {title}: {rng.choice(PROBLEMS)}", 0))
        report.isi.append(Teks(f"Solusi urusan {title}: pembagian tugas dan jadwal bersama.", 0))


def _quality(
    report: LaporanBuatan,
    rng: random.Random,
    name: str,
    title: str,
    each: Sequence[JenisLayanan],
    at: int,
) -> None:
    rows = []
    for n, service in enumerate(each, 1):
        need = rng.randint(20, 800)
        there = rng.randint(int(need * 0.6), need - 1)
        rows.append(
            [
                text(str(n)),
                text(service.nama),
                text("unit"),
                number(need),
                number(there),
                number(need - there),
            ]
        )
    report.isi.append(
        TabelBuatan(
            "mutu",
            f"Tabel 3.{at} Mutu Minimal Layanan Dasar Urusan {title}",
            [
                [
                    "No",
                    "Uraian",
                    "Satuan",
                    "Jumlah Mutu Yang Harus Dipenuhi",
                    "Jumlah Mutu Yang Terpenuhi",
                    "Mutu Yang Belum Terpenuhi",
                ]
            ],
            rows,
            name,
        )
    )


def _budget(report: LaporanBuatan, rng: random.Random) -> None:
    rows, total, spent = [], 0, 0
    for n, each in enumerate(urusan().values(), 1):
        budget = rng.randint(900, 60_000) * 1_000_000 + rng.randint(0, 999) * 1_000
        used = int(budget * rng.uniform(0.6, 0.99))
        total, spent = total + budget, spent + used
        rows.append([text(str(n)), text(each.nama), *_money(budget, used)])
    rows.append([text(""), text("JUMLAH"), *_money(total, spent)])
    report.isi.append(Teks("BAB III PROGRAM, KEGIATAN, DAN ANGGARAN", 1))
    report.isi.append(Teks("3.1 Alokasi Anggaran", 2))
    report.isi.append(
        TabelBuatan(
            "anggaran",
            f"Tabel 4.1 Alokasi dan Realisasi Anggaran {_period(report)}",
            [list(rng.choice(MONEY_HEADERS))],
            rows,
        )
    )
    report.isi.append(Teks("3.2 Dukungan Personil", 2))
    report.isi.append(Teks("Tenaga pelaksana tersebar di seluruh perangkat daerah pengampu.", 0))


def _money(budget: int, used: int) -> list[Angka]:
    share = rounded(Decimal(used) / budget * 100, 2)
    return [
        number(budget, "rupiah"),
        number(used, "rupiah"),
        number(budget - used, "rupiah"),
        number(share, "persen", 2),
    ]


def _index(
    report: LaporanBuatan,
    services: dict[UrusanId, list[JenisLayanan]],
    figures: dict[str, tuple[int, int]],
) -> None:
    rows, all_ = [], []
    for n, (name, each) in enumerate(services.items(), 1):
        shares = [Decimal(figures[s.id][1]) / figures[s.id][0] * 100 for s in each]
        people = rounded(sum(shares, Decimal(0)) / len(shares), 2)
        items = next(t for t in report.tabel("mutu") if t.urusan == name).baris
        parts = [Decimal(r[4].nilai) / Decimal(r[3].nilai) * 100 for r in items]
        quality = rounded(sum(parts, Decimal(0)) / len(parts), 2)
        index = rounded(Decimal("0.8") * people + Decimal("0.2") * quality, 2)
        all_.append((people, quality, index))
        rows.append(
            [
                text(str(n)),
                text(urusan()[name].nama),
                *(number(x, "teks", 2) for x in all_[-1]),
                text(_category(index)),
            ]
        )
    means = [rounded(sum((x[i] for x in all_), Decimal(0)) / len(all_), 2) for i in range(3)]
    rows.append(
        [
            text(""),
            text("Rata-rata"),
            *(number(x, "teks", 2) for x in means),
            text(_category(means[2])),
        ]
    )
    report.isi.append(
        TabelBuatan(
            "indeks",
            f"Tabel 5.1 Indeks Pencapaian SPM {_period(report)}",
            [["No", "Urusan", "Indeks Penerima", "Indeks Mutu", "IP SPM", "Kategori"]],
            rows,
        )
    )


def _category(index: Decimal) -> str:
    return next(c.nama for c in categories() if index >= c.batas_bawah)


def _back(report: LaporanBuatan, rng: random.Random) -> None:
    add = report.isi.append
    add(Teks("BAB IV PENUTUP", 1))
    add(Teks("4.1 Kesimpulan", 2))
    add(
        Teks(
            "Rapat pembahasan dilaksanakan pada hari Selasa, 9 Januari 2024 bersama perangkat "
            "daerah.",
            0,
            "hari",
        )
    )
    add(Teks("4.2 Saran", 2))
    add(Teks("Data sasaran dimutakhirkan setiap triwulan.", 0))
    month = (
        "Februari"
        if not report.triwulan or report.triwulan == 4
        else ("April", "Juli", "Oktober")[report.triwulan - 1]
    )
    year = report.tahun + (1 if month == "Februari" else 0)
    add(Teks(f"Sukamaju, {rng.randint(5, 20)} {month} {year}", 0, "tanggal"))
