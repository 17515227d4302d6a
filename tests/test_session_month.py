"""The month of `session_month`: its recap and its notulen against golden files, and as pages."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from assistant.checking.choices import Pilihan
from assistant.checking.files import check_files
from assistant.checking.models import JenisDokumen
from assistant.render import (
    docx_pdf,
    minutes_docx,
    recap_docx,
    recap_files,
    recap_json,
    recap_text,
    recap_xlsx,
)
from assistant.sessions import periods
from assistant.sessions.minutes import minutes_of
from assistant.sessions.minutes_models import Notulen
from assistant.sessions.models import Aktor
from assistant.sessions.recap import recap
from assistant.sessions.recap_models import Rekap
from assistant.sessions.store import SessionStore
from corpus.errors import BerkasError, MasukanError
from tests.session_month import play

GOLDEN = Path(__file__).parent / "golden"
ADMIN = Aktor(id="a", peran="admin")
BANDUNG = "20240807-3273-1"


@pytest.fixture
def august(tmp_path: Path) -> SessionStore:
    home = tmp_path / "home"
    return play(f"sqlite:///{home / 'sesi.db'}")


@pytest.fixture
def rekap(august: SessionStore) -> Rekap:
    return recap(august, ADMIN, periods.month("2024-08"))


@pytest.fixture
def notulen(august: SessionStore) -> Notulen:
    return minutes_of(august, ADMIN, BANDUNG, hari=date(2024, 8, 31))


def lines_of(path: Path) -> list[str]:
    """Texts of a DOCX in order, a table row as one line."""
    document: Any = docx.Document(str(path))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [c.text.replace("\n", " / ") for c in row.cells]
                found.append(" | ".join(dict.fromkeys(cells)))
        elif block.text.strip():
            found.append(block.text)
    return found


def pages(source: Path, tmp_path: Path) -> list[str]:
    """The texts of the pages that LibreOffice makes of a DOCX."""
    target = tmp_path / "halaman.pdf"
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext belum terpasang")
    try:
        docx_pdf.convert(source, target)
    except BerkasError:
        pytest.skip("LibreOffice Writer belum terpasang")
    text = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    return text.rstrip("\f\n").split("\f")


def test_recap_of_the_month_is_golden(rekap: Rekap) -> None:
    golden = json.loads((GOLDEN / "session-recap-2024-08.json").read_text(encoding="utf-8"))
    assert json.loads(recap_json.render(rekap)) == golden


def test_notulen_is_golden(notulen: Notulen, tmp_path: Path) -> None:
    minutes_docx.write(notulen, tmp_path / "n.docx")
    golden = (GOLDEN / "session-notulen-bandung.txt").read_text(encoding="utf-8").splitlines()
    assert lines_of(tmp_path / "n.docx") == golden


def test_eight_activities_in_the_order_of_their_days(rekap: Rekap) -> None:
    assert len(rekap.kegiatan) == 8
    assert [k.hari[0].day for k in rekap.kegiatan] == [7, 7, 8, 22, 23, 27, 28, 29]
    text = recap_text.render(rekap)
    assert "8 (delapan) kegiatan" in text
    assert "23, 26, dan 27 Agustus 2024, kegiatan Monitoring dan Evaluasi Terpadu" in text


def test_nothing_personal_is_kept_or_leaves(
    august: SessionStore, rekap: Rekap, tmp_path: Path
) -> None:
    raw = b"".join(p.read_bytes() for p in (tmp_path / "home").glob("sesi.db*"))
    assert b"081234567890" not in raw
    assert b"3273014506900001" not in raw
    assert b"masalah keliru" not in raw  # what was removed is gone from the file too
    assert "[NIK disamarkan]" in "".join(e.teks for e in august.entries(BANDUNG))
    assert "0812" not in recap_json.render(rekap)


def test_every_entry_stands_once_in_the_notulen(august: SessionStore, notulen: Notulen) -> None:
    held = august.entries(BANDUNG)
    assert sum(notulen.banyak.values()) == len(held) == 11
    points = [p.nomor for group in notulen.pembahasan for p in group.butir]
    assert len(points) == len(set(points)) == 8
    assert len(notulen.keputusan) == 1
    assert len(notulen.tindaklanjut) == 2
    assert notulen.tindaklanjut[1].keadaan == "selesai 20 Agustus 2024: sudah terbit"


def test_recap_files_hold_the_list_and_its_sums(rekap: Rekap, tmp_path: Path) -> None:
    recap_docx.write(rekap, tmp_path / "r.docx")
    recap_xlsx.write(rekap, tmp_path / "r.xlsx")
    tables: Any = docx.Document(str(tmp_path / "r.docx")).tables
    assert len(tables[0].rows) - 1 == len(rekap.kegiatan)
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert book["Kegiatan"].max_row - 1 == len(rekap.kegiatan)
    problems = list(book["Masalah"].iter_rows(min_row=2, values_only=True))
    body = problems[: len(rekap.masalah)]
    total = problems[len(rekap.masalah)]
    assert total[0] == "Jumlah"
    for column in range(1, len(total)):
        assert total[column] == sum(row[column] for row in body)
    assert total[-1] == rekap.banyak["masalah"]


@pytest.mark.parametrize("kind", [None, "konsultan_bulanan"])
@pytest.mark.parametrize("suffix", ["docx", "xlsx", "txt"])
def test_the_recap_is_a_laporan_without_galat(
    rekap: Rekap, tmp_path: Path, suffix: str, kind: JenisDokumen | None
) -> None:
    path = tmp_path / f"rekap-agustus-2024.{suffix}"
    recap_files.write(rekap, path)
    results, _ = check_files([path], date(2024, 9, 2), Pilihan(jenis=kind))
    assert [t for r in results for t in r.temuan if t.keparahan == "galat"] == []


def test_a_wrong_sum_in_the_recap_would_be_found(rekap: Rekap, tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    recap_xlsx.write(rekap, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Masalah"]
    sheet.cell(sheet.max_row, sheet.max_column).value += 1
    book.save(path)
    results, _ = check_files([path], date(2024, 9, 2))
    assert [t.aturan for t in results[0].temuan if t.keparahan == "galat"] == ["ARI-05"]


def test_recap_chart_and_unknown_suffix(rekap: Rekap, tmp_path: Path) -> None:
    recap_files.write(rekap, tmp_path / "r.png")
    assert (tmp_path / "r.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(MasukanError, match=r"rekap\.odt"):
        recap_files.write(rekap, tmp_path / "rekap.odt")


def test_pages_repeat_headers_and_hold_five_items_or_more(notulen: Notulen, tmp_path: Path) -> None:
    many = notulen.model_copy(update={"pembahasan": notulen.pembahasan * 6})
    minutes_docx.write(many, tmp_path / "n.docx")
    found = pages(tmp_path / "n.docx", tmp_path)
    items = sum(notulen.banyak.values()) + 5 * 8
    assert len(found) <= -(-items // 5)
    assert len(found) > 1
    for number, page in enumerate(found, 1):
        assert re.search(rf"halaman {number} dari {len(found)}", page)
    assert "Uraian dan dasar hukum" in found[1]


def test_a_small_notulen_is_one_page(notulen: Notulen, tmp_path: Path) -> None:
    small = notulen.model_copy(update={"pembahasan": notulen.pembahasan[:1]})
    minutes_docx.write(small, tmp_path / "n.docx")
    assert len(pages(tmp_path / "n.docx", tmp_path)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("times", [2, 3, 4, 5])
def test_signatures_do_not_stand_alone(notulen: Notulen, tmp_path: Path, times: int) -> None:
    """However long the discussion is, the last page holds action items above the signatures."""
    group = notulen.pembahasan[0]
    long = group.model_copy(update={"butir": group.butir * 7 * times})
    minutes_docx.write(notulen.model_copy(update={"pembahasan": (long,)}), tmp_path / "n.docx")
    last = pages(tmp_path / "n.docx", tmp_path)[-1]
    assert "Pimpinan rapat" in last
    assert "Menyusun rencana aksi" in last


def test_no_row_is_broken_and_headers_repeat(notulen: Notulen, tmp_path: Path) -> None:
    minutes_docx.write(notulen, tmp_path / "n.docx")
    document: Any = docx.Document(str(tmp_path / "n.docx"))
    ruled = [t for t in document.tables if t.style.name == "Table Grid"]
    assert len(ruled) == 2
    for table in ruled:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_quarter_and_year_are_sums_of_months(august: SessionStore) -> None:
    months = [recap(august, ADMIN, periods.month(f"2024-{n:02}")) for n in range(1, 13)]
    quarter = recap(august, ADMIN, periods.quarter("2024-3"))
    year = recap(august, ADMIN, periods.year("2024"))
    assert sum(len(r.kegiatan) for r in months) == len(quarter.kegiatan) == len(year.kegiatan) == 8
    for kind in year.banyak:
        assert sum(r.banyak[kind] for r in months) == year.banyak[kind] == quarter.banyak[kind]


def test_recap_of_a_region_and_of_an_urusan(august: SessionStore) -> None:
    jakarta = recap(august, ADMIN, periods.month("2024-08"), daerah="31")
    assert [k.kegiatan for k in jakarta.kegiatan] == ["rakor", "monev"]
    social = recap(august, ADMIN, periods.month("2024-08"), urusan="sosial")
    assert social.banyak["masalah"] == 5
    assert len(social.kegiatan) == 5
    assert {row.urusan for row in social.masalah} == {"sosial"}
