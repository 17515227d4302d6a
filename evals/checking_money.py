"""Tables of a made-up laporan about budgets and the index."""

import random
from decimal import Decimal

from corpus.catalogue import urusan
from corpus.models import JenisLayanan, UrusanId
from corpus.parameters import categories
from evals.checking_model import (
    Angka,
    LaporanBuatan,
    TabelBuatan,
    Teks,
    number,
    period_text,
    rounded,
    text,
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


def add_budget(report: LaporanBuatan, rng: random.Random) -> None:
    """Pagu, realisasi, sisa and serapan of every urusan, with their sums."""
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
            f"Tabel 4.1 Alokasi dan Realisasi Anggaran {period_text(report)}",
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


def add_index(
    report: LaporanBuatan,
    services: dict[UrusanId, list[JenisLayanan]],
    figures: dict[str, tuple[int, int]],
) -> None:
    """Indices and category of every urusan, with their means."""
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
            f"Tabel 5.1 Indeks Pencapaian SPM {period_text(report)}",
            [["No", "Urusan", "Indeks Penerima", "Indeks Mutu", "IP SPM", "Kategori"]],
            rows,
        )
    )


def _category(index: Decimal) -> str:
    return next(c.nama for c in categories() if index >= c.batas_bawah)
