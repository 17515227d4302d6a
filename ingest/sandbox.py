"""Reads an uploaded laporan in a child process with limits. A bomb, a truncated file or a wrong
suffix gives one clear sentence; the parent lives."""

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

from corpus.errors import BerkasError
from ingest import ocr
from ingest.limits import MAX_BYTES
from ingest.readers import digest
from ingest.report import FORMATS
from ingest.report.assemble import Assembler
from ingest.report.budget import HARD, START
from ingest.report.child import too_large
from ingest.report.model import Naskah
from ingest.report.scanned import add_page
from ingest.report.wire import loads

MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}
MUST_HOLD = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
MAX_ENTRIES = 5_000
MAX_UNPACKED = 256 * 1024 * 1024
MAX_XML = 160 * 1024 * 1024
MAX_RATIO = 250
FREE_BYTES = 4 * 1024 * 1024  # a part that unpacks to less is never a bomb
SECONDS_PER_MB = 3
OCR_PAGES = 40


def read(path: Path, with_ocr: bool = True) -> Naskah:
    """A laporan of any supported format.

    Args:
        path: The uploaded file.
        with_ocr: Read pages without text by OCR, where it is installed.

    Raises:
        BerkasError: the file cannot be read; one sentence with the way out.
    """
    _check(path)
    size = path.stat().st_size
    # The child limits itself; this is for one that hangs without using the processor.
    seconds = START + (size * SECONDS_PER_MB / 2**20 if path.suffix.lower() != ".pdf" else 0)
    patience = 2 * seconds + 1 if path.suffix.lower() != ".pdf" else HARD
    command = [
        sys.executable,
        "-X",
        "utf8",
        "-m",
        "ingest.report.child",
        str(path.resolve()),
        f"{seconds:.1f}",
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=patience, check=False,
            encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
            cwd=Path(__file__).resolve().parent.parent,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise BerkasError(too_large(path.name)) from error
    naskah = replace(_answer(path, done.stdout), sha256=digest(path))
    return _scanned(path, naskah) if with_ocr and naskah.halaman_kosong else _noted(naskah)


def _answer(path: Path, output: str) -> Naskah:
    """What the child printed; it died where it printed nothing."""
    try:
        answer = output.strip().splitlines()[-1] if output.strip() else ""
        if answer.startswith('{"naskah":'):
            return loads(answer[len('{"naskah":') : -1])
        raise BerkasError(json.loads(answer)["kesalahan"])
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise BerkasError(too_large(path.name)) from error


def _noted(naskah: Naskah) -> Naskah:
    """The Naskah with a sentence about pages that nobody could read."""
    pages = naskah.halaman_kosong
    if not pages:
        return naskah
    shown = ", ".join(str(n) for n in pages[:12]) + (", ..." if len(pages) > 12 else "")
    note = f"Halaman {shown} tidak memuat teks (pindaian) dan tidak diperiksa."
    return replace(naskah, catatan=(*naskah.catatan, note))


def _scanned(path: Path, naskah: Naskah) -> Naskah:
    """Pages without text added by OCR; numbers read so never make an error by themselves."""
    try:
        pages = ocr.read_words(path, naskah.halaman_kosong[:OCR_PAGES])
    except (subprocess.SubprocessError, OSError):
        pages = {}
    if not pages:
        return _noted(naskah)
    parts = Assembler()
    for page, lines in pages.items():
        add_page(parts, lines, page)
    tables = (
        replace(t, nomor=t.nomor + len(naskah.tabel), urutan=t.urutan + len(naskah.blok))
        for t in parts.tabel
    )
    rest = tuple(n for n in naskah.halaman_kosong if n not in pages)
    note = f"{len(pages)} halaman dibaca dengan OCR; angkanya perlu dicocokkan dengan halaman asli."
    return _noted(
        replace(
            naskah,
            blok=(*naskah.blok, *parts.blok),
            tabel=(*naskah.tabel, *tables),
            ocr=True,
            halaman_ocr=tuple(pages),
            halaman_kosong=rest,
            catatan=(*naskah.catatan, note),
        )
    )


def _check(path: Path) -> None:
    """What can be refused before anything is parsed."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise BerkasError(
            f'Berkas "{path.name}" belum dapat dibaca. Format yang didukung: '
            f"{', '.join(FORMATS)}. Simpan ulang dalam salah satunya, lalu coba lagi."
        )
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError:
        size = -1
    if size < 0:
        raise BerkasError(f'Berkas "{path}" tidak ditemukan. Periksa nama dan foldernya.')
    if size == 0:
        raise BerkasError(f'Berkas "{path.name}" kosong (0 bita). Periksa lalu kirim ulang.')
    if size > MAX_BYTES:
        raise BerkasError(
            f'Berkas "{path.name}" berukuran {size // 2**20} MB, batasnya {MAX_BYTES // 2**20} MB. '
            "Pecah atau perkecil berkas itu."
        )
    magic = MAGIC.get(suffix)
    with path.open("rb") as file:
        head = file.read(1024)
    if magic and magic not in (head if suffix == ".pdf" else head[:4]):
        raise BerkasError(
            f'Isi berkas "{path.name}" bukan {suffix[1:].upper()}. '
            "Simpan ulang dalam format yang sesuai namanya, lalu coba lagi."
        )
    if suffix in MUST_HOLD:
        _check_zip(path, MUST_HOLD[suffix])


def _check_zip(path: Path, part: str) -> None:
    """A small archive that unpacks to gigabytes, or holds XML entities, is refused unopened."""
    broken = BerkasError(
        f'Berkas "{path.name}" rusak (arsipnya tidak utuh). Kirim ulang berkas itu.'
    )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {e.filename for e in entries}
            if any(e.flag_bits & 1 for e in entries):
                raise BerkasError(
                    f'Berkas "{path.name}" dikunci dengan kata sandi. '
                    "Simpan ulang tanpa kata sandi, lalu coba lagi."
                )
            unpacked = sum(e.file_size for e in entries)
            xml = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
            squeezed = any(
                e.file_size > FREE_BYTES and e.file_size > MAX_RATIO * max(e.compress_size, 1)
                for e in entries
            )
            if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or xml > MAX_XML or squeezed:
                raise BerkasError(too_large(path.name))
            if len(names) != len(entries):
                raise broken
            if part not in names:
                raise BerkasError(
                    f'Isi berkas "{path.name}" bukan {path.suffix[1:].upper()}. '
                    "Simpan ulang dalam format yang sesuai namanya, lalu coba lagi."
                )
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as file:
                        if b"<!" in file.read(4096).replace(b"<!--", b""):
                            raise BerkasError(
                                f'Berkas "{path.name}" memuat definisi XML yang tidak aman. '
                                "Simpan ulang dengan aplikasi perkantoran, lalu coba lagi."
                            )
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError, EOFError) as error:
        raise broken from error
