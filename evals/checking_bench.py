"""How long reading takes beside the libraries alone: `python -m evals.checking_bench`.

A PDF of 100 pages with 20 tables against pdfplumber's own table extraction, and a workbook of
20,000 rows against openpyxl's full read; each side in a process of its own, three times, in turn.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from evals.pdf_writer import PdfWriter

ROUNDS = 3
PAGES, TABLES, ROWS = 100, 20, 20_000
SENTENCE = (
    "Pemerintah daerah melaksanakan pelayanan dasar bagi seluruh warga negara yang berhak menurut "
    "standar teknis tiap urusan, dan melaporkan capaiannya setiap triwulan melalui aplikasi. "
)
TIMED = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
{before}
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
def used():
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, who))
started, cpu = time.perf_counter(), used()
{work}
memory = max(resource.getrusage(w).ru_maxrss for w in who) // 1024
print(json.dumps([used() - cpu, time.perf_counter() - started, memory]))
"""
SIDES = {
    "pdfplumber": ("import pdfplumber", "with pdfplumber.open(path) as f:\n"
                   "    for page in f.pages:\n        page.extract_tables()\n        page.close()"),
    "pdf": ("from ingest.report.pdf import read", "read(path)"),
    "openpyxl": ("from openpyxl import load_workbook", "book = load_workbook(path)\n"
                 "for sheet in book:\n    for row in sheet.iter_rows():\n"
                 "        for cell in row:\n            cell.value"),
    "xlsx": ("from ingest.report.xlsx import read", "read(path)"),
    "unggahan": ("from ingest.sandbox import read", "read(path, with_ocr=False)"),
    "periksa": ("from datetime import date\nfrom ingest.sandbox import read\n"
                "from assistant.checking.run import check",
                "check(read(path, with_ocr=False), date(2026, 11, 22))"),
}  # fmt: skip


def make_pdf(path: Path) -> None:
    """Pages of text, every fifth with a table of 24 rows and 7 columns."""
    writer = PdfWriter()
    head = ["No", "Uraian", "Satuan", "Sasaran", "Terlayani", "Belum", "Capaian (%)"]
    for page in range(PAGES):
        if page:
            writer.page()
        writer.paragraph(f"2.{page + 1} Uraian bagian", bold=True)
        table = page % (PAGES // TABLES) == 0
        for _ in range(3 if table else 8):
            writer.paragraph(SENTENCE * 2)
        if table:
            rows = [
                [str(n), f"Layanan nomor {n}", "orang", f"{n}.000", f"{n}.000", "0", "100,00"]
                for n in range(1, 25)
            ]
            writer.table([head, *rows], [1, 6, 2, 2, 2, 2, 2])
    writer.save(path)


def make_xlsx(path: Path) -> None:
    """20,000 rows of 8 columns: texts, whole numbers, percentages."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(
        ["No", "Kecamatan", "Satuan", "Sasaran", "Terlayani", "Belum", "Capaian (%)", "Catatan"]
    )
    for n in range(1, ROWS + 1):
        sheet.append([n, f"Desa nomor {n}", "orang", 1000, 905, 95, 90.5, f"catatan {n % 97}"])
    book.save(path)


def timed(side: str, path: Path) -> tuple[float, float, int]:
    """Processor seconds, seconds and megabytes of one side in a fresh process."""
    before, work = SIDES[side]
    program = TIMED.format(before=before, work=work)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    cpu, seconds, memory = json.loads(done.stdout)
    return float(cpu), float(seconds), int(memory)


def compare(base: str, sides: Sequence[str], path: Path) -> dict[str, object]:
    """Medians of all sides, and each as a multiple of the first."""
    runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in (base, *sides)}
    for _ in range(ROUNDS):
        for name in runs:
            runs[name].append(timed(name, path))
    cpu = {name: median(c for c, _, _ in values) for name, values in runs.items()}
    seconds = {name: median(s for _, s, _ in values) for name, values in runs.items()}
    return {
        name: {
            "cpu_seconds": round(cpu[name], 2),
            "times_cpu": round(cpu[name] / cpu[base], 2),
            "seconds": round(seconds[name], 2),
            "times": round(seconds[name] / seconds[base], 2),
            "megabytes": max(m for _, _, m in values),
        }
        for name, values in runs.items()
    }


def main() -> None:
    """Prints both comparisons as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        pdf, xlsx = Path(folder) / "teks.pdf", Path(folder) / "besar.xlsx"
        make_pdf(pdf)
        make_xlsx(xlsx)
        result = {
            "pdf": compare("pdfplumber", ("pdf", "unggahan", "periksa"), pdf),
            "xlsx": compare("openpyxl", ("xlsx", "unggahan", "periksa"), xlsx),
        }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
