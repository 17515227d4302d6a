"""The catalogue: six urusan and 43 jenis pelayanan dasar, in catalogue order."""

from functools import cache

from corpus.load import DATA, build, folder, tables, toml
from corpus.models import JenisLayanan, Tingkat, Urusan, UrusanId

ORDER: tuple[UrusanId, ...] = (
    "pendidikan",
    "kesehatan",
    "pekerjaan_umum",
    "perumahan_rakyat",
    "trantibumlinmas",
    "sosial",
)


@cache
def urusan() -> dict[UrusanId, Urusan]:
    """The six urusan by id, in the order of PP 2/2018."""
    by_id = {
        (u := build(Urusan, toml(path)["urusan"], path.name)).id: u
        for path in folder(DATA / "services")
    }
    return {name: by_id[name] for name in ORDER}


@cache
def services() -> dict[str, JenisLayanan]:
    """All 43 services by id: urusan by urusan, kabupaten/kota before provinsi."""
    every = tables(folder(DATA / "services"), "layanan", JenisLayanan)
    ranked = sorted(every, key=lambda s: (ORDER.index(s.urusan), s.tingkat != "kabkota", s.id))
    return {s.id: s for s in ranked}


def of(urusan_id: UrusanId | None = None, tingkat: Tingkat | None = None) -> list[JenisLayanan]:
    """Services of an urusan and a level; None means all."""
    return [
        s
        for s in services().values()
        if urusan_id in (None, s.urusan) and tingkat in (None, s.tingkat)
    ]
