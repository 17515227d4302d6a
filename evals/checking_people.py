"""Tables of a made-up laporan about people: population, penerima and mutu of every urusan."""

import random
from collections.abc import Sequence
from decimal import Decimal

from corpus.catalogue import urusan
from corpus.models import JenisLayanan, UrusanId
from evals.checking_model import LaporanBuatan, TabelBuatan, Teks, number, rounded, text

PROBLEMS = (
    "Koordinasi antarperangkat daerah belum berjalan rutin.",
    "Jumlah tenaga pelaksana belum memadai untuk seluruh wilayah.",
    "Jarak antarwilayah membuat pelayanan memerlukan waktu lebih lama.",
)
SUBDISTRICTS = (
    "Sukamaju Mekarsari Tanjungsari Karanganyar Wanareja Cempaka Melati Rawabening".split()
)


def add_population(report: LaporanBuatan, rng: random.Random, people: int) -> None:
    """Population by kecamatan and sex, with its sum."""
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


def _share(served: int, target: int, places: int) -> Decimal:
    """Percent as printed: never 100 while somebody is missing."""
    value = rounded(Decimal(served) / target * 100, places)
    return value if served == target or value < 100 else value - Decimal(1).scaleb(-places)


def add_urusan(
    report: LaporanBuatan,
    rng: random.Random,
    services: dict[UrusanId, list[JenisLayanan]],
    figures: dict[str, tuple[int, int]],
    style: Sequence[str],
    places: int,
) -> None:
    """Penerima, mutu, problem and solution of every urusan."""
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
