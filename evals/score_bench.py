"""What scoring costs: `python -m evals.score_bench`.

One laporan, 552 regions of 43 services each, a workbook beside openpyxl's own reading of it, and
the whole command. Prints figures and asserts nothing: times depend on the machine and its load.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from assistant.laporan import Laporan
from assistant.read_laporan import read_laporan
from assistant.samples import sample_laporan
from assistant.score_files import score_files
from assistant.scoring.comparison import bandingkan
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.langkah import langkah
from assistant.scoring.skor import skor
from assistant.template import write_laporan
from evals.process import run

RULES = ketentuan(date(2024, 12, 31))
REGIONS = 552
ROUNDS = 5


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of some rounds, in seconds."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def read_plainly(path: Path) -> None:
    """All cells by openpyxl alone."""
    book = load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()


def all_regions(folder: Path) -> list[Path]:
    """552 files of 43 services (487 mutu items)."""
    rows = sample_laporan("provinsi").layanan + sample_laporan().layanan
    paths = [folder / f"{n:03}.json" for n in range(REGIONS)]
    for path in paths:
        write_laporan(Laporan("", "31", None, "provinsi", 2024, None, rows), path)
    return paths


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "contoh.xlsx"
        write_laporan(sample_laporan(), book)
        laporan = read_laporan(book)
        one = best(lambda: list(langkah(skor(laporan, RULES))))
        paths = all_regions(folder)
        whole = best(lambda: bandingkan(score_files(paths)[0]), 3)
        plain = best(lambda: read_plainly(book))
        ours = best(lambda: skor(read_laporan(book), RULES))
        command = [sys.executable, "-m", "bots.cli", "score", str(book)]
        wall = min(run(command, folder).seconds for _ in range(ROUNDS))
    print(f"one laporan, score and steps: {1000 * one:.1f} ms")
    print(f"{REGIONS} regions of 43 services from JSON: {whole:.2f} s")
    print(f"a workbook, read and scored / openpyxl's reading alone: {ours / plain:.2f}x")
    print(f"spm score FILE, whole command: {wall:.2f} s")


if __name__ == "__main__":
    main()
