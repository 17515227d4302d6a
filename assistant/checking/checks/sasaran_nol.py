"""A percentage without a sasaran: ARI-18."""

from collections.abc import Iterator

from assistant.checking.compare import at, finding, key, marks, value, write
from assistant.checking.context import Konteks, served_records
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.records import Rekaman

ARI_18 = Aturan(
    id="ARI-18",
    judul="Sasaran nol atau kosong tetapi capaian terisi",
    keparahan="peringatan",
    butuh=("sasaran", "persen"),
    pesan="{label}: sasaran {sasaran}, tetapi capaian tertulis {persen} persen. Persentase tidak "
    "dapat dihitung tanpa sasaran.",
    saran='Tulis "nihil" beserta alasannya, atau isi sasarannya.',
)
RULES = (ARI_18,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record that states people or mutu, with all three numbers.

    Sumber: kaidah hitung.
    """
    for record in served_records(k):
        if not {"sasaran", "terlayani", "persen"} <= record.sel.keys():
            continue
        if without_target(record):
            yield _finding(record)
        elif value(record.bilangan("sasaran")) == 0 and _counted(record):
            yield Lulus("ARI-18")


def _counted(record: Rekaman) -> bool:
    """Whether terlayani and capaian are numbers."""
    return None not in (value(record.bilangan("terlayani")), value(record.bilangan("persen")))


def without_target(record: Rekaman) -> bool:
    """Whether a record has a capaian, but nothing that it could be a share of."""
    target, p = record.bilangan("sasaran"), value(record.bilangan("persen"))
    if target is None or not p:
        return False
    return value(target) == 0 or target.jenis in ("kosong", "nihil")


def _finding(record: Rekaman) -> Hasil:
    target, p = record.bilangan("sasaran"), value(record.bilangan("persen"))
    assert target is not None
    assert p is not None
    return finding(
        ARI_18,
        at(record, "persen", "sasaran"),
        marks(record, p),
        {
            "label": record.label,
            "sasaran": target.mentah.strip() or "kosong",
            "persen": write(p),
        },
        kunci=key(record),
        urusan=record.urusan,
    )
