"""Front and back of a made-up laporan."""

import random

from corpus.catalogue import ORDER, of
from corpus.names import full_name
from corpus.registry import get, status_on
from evals.checking_model import LaporanBuatan, Teks, period_text


def add_front(report: LaporanBuatan, rng: random.Random) -> None:
    """Title, background, legal basis, contents."""
    add = report.isi.append
    add(Teks(f"LAPORAN PENERAPAN STANDAR PELAYANAN MINIMAL {report.daerah.upper()}", 1, "judul"))
    add(Teks(period_text(report).upper(), 1))
    add(Teks("BAB I PENDAHULUAN", 1))
    add(Teks("1.1 Latar Belakang", 2))
    add(
        Teks(
            f"Laporan ini menguraikan penerapan Standar Pelayanan Minimal (SPM) di {report.daerah} "
            f"selama "
            f"{period_text(report).lower()} pada 6 (enam) urusan pemerintahan wajib.",
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


def add_back(report: LaporanBuatan, rng: random.Random) -> None:
    """Conclusion, advice, place and day."""
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
