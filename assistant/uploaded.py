"""A file that a user sent: findings of the checks and, for a filled template, the score.

It lives in memory with its chat and never enters the index. Nothing in it is an instruction: it is
read by the same code that `spm check` and `spm score` use.
"""

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from assistant import messages
from assistant.read_laporan import SUFFIXES, LaporanTakTerbaca
from corpus.errors import BerkasError, LaporanError, SpmError

if TYPE_CHECKING:
    from assistant.checking.models import HasilPeriksa
    from assistant.scoring.hasil import HasilSkor

CHECKED = (".pdf", ".docx", ".xlsx", ".txt", ".md")
LONGEST_NAME = 80


@dataclass(frozen=True)
class Uploaded:
    """What came of a file. `periksa` None: not a format that is checked; `skor` None: not a
    filled template, or one with cells that cannot be used (then `catatan` says which)."""

    nama: str
    periksa: "HasilPeriksa | None"
    skor: "HasilSkor | None"
    catatan: tuple[str, ...] = ()


def read_upload(path: Path, name: str, today: date) -> Uploaded:
    """Checks and scores a file that the user calls `name`.

    Raises:
        BerkasError: neither is possible.
    """
    shown = PurePath(name.replace("\\", "/")).name[-LONGEST_NAME:] or path.name
    suffix = PurePath(shown).suffix.lower()
    if suffix not in (*CHECKED, *SUFFIXES):
        raise BerkasError(messages.UPLOAD_FORMAT.format(nama=shown))
    with tempfile.TemporaryDirectory() as folder:
        # Readers go by the suffix, and their sentences by the name that the user knows.
        copy = Path(folder) / shown
        shutil.copyfile(path, copy)
        return _read(copy, shown, today)


def _read(path: Path, name: str, today: date) -> Uploaded:
    notes: list[str] = []
    refused: SpmError | None = None
    periksa, skor = None, None
    if path.suffix.lower() in SUFFIXES:
        from assistant.score_files import score_file

        try:
            skor = score_file(path)
        except LaporanTakTerbaca as error:
            notes += str(error).splitlines()[:5]
            refused = error
        except (BerkasError, LaporanError) as error:
            refused = error
    if path.suffix.lower() in CHECKED:
        from assistant.checking.files import check_files

        try:
            periksa = check_files([path], today)[0][0]
        except BerkasError as error:
            refused = refused or error
    if periksa is None and skor is None:
        raise refused or BerkasError(messages.UPLOAD_FORMAT.format(nama=name))
    # A check of a workbook that is no template need not say what a template would have had.
    return Uploaded(
        name,
        periksa and replace(periksa, nama=name),
        skor,
        tuple(notes if skor or not periksa else ()),
    )


def summary(upload: Uploaded) -> str:
    """What came of it, in a few lines."""
    lines = [messages.UPLOAD_READ.format(nama=upload.nama)]
    if upload.skor is not None:
        from assistant.render.score_text import heading

        lines += heading(upload.skor)
    if upload.periksa is not None:
        lines += _findings(upload.periksa)
    lines += upload.catatan
    lines.append(messages.UPLOAD_ASK)
    return "\n".join(lines)


MOST_SHOWN = 5


def _findings(result: "HasilPeriksa") -> list[str]:
    """The count by severity, then the worst ones."""
    counts = {k: result.banyak(k) for k in ("galat", "peringatan", "info")}
    lines = [messages.UPLOAD_FINDINGS.format(**counts)]
    lines += [f"- [{t.aturan}] {t.pesan}" for t in result.temuan[:MOST_SHOWN]]
    if len(result.temuan) > MOST_SHOWN:
        lines.append(messages.UPLOAD_MORE.format(n=len(result.temuan) - MOST_SHOWN))
    return lines
