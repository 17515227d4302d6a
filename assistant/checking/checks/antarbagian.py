"""The same number in two tables: TAB-02."""

from collections.abc import Iterator

from assistant.checking.compare import at, finding, marks, shown, write
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran
from assistant.checking.services import name_of
from ingest.intervals import printed

TAB_02 = Aturan(
    id="TAB-02",
    judul="Angka yang sama berbeda di dua tabel",
    keparahan="galat",
    butuh=("layanan", "tahun", "ukuran di dua tabel"),
    toleransi="interval",
    pesan="{nama} {layanan} tertulis {a} dan {b} di dua tempat.",
    saran="Tentukan mana yang benar dari dokumen sumber, lalu samakan.",
)
RULES = (TAB_02,)
MEASURES: tuple[tuple[Peran, str], ...] = (
    ("sasaran", "Sasaran"),
    ("terlayani", "Jumlah terlayani"),
    ("persen", "Capaian"),
    ("pagu", "Pagu"),
    ("realisasi_anggaran", "Realisasi anggaran"),
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Records about the same service, year and block in different tables.

    Sumber: kaidah hitung.
    """
    groups: dict[tuple[str, Peran, int | None], list[Rekaman]] = {}
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak" or is_plan(k, record):
            continue
        if record.blok == "mutu":
            continue
        for role, _ in MEASURES:
            number = record.bilangan(role)
            if number is not None and number.nilai is not None:
                groups.setdefault((record.layanan, role, record.tahun), []).append(record)
    for (service, role, _), records in groups.items():
        yield from _same(service, role, records)


def _same(service: str, role: Peran, records: list[Rekaman]) -> Iterator[Hasil]:
    first = records[0]
    names = dict(MEASURES)
    for other in records[1:]:
        if other.grid.tabel is first.grid.tabel and other.grid.awal == first.grid.awal:
            continue
        a, b = first.bilangan(role), other.bilangan(role)
        if a is None or b is None or a.nilai is None or b.nilai is None:
            continue
        percent = role == "persen"
        one = printed(a.nilai, a.desimal) if percent else shown(a)
        two = printed(b.nilai, b.desimal) if percent else shown(b)
        if one.meets(two):
            yield Lulus("TAB-02", a.nilai != b.nilai)
            continue
        yield finding(
            TAB_02,
            (*at(first, role), *at(other, role)),
            marks(first, service, role, a.nilai, b.nilai),
            {
                "nama": names[role],
                "layanan": name_of(service),
                "a": write(a.nilai),
                "b": write(b.nilai),
            },
            ditemukan=b.nilai,
            seharusnya=a.nilai,
            selisih=abs(a.nilai - b.nilai),
            kunci=f"dua/{service}/{role}",
            urusan=first.urusan,
        )
