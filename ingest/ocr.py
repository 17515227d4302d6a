"""Pages without text, read by tesseract where it is installed; the only call of tesseract."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ingest.rules_erased import erase_rules

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


class Kata(NamedTuple):
    """One word: its box in pixels of the page, and how sure the reading is, in percent."""

    teks: str
    kiri: int
    atas: int
    kanan: int
    bawah: int
    keyakinan: int


def read_pages(path: Path, pages: Iterable[int]) -> dict[int, str]:
    """Text of the given 1-based pages; empty where OCR is not installed."""
    if not available():
        return {}
    return {n: text for n in pages if (text := _read_page(path, n)).strip()}


def read_words(path: Path, pages: Iterable[int]) -> dict[int, list[list[Kata]]]:
    """Lines of words of the given 1-based pages; empty where OCR is not installed."""
    if not available():
        return {}
    return {n: lines for n in pages if (lines := _lines(_read_page(path, n, "tsv")))}


def _lines(table: str) -> list[list[Kata]]:
    """Words by line from tesseract's table (level, page, block, paragraph, line, word, left, top,
    width, height, confidence, text)."""
    lines: dict[tuple[str, ...], list[Kata]] = {}
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = (int(f) for f in fields[6:10])
        word = Kata(fields[11], left, top, left + width, top + height, int(float(fields[10])))
        lines.setdefault(tuple(fields[1:5]), []).append(word)
    return list(lines.values())


def _read_page(path: Path, number: int, kind: str = "txt") -> str:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page"
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-gray", "-png",
             "-singlefile", str(path), str(picture)],
            check=True, capture_output=True, timeout=SECONDS_PER_PAGE,
        )  # fmt: skip
        if kind == "tsv":
            erase_rules(picture.with_suffix(".png"), DPI)
        # More than one OpenMP thread makes tesseract ten times slower on two cores.
        done = subprocess.run(
            ["tesseract", f"{picture}.png", "-", "-l", "ind", "--psm", "6",
             "-c", "preserve_interword_spaces=1", kind],
            check=True, capture_output=True, text=True, timeout=SECONDS_PER_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
        return done.stdout
