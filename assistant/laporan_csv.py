"""The CSV template -> Laporan. Separator ';', ',' or tab; numbers are text in any convention."""

import csv
import io
from pathlib import Path

from assistant import messages
from assistant.entry_check import Macam, quoted
from assistant.laporan import ButirMutu, Letak, Nilai
from assistant.laporan_builder import LaporanBuilder
from assistant.read_laporan import Bacaan
from assistant.template_layout import CSV_KOLOM, IDENTITAS, SATUAN, TABEL, normal
from corpus.errors import BerkasError
from ingest.angka import Konvensi, column_convention

_Row = dict[str, str]
_KINDS: dict[str, Macam] = {"penerima": "orang", "mutu": "jumlah", "anggaran": "rupiah"}


def read(path: Path, sha256: str) -> Bacaan:
    """The laporan of a CSV file.

    Raises:
        BerkasError: the file is no text table.
    """
    text = _decode(path)
    builder = LaporanBuilder()
    rows = _rows(builder, text)
    if rows is None:
        return Bacaan(None, tuple(builder.check.masalah))
    who = builder.identity(_identity(rows))
    reader = _RowReader(builder, rows)
    for line, row in rows:
        reader.add(line, row)
    laporan = builder.build(path.name, who, sha256)
    return Bacaan(laporan, tuple(builder.check.masalah))


def _decode(path: Path) -> str:
    data = path.read_bytes()
    encodings = (
        ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    )
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BerkasError(messages.BERKAS_RUSAK.format(nama=path.name, jenis="CSV"))


def _rows(builder: LaporanBuilder, text: str) -> list[tuple[int, _Row]] | None:
    """(line, {column: cell}) below the heading; None, after complaints, without all columns."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    table = csv.reader(io.StringIO(text), delimiter=delimiter)
    filled = [(table.line_num, row) for row in table if any(cell.strip() for cell in row)]
    if not filled:
        builder.check.complain(messages.KOLOM_HILANG, Letak(baris=1), kolom=CSV_KOLOM[0])
        return None
    line, head = filled[0]
    place = {normal(cell): n for n, cell in enumerate(head)}
    missing = [label for label in CSV_KOLOM if normal(label) not in place]
    for label in missing:
        builder.check.complain(messages.KOLOM_HILANG, Letak(baris=line), kolom=label)
    if missing:
        return None
    columns = {label: place[normal(label)] for label in CSV_KOLOM}
    return [
        (at, {label: row[n].strip() if n < len(row) else "" for label, n in columns.items()})
        for at, row in filled[1:]
    ]


def _identity(rows: list[tuple[int, _Row]]) -> dict[str, tuple[object, Letak]]:
    labels = {normal(label): key for key, label in IDENTITAS.items()}
    return {
        labels[normal(row["Kode"])]: (row["Uraian"], Letak(baris=line, kolom="Uraian"))
        for line, row in rows
        if normal(row["Bagian"]) == "identitas" and normal(row["Kode"]) in labels
    }


class _RowReader:
    """Adds the rows of a CSV file; the number convention is that of the whole column."""

    def __init__(self, builder: LaporanBuilder, rows: list[tuple[int, _Row]]) -> None:
        self.builder = builder
        self.convention: dict[str, Konvensi | None] = {
            label: column_convention(row[label] for _, row in rows)
            for tabel in TABEL
            for label in (tabel.kiri, tabel.kanan)
        }

    def add(self, line: int, row: _Row) -> None:
        """One row: penerima with its budget, or a mutu item."""
        part = normal(row["Bagian"])
        if part == "identitas":
            return
        if part not in ("penerima", "mutu"):
            at = Letak(baris=line, kolom="Bagian")
            self.builder.check.complain(
                messages.BAGIAN_TAK_DIKENAL, at, nilai=quoted(row["Bagian"])
            )
            return
        found = self.builder.service(row["Kode"], Letak(baris=line, kolom="Kode"))
        if found is None:
            return
        at = Letak(baris=line)
        if part == "mutu":
            self._mutu(found.id, row, at)
            return
        sasaran, terlayani = self._pair(0, row, line)
        self.builder.add_penerima(found.id, sasaran, terlayani, at)
        pagu, realisasi = self._pair(2, row, line)
        self.builder.add_anggaran(found.id, pagu, realisasi, at)

    def _mutu(self, id: str, row: _Row, at: Letak) -> None:
        assert at.baris is not None
        if not row["Uraian"]:
            self.builder.check.complain(messages.BUTIR_TANPA_NAMA, at)
            return
        komponen = self.builder.komponen(row["Komponen"], at)
        need, met = self._pair(1, row, at.baris)
        if komponen is not None:
            butir = ButirMutu(komponen, row["Uraian"], row[SATUAN] or None, need, met)
            self.builder.add_mutu(id, butir, at)

    def _pair(self, table: int, row: _Row, line: int) -> tuple[Nilai, Nilai]:
        tabel = TABEL[table]
        kind = _KINDS[tabel.bagian]
        if kind == "jumlah" and normal(row[SATUAN]) == "orang":
            kind = "orang"
        left, right = (
            self.builder.check.number(
                row[label] or None,
                Letak(baris=line, kolom=label),
                kind,
                konvensi=self.convention[label],
                teks=True,
            )
            for label in (tabel.kiri, tabel.kanan)
        )
        return left, right
