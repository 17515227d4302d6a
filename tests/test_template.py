"""The template: written, filled, read back, and everything that can be wrong with it."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assistant import read_laporan as reading
from assistant.laporan import Laporan, Nilai
from assistant.laporan_json import from_data
from assistant.read_laporan import LaporanTakTerbaca, inspect_laporan, read_laporan
from assistant.samples import MISTAKE, sample_laporan
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.skor import skor
from assistant.template import blank_laporan, laporan_data, write_laporan
from assistant.template_layout import LEMBAR, TABEL
from corpus import catalogue
from corpus.errors import BerkasError, MasukanError

SUFFIXES = [".xlsx", ".csv", ".json"]
RULES = ketentuan(date(2024, 12, 31))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in all three formats, written once."""
    folder = tmp_path_factory.mktemp("books")
    for suffix in SUFFIXES:
        write_laporan(sample_laporan(), folder / f"contoh{suffix}")
    return folder


def values(laporan: Laporan) -> list[Any]:
    """Everything but the places."""
    return [
        laporan.daerah,
        laporan.nama_daerah,
        laporan.tingkat,
        laporan.tahun,
        laporan.triwulan,
        [
            (
                item.id,
                [v.angka for v in (item.sasaran, item.terlayani, item.pagu, item.realisasi)],
                [
                    (b.komponen, b.nama, b.satuan, b.kebutuhan.angka, b.terpenuhi.angka)
                    for b in item.mutu
                ],
            )
            for item in laporan.layanan
        ],
    ]


# --- written and read back


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_is_read_back(books: Path, suffix: str) -> None:
    read = read_laporan(books / f"contoh{suffix}")
    assert values(read) == values(sample_laporan())
    assert len(read.sha256) == 64
    assert skor(read, RULES).indeks == skor(sample_laporan(), RULES).indeks


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("tingkat", "daerah", "count"),
    [("kabkota", "32.16", 29), ("provinsi", "32", 14), ("provinsi", "31", 43)],
)
def test_empty_template_has_every_service(
    tmp_path: Path, suffix: str, tingkat: Any, daerah: str, count: int
) -> None:
    blank = blank_laporan(tingkat, 2025, daerah, 2)
    assert len(blank.layanan) == count
    path = tmp_path / f"t{suffix}"
    write_laporan(blank, path)
    read = read_laporan(path)
    assert values(read) == values(blank)
    assert (read.daerah, read.tahun, read.triwulan) == (daerah, 2025, 2)
    assert read.periode_berakhir() == date(2025, 6, 30)
    assert skor(read, RULES).indeks is None


def test_end_of_each_period() -> None:
    ends = [blank_laporan("kabkota", 2024, None, n).periode_berakhir() for n in (1, 2, 3, 4, None)]
    assert ends == [
        date(2024, 3, 31),
        date(2024, 6, 30),
        date(2024, 9, 30),
        date(2024, 12, 31),
        date(2024, 12, 31),
    ]


def test_fractions_survive(tmp_path: Path) -> None:
    blank = blank_laporan("kabkota", 2025)
    row = next(item for item in blank.layanan if item.id == "pend.kab.02")
    item = row.mutu[0]._replace(kebutuhan=Nilai(Decimal(100)), terpenuhi=Nilai(Decimal("97.25")))
    rows = tuple(r._replace(mutu=(item, *r.mutu[1:])) if r is row else r for r in blank.layanan)
    filled = Laporan("x", None, None, "kabkota", 2025, None, rows)
    for suffix in SUFFIXES:
        write_laporan(filled, tmp_path / f"t{suffix}")
        assert values(read_laporan(tmp_path / f"t{suffix}")) == values(filled)


def test_columns_of_the_contract(books: Path) -> None:
    book = load_workbook(books / "contoh.xlsx")
    assert book.sheetnames == ["Petunjuk", "Identitas", *LEMBAR.values()]
    for urusan, label in LEMBAR.items():
        rows = list(book[label].iter_rows(values_only=True))
        heads = [n for n, row in enumerate(rows) if row[0] == "Kode"]
        assert len(heads) == 3
        first = rows[heads[0]]
        assert first[4:6] == ("Jumlah Total Yang Harus Dilayani", "Jumlah Yang Terlayani")
        wanted = [s.id for s in catalogue.of(urusan, "kabkota")]
        assert [row[0] for row in rows[heads[0] + 1 : heads[0] + 1 + len(wanted)]] == wanted


def test_only_cells_to_fill_in_are_open(books: Path) -> None:
    sheet = load_workbook(books / "contoh.xlsx")["Kesehatan"]
    assert sheet.protection.sheet
    for row in sheet.iter_rows(min_row=6, max_row=17):
        assert [cell.protection.locked for cell in row[:8]] == [True] * 4 + [False] * 2 + [True] * 2
    kinds = {rule.type for rule in sheet.data_validations.dataValidation}
    assert kinds == {"whole", "decimal", "list"}
    lists = [r.formula1 for r in sheet.data_validations.dataValidation if r.type == "list"]
    assert all(len(text) <= 255 for text in lists)
    assert sheet.page_setup.fitToWidth == 1


def test_jakarta_drop_downs_fit(tmp_path: Path) -> None:
    write_laporan(blank_laporan("provinsi", 2025, "31"), tmp_path / "t.xlsx")
    book = load_workbook(tmp_path / "t.xlsx")
    for label in LEMBAR.values():
        for rule in book[label].data_validations.dataValidation:
            assert len(str(rule.formula1)) <= 255


@pytest.mark.parametrize(
    ("tingkat", "daerah", "part"),
    [
        ("kabkota", "99.99", "tidak dikenal"),
        ("kabkota", "32", "bukan daerah tingkat Kabupaten/Kota"),
        ("provinsi", "32.16", "bukan daerah tingkat Provinsi"),
    ],
)
def test_template_for_a_wrong_region(tingkat: Any, daerah: str, part: str) -> None:
    with pytest.raises(MasukanError, match=part):
        blank_laporan(tingkat, 2025, daerah)


def test_other_formats_and_places_are_refused(tmp_path: Path) -> None:
    blank = blank_laporan("kabkota", 2025)
    with pytest.raises(MasukanError, match=r"\.xlsx, \.csv"):
        write_laporan(blank, tmp_path / "t.ods")
    for suffix in SUFFIXES:
        with pytest.raises(BerkasError, match="tidak dapat ditulis"):
            write_laporan(blank, tmp_path / "tidak-ada" / f"t{suffix}")


def test_sample_has_one_mistake() -> None:
    hasil = skor(sample_laporan(), RULES)
    assert hasil.indeks is not None
    assert [note.split(":")[0] for note in hasil.catatan()] == [MISTAKE]
    assert sample_laporan() == sample_laporan()
    assert "rekaan" in (sample_laporan().nama_daerah or "")
    assert sample_laporan().daerah is None
    assert skor(sample_laporan("provinsi"), RULES).indeks is not None


# --- the order of things changes nothing


def test_order_of_sheets_rows_and_columns(books: Path, tmp_path: Path) -> None:
    source = load_workbook(books / "contoh.xlsx")
    book = Workbook()
    book.remove(book.active)
    for label in reversed(source.sheetnames):
        rows = [list(row) for row in source[label].iter_rows(values_only=True)]
        sheet = book.create_sheet(label.upper())
        if label in LEMBAR.values():
            rows = _shuffled(rows)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    read = read_laporan(tmp_path / "t.xlsx")
    first, second = skor(sample_laporan(), RULES), skor(read, RULES)
    assert [s.indeks for s in first.layanan()] == [s.indeks for s in second.layanan()]
    assert first.indeks == second.indeks
    assert [item.id for item in read.layanan] == [item.id for item in sample_laporan().layanan]


def _shuffled(rows: list[list[Any]]) -> list[list[Any]]:
    """Tables C, B, A; their rows upside down; columns from right to left."""
    starts = [n for n, row in enumerate(rows) if str(row[0])[:3] in ("A. ", "B. ", "C. ")]
    tables = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    mixed = []
    for table in reversed(tables):
        title, head, body = table[0], table[1], table[2:]
        mixed += [title, head[::-1], *[row[::-1] for row in reversed(body)]]
    return mixed


def test_order_of_keys_and_rows_in_json_and_csv(books: Path, tmp_path: Path) -> None:
    data = json.loads((books / "contoh.json").read_text(encoding="utf-8"))
    data["layanan"] = [
        {key: item[key] for key in reversed(item)} for item in reversed(data["layanan"])
    ]
    (tmp_path / "t.json").write_text(json.dumps({k: data[k] for k in reversed(data)}))
    assert values(read_laporan(tmp_path / "t.json")) == values(sample_laporan())
    text = (books / "contoh.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    out = io.StringIO()
    csv.writer(out).writerows([row[::-1] for row in (rows[0], *reversed(rows[1:]))])
    (tmp_path / "t.csv").write_text(out.getvalue())
    read = skor(read_laporan(tmp_path / "t.csv"), RULES)
    assert read.indeks == skor(sample_laporan(), RULES).indeks


# --- bad input in XLSX


def broken(books: Path, tmp_path: Path, change: Callable[[Any], None]) -> list[str]:
    """The sentences about the sample after a change to its workbook."""
    book = load_workbook(books / "contoh.xlsx")
    change(book)
    book.save(tmp_path / "rusak.xlsx")
    with pytest.raises(LaporanTakTerbaca) as caught:
        read_laporan(tmp_path / "rusak.xlsx")
    assert str(caught.value).split("\n") == [m.kalimat for m in caught.value.masalah]
    return [item.kalimat for item in caught.value.masalah]


CELLS = [
    (
        "banyak",
        'Lembar "Kesehatan", sel E6: tertulis "banyak", padahal isian ini memerlukan angka.',
    ),
    ("1.234", 'Lembar "Kesehatan", sel E6: tertulis "1.234", padahal isian ini memerlukan angka.'),
    ("3201234567890123", 'Lembar "Kesehatan", sel E6: tertulis "3201…"'),
    ("-", 'Lembar "Kesehatan", sel E6: tertulis "-". Ketik 0 bila memang tidak ada'),
    ("nihil", 'Lembar "Kesehatan", sel E6: tertulis "nihil". Ketik 0'),
    (
        -5,
        'Lembar "Kesehatan", sel E6: tertulis -5, sedangkan isian ini tidak dapat kurang dari nol.',
    ),
    (
        10.5,
        'Lembar "Kesehatan", sel E6: tertulis 10,5, sedangkan jumlah orang berupa bilangan bulat',
    ),
    (10**16, 'Lembar "Kesehatan", sel E6: tertulis 1000…, terlalu besar'),
    (True, 'Lembar "Kesehatan", sel E6: berisi TRUE'),
    (date(2024, 5, 1), 'Lembar "Kesehatan", sel E6: berisi tanggal'),
    ("=SUM(A1:A2)", 'Lembar "Kesehatan", sel E6: berisi rumus tanpa hasil tersimpan.'),
    ("#REF!", 'Lembar "Kesehatan", sel E6: rumusnya menghasilkan #REF!'),
]


@pytest.mark.parametrize(("value", "start"), CELLS, ids=[str(v) for v, _ in CELLS])
def test_one_bad_cell_is_said_with_its_place(
    books: Path, tmp_path: Path, value: Any, start: str
) -> None:
    def change(book: Any) -> None:
        book["Kesehatan"]["E6"] = value

    sentences = broken(books, tmp_path, change)
    assert len(sentences) == 1
    assert sentences[0].startswith(start)


def test_all_bad_cells_are_said_at_once(books: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["Kesehatan"]["E6"] = "banyak"
        book["Kesehatan"]["F7"] = -1
        book["Sosial"]["E6"] = 1.5
        book["Pendidikan"]["A6"] = "pend.kab.09"
        book["Pendidikan"]["A7"] = "pend.prov.01"
        book["Trantibumlinmas"]["A7"] = "tra.kab.01"
        book["Identitas"]["B7"] = "dua ribu"
        del book["Perumahan Rakyat"]

    sentences = broken(books, tmp_path, change)
    wanted = [
        'Lembar "Identitas", sel B7: tahun anggaran tertulis "dua ribu"',
        'Lembar "Pendidikan", sel A6: kode layanan "pend.kab.09" tidak dikenal',
        'Lembar "Kesehatan", sel E6: tertulis "banyak"',
        'Lembar "Kesehatan", sel F7: tertulis -1',
        'Lembar "Perumahan Rakyat" tidak ditemukan',
        'Lembar "Trantibumlinmas", sel A7: layanan "tra.kab.01" tercantum lebih dari sekali',
        'Lembar "Sosial", sel E6: tertulis 1,5',
    ]
    assert len(sentences) == len(wanted)
    for sentence, start in zip(sentences, wanted, strict=True):
        assert sentence.startswith(start)
        assert sentence.endswith((".", ")."))


def test_service_of_the_other_level(books: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["Pendidikan"]["A7"] = "pend.prov.01"

    (sentence,) = broken(books, tmp_path, change)
    assert sentence.startswith('Lembar "Pendidikan", sel A7: layanan "pend.prov.01" adalah layanan')
    assert "tingkat Provinsi, sedangkan laporan ini tingkat Kabupaten/Kota" in sentence


def test_renamed_missing_and_double_columns(books: Path, tmp_path: Path) -> None:
    def renamed(book: Any) -> None:
        book["Kesehatan"]["F5"] = "Realisasi"

    def missing(book: Any) -> None:
        book["Kesehatan"]["E5"] = None

    def double(book: Any) -> None:
        book["Kesehatan"]["G5"] = TABEL[0].kiri

    def no_code(book: Any) -> None:
        book["Kesehatan"]["A5"] = "Nomor"

    assert broken(books, tmp_path, renamed) == [
        'Lembar "Kesehatan", sel F5: judul kolom tertulis "Realisasi", sedangkan templat memakai '
        '"Jumlah Yang Terlayani". Kembalikan judul kolomnya.'
    ]
    (sentence,) = broken(books, tmp_path, missing)
    assert 'kolom "Jumlah Total Yang Harus Dilayani" tidak ditemukan' in sentence
    (sentence,) = broken(books, tmp_path, double)
    assert "tercantum dua kali" in sentence
    (sentence,) = broken(books, tmp_path, no_code)
    assert 'tertulis "Nomor", sedangkan templat memakai "Kode"' in sentence


def test_both_number_columns_renamed_or_the_table_gone(books: Path, tmp_path: Path) -> None:
    def both(book: Any) -> None:
        book["Kesehatan"]["E5"] = "Sasaran"
        book["Kesehatan"]["F5"] = "Realisasi"

    def gone(book: Any) -> None:
        book["Kesehatan"].delete_rows(4, 14)

    sentences = broken(books, tmp_path, both)
    assert [s.split(":")[0] for s in sentences] == [
        'Lembar "Kesehatan", sel E5',
        'Lembar "Kesehatan", sel F5',
    ]
    (sentence,) = broken(books, tmp_path, gone)
    assert sentence.startswith('Lembar "Kesehatan": tabel dengan kolom')


def test_rows_of_ones_own(books: Path, tmp_path: Path) -> None:
    """A mutu item added in the empty rows counts; half of one is said."""
    book = load_workbook(books / "contoh.xlsx")
    sheet = book["Pendidikan"]
    row = next(n for n in range(1, 200) if str(sheet.cell(n, 1).value).startswith("Butir lain")) + 1
    for column, value in enumerate(("pend.kab.01", "Alat peraga", "barang/jasa", "set", 10, 5), 1):
        sheet.cell(row, column, value)
    book.save(tmp_path / "t.xlsx")
    added = read_laporan(tmp_path / "t.xlsx").layanan[0].mutu[-1]
    assert (added.nama, added.komponen, added.satuan) == ("Alat peraga", "barang_jasa", "set")
    assert (added.kebutuhan.angka, added.terpenuhi.angka) == (10, 5)
    assert added.terpenuhi.letak.sel == f"F{row}"
    for column, part in ((1, "kode layanannya kosong"), (2, "belum bernama"), (3, "komponen mutu")):
        sheet.cell(row, column).value, kept = None, sheet.cell(row, column).value
        book.save(tmp_path / "rusak.xlsx")
        with pytest.raises(LaporanTakTerbaca, match=part):
            read_laporan(tmp_path / "rusak.xlsx")
        sheet.cell(row, column).value = kept
    sheet.cell(row + 1, 1, "pend.kab.01")
    for column in range(2, 7):
        sheet.cell(row + 1, column, sheet.cell(row, column).value)
    book.save(tmp_path / "rusak.xlsx")
    with pytest.raises(LaporanTakTerbaca, match="tercantum lebih dari sekali"):
        read_laporan(tmp_path / "rusak.xlsx")


def test_fraction_of_a_person_in_a_mutu_item(books: Path, tmp_path: Path) -> None:
    sheet = load_workbook(books / "contoh.xlsx")["Kesehatan"]
    people = next(n for n in range(20, 200) if sheet.cell(n, 4).value == "orang")
    tablets = next(n for n in range(20, 200) if sheet.cell(n, 4).value == "tablet")

    def change(book: Any) -> None:
        book["Kesehatan"].cell(people, 6).value = 2.5
        book["Kesehatan"].cell(tablets, 6).value = 2.5

    (sentence,) = broken(books, tmp_path, change)
    assert f"sel F{people}" in sentence


def test_places_point_to_the_cell(books: Path) -> None:
    read = read_laporan(books / "contoh.xlsx")
    row = read.isian("kes.kab.01")
    assert row is not None
    assert (row.sasaran.letak.lembar, row.sasaran.letak.sel) == ("Kesehatan", "E6")
    assert row.terlayani.letak.baris == 6
    assert read.isian("kes.kab.99") is None


def test_problems_do_not_hide_the_rest(books: Path, tmp_path: Path) -> None:
    book = load_workbook(books / "contoh.xlsx")
    book["Kesehatan"]["E6"] = "banyak"
    book.save(tmp_path / "t.xlsx")
    laporan, problems = inspect_laporan(tmp_path / "t.xlsx")
    assert len(problems) == 1
    assert problems[0].letak.sel == "E6"
    assert laporan is not None
    row = laporan.isian("kes.kab.01")
    assert row is not None
    assert row.sasaran.angka is None
    assert row.sasaran.tertulis == "banyak"
    assert row.terlayani.angka is not None


@pytest.mark.parametrize(
    ("cell", "value", "part"),
    [
        ("B4", "99.99", "kode daerah"),
        ("B4", "32", "bukan daerah tingkat Kabupaten/Kota"),
        ("B6", "desa", "tingkat tertulis"),
        ("B6", None, '"Tingkat" belum diisi'),
        ("B7", 24, "tahun anggaran tertulis"),
        ("B7", None, '"Tahun anggaran" belum diisi'),
        ("B8", "Semester I", "periode tertulis"),
        ("A7", "Tahun", 'Isian identitas "Tahun anggaran" tidak ditemukan'),
    ],
)
def test_identity(books: Path, tmp_path: Path, cell: str, value: Any, part: str) -> None:
    def change(book: Any) -> None:
        book["Identitas"][cell] = value

    assert part in " ".join(broken(books, tmp_path, change))


@pytest.mark.parametrize(("raw", "code"), [("32.16", "32.16"), (32.16, "32.16"), (32.1, "32.10")])
def test_region_code_that_became_a_number(books: Path, tmp_path: Path, raw: Any, code: str) -> None:
    book = load_workbook(books / "contoh.xlsx")
    book["Identitas"]["B4"] = raw
    book.save(tmp_path / "t.xlsx")
    read = read_laporan(tmp_path / "t.xlsx")
    assert read.daerah == code
    assert read.nama_daerah != "Kabupaten Contoh (angka rekaan)"


# --- bad files


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("tidak-ada.xlsx", None, "tidak ditemukan"),
        ("tidak-ada.pdf", None, "tidak ditemukan"),
        ("kosong.xlsx", b"", "kosong"),
        ("bukan.xlsx", b"halo", "tidak dapat dibuka sebagai XLSX"),
        ("bukan.json", b"{", "tidak dapat dibuka sebagai JSON"),
        ("dalam.json", b"[" * 100_000, "tidak dapat dibuka sebagai JSON"),
        ("biner.csv", b"a\0b;c", "tidak dapat dibuka sebagai CSV"),
        ("laporan.doc", b"x", "Format yang didukung: .xlsx, .csv, .json"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, part: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BerkasError) as caught:
        read_laporan(path)
    assert part in str(caught.value)
    assert name in str(caught.value)


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("a.txt", "halo")
    with pytest.raises(BerkasError, match="tidak dapat dibuka sebagai XLSX"):
        read_laporan(tmp_path / "t.xlsx")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_500_mb_are_refused_unread(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"besar{suffix}"
    with path.open("wb") as file:
        file.truncate(500 * 2**20)  # sparse: takes no room
    with pytest.raises(BerkasError) as caught:
        read_laporan(path)
    assert f'Berkas "besar{suffix}" berukuran 500 MB, sedangkan batasnya 64 MB.' in str(
        caught.value
    )


def test_a_small_file_that_unpacks_huge_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books: Path
) -> None:
    monkeypatch.setattr(reading, "MAX_UNZIPPED", 10_000)
    with pytest.raises(BerkasError, match="berukuran"):
        read_laporan(books / "contoh.xlsx")


def test_too_many_cells(books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant import laporan_book

    monkeypatch.setattr(laporan_book, "MAX_CELLS", 100)
    with pytest.raises(BerkasError, match="lebih dari 100 sel"):
        read_laporan(books / "contoh.xlsx")


def test_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").mkdir()
    with pytest.raises(BerkasError, match="tidak ditemukan"):
        read_laporan(tmp_path / "t.xlsx")


# --- bad input in JSON and CSV


def json_with(tmp_path: Path, books: Path, change: Callable[[Any], Any]) -> list[str]:
    data = json.loads((books / "contoh.json").read_text(encoding="utf-8"))
    data = change(data) or data
    (tmp_path / "t.json").write_text(json.dumps(data), encoding="utf-8")
    return [item.kalimat for item in inspect_laporan(tmp_path / "t.json").masalah]


def put(*path: Any) -> Callable[[Any], None]:
    """put("layanan", 0, "sasaran", 5): sets the value at a path."""

    def change(data: Any) -> None:
        for key in path[:-2]:
            data = data[key]
        data[path[-2]] = path[-1]

    return change


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (put("layanan", 0, "sasaran", "345"), 'Kunci "layanan[0].sasaran": tertulis "345"'),
        (put("layanan", 0, "sasaran", -1), 'Kunci "layanan[0].sasaran": tertulis -1'),
        (put("layanan", 0, "sasaran", 1.5), "tertulis 1,5"),
        (put("layanan", 0, "sasaran", True), "berisi TRUE"),
        (put("layanan", 0, "sasaran", [1]), "memerlukan angka"),
        (put("layanan", 0, "sasaran", float("nan")), "menghasilkan nan"),
        (put("layanan", 0, "pagu_rupiah", -1), 'Kunci "layanan[0].pagu_rupiah"'),
        (put("layanan", 0, "id", "pend.kab.77"), 'kode layanan "pend.kab.77" tidak dikenal'),
        (put("layanan", 0, "id", None), "tidak dikenal"),
        (put("layanan", 1, "id", "pend.kab.01"), 'layanan "pend.kab.01" tercantum lebih'),
        (put("layanan", 0, "id", "sos.prov.01"), "tingkat Provinsi"),
        (put("layanan", 0, "sasran", 5), 'Kunci "layanan[0].sasran": kunci ini tidak dikenal'),
        (put("layanan", 0, 7), 'Kunci "layanan[0]": bentuknya bukan objek'),
        (put("layanan", {}), 'Kunci "layanan": bentuknya bukan daftar'),
        (put("layanan", 0, "mutu", 5), 'Kunci "layanan[0].mutu": bentuknya bukan daftar'),
        (put("layanan", 0, "mutu", 0, 5), 'Kunci "layanan[0].mutu[0]": bentuknya bukan objek'),
        (put("layanan", 0, "mutu", 0, "nama", " "), "belum bernama"),
        (put("layanan", 0, "mutu", 0, "komponen", "lain"), 'komponen mutu "lain"'),
        (put("layanan", 0, "mutu", 0, "jumlah", 1), 'Kunci "layanan[0].mutu[0].jumlah"'),
        (put("layanan", 0, "mutu", 0, "terpenuhi", -2), 'Kunci "layanan[0].mutu[0].terpenuhi"'),
        (put("period", 2024), 'Kunci "period": bentuknya bukan objek'),
        (put("period", "year", 1), 'tahun anggaran tertulis "1"'),
        (put("period", "quarter", 5), 'periode tertulis "5"'),
        (put("period", "bulan", 5), 'Kunci "period.bulan"'),
        (put("level", "negara"), 'tingkat tertulis "negara"'),
        (put("daerah", "00.00"), 'kode daerah "00.00"'),
        (put("lain", 1), 'Kunci "lain": kunci ini tidak dikenal'),
        (lambda data: [data], "bentuknya bukan objek"),
    ],
)
def test_bad_json(tmp_path: Path, books: Path, change: Callable[[Any], Any], part: str) -> None:
    assert part in " ".join(json_with(tmp_path, books, change))


def test_numbers_too_long_for_json(tmp_path: Path, books: Path) -> None:
    text = (books / "contoh.json").read_text(encoding="utf-8")
    for number in ("1e999999999", "1e-999999999", "1" + "0" * 40):
        (tmp_path / "t.json").write_text(text.replace('"sasaran": 400', f'"sasaran": {number}', 1))
        (problem,) = inspect_laporan(tmp_path / "t.json").masalah
        assert "terlalu besar atau terlalu panjang" in problem.kalimat
        assert len(problem.kalimat) < 200


def test_mutu_may_be_left_out_of_json(tmp_path: Path, books: Path) -> None:
    def change(data: Any) -> None:
        for item in data["layanan"]:
            del item["mutu"]

    assert json_with(tmp_path, books, change) == []
    hasil = skor(read_laporan(tmp_path / "t.json"), RULES)
    assert hasil.indeks is None
    assert all(s.penerima is not None for s in hasil.layanan())


def csv_with(tmp_path: Path, books: Path, old: str, new: str) -> tuple[Laporan | None, list[str]]:
    text = (books / "contoh.csv").read_text(encoding="utf-8-sig")
    assert old in text
    (tmp_path / "t.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    laporan, problems = inspect_laporan(tmp_path / "t.csv")
    return laporan, [item.kalimat for item in problems]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (";orang;400;400;", ";orang;empat ratus;400;", 'Baris 9, kolom "Jumlah Total Yang Harus'),
        (";orang;400;400;", ";orang;-;400;", "Ketik 0 bila memang tidak ada"),
        (";orang;400;400;", ";orang;-4;400;", "tertulis -4"),
        (";orang;400;400;", ";orang;400,5;400;", "bilangan bulat"),
        (";orang;400;400;", ";orang;40%;400;", 'tertulis "40%"'),
        ("penerima;pend.kab.01", "penerima;pend.kab.88", 'Baris 9, kolom "Kode"'),
        ("penerima;pend.kab.01", "penerma;pend.kab.01", 'bagian "penerma" tidak dikenal'),
        ("penerima;pend.kab.02", "penerima;pend.kab.01", "tercantum lebih dari sekali"),
        ("Jumlah Yang Terlayani", "Realisasi", 'kolom "Jumlah Yang Terlayani" tidak ditemukan'),
        (";Barang/Jasa;", ";Barang;", 'komponen mutu "Barang"'),
        ("Tahun anggaran;2024", "Tahun anggaran;", '"Tahun anggaran" belum diisi'),
    ],
)
def test_bad_csv(tmp_path: Path, books: Path, old: str, new: str, part: str) -> None:
    assert part in " ".join(csv_with(tmp_path, books, old, new)[1])


@pytest.mark.parametrize(
    ("text", "value"), [("1.400", 1400), ("1,400", 1400), ("1 400", 1400), ("1.400.000", 1400000)]
)
def test_thousands_of_people_in_csv(tmp_path: Path, books: Path, text: str, value: int) -> None:
    laporan, problems = csv_with(tmp_path, books, ";orang;400;400;", f";orang;{text};400;")
    assert problems == []
    assert laporan is not None
    assert laporan.layanan[0].sasaran.angka == value


def test_unclear_number_in_csv_is_not_guessed(tmp_path: Path, books: Path) -> None:
    _, problems = csv_with(tmp_path, books, ";persen;;;100;100;", ";persen;;;100;1.234;")
    assert len(problems) == 1
    assert "dapat dibaca dengan dua cara" in problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_as_programs_save_it(
    tmp_path: Path, books: Path, encoding: str, delimiter: str
) -> None:
    text = (books / "contoh.csv").read_text(encoding="utf-8-sig")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(csv.reader(io.StringIO(text), delimiter=";"))
    (tmp_path / "t.csv").write_bytes(out.getvalue().encode(encoding))
    assert values(read_laporan(tmp_path / "t.csv")) == values(sample_laporan())


def test_csv_without_rows(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("\n\n")
    assert inspect_laporan(tmp_path / "t.csv").laporan is None


# --- as LibreOffice sees it


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_saves_the_template(books: Path, tmp_path: Path) -> None:
    def convert(kind: str) -> Path:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                *("--convert-to", kind, "--outdir", str(tmp_path)),
                str(books / "contoh.xlsx"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return tmp_path / f"contoh.{kind}"

    saved = read_laporan(convert("xlsx"))
    assert values(saved) == values(sample_laporan())
    shares = load_workbook(tmp_path / "contoh.xlsx", data_only=True)["Kesehatan"]
    assert shares["H6"].value == pytest.approx(shares["F6"].value / shares["E6"].value)
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(convert("pdf")).pages]
    text = "\n".join(pages)
    assert 15 <= len(pages) <= 35  # how many depends on the fonts of the machine
    for service in catalogue.of(tingkat="kabkota"):
        assert service.id in text
    for label in ("Petunjuk pengisian", "Jumlah Yang Terlayani", "Realisasi Anggaran (Rp)"):
        assert label.split()[0] in text


# --- whatever comes in

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_json_makes_the_reader_fail(data: st.DataObject) -> None:
    """Any node replaced by anything: problems are said, never raised."""
    tree: Any = json.loads(json.dumps(laporan_data(sample_laporan("provinsi"))))
    node = tree
    for _ in range(data.draw(st.integers(0, 4))):
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        inner = [key for key in keys if isinstance(node[key], dict | list) and node[key]]
        if not inner:
            break
        node = node[data.draw(st.sampled_from(inner))]
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    node[data.draw(st.sampled_from(keys))] = data.draw(junk)
    laporan, problems = from_data(tree, "uji.json")
    assert laporan is not None or problems
    if laporan is not None:
        skor(laporan, RULES)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_bytes_make_a_reader_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes", numbered=True)
    for suffix in SUFFIXES:
        path = folder / f"t{suffix}"
        path.write_bytes(data)
        try:
            inspect_laporan(path)
        except BerkasError:
            continue
