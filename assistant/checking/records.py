"""Rows and column groups that state something about one jenis pelayanan dasar or urusan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.grid import Grid, Kolom
from assistant.checking.roles import Blok, Peran, block_of
from assistant.checking.services import service_of, urusan_of
from corpus.catalogue import services
from corpus.models import Tingkat, UrusanId
from ingest.report.model import Letak
from ingest.report.numbers import Bilangan

PEOPLE: tuple[Peran, ...] = ("sasaran", "terlayani", "belum", "persen")
MONEY: tuple[Peran, ...] = ("pagu", "realisasi_anggaran", "sisa", "serapan")
INDEX: tuple[Peran, ...] = ("indeks_penerima", "indeks_mutu", "indeks", "kategori")
OTHER: tuple[Peran, ...] = ("target", "satuan", "masalah", "solusi", "keterangan")
CODE = re.compile(r"[a-z]{2,4}\.(?:kab|prov)\.\d\d")
YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True)
class Rekaman:
    """One statement: the cells of a row (or of one group of its columns) by role.

    `sel` maps a role to a column. `induk` is the row's own number ("1)"), `total` tells sums.
    """

    grid: Grid
    baris: int
    label: str
    layanan: str | None
    urusan: UrusanId | None
    blok: Blok | None
    sel: dict[Peran, int]
    total: bool
    tahun: int | None

    def bilangan(self, peran: Peran) -> Bilangan | None:
        """The number with a role; None where the record has no such cell."""
        at = self.sel.get(peran)
        return None if at is None else self.grid.angka[self.baris][at]

    def teks(self, peran: Peran) -> str:
        """The text with a role."""
        at = self.sel.get(peran)
        return "" if at is None else self.grid.tabel.teks(self.grid.kepala + self.baris, at)

    def letak(self, peran: Peran) -> Letak:
        """The place of the cell with a role, or of the row."""
        return self.grid.letak(self.baris, self.sel.get(peran))

    def rumus(self, peran: Peran) -> str | None:
        """The formula of the cell with a role."""
        at = self.sel.get(peran)
        if at is None:
            return None
        cells = self.grid.tabel.baris[self.grid.kepala + self.baris].sel
        return cells[at].rumus if at < len(cells) else None


def records(grids: Sequence[Grid], tingkat: Tingkat | None) -> Iterator[Rekaman]:
    """Records of all grids, in the order of the file."""
    for grid in grids:
        groups = _groups(grid)
        if groups:
            yield from _of_grid(grid, groups, tingkat)


def _groups(grid: Grid) -> list[dict[Peran, int]]:
    """Columns by role, one dict per group: a role seen again begins the next group."""
    groups: list[dict[Peran, int]] = []
    current: dict[Peran, int] = {}
    last: Kolom | None = None
    for kolom in grid.kolom:
        role = kolom.peran
        if role is None or role not in (*PEOPLE, *MONEY, *INDEX, *OTHER):
            continue
        if role in OTHER and role != "target":
            continue
        again = role in current and not (kolom.jumlah and last is not None)
        if again and role in (*PEOPLE, *MONEY):
            groups.append(current)
            current = {}
        current[role] = kolom.indeks
        last = kolom
    if current:
        groups.append(current)
    people = [g for g in groups if any(r in g for r in PEOPLE)]
    if len(people) > 1:
        # In a wide table the money at the end is the urusan's, not the last service's.
        tail = {r: c for r, c in groups[-1].items() if r in MONEY}
        if tail and any(r in groups[-1] for r in PEOPLE):
            groups[-1] = {r: c for r, c in groups[-1].items() if r not in MONEY}
            groups.append(tail)
    single = {k.peran: k.indeks for k in grid.kolom if k.peran in OTHER and k.peran}
    if len(people) <= 1:
        for group in groups:
            for role, at in single.items():
                group.setdefault(role, at)
    return groups


def _of_grid(
    grid: Grid, groups: list[dict[Peran, int]], tingkat: Tingkat | None
) -> Iterator[Rekaman]:
    title = " ".join(
        (*grid.tabel.jalur[-2:], grid.tabel.judul, grid.judul, grid.tabel.lembar or "")
    )
    field = urusan_of(grid.judul) or urusan_of(grid.tabel.lembar or "") or urusan_of(title)
    block = grid.blok
    wide = sum(1 for g in groups if any(r in g for r in PEOPLE)) > 1
    years = [_year(grid, group) for group in groups]
    for row in range(grid.akhir - grid.kepala):
        label = grid.label[row]
        if not any(b.jenis == "angka" for b in grid.angka[row][1:]):
            field = (urusan_of(label) if len(label) < 90 else None) or field
            block = (block_of(label) if len(label) < 90 else None) or block
            continue
        for group, year in zip(groups, years, strict=True):
            name = _group_name(grid, group) if wide else label
            only_money = all(r in MONEY for r in group)
            service = None if only_money and wide else service_of(name, tingkat, field)
            service = _coded(grid, row) or service
            if service is None and not wide:
                service = service_of(name, tingkat)
            yield Rekaman(
                grid,
                row,
                name or label,
                service,
                _urusan(service, name, field),
                block if not only_money else "anggaran",
                group,
                grid.is_total(row) or grid.is_mean(row),
                year,
            )


def _coded(grid: Grid, row: int) -> str | None:
    """The service whose code stands in the row, as in our own template."""
    for cell in grid.tabel.baris[grid.kepala + row].sel[:4]:
        if CODE.fullmatch(cell.teks) and cell.teks in services():
            return cell.teks
    return None


def _urusan(service: str | None, name: str, field: UrusanId | None) -> UrusanId | None:
    if service is not None:
        return services()[service].urusan
    return (urusan_of(name) if len(name) < 90 else None) or field


def _group_name(grid: Grid, group: dict[Peran, int]) -> str:
    """Headings above the columns of a group, the measures themselves left out."""
    columns = [at for role, at in group.items() if role in (*PEOPLE, *MONEY)]
    names: list[str] = []
    for at in range(min(columns), max(columns) + 1):
        for text in grid.kolom[at].kepala[:-1]:
            if text not in names:
                names.append(text)
    first = grid.kolom[0]
    shared = _shared(grid) | (set(first.kepala) if first.peran in ("uraian", "no", None) else set())
    return " ".join(n for n in names if n not in shared)


def _shared(grid: Grid) -> set[str]:
    """Headings that stand over more than half of the columns: the table's, not a group's."""
    return {
        text
        for text in {t for k in grid.kolom for t in k.kepala}
        if sum(text in k.kepala[:-1] for k in grid.kolom) > 0.5 * len(grid.kolom)
    }


def _year(grid: Grid, group: dict[Peran, int]) -> int | None:
    """The year of a group: in its headings, else the only one in the title."""
    for at in group.values():
        years = YEAR.findall(" ".join(grid.kolom[at].kepala))
        if years:
            return int(years[-1])
    years = sorted(set(YEAR.findall(grid.judul)))
    return int(years[0]) if len(years) == 1 else None
