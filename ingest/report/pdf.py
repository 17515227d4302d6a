"""PDF by pdfplumber: ruled tables, and the text outside of them as paragraphs.

A table without rules is not guessed at: it is kept as lines and said to be unreadable.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfexceptions import PDFException

from corpus.errors import BerkasError
from ingest.limits import MAX_PAGES
from ingest.report.assemble import Assembler
from ingest.report.budget import page_read
from ingest.report.model import Naskah
from ingest.report.pdf_blocks import TabelHalaman, add_page
from ingest.report.pdf_lines import Garis, text_lines

MIN_CHARS = 12
MIN_EDGES = 6
MAX_EDGES = 8_000  # a drawing, no table


def read(path: Path) -> Naskah:
    """A PDF page by page.

    Raises:
        BerkasError: locked, damaged, or more pages than the limit.
    """
    pages: list[tuple[list[Garis], list[TabelHalaman]]] = []
    empty: list[int] = []
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise BerkasError(
                    f'Berkas "{path.name}" memuat {len(pdf.pages)} halaman, batasnya {MAX_PAGES}. '
                    "Pecah berkas menjadi beberapa bagian."
                )
            for number, page in enumerate(pdf.pages, 1):
                if len(page.chars) < MIN_CHARS:
                    empty.append(number)
                pages.append(_page(page, number))
                page.close()
                page_read()
    except PDFEncryptionError as error:
        raise BerkasError(
            f'Berkas "{path.name}" dikunci dengan kata sandi. '
            "Simpan ulang tanpa kata sandi, lalu coba lagi."
        ) from error
    except PDFException as error:
        raise BerkasError(
            f'Berkas "{path.name}" rusak atau bukan PDF yang utuh. '
            "Buka dan simpan ulang sebagai PDF, lalu coba lagi."
        ) from error
    return _assembled(path, pages, empty)


def _page(page: Any, number: int) -> tuple[list[Garis], list[TabelHalaman]]:
    edges = len(page.lines) + len(page.rects) * 2 + len(page.curves)
    found = page.find_tables() if MIN_EDGES <= edges <= MAX_EDGES else []
    boxes = [t.bbox for t in found]
    tables = [TabelHalaman(t.bbox[1], t.extract()) for t in found]
    chars = page.chars
    if boxes:
        chars = [c for c in chars if not any(_inside(c, b) for b in boxes)]
    return list(text_lines(chars, number)), tables


def _inside(char: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _assembled(
    path: Path,
    pages: list[tuple[list[Garis], list[TabelHalaman]]],
    empty: list[int],
) -> Naskah:
    parts = Assembler()
    running = _running(pages)
    for number, (lines, tables) in enumerate(pages, 1):
        kept = [g for g in lines if _mask(g.teks) not in running]
        add_page(parts, kept, tables, number)
    return Naskah(
        path.name,
        "pdf",
        tuple(parts.blok),
        tuple(parts.tabel),
        len(pages),
        halaman_kosong=tuple(empty),
    )


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _running(pages: list[tuple[list[Garis], list[TabelHalaman]]]) -> set[str]:
    """First and last lines that most pages share: running heads, feet and page numbers."""
    seen: Counter[str] = Counter()
    for lines, _ in pages:
        seen.update({_mask(g.teks) for g in [*lines[:2], *lines[-2:]] if len(g.teks) < 120})
    least = max(3, len(pages) // 2)
    return {text for text, count in seen.items() if count >= least}
