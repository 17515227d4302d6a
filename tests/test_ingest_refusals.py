"""Files that cannot be read are refused with one Indonesian sentence that names the file."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from corpus.errors import BerkasError
from ingest.limits import MAX_BYTES, MAX_UNZIPPED
from ingest.readers import READERS, read
from tests.pdf_writer import write_pdf


def empty(folder: Path) -> Path:
    path = folder / "kosong.pdf"
    path.touch()
    return path


def cut_pdf(folder: Path) -> Path:
    """A PDF whose second half never arrived."""
    path = write_pdf(folder / "potong.pdf", [["Pasal 1", "Menteri menetapkan."]] * 3)
    path.write_bytes(path.read_bytes()[:300])
    return path


def locked_pdf(folder: Path) -> Path:
    write_pdf(folder / "terbuka.pdf", [["Pasal 1"]])
    writer = PdfWriter()
    writer.append(PdfReader(folder / "terbuka.pdf"))
    writer.encrypt("rahasia", algorithm="RC4-128")
    path = folder / "terkunci.pdf"
    with path.open("wb") as file:
        writer.write(file)
    return path


def text_named_pdf(folder: Path) -> Path:
    path = folder / "bukan.pdf"
    path.write_text("Pasal 1\nMenteri menetapkan.", encoding="utf-8")
    return path


def pdf_named_docx(folder: Path) -> Path:
    return write_pdf(folder / "bukan.docx", [["Pasal 1"]])


def binary_named_txt(folder: Path) -> Path:
    path = folder / "biner.txt"
    path.write_bytes(b"Pasal 1\x00\x01\x02" * 50)
    return path


def cut_docx(folder: Path) -> Path:
    whole = folder / "utuh.docx"
    docx.Document().save(str(whole))
    path = folder / "potong.docx"
    path.write_bytes(whole.read_bytes()[:2000])
    return path


def zip_named_docx(folder: Path) -> Path:
    """A sound archive that is no Word file."""
    path = folder / "arsip.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "bukan dokumen")
    return path


def zip_named_xlsx(folder: Path) -> Path:
    return zip_named_docx(folder).rename(folder / "arsip.xlsx")


def huge(folder: Path) -> Path:
    """A sparse file of one byte over the limit: no disk is used."""
    path = folder / "besar.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(MAX_BYTES + 1)
    return path


def bomb(folder: Path) -> Path:
    """An archive of a few bytes whose table of contents says that it unpacks to gigabytes."""
    path = folder / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(1000))
        archive.filelist[0].file_size = MAX_UNZIPPED + 1
    return path


def unknown_suffix(folder: Path) -> Path:
    path = folder / "peraturan.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    return path


def missing(folder: Path) -> Path:
    return folder / "tidak-ada.pdf"


CASES: list[tuple[Callable[[Path], Path], str]] = [
    (empty, "kosong (0 bita)"),
    (cut_pdf, "rusak"),
    (locked_pdf, "dikunci dengan kata sandi"),
    (text_named_pdf, "bukan PDF"),
    (pdf_named_docx, "bukan DOCX"),
    (binary_named_txt, "bukan berkas teks"),
    (cut_docx, "rusak"),
    (zip_named_docx, "rusak"),
    (zip_named_xlsx, "rusak"),
    (huge, "berukuran 64 MB, batasnya 64 MB"),
    (bomb, "terlalu besar setelah dibuka"),
    (unknown_suffix, "belum dapat dibaca"),
    (missing, "tidak ditemukan"),
]


@pytest.mark.parametrize(("make", "reason"), CASES, ids=[make.__name__ for make, _ in CASES])
def test_unreadable_file_is_refused(
    make: Callable[[Path], Path], reason: str, tmp_path: Path
) -> None:
    path = make(tmp_path)
    with pytest.raises(BerkasError) as caught:
        read(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert reason in sentence
    # Says what to do, in a line, and shows nothing of the program.
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not any(word in sentence for word in ("Error", "Traceback", "pypdf", "zipfile"))


def test_locked_with_an_empty_password_is_read(tmp_path: Path) -> None:
    write_pdf(tmp_path / "terbuka.pdf", [["Pasal 1", "Menteri menetapkan standar."]])
    writer = PdfWriter()
    writer.append(PdfReader(tmp_path / "terbuka.pdf"))
    writer.encrypt("", owner_password="pemilik", algorithm="RC4-128")
    with (tmp_path / "milik.pdf").open("wb") as file:
        writer.write(file)
    assert [line.teks for line in read(tmp_path / "milik.pdf").lines] == [
        "Pasal 1",
        "Menteri menetapkan standar.",
    ]


def test_every_reader_names_its_format_in_the_refusal(tmp_path: Path) -> None:
    with pytest.raises(BerkasError) as caught:
        read(unknown_suffix(tmp_path))
    assert all(suffix in str(caught.value) for suffix in READERS)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx", ".txt", ".html"])
@given(noise=st.binary(max_size=400))
def test_noise_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, noise: bytes
) -> None:
    """Whatever the bytes: a document or a sentence, never another error."""
    heads = {".pdf": b"%PDF-1.7\n", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}
    path = tmp_path_factory.getbasetemp() / f"derau{suffix}"
    path.write_bytes(heads.get(suffix, b"") + noise)
    try:
        said = read(path).path.name
    except BerkasError as error:
        said = str(error)
    assert path.name in said


def test_xlsx_becomes_tables_and_lines(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kesehatan"
    sheet.append(["Layanan", "Sasaran", None])
    sheet.append(["Ibu hamil", 120, None])
    book.save(tmp_path / "isian.xlsx")
    document = read(tmp_path / "isian.xlsx")
    assert [(t.letak, t.rows) for t in document.tables] == [
        ("Kesehatan", (("Layanan", "Sasaran"), ("Ibu hamil", "120")))
    ]
    assert [line.teks for line in document.lines] == ["Layanan | Sasaran", "Ibu hamil | 120"]
