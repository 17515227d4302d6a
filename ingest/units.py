"""The units of a law: an ayat, a pasal without ayat, a page of an annex, each with its place."""

from dataclasses import dataclass, replace

from corpus.models import Bagian
from ingest.repair import join_lines


@dataclass(frozen=True)
class Heading:
    """ "BAB II", "JENIS SPM"."""

    nomor: str
    judul: str


@dataclass(frozen=True)
class Unit:
    """One smallest unit: an ayat, a pasal without ayat, or a page part of an annex.

    `teks` is mended running text without its own number; `huruf` lists are still inside it.
    """

    regulasi: str
    bagian: Bagian
    bab: Heading | None
    subbagian: Heading | None
    paragraf: Heading | None
    pasal: str | None
    ayat: str | None
    teks: str
    halaman: int | None
    nomor: int | None
    lampiran: str | None = None

    @property
    def alamat(self) -> str:
        """The law address: "pp-2-2018/penjelasan/pasal-3/ayat-3"."""
        parts = [self.regulasi]
        if self.bagian in ("penjelasan", "lampiran"):
            parts.append(self.bagian + (f"-{self.lampiran.lower()}" if self.lampiran else ""))
        if self.pasal:
            parts.append(f"pasal-{self.pasal.lower()}")
        elif self.bagian == "penjelasan":
            parts.append("umum")
        if self.ayat:
            parts.append(f"ayat-{self.ayat.lower()}")
        return "/".join(parts)


def merged(units: list[Unit]) -> list[Unit]:
    """Units of one address joined: text after a list that a page break had cut off."""
    result: dict[str, Unit] = {}
    for n, unit in enumerate(units):
        key = unit.alamat if unit.bagian != "lampiran" else f"{n}"
        if unit.alamat.endswith("/umum"):
            key = f"umum {n}"
        if key in result:
            before = result[key]
            result[key] = replace(before, teks=join_lines(before.teks, unit.teks))
        else:
            result[key] = unit
    return list(result.values())
