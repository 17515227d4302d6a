"""Cells that must be filled and are not: LKP-03."""

from collections.abc import Iterator

from assistant.checking.compare import P59, at, finding
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import normal

LKP_03 = Aturan(
    id="LKP-03",
    judul="Sel wajib kosong",
    keparahan="peringatan",
    butuh=("sasaran", "terlayani", "capaian"),
    pesan="{n} sel {nama} kosong: {daftar}.",
    dasar=(P59,),
    saran="Isi angkanya; bila memang tidak ada, tulis 0 atau nihil.",
)
RULES = (LKP_03,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Sasaran, terlayani and capaian of every service.

    Sumber: Permendagri Nomor 59 Tahun 2021 (data realisasi).
    """
    empty: dict[str, list[tuple[str, Tempat]]] = {}
    for record in k.rekaman:
        if record.layanan is None or record.blok in ("mutu", "anggaran") or record.total:
            continue
        if record.grid.kelayakan != "layak" or is_plan(k, record):
            continue
        if not {"sasaran", "terlayani"} <= record.sel.keys():
            continue
        for role in ("sasaran", "terlayani", "persen"):
            number = record.bilangan(role)
            if number is None:
                continue
            if number.jenis == "kosong" and record.rumus(role) is None:
                place_ = at(record, role)[0]
                empty.setdefault(place_.nama, []).append((record.label, place_))
            else:
                yield Lulus("LKP-03")
    for name, cells in empty.items():
        labels = [label for label, _ in cells]
        yield finding(
            LKP_03,
            tuple(p for _, p in cells),
            (name, *(normal(label) for label in labels)),
            {
                "n": len(cells),
                "nama": name,
                "daftar": "; ".join(labels[:4]) + ("; ..." if len(labels) > 4 else ""),
            },
        )
