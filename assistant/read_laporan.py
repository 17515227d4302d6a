"""A filled template (.xlsx, .csv, .json) -> Laporan, or every reason why it cannot be used."""

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from assistant import messages
from assistant.format import number
from assistant.laporan import Laporan, Masalah
from corpus.errors import BerkasError, LaporanError
from ingest.limits import MAX_BYTES, MAX_UNZIPPED

SUFFIXES = (".xlsx", ".csv", ".json")


class Bacaan(NamedTuple):
    """What was read. `laporan` is None where not even level and year are known; with `masalah`
    it still holds all that could be read, the cells complained about left empty."""

    laporan: Laporan | None
    masalah: tuple[Masalah, ...]


class LaporanTakTerbaca(LaporanError):
    """A laporan with cells that cannot be used: one sentence a line, all of them."""

    def __init__(self, berkas: str, masalah: tuple[Masalah, ...]) -> None:
        self.berkas = berkas
        self.masalah = masalah
        super().__init__("\n".join(item.kalimat for item in masalah))


def read_laporan(path: Path) -> Laporan:
    """The laporan in a filled template.

    Raises:
        BerkasError: the file cannot be read at all.
        LaporanTakTerbaca: it can, but cells, columns or sheets cannot be used.
    """
    laporan, masalah = inspect_laporan(path)
    if masalah or laporan is None:
        raise LaporanTakTerbaca(path.name, masalah)
    return laporan


def inspect_laporan(path: Path) -> Bacaan:
    """What a filled template says and everything in it that cannot be used.

    Raises:
        BerkasError: the file cannot be read at all: missing, too large, damaged, other format.
    """
    reader = _reader(path)
    _check_size(path)
    return reader(path, hashlib.sha256(path.read_bytes()).hexdigest())


def _reader(path: Path) -> Callable[[Path, str], Bacaan]:
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from assistant import laporan_xlsx

        return laporan_xlsx.read
    if suffix == ".csv":
        from assistant import laporan_csv

        return laporan_csv.read
    if suffix == ".json":
        from assistant import laporan_json

        return laporan_json.read
    if not path.exists():
        raise BerkasError(messages.BERKAS_TIDAK_ADA.format(nama=path.name))
    raise BerkasError(messages.BERKAS_FORMAT.format(nama=path.name))


def _check_size(path: Path) -> None:
    """Looks at sizes before a byte is read, so that 500 MB cost nothing."""
    if not path.is_file():
        raise BerkasError(messages.BERKAS_TIDAK_ADA.format(nama=path.name))
    size = os.path.getsize(path)
    if size == 0:
        raise BerkasError(messages.BERKAS_KOSONG.format(nama=path.name))
    limit = MAX_BYTES
    if size <= limit and path.suffix.lower() == ".xlsx":
        try:
            with zipfile.ZipFile(path) as archive:
                size = max(size, sum(entry.file_size for entry in archive.infolist()))
        except (zipfile.BadZipFile, OSError) as error:
            raise BerkasError(messages.BERKAS_RUSAK.format(nama=path.name, jenis="XLSX")) from error
        limit = MAX_UNZIPPED
    if size > limit:
        raise BerkasError(
            messages.BERKAS_TERLALU_BESAR.format(
                nama=path.name, ukuran=number(size // 2**20), batas=number(limit // 2**20)
            )
        )
