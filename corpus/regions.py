"""Provinces and kabupaten/kota by code and by name."""

from functools import cache

from corpus.load import DATA, rows
from corpus.models import Daerah


@cache
def regions() -> dict[str, Daerah]:
    """All 552 regions by code."""
    return {d.kode: d for d in rows(DATA / "wilayah.csv", Daerah)}


def find(text: str) -> list[Daerah]:
    """Regions that a code or a name means; several where the name alone does not decide.

    "32.16", "Kabupaten Bekasi" and "kab. bekasi" give one; "bekasi" gives the kabupaten and the
    kota.
    """
    wanted = " ".join(text.lower().replace("kab.", "kabupaten ").split())
    if wanted.startswith("kab "):
        wanted = "kabupaten " + wanted[4:]
    wanted = wanted.removeprefix("provinsi ").removeprefix("prov. ").removeprefix("prov ")
    if wanted in regions():
        return [regions()[wanted]]
    named = [d for d in regions().values() if d.nama.lower() == wanted]
    bare = ("kabupaten " + wanted, "kota " + wanted)
    return named or [d for d in regions().values() if d.nama.lower() in bare]
