"""One regulation written for the tests, in every format that we read: the same whole tree."""

import textwrap
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from ingest.chunking import chunks
from ingest.identify import identify
from ingest.readers import read
from ingest.structure import parse
from ingest.units import Heading, Unit
from tests.pdf_writer import write_pdf

GOLDEN = Path(__file__).parent / "golden"
ID = "perda-contoh-7-2020"
LINES_A_PAGE = 30
SOURCE = (GOLDEN / "perda-contoh.md").read_text(encoding="utf-8")
LINES = [line for line in SOURCE.splitlines() if line.strip()]
PLAIN = [line.lstrip("# ") for line in LINES]
WRAPPED = [part for line in PLAIN for part in textwrap.wrap(line, 60)]


def golden() -> list[dict[str, Any]]:
    raw: list[dict[str, Any]] = tomllib.loads(
        (GOLDEN / "perda-contoh.toml").read_text(encoding="utf-8")
    )["unit"]
    return raw


def as_markdown(folder: Path) -> Path:
    path = folder / "perda.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def as_text(folder: Path) -> Path:
    path = folder / "perda.txt"
    path.write_text("\n".join(PLAIN), encoding="utf-8")
    return path


def as_wrapped_text(folder: Path) -> Path:
    path = folder / "perda-lipat.txt"
    path.write_text("\r\n".join(WRAPPED), encoding="utf-16")
    return path


def as_html(folder: Path) -> Path:
    body = [
        f"<h2>{line.lstrip('# ')}</h2>" if line.startswith("#") else f"<p>{line}</p>"
        for line in LINES
    ]
    head = "<head><style>p { margin: 0 }</style><script>var bab = 'BAB IX';</script></head>"
    path = folder / "perda.html"
    path.write_text(f"<html>{head}<nav>Pasal 99</nav>{''.join(body)}</html>", encoding="utf-8")
    return path


def as_docx(folder: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), level=1)
        else:
            document.add_paragraph(line)
    path = folder / "perda.docx"
    document.save(str(path))
    return path


def as_pdf(folder: Path) -> Path:
    """Wrapped lines, page numbers above all pages but the first."""
    pages: list[list[str]] = []
    for start in range(0, len(WRAPPED), LINES_A_PAGE):
        number = len(pages) + 1
        head = ["", f"- {number} -".center(60), ""] if pages else [""]
        pages.append([*head, *WRAPPED[start : start + LINES_A_PAGE]])
    return write_pdf(folder / "perda.pdf", pages)


FORMATS = [as_markdown, as_text, as_wrapped_text, as_html, as_docx, as_pdf]


def written(heading: Heading | None) -> str | None:
    return f"{heading.nomor} {heading.judul}" if heading else None


def tree(units: list[Unit]) -> list[dict[str, Any]]:
    """Units as the golden file writes them, without pages."""
    rows = [
        {
            "id": u.alamat,
            "bab": written(u.bab),
            "bagian": written(u.subbagian),
            "paragraf": written(u.paragraf),
            "teks": " ".join(u.teks.split()),
        }
        for u in units
    ]
    return [{k: v for k, v in row.items() if v is not None} for row in rows]


@pytest.mark.parametrize("write", FORMATS, ids=lambda f: f.__name__)
def test_tree_is_the_golden_one(write: Callable[[Path], Path], tmp_path: Path) -> None:
    wanted = [{k: v for k, v in row.items() if k != "halaman"} for row in golden()]
    assert tree(parse(read(write(tmp_path)), ID)) == wanted


def test_pdf_units_know_their_page(tmp_path: Path) -> None:
    units = parse(read(as_pdf(tmp_path)), ID)
    assert [(u.alamat, u.halaman) for u in units] == [(r["id"], r["halaman"]) for r in golden()]


def test_text_units_know_their_line(tmp_path: Path) -> None:
    lines = as_text(tmp_path).read_text(encoding="utf-8").splitlines()
    for unit in parse(read(tmp_path / "perda.txt"), ID):
        assert unit.nomor is not None
        # A pasal starts at its heading, its text stands on the next line.
        here = " ".join(lines[unit.nomor - 1 : unit.nomor + 1])
        assert unit.teks.split("\n")[0][:20] in here, unit.alamat


def test_chunks_carry_path_and_place(tmp_path: Path) -> None:
    document = read(as_pdf(tmp_path))
    made = {c.id: c for c in chunks(parse(document, ID), identify(document, ID), "perda.pdf")}
    assert list(made) == [
        f"{ID}/pasal-1/angka-1", f"{ID}/pasal-1/angka-2", f"{ID}/pasal-1/angka-3",
        f"{ID}/pasal-2", f"{ID}/pasal-3/ayat-1", f"{ID}/pasal-3/ayat-2", f"{ID}/pasal-3/ayat-3",
        f"{ID}/pasal-4", f"{ID}/pasal-5/ayat-1", f"{ID}/pasal-5/ayat-2", f"{ID}/pasal-6",
        f"{ID}/penjelasan/umum", f"{ID}/penjelasan/pasal-2", f"{ID}/penjelasan/pasal-3/ayat-2",
        f"{ID}/lampiran/hal-4", f"{ID}/lampiran/hal-4/2",
    ]  # fmt: skip
    chunk = made[f"{ID}/pasal-5/ayat-2"]
    assert chunk.jalur == (
        "Perda Contoh Nomor 7 Tahun 2020 tentang Layanan Air Bersih Kampung",
        "BAB II PENYEDIAAN LAYANAN",
        "Bagian Kedua Petugas Air",
        "Paragraf 2 Tugas",
        "Pasal 5",
        "ayat (2)",
    )
    assert (chunk.tier, chunk.bagian, chunk.berkas, chunk.halaman) == (
        "resmi", "batang_tubuh", "perda.pdf", 2,
    )  # fmt: skip


def test_lists_stay_whole_in_one_chunk(tmp_path: Path) -> None:
    document = read(as_text(tmp_path))
    made = {c.id: c.teks for c in chunks(parse(document, ID), identify(document, ID), None)}
    assert made[f"{ID}/pasal-3/ayat-2"] == (
        "Sumur Bersama sebagaimana dimaksud pada ayat (1) dilengkapi dengan:\n"
        "a. pompa air;\nb. bak penampung; dan\nc. keran umum."
    )
