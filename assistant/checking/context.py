"""Everything that a check may look at: the document, what it is, its grids and records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.checking.choices import NONE, Pilihan
from assistant.checking.grid import Grid
from assistant.checking.grids import grids
from assistant.checking.identity import identify
from assistant.checking.legibility import judged
from assistant.checking.models import Identitas, TabelDikenali, Tempat
from assistant.checking.people import AcuanPenduduk
from assistant.checking.records import Rekaman, records
from assistant.checking.references import Kutipan, citations
from ingest.report.model import Blok, Letak, Naskah


@dataclass(frozen=True)
class Konteks:
    """One laporan. `hari`: the day whose law counts; grids that cannot be read are left out of
    `grid` and stand in `rusak`. `penduduk`: what the user gave for this region."""

    naskah: Naskah
    identitas: Identitas
    hari: date
    semua_grid: tuple[Grid, ...]
    penduduk: AcuanPenduduk | None = None

    @cached_property
    def grid(self) -> tuple[Grid, ...]:
        """Grids that may be checked."""
        return tuple(g for g in self.semua_grid if g.kelayakan != "tak_layak")

    @cached_property
    def rusak(self) -> tuple[Grid, ...]:
        """Grids that cannot be read reliably."""
        return tuple(g for g in self.semua_grid if g.kelayakan == "tak_layak")

    @cached_property
    def rekaman(self) -> tuple[Rekaman, ...]:
        """Statements about services and urusan, in the order of the file."""
        return tuple(records(self.grid, self.identitas.tingkat))

    @cached_property
    def kutipan(self) -> tuple[Kutipan, ...]:
        """Regulations cited."""
        return citations(self.naskah)

    @cached_property
    def narasi(self) -> tuple[Blok, ...]:
        """Paragraphs and list items."""
        return tuple(b for b in self.naskah.blok if b.jenis in ("paragraf", "butir"))

    @cached_property
    def judul(self) -> tuple[Blok, ...]:
        """Headings."""
        return tuple(b for b in self.naskah.blok if b.jenis == "judul")

    @cached_property
    def keterangan(self) -> tuple[Blok, ...]:
        """Captions."""
        return tuple(b for b in self.naskah.blok if b.jenis == "keterangan")


def build(
    naskah: Naskah,
    hari: date,
    pilihan: Pilihan = NONE,
) -> Konteks:
    """The context of a document. `hari` is used where the document itself is not dated."""
    tables = [t for t in naskah.tabel if not t.catatan]
    parts = judged(
        [g for t in tables for g in grids(t, pilihan.peran)], naskah.format, naskah.halaman_ocr
    )
    identity = identify(naskah, pilihan)
    people = pilihan.penduduk.get(identity.daerah or "")
    return Konteks(naskah, identity, _day(identity, hari), parts, people)


def _day(identity: Identitas, fallback: date) -> date:
    """The day on which the document was signed, else the end of its year, else `fallback`."""
    if identity.tanggal:
        year, month, day = identity.tanggal
        try:
            return date(year, month, day or 28)
        except ValueError:
            return date(year, month, 28)
    year_ = identity.periode.tahun
    return min(date(year_ + 1, 3, 31), fallback) if year_ else fallback


def place(letak: Letak, kutipan: str = "", nama: str = "") -> Tempat:
    """A place with what stands there, at most 160 characters of it."""
    short = kutipan if len(kutipan) <= 160 else kutipan[:157] + "..."
    return Tempat(letak=letak, kutipan=short, nama=nama)


def is_plan(k: Konteks, record: Rekaman) -> bool:
    """A figure of a plan: nothing has been served yet."""
    year = k.identitas.periode.tahun
    planned = record.tahun is not None and year is not None and record.tahun > year
    return planned or (k.identitas.jenis == "rad" and record.grid.kelayakan == "curiga")


def served_records(k: Konteks) -> Iterator[Rekaman]:
    """Records that state people or mutu; plans for later years are left out."""
    for record in k.rekaman:
        if record.blok == "anggaran" or not {"sasaran", "terlayani", "persen"} & record.sel.keys():
            continue
        if not is_plan(k, record):
            yield record


def recognised(k: Konteks) -> tuple[TabelDikenali, ...]:
    """Every part of a table under its own header, with the roles of its columns."""
    return tuple(
        TabelDikenali(
            g.tabel.letak(g.awal),
            g.judul,
            g.kelayakan != "tak_layak",
            tuple((" > ".join(c.kepala), c.peran) for c in g.kolom),
        )
        for g in k.semua_grid
    )
