"""Sasaran against the population: PEN-03, PEN-04, PEN-05."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.compare import HUNDRED, at, finding, key, marks, value, write
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.records import Rekaman
from assistant.checking.roles import normal
from ingest.report.model import Letak
from ingest.report.numbers import read

PEN_03 = Aturan(
    id="PEN-03",
    judul="Sasaran melebihi jumlah penduduk",
    keparahan="galat",
    butuh=("sasaran", "jumlah penduduk"),
    pesan="{label}: sasaran {sasaran} melebihi jumlah penduduk {penduduk} ({sumber}).",
    saran="Periksa sasaran dan sumber datanya.",
)
PEN_04 = Aturan(
    id="PEN-04",
    judul="Jumlah kelompok umur melebihi penduduk",
    keparahan="peringatan",
    butuh=("sasaran kelompok umur", "jumlah penduduk"),
    toleransi="sepersembilan sasaran usia 7-15, karena usia 15 masuk dua kelompok",
    pesan="Sasaran balita, usia 5-6, 7-15, 15-59, dan 60 tahun ke atas berjumlah {jumlah}, "
    "melebihi penduduk {penduduk} ({sumber}) sebanyak {lebih} ({persen} persen). Usia 15 tahun yang masuk dua "
    "kelompok tidak cukup untuk menjelaskannya.",
    saran="Samakan sumber data kependudukan untuk semua urusan.",
    terkait=("PEN-05",),
)
PEN_05 = Aturan(
    id="PEN-05",
    judul="Sasaran kelompok yang sama berbeda antarurusan",
    keparahan="peringatan",
    butuh=("sasaran pendidikan dasar", "sasaran kesehatan usia pendidikan dasar"),
    toleransi="5 persen",
    pesan="Usia pendidikan dasar: sasaran {a} di urusan pendidikan, {b} di urusan kesehatan "
    "(hanya {persen} persen).",
    saran="Samakan definisi dan sumber datanya, atau jelaskan perbedaannya.",
)
RULES = (PEN_03, PEN_04, PEN_05)
SCHOOL_YEARS = 9
AGES = ("kes.kab.04", "pend.kab.01", "pend.kab.02", "kes.kab.06", "kes.kab.07")
POPULATION = re.compile(
    r"(?:jumlah\s+)?penduduk\b[^.;]{0,90}?(?:sebanyak|sebesar|sejumlah|adalah|mencapai|yaitu|:)\s*"
    r"(?:±\s*)?(\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:jiwa|orang)?",
    re.IGNORECASE,
)
HUNDREDTHS = Decimal("1.05")


@dataclass(frozen=True)
class Penduduk:
    """The population that the user gave, or that the document itself states."""

    jumlah: Decimal
    tempat: Tempat
    sumber: str = "menurut dokumen ini"


def population(k: Konteks) -> Penduduk | None:
    """Population of the region: as given, else the total of a population table or a sentence."""
    if k.penduduk is not None:
        given = Tempat(letak=Letak(), nama="jumlah penduduk")
        return Penduduk(k.penduduk.jumlah, given, f"menurut {k.penduduk.sumber}")
    for grid in k.grid:
        if "penduduk" in normal(grid.judul) and grid.kelayakan == "layak":
            for kolom in grid.of("jumlah"):
                for row in range(grid.akhir - grid.kepala):
                    number = grid.angka[row][kolom.indeks].nilai
                    if (grid.is_total(row) and number and grid.of("laki")) or (
                        grid.is_total(row) and number and "jiwa" in normal(kolom.teks)
                    ):
                        return Penduduk(
                            number,
                            Tempat(
                                letak=grid.letak(row, kolom.indeks),
                                kutipan=grid.tabel.teks(grid.kepala + row, kolom.indeks),
                                nama="jumlah penduduk",
                            ),
                        )
    for block in k.narasi:
        found = POPULATION.search(block.teks)
        if found and re.search(r"kabupaten|kota|provinsi", block.teks, re.IGNORECASE):
            if re.search(r"kecamatan\s+\w+\s*$", block.teks[: found.start(1)][-40:], re.IGNORECASE):
                continue
            number = read(found.group(1), "id", "bulat").nilai
            if number:
                return Penduduk(
                    number,
                    Tempat(letak=block.letak, kutipan=found.group()[:160], nama="jumlah penduduk"),
                )
    return None


def check(k: Konteks) -> Iterator[Hasil]:
    """Sasaran of the services against the population stated in the document.

    Sumber: kaidah hitung.
    """
    rows: dict[str, tuple[Rekaman, Decimal]] = {}
    for record in k.rekaman:
        s = value(record.bilangan("sasaran"))
        good = record.grid.kelayakan == "layak" and record.blok != "mutu"
        if record.layanan and s and good and not is_plan(k, record):
            rows.setdefault(record.layanan, (record, s))
    people = population(k)
    if people is None:
        if rows:
            yield TakDicek("PEN-03", "jumlah penduduk tidak disebut dalam dokumen")
    else:
        yield from _each(rows, people)
        yield from _sum(rows, people)
    yield from _pair(rows)


def _each(rows: dict[str, tuple[Rekaman, Decimal]], people: Penduduk) -> Iterator[Hasil]:
    for record, s in rows.values():
        if s <= people.jumlah:
            yield Lulus("PEN-03")
            continue
        yield finding(
            PEN_03,
            (*at(record, "sasaran"), people.tempat),
            marks(record, s, people.jumlah),
            {
                "label": record.label,
                "sasaran": write(s),
                "penduduk": write(people.jumlah),
                "sumber": people.sumber,
            },
            ditemukan=s,
            selisih=s - people.jumlah,
            satuan="orang",
            kunci=key(record),
            urusan=record.urusan,
        )


def _sum(rows: dict[str, tuple[Rekaman, Decimal]], people: Penduduk) -> Iterator[Hasil]:
    parts = [rows[a] for a in AGES if a in rows]
    if len(parts) < len(AGES):
        yield TakDicek("PEN-04", "sasaran kelompok umur tidak lengkap")
        return
    total = sum((s for _, s in parts), Decimal(0))
    # Children of 15 are entitled twice: one of the nine years from 7 to 15.
    if total - rows["pend.kab.02"][1] / SCHOOL_YEARS <= people.jumlah:
        yield Lulus("PEN-04")
        return
    yield finding(
        PEN_04,
        (*(p for r, _ in parts for p in at(r, "sasaran")), people.tempat),
        (str(total), str(people.jumlah)),
        {
            "jumlah": write(total),
            "penduduk": write(people.jumlah),
            "sumber": people.sumber,
            "lebih": write(total - people.jumlah),
            "persen": write((total / people.jumlah - 1) * HUNDRED, 2),
        },
        putusan="perlu_cek",
        ditemukan=total,
        seharusnya=None,
        selisih=total - people.jumlah,
        satuan="orang",
    )


def _pair(rows: dict[str, tuple[Rekaman, Decimal]]) -> Iterator[Hasil]:
    if "pend.kab.02" not in rows or "kes.kab.05" not in rows:
        return
    (one, a), (two, b) = rows["pend.kab.02"], rows["kes.kab.05"]
    low, high = min(a, b), max(a, b)
    if high <= low * HUNDREDTHS:
        yield Lulus("PEN-05")
        return
    yield finding(
        PEN_05,
        (*at(one, "sasaran"), *at(two, "sasaran")),
        (str(a), str(b)),
        {"a": write(a), "b": write(b), "persen": write(low / high * HUNDRED, 1)},
        putusan="perlu_cek",
        ditemukan=b,
        seharusnya=a,
        selisih=high - low,
        satuan="orang",
    )
