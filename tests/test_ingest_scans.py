"""Pages with and without text told apart, page by page; OCR where it is installed."""

from pathlib import Path

import pytest

from corpus.errors import BerkasError
from ingest import ocr
from ingest.parsed import parse_file
from ingest.readers import read
from tests.pdf_writer import write_pdf

MIXED = "PermenPANRB-1-2020-mixed.pdf"
IMAGES = "SKB-2020-06-cuti-bersama.pdf"
NO_OCR = "tesseract dengan data bahasa Indonesia tidak terpasang"
without_ocr = pytest.mark.skipif(ocr.available(), reason="tesseract terpasang: halaman itu terbaca")
with_ocr = pytest.mark.skipif(not ocr.available(), reason=NO_OCR)


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without tesseract, whatever this one has."""
    monkeypatch.setattr(ocr, "available", lambda: False)


@pytest.mark.usefixtures("no_ocr")
def test_mixed_scan_is_told_apart_page_by_page(shared: Path) -> None:
    """Pages 11 to 45 hold only a running head over a picture."""
    document = read(shared / "data" / "scans" / MIXED)
    assert document.halaman == 45
    assert document.halaman_kosong == tuple(range(11, 46))
    assert {line.halaman for line in document.lines} == set(range(1, 11))
    assert document.halaman_ocr == ()


@pytest.mark.usefixtures("no_ocr")
def test_pure_scan_has_no_text(shared: Path) -> None:
    document = read(shared / "data" / "scans" / IMAGES)
    assert (document.halaman_kosong, document.lines) == ((1, 2, 3, 4), ())


def test_poor_text_layer_still_counts_as_text(shared: Path) -> None:
    document = read(shared / "data" / "scans" / "SKB-2022-01-cuti-bersama.pdf")
    assert (document.halaman, document.halaman_kosong) == (4, ())


@pytest.mark.usefixtures("no_ocr")
def test_scan_says_which_command_helps(shared: Path, tmp_path: Path) -> None:
    with pytest.raises(BerkasError) as caught:
        parse_file(shared / "data" / "scans" / IMAGES, None, tmp_path / "cache", "kode")
    assert IMAGES in str(caught.value)
    assert ocr.HINT in str(caught.value)


@pytest.mark.usefixtures("no_ocr")
def test_blank_page_of_a_written_pdf_is_named(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "dua.pdf", [["Pasal 1", "Menteri menetapkan standar."], []])
    document = read(path)
    assert (document.halaman, document.halaman_kosong) == (2, (2,))


def test_short_page_without_a_picture_counts_as_text(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "pendek.pdf", [["LAMPIRAN"], ["Pasal 1"]])
    assert read(path).halaman_kosong == ()


@pytest.mark.slow
@with_ocr
def test_ocr_reads_a_scanned_page(shared: Path) -> None:
    pages = ocr.read_pages(shared / "data" / "scans" / IMAGES, [1])
    assert list(pages) == [1]
    assert "cuti bersama" in " ".join(pages[1].lower().split())


@pytest.mark.slow
@with_ocr
def test_pages_read_by_ocr_are_named(tmp_path: Path, shared: Path) -> None:
    document = read(shared / "data" / "scans" / IMAGES)
    assert document.halaman_ocr == (1, 2, 3, 4)
    assert document.halaman_kosong == ()
    assert {line.halaman for line in document.lines} == {1, 2, 3, 4}


@without_ocr
def test_without_ocr_nothing_is_read(shared: Path) -> None:
    assert ocr.read_pages(shared / "data" / "scans" / IMAGES, [1]) == {}
