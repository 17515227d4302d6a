"""Scanned laporan: tables from the words of a page, numbers with a confidence, no error by OCR."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assistant.checking.run import check
from evals.checking_errors import seeded
from evals.checking_files import write
from ingest import ocr
from ingest.ocr import Kata
from ingest.report.assemble import Assembler
from ingest.report.model import Naskah
from ingest.report.scanned import add_page
from ingest.rules_erased import erase_rules
from ingest.sandbox import read

DAY = date(2026, 11, 22)
LEFT = (50, 120, 500, 650, 800)


def line(top: int, *texts: str, sure: int = 95, columns: tuple[int, ...] = LEFT) -> list[Kata]:
    """Words of one line, each text at its column, ten pixels a letter."""
    words = []
    for at, text in zip(columns, texts, strict=False):
        left = at
        for word in text.split():
            words.append(Kata(word, left, top, left + 10 * len(word), top + 20, sure))
            left += 10 * len(word) + 8
    return words


ROWS = (
    ("1", "Pelayanan kesehatan balita", "500", "450", "90,00"),
    ("2", "Pelayanan kesehatan ibu hamil", "400", "300", "75,00"),
    ("3", "Pelayanan kesehatan ibu bersalin", "200", "100", "50,00"),
)
HEAD = ("No", "Jenis Pelayanan Dasar", "Sasaran", "Terlayani", "Capaian (%)")


def page(*rows: list[Kata]) -> Naskah:
    parts = Assembler()
    add_page(parts, rows, 1)
    return Naskah(
        "pindai.pdf", "pdf", tuple(parts.blok), tuple(parts.tabel), 1, ocr=True, halaman_ocr=(1,)
    )


def table(*rows: tuple[str, ...], sure: int = 95) -> Naskah:
    lines = [line(100, *HEAD)]
    lines += [line(130 + 30 * n, *row, sure=sure) for n, row in enumerate(rows)]
    return page(line(40, "BAB II PENCAPAIAN"), *lines)


def test_rows_that_fall_into_columns_are_a_table() -> None:
    naskah = table(*ROWS)
    (found,) = naskah.tabel
    assert [c.teks for c in found.baris[1].sel] == list(ROWS[0])
    assert found.baris[1].sel[2].keyakinan == 95
    assert [b.teks for b in naskah.blok] == ["BAB II PENCAPAIAN"]


def test_a_label_on_two_lines_is_one_cell() -> None:
    rest = [w._replace(atas=152, bawah=172) for w in line(152, "", "dan anak")]
    lines = [line(100, *HEAD), *(line(130 + 60 * n, *row) for n, row in enumerate(ROWS))]
    naskah = page(lines[0], lines[1], rest, *lines[2:])
    assert naskah.tabel[0].baris[1].sel[1].teks == "Pelayanan kesehatan balita dan anak"


def test_rows_that_do_not_fall_into_columns_are_told_and_not_guessed() -> None:
    shifted = (50, 120, 640, 790, 930)
    lines = [
        line(100 + 30 * n, *row, columns=LEFT if n % 2 else shifted) for n, row in enumerate(ROWS)
    ]
    naskah = page(*lines, line(300, *HEAD, columns=shifted))
    assert naskah.tabel[0].catatan
    assert {t.aturan for t in check(naskah, DAY).temuan} <= {"OCR-01", "OCR-02"}


def test_a_wrong_percentage_read_by_ocr_is_no_galat() -> None:
    wrong = (*ROWS[:2], ("3", "Pelayanan kesehatan ibu bersalin", "200", "100", "80,00"))
    finding = next(t for t in check(table(*wrong), DAY).temuan if t.aturan == "ARI-01")
    assert (finding.keparahan, finding.putusan) == ("peringatan", "perlu_cek")
    assert finding.keyakinan_baca == 95


def test_the_same_percentage_on_a_page_with_text_is_a_galat() -> None:
    wrong = (*ROWS[:2], ("3", "Pelayanan kesehatan ibu bersalin", "200", "100", "80,00"))
    naskah = replace(table(*wrong), halaman_ocr=(2,))
    finding = next(t for t in check(naskah, DAY).temuan if t.aturan == "ARI-01")
    assert (finding.keparahan, finding.keyakinan_baca) == ("galat", None)


def test_figures_that_ocr_is_not_sure_of_are_not_checked() -> None:
    wrong = (*ROWS[:2], ("3", "Pelayanan kesehatan ibu bersalin", "200", "100", "80,00"))
    result = check(table(*wrong, sure=59), DAY)
    assert "ARI-01" not in {t.aturan for t in result.temuan}
    assert "ARI-01" in {t.aturan for t in check(table(*wrong, sure=60), DAY).temuan}


def test_a_misread_digit_that_closes_a_sum_is_offered() -> None:
    total = ("", "JUMLAH", "1.100", "650", "")
    rows = [*(row[:4] for row in ROWS), total[:4]]
    lines = [line(100, *HEAD[:4]), *(line(130 + 30 * n, *row) for n, row in enumerate(rows))]
    result = check(page(*lines), DAY)
    assert {t.keparahan for t in result.temuan if t.aturan == "ARI-05"} == {"peringatan"}
    (offered,) = [t for t in result.temuan if t.aturan == "OCR-03"]
    assert (str(offered.ditemukan), str(offered.seharusnya)) == ("650", "850")


def test_rules_go_and_letters_stay(tmp_path: Path) -> None:
    grey = np.full((200, 400), 255, dtype=np.uint8)
    grey[50, 20:380] = grey[20:180, 30] = 0
    grey[100:120, 200:203] = 0  # an upright stroke of a letter
    path = tmp_path / "halaman.png"
    Image.fromarray(grey).save(path)
    assert erase_rules(path, 200)
    with Image.open(path) as image:
        left = np.array(image)
    assert (left[50, 20:380] == 255).all()
    assert (left[100:120, 200:203] == 0).all()
    assert not erase_rules(path, 200)


@pytest.mark.slow
@pytest.mark.skipif(not ocr.available(), reason=ocr.HINT)
def test_a_scanned_total_is_found_with_its_repair(tmp_path: Path) -> None:
    made = seeded(11, "total pagu")
    assert made is not None
    write(made[0], tmp_path / "asli.pdf")
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-png", "asli.pdf", "hal"], cwd=tmp_path, check=True
    )
    with Image.open(max(tmp_path.glob("hal-*.png"))) as last:
        last.save(tmp_path / "pindai.pdf", resolution=200)
    result = check(read(tmp_path / "pindai.pdf"), DAY)
    assert result.ocr
    assert result.banyak("galat") == 0
    assert {"ANG-03", "OCR-03"} <= {t.aturan for t in (*result.temuan, *result.diredam)}
