"""Correct laporan of many shapes, made up by a seed.

Names, numbers and problems are invented; regions, services and regulations are real.
"""

import random

from corpus.catalogue import ORDER, of
from corpus.models import Tingkat
from corpus.regions import regions
from evals.checking_model import LaporanBuatan
from evals.checking_money import add_budget, add_index
from evals.checking_people import add_population, add_urusan
from evals.checking_texts import add_back, add_front

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
    add_front(report, rng)
    services = {u: of(u, level) for u in ORDER}
    figures = {s.id: _people(rng) for each in services.values() for s in each}
    if level == "kabkota":
        # Both urusan mean the same children.
        figures["kes.kab.05"] = figures["pend.kab.02"]
    people = sum(s for s, _ in figures.values()) * 3
    add_population(report, rng, people)
    style = rng.choice(HEADERS)
    places = rng.choice((1, 2))
    add_urusan(report, rng, services, figures, style, places)
    add_budget(report, rng)
    if quarter is None:
        add_index(report, services, figures)
    add_back(report, rng)
    return report


def _people(rng: random.Random) -> tuple[int, int]:
    target = rng.randint(40, 90_000)
    served = target if rng.random() < 0.2 else rng.randint(int(target * 0.55), target - 1)
    return target, served
