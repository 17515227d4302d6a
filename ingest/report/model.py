"""A laporan as it was read: blocks in order, each with its place, before anything is understood.

Plain tuples: a workbook of 20,000 rows has a quarter of a million cells, and all of them cross
from the child process that parsed the file to the parent that checks it.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Format = Literal["teks", "pdf", "docx", "xlsx"]
JenisBlok = Literal["judul", "paragraf", "butir", "keterangan", "daftar"]


class Letak(NamedTuple):
    """A place in a file, every number 1-based.

    `baris` and `kolom` count inside `tabel` (header rows counted); `nomor` is the line of a
    text file; `sel` the A1 address in `lembar`; `data` counts the rows below the header.
    """

    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    sel: str | None = None
    nomor: int | None = None
    data: int | None = None


class Sel(NamedTuple):
    """One cell. `teks` as shown; `angka` the stored number of a spreadsheet as a decimal string,
    `desimal` the decimals it shows; `rumus` its formula without the equals sign; `keyakinan` how
    sure OCR was of its figures, in percent."""

    teks: str
    angka: str | None = None
    desimal: int | None = None
    rumus: str | None = None
    keyakinan: int | None = None


KOSONG = Sel("")


class Baris(NamedTuple):
    """A row of cells. `nomor`: its line in a text or its row in a sheet. `sembunyi`: hidden."""

    sel: tuple[Sel, ...]
    nomor: int | None = None
    halaman: int | None = None
    sembunyi: bool = False


class Blok(NamedTuple):
    """A heading, paragraph, list item, caption or line of a table of contents."""

    jenis: JenisBlok
    teks: str
    letak: Letak
    tingkat: int = 0


@dataclass(frozen=True)
class Tabel:
    """A table; `nomor` counts in the whole file. `urutan` is the number of blocks before it.

    `judul` is the caption or the nearest heading; `kolom_awal` the sheet column (0-based) of the
    first cell; `sambungan` counts the pieces that were joined. `catatan` says what could not be
    read reliably.
    """

    nomor: int
    baris: tuple[Baris, ...]
    urutan: int = 0
    judul: str = ""
    lembar: str | None = None
    kolom_awal: int = 0
    sambungan: int = 0
    jalur: tuple[str, ...] = ()
    catatan: str = ""

    def letak(self, baris: int, kolom: int | None = None) -> Letak:
        """The place of a row, or of a cell (both 0-based here)."""
        row = self.baris[baris]
        cell = None
        if self.lembar is not None and kolom is not None:
            cell = f"{column_letters(self.kolom_awal + kolom)}{row.nomor}"
        return Letak(
            row.halaman,
            self.lembar,
            self.nomor,
            baris + 1,
            None if kolom is None else kolom + 1,
            cell,
            row.nomor if self.lembar is None else None,
        )

    def teks(self, baris: int, kolom: int) -> str:
        """Text of a cell; empty outside of the row."""
        cells = self.baris[baris].sel
        return cells[kolom].teks if kolom < len(cells) else ""


@dataclass(frozen=True)
class Naskah:
    """A file that was read. `catatan` are sentences for the user about what was left out;
    `halaman_kosong` pages without text, which only OCR can read, `halaman_ocr` those it read."""

    nama: str
    format: Format
    blok: tuple[Blok, ...]
    tabel: tuple[Tabel, ...]
    halaman: int = 0
    sha256: str = ""
    ocr: bool = False
    catatan: tuple[str, ...] = field(default=())
    halaman_kosong: tuple[int, ...] = ()
    halaman_ocr: tuple[int, ...] = ()


def column_letters(index: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
