"""DOCX to PDF by LibreOffice, where it is installed; every run in a profile of its own."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from assistant import messages as m
from corpus.errors import BerkasError

PROGRAMS = ("soffice", "libreoffice")
LIMIT_SECONDS = 120


def convert(source: Path, target: Path) -> None:
    """Writes `source` (.docx) as PDF to `target`.

    Raises:
        BerkasError: LibreOffice is not installed, or did not manage.
    """
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise BerkasError(m.SESI_PDF_TIDAK_ADA)
    with tempfile.TemporaryDirectory() as folder:
        # Two conversions at once would wait for each other's profile.
        profile = (Path(folder) / "profil").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
            "--convert-to", "pdf", "--outdir", folder, str(source.resolve()),
        ]  # fmt: skip
        made = Path(folder) / f"{source.stem}.pdf"
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LIMIT_SECONDS)
            shutil.copyfile(made, target)
        except (OSError, subprocess.SubprocessError) as error:
            raise BerkasError(m.SESI_PDF_GAGAL.format(nama=source.name)) from error


def written(write: Callable[[Path], None], target: Path) -> None:
    """Has a DOCX written aside and turns it into the PDF `target`.

    Raises:
        BerkasError: as `convert` and `write` do.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.docx"
        write(source)
        convert(source, target)
