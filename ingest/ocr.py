"""Pages without text, read by tesseract where it is installed; the only call of tesseract."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HINT = "apt-get install tesseract-ocr tesseract-ocr-ind poppler-utils"
DPI = 200
SECONDS_PER_PAGE = 120


@cache
def available() -> bool:
    """Whether tesseract with Indonesian data and pdftoppm are installed."""
    if not (shutil.which("tesseract") and shutil.which("pdftoppm")):
        return False
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
    )
    return "ind" in listed.stdout.split()


def read_pages(path: Path, pages: Iterable[int]) -> dict[int, str]:
    """Text of the given 1-based pages; empty where OCR is not installed."""
    if not available():
        return {}
    return {n: text for n in pages if (text := _read_page(path, n)).strip()}


def _read_page(path: Path, number: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page"
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-gray", "-png",
             "-singlefile", str(path), str(picture)],
            check=True, capture_output=True, timeout=SECONDS_PER_PAGE,
        )  # fmt: skip
        # More than one OpenMP thread makes tesseract ten times slower on two cores.
        done = subprocess.run(
            ["tesseract", f"{picture}.png", "-", "-l", "ind", "--psm", "6",
             "-c", "preserve_interword_spaces=1"],
            check=True, capture_output=True, text=True, timeout=SECONDS_PER_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
        return done.stdout
