"""Collects blocks and table rows in the order of a file into a Naskah's parts."""

import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from ingest.report.model import Baris, Blok, Letak, Sel, Tabel
from ingest.report.numbers import is_number
from ingest.report.outline import CAPTION, LIST_HEAD, TOC_LINE, kind_of, level, plain

NEAR = 4  # blocks between a caption and its table


@dataclass
class Assembler:
    """Blocks and tables so far. `daftar` is the list (of contents, tables ...) being read."""

    blok: list[Blok] = field(default_factory=list)
    tabel: list[Tabel] = field(default_factory=list)
    daftar: str = ""
    jalur: list[tuple[int, str]] = field(default_factory=list)

    def line(self, raw: str, letak: Letak, jenis: str | None = None, tingkat: int = 0) -> None:
        """One line or paragraph of text."""
        text = plain(raw)
        flat = text.replace("\t", " ").strip()
        if not flat:
            return
        head = LIST_HEAD.match(flat)
        if head and not TOC_LINE.match(text):
            self.daftar = head.group(1).lower()
            self.blok.append(Blok("judul", flat, letak, 1))
            return
        if self.daftar:
            if TOC_LINE.match(text):
                self.blok.append(Blok("daftar", text, letak))
                return
            self.daftar = ""
        kind = jenis or kind_of(flat)
        depth = 0
        if kind == "judul":
            depth = tingkat or level(flat)
            self.jalur = [(d, t) for d, t in self.jalur if d < depth] + [(depth, flat)]
        self.blok.append(Blok(kind, flat, letak, depth))  # type: ignore[arg-type]

    def table(
        self, rows: list[Baris], lembar: str | None = None, kolom_awal: int = 0, catatan: str = ""
    ) -> None:
        """One table, joined to the last one where it goes on after a page break."""
        rows = trimmed(rows)
        if not rows:
            return
        if self.tabel and lembar is None:
            joined = joined_with(self.tabel[-1], rows, len(self.blok))
            if joined:
                self.tabel[-1] = joined
                return
        self.tabel.append(
            Tabel(
                len(self.tabel) + 1,
                tuple(rows),
                len(self.blok),
                self._caption(),
                lembar,
                kolom_awal,
                jalur=tuple(text for _, text in self.jalur),
                catatan=catatan,
            )
        )

    def _caption(self) -> str:
        """The caption before a table; a bare "Tabel 1.1" takes the next line with it."""
        last = self.tabel[-1].urutan if self.tabel else 0
        for at in range(len(self.blok) - 1, max(last - 1, len(self.blok) - NEAR - 1, -1), -1):
            block = self.blok[at]
            if block.jenis == "keterangan":
                after = self.blok[at + 1 : at + 2]
                bare = re.fullmatch(r"\S+\s+[\dIVXa-z.\-]+[.:]?", block.teks)
                return f"{block.teks} {after[0].teks}" if bare and after else block.teks
        continued = self.tabel and self.tabel[-1].urutan == len(self.blok)
        return self.tabel[-1].judul if continued else ""


def trimmed(rows: list[Baris]) -> list[Baris]:
    """Rows that are not empty; rows of dashes (Markdown) left out."""
    return [
        row
        for row in rows
        if any(c.teks for c in row.sel)
        and not all(set(c.teks) <= {"-", ":", " "} and len(c.teks) != 1 for c in row.sel)
    ]


def signature(row: Baris) -> tuple[str, ...]:
    """A row's texts in small letters, empty ones at the end left out."""
    cells = [re.sub(r"\W+", " ", c.teks.lower()).strip() for c in row.sel]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def joined_with(before: Tabel, rows: list[Baris], urutan: int) -> Tabel | None:
    """`before` with `rows` added, where they repeat its header and nothing stands between."""
    if before.urutan != urutan or before.lembar is not None:
        return None
    if _goes_on(before, rows):
        return replace(before, baris=(*before.baris, *rows), sambungan=before.sambungan + 1)
    same = 0
    for old, new in zip(before.baris[:8], rows, strict=False):
        if not _same_row(signature(old), signature(new), exactly=same == 0):
            break
        same += 1
    if not same or same == len(rows) or len(signature(rows[0])) < 2:
        return None
    return replace(before, baris=(*before.baris, *rows[same:]), sambungan=before.sambungan + 1)


def _goes_on(before: Tabel, rows: list[Baris]) -> bool:
    """Rows of figures right after a table of the same width: it went on over a page break."""
    width = {len(r.sel) for r in rows}
    if width != {len(r.sel) for r in before.baris[-3:]} or before.catatan:
        return False
    first, pages = rows[0], {before.baris[-1].halaman, rows[0].halaman}
    numbers = [c for c in first.sel[1:] if is_number(c.teks)]
    turned = len(pages) == 2 and None not in pages
    return turned and len(numbers) >= 2 and signature(first) != signature(before.baris[0])


def _same_row(old: tuple[str, ...], new: tuple[str, ...], exactly: bool) -> bool:
    """The rows below the first one of a repeated header may differ by a letter or two."""
    if exactly or old == new:
        return old == new
    if abs(len(old) - len(new)) > 1 or all(t.isdigit() or not t for t in new):
        return all(t.isdigit() or not t for t in (*old, *new))
    return SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False).ratio() > 0.85


def cells_of(texts: list[str]) -> tuple[Sel, ...]:
    """Texts as cells, markup removed."""
    return tuple(Sel(plain(text).strip()) for text in texts)


def is_caption(text: str) -> bool:
    """Whether a line is a caption."""
    return CAPTION.match(text) is not None
