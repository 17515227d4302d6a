"""The XLSX template -> Laporan. Sheets, rows and columns in any order; labels decide."""

from pathlib import Path
from typing import NamedTuple

from assistant import messages
from assistant.entry_check import Macam, Rumus, quoted
from assistant.laporan import ButirMutu, Letak, Masalah, Nilai
from assistant.laporan_book import Book, Rows, address
from assistant.laporan_builder import LaporanBuilder
from assistant.read_laporan import Bacaan
from assistant.template_layout import (
    IDENTITAS,
    KODE,
    LEMBAR,
    LEMBAR_IDENTITAS,
    PERSEN,
    SATUAN,
    TABEL,
    Tabel,
    normal,
)
from corpus.catalogue import services

_KINDS: dict[str, Macam] = {"penerima": "orang", "mutu": "jumlah", "anggaran": "rupiah"}
_NUMBERS = {normal(label): tabel for tabel in TABEL for label in (tabel.kiri, tabel.kanan)}
_TITLES = {normal(tabel.judul): tabel for tabel in TABEL}


class _Head(NamedTuple):
    """One table found on a sheet: its heading row (0-based) and the column of every label."""

    tabel: Tabel
    row: int
    columns: dict[str, int]


def read(path: Path, sha256: str) -> Bacaan:
    """The laporan of a workbook.

    Raises:
        BerkasError: the file is no workbook, or has more cells than the limit.
    """
    book = Book(path)
    builder = LaporanBuilder()
    for name, label in ((None, LEMBAR_IDENTITAS), *LEMBAR.items()):
        rows = book.rows(label)
        if rows is None:
            builder.check.masalah.append(
                Masalah(messages.LEMBAR_HILANG.format(lembar=label), Letak(lembar=label))
            )
        elif name is None:
            who = builder.identity(_identity(rows, label))
        else:
            _SheetReader(book, builder, label, rows).read()
    if book.rows(LEMBAR_IDENTITAS) is None:
        return Bacaan(None, tuple(builder.check.masalah))
    laporan = builder.build(path.name, who, sha256)
    return Bacaan(laporan, tuple(builder.check.masalah))


def _identity(rows: Rows, label: str) -> dict[str, tuple[object, Letak]]:
    """{key of IDENTITAS: (value to the right of its label, place)}."""
    labels = {normal(text): key for key, text in IDENTITAS.items()}
    found: dict[str, tuple[object, Letak]] = {}
    for n, row in enumerate(rows):
        for column, cell in enumerate(row[:-1]):
            key = labels.get(normal(cell)) if isinstance(cell, str) else None
            if key is not None and key not in found:
                at = Letak(lembar=label, sel=address(n, column + 1), baris=n + 1)
                found[key] = (row[column + 1], at)
    return found


class _SheetReader:
    """Reads the three tables of one urusan's sheet into the builder."""

    def __init__(self, book: Book, builder: LaporanBuilder, label: str, rows: Rows) -> None:
        self.book, self.builder, self.label, self.rows = book, builder, label, rows

    def read(self) -> None:
        """All tables; what is missing is complained about, what is there is read."""
        heads = self._heads()
        for tabel in TABEL:
            if not any(head.tabel == tabel for head in heads):
                at = Letak(lembar=self.label)
                self.builder.check.complain(messages.TABEL_HILANG, at, kolom=tabel.kiri)
        ends = [head.row for head in heads[1:]] + [len(self.rows)]
        for head, end in zip(heads, ends, strict=True):
            if self._complete(head):
                for n in range(head.row + 1, end):
                    self._row(head, n)

    def _heads(self) -> list[_Head]:
        """Heading rows: those with a label of a number column, or "Kode" below a known title."""
        heads: list[_Head] = []
        title: Tabel | None = None
        for n, row in enumerate(self.rows):
            labels: dict[str, int] = {}
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    labels.setdefault(normal(cell), column)
            title = next((_TITLES[text] for text in labels if text in _TITLES), title)
            tabel = next((_NUMBERS[text] for text in labels if text in _NUMBERS), None)
            if tabel is None and normal(KODE) in labels:
                tabel = title
            if tabel is not None:
                heads.append(_Head(tabel, n, labels))
        return heads

    def _complete(self, head: _Head) -> bool:
        """Whether every needed column is there; each one renamed, missing or double is said."""
        needed = _needed(head.tabel)
        known = {normal(text) for text in (*needed, SATUAN, PERSEN, *head.tabel[2:])}
        row = self.rows[head.row]
        strange = [
            n for n, cell in enumerate(row) if cell is not None and normal(cell) not in known
        ]
        texts = [normal(cell) for cell in row if cell is not None]
        whole = True
        for label in needed:
            if texts.count(normal(label)) > 1:
                at = self._at(head.row, head.columns[normal(label)])
                self.builder.check.complain(messages.KOLOM_GANDA, at, kolom=label)
                whole = False
            if normal(label) in head.columns:
                continue
            whole = False
            if strange:
                at = self._at(head.row, strange[0])
                self.builder.check.complain(
                    messages.KOLOM_BERUBAH, at, nilai=quoted(row[strange.pop(0)]), kolom=label
                )
            else:
                at = self._at(head.row, 0)
                self.builder.check.complain(messages.KOLOM_HILANG, at, kolom=label)
        return whole

    def _row(self, head: _Head, n: int) -> None:
        tabel, columns, row = head.tabel, head.columns, self.rows[n]
        code = row[columns[normal(KODE)]]
        left, right = columns[normal(tabel.kiri)], columns[normal(tabel.kanan)]
        filled = row[left] is not None or row[right] is not None
        at = self._at(n, columns[normal(KODE)])
        if code is None or not str(code).strip():
            if filled:
                self.builder.check.complain(messages.KODE_KOSONG, at)
            return
        if not filled and str(code).strip().lower() not in services() and " " in str(code).strip():
            return  # a title or a remark
        found = self.builder.service(code, at)
        if found is None:
            return
        if tabel.bagian == "mutu":
            self._mutu(found.id, head, n, at)
        elif tabel.bagian == "penerima":
            self.builder.add_penerima(found.id, *self._pair(head, n, "orang"), at)
        else:
            self.builder.add_anggaran(found.id, *self._pair(head, n, ""), at)

    def _mutu(self, id: str, head: _Head, n: int, at: Letak) -> None:
        row, columns = self.rows[n], head.columns
        name, komponen, unit = (
            row[columns[normal(label)]]
            for label in (head.tabel.uraian, head.tabel.komponen, SATUAN)
        )
        unit = None if unit is None else str(unit).strip()
        need, met = self._pair(head, n, unit or "")
        if name is None or not str(name).strip():
            place = self._at(n, columns[normal(head.tabel.uraian)])
            self.builder.check.complain(messages.BUTIR_TANPA_NAMA, place)
            return
        place = self._at(n, columns[normal(head.tabel.komponen)])
        found = self.builder.komponen(komponen, place)
        if found is not None:
            butir = ButirMutu(found, " ".join(str(name).split()), unit, need, met)
            self.builder.add_mutu(id, butir, at)

    def _pair(self, head: _Head, n: int, satuan: str) -> tuple[Nilai, Nilai]:
        kind = _KINDS[head.tabel.bagian]
        if kind == "jumlah" and normal(satuan) == "orang":
            kind = "orang"
        left, right = (
            self._number(n, head.columns[normal(label)], kind, satuan)
            for label in (head.tabel.kiri, head.tabel.kanan)
        )
        return left, right

    def _number(self, n: int, column: int, kind: Macam, satuan: str) -> Nilai:
        raw = self.rows[n][column]
        if raw is None and self.book.is_formula(self.label, n, column):
            raw = Rumus()
        return self.builder.check.number(raw, self._at(n, column), kind, satuan or "orang")

    def _at(self, row: int, column: int) -> Letak:
        return Letak(lembar=self.label, sel=address(row, column), baris=row + 1)


def _needed(tabel: Tabel) -> tuple[str, ...]:
    extra = (tabel.uraian, tabel.komponen, SATUAN) if tabel.bagian == "mutu" else ()
    return (KODE, *extra, tabel.kiri, tabel.kanan)
