"""One reader per suffix, and the checks every file passes before a reader sees it."""

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.errors import BerkasError, SpmError
from ingest.document import Document
from ingest.limits import MAX_BYTES, MAX_UNZIPPED
from ingest.readers import docx, html, pdf, text, xlsx

READERS: dict[str, Callable[[Path], Document]] = {
    ".pdf": pdf.read,
    ".docx": docx.read,
    ".xlsx": xlsx.read,
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
}
MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(path: Path) -> Document:
    """Any supported file as a Document.

    Raises:
        BerkasError: unknown suffix, empty, too large, not what its suffix says, damaged or
            without any text; the sentence names the file and the way out.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BerkasError(
            f'Berkas "{path.name}" belum dapat dibaca. Format yang didukung: '
            f"{', '.join(READERS)}. Simpan ulang dalam salah satunya, lalu coba lagi."
        )
    _check(path)
    try:
        document = reader(path)
    except SpmError:
        raise
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise BerkasError(
            f'Berkas "{path.name}" rusak dan belum dapat dibaca. '
            "Buka dan simpan ulang berkas itu, lalu coba lagi."
        ) from error
    return replace(document, sha256=digest(path))


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise BerkasError(
            f'Berkas "{path}" tidak ditemukan. Periksa nama dan foldernya.'
        ) from error
    if size == 0:
        raise BerkasError(f'Berkas "{path.name}" kosong (0 bita). Periksa lalu kirim ulang.')
    if size > MAX_BYTES:
        raise BerkasError(
            f'Berkas "{path.name}" berukuran {size // 2**20} MB, batasnya {MAX_BYTES // 2**20} MB. '
            "Pecah atau perkecil berkas itu."
        )
    magic = MAGIC.get(path.suffix.lower())
    with path.open("rb") as file:
        head = file.read(1024)
    if magic and magic not in (head if magic == b"%PDF-" else head[:4]):
        raise BerkasError(
            f'Isi berkas "{path.name}" bukan {path.suffix[1:].upper()}. '
            "Simpan ulang dalam format yang sesuai namanya, lalu coba lagi."
        )
    if magic == b"PK\x03\x04":
        _check_zip(path)


def _check_zip(path: Path) -> None:
    """A small archive that unpacks to gigabytes is refused before it is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise BerkasError(
            f'Berkas "{path.name}" rusak (arsipnya tidak utuh). Kirim ulang berkas itu.'
        ) from error
    if unpacked > MAX_UNZIPPED:
        raise BerkasError(
            f'Isi berkas "{path.name}" terlalu besar setelah dibuka '
            f"({unpacked // 2**20} MB). Pecah berkas itu."
        )
