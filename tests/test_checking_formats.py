"""One laporan in every format, the results people get, and files compared with each other."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from assistant.checking.choices import Pilihan
from assistant.checking.files import check_files
from assistant.checking.models import HasilPeriksa
from assistant.checking.run import check
from assistant.render import check_html, check_json, check_xlsx
from bots.check_commands import check as check_command
from bots.check_commands import rules as rules_command
from evals.checking_errors import MUTASI, seeded
from evals.checking_files import write
from evals.checking_reports import make
from ingest.report import reader
from ingest.sandbox import read

DAY = date(2026, 11, 22)
APP = typer.Typer()
APP.command("check")(check_command)
APP.command("rules")(rules_command)
RUN = CliRunner()
HEAD = ["No", "Jenis Pelayanan Dasar", "Sasaran", "Terlayani", "Capaian (%)"]


def result_of(path: Path) -> HasilPeriksa:
    found = reader(path)
    assert found is not None
    return check(found(path), DAY)


def book(path: Path, title: str, rows: list[list[Any]], **formulas: str) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Kesehatan"
    for row in ([title], [], HEAD, *rows):
        sheet.append(row)
    for cell, formula in formulas.items():
        sheet[cell] = formula
    workbook.save(path)
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pdf"])
@pytest.mark.parametrize("seed", [2, 3, 4])
def test_correct_laporan_has_no_finding(seed: int, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"laporan{suffix}"
    write(make(seed), path)
    assert [t.pesan for t in result_of(path).temuan if t.keparahan != "info"] == []


@pytest.mark.parametrize("name", ["persen salah", "ditulis 100", "total pagu", "dikutip ganda"])
def test_one_error_gives_one_root_in_every_format(name: str, tmp_path: Path) -> None:
    roots = set()
    for suffix in (".xlsx", ".docx", ".pdf"):
        made = seeded(11, name)
        assert made is not None
        path = tmp_path / f"laporan{suffix}"
        write(made[0], path)
        found = [t for t in result_of(path).temuan if t.keparahan != "info"]
        assert {t.aturan for t in found} <= set(made[1].aturan)
        roots.add(tuple(t.aturan for t in found))
    assert len(roots) == 1


def test_every_mutation_names_rules_of_the_catalogue() -> None:
    from assistant.checking.checks import catalogue

    for seed, name in enumerate(MUTASI):
        made = seeded(seed, name)
        assert made is None or set(made[1].aturan) <= set(catalogue())


def test_fingerprints_survive_moved_pages_and_rows(tmp_path: Path) -> None:
    text = "Uraian.\n\nNo\tJenis Pelayanan Dasar\tSasaran\tTerlayani\tCapaian (%)\n"
    row = "1\tPelayanan kesehatan ibu hamil\t100\t90\t80\n"
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(text + row, encoding="utf-8")
    two.write_text("Paragraf baru.\n" * 40 + text + row, encoding="utf-8")
    first, second = (check(read(p), DAY) for p in (one, two))
    assert [t.sidik_jari for t in first.temuan] == [t.sidik_jari for t in second.temuan]
    assert first.temuan[0].tempat[0].letak != second.temuan[0].tempat[0].letak


def test_xlsx_keeps_empty_zero_and_nihil_apart(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", "SPM", [[1, "Pelayanan kesehatan balita", 0, "nihil", None]])
    from assistant.checking.context import build

    found = reader(path)
    assert found is not None
    record = build(found(path), DAY).rekaman[0]
    kinds = [record.bilangan(r) for r in ("sasaran", "terlayani", "persen")]
    assert [b.jenis for b in kinds if b] == ["angka", "nihil", "kosong"]


def test_xlsx_finding_names_sheet_and_cell(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", "SPM", [[1, "Pelayanan kesehatan balita", 500, 450, 95]])
    finding = check_json.finding(check(read(path), DAY).temuan[0])
    place = finding["locations"][0]
    assert (finding["rule"], place["sheet"], place["cell"]) == ("ARI-01", "Kesehatan", "E4")
    assert (finding["found"], finding["expected"], finding["difference"]) == ("95", "90", "5")


def test_sum_that_leaves_out_a_row(tmp_path: Path) -> None:
    rows = [
        [1, "Kecamatan A", 10, 5, None],
        [2, "Kecamatan B", 20, 5, None],
        ["", "TOTAL", 0, 0, None],
    ]
    path = book(tmp_path / "a.xlsx", "SPM", rows, C6="=SUM(C4:C4)", D6="=SUM(D4:D5)")
    found = reader(path)
    assert found is not None
    hits = [t for t in check(found(path), DAY).temuan if t.aturan == "LKP-10"]
    assert [t.tempat[0].letak.sel for t in hits] == ["C6"]


def test_empty_quality_block_is_told(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(
        [
            "No",
            "Uraian",
            "Satuan",
            "Jumlah Mutu Yang Harus Dipenuhi",
            "Jumlah Mutu Yang Terpenuhi",
            "Harga",
        ]
    )
    sheet.append([1, "Pelayanan kesehatan balita", "unit", 5, 4, 10])
    sheet.append([2, "Pelayanan kesehatan ibu hamil", "unit", None, None, 10])
    path = tmp_path / "mutu.xlsx"
    workbook.save(path)
    assert "PEN-10" in {t.aturan for t in result_of(path).temuan}


QUARTER = "Laporan SPM Kabupaten Bekasi Triwulan {} Tahun 2024"
YEAR = "Laporan Penerapan SPM Kabupaten Bekasi Tahun {}"
NAMES = ("Pelayanan kesehatan balita", "Pelayanan kesehatan ibu hamil", "Pendidikan Dasar",
         "Pendidikan Kesetaraan", "Pelayanan kesehatan bayi baru lahir")  # fmt: skip


@pytest.mark.parametrize(
    ("titles", "served", "target", "rule"),
    [
        ((QUARTER.format("I"), QUARTER.format("II")), (4350, 4100), (5000, 5000), "WKT-01"),
        ((QUARTER.format("I"), QUARTER.format("II")), (4100, 4350), (5000, 4900), "WKT-02"),
        ((QUARTER.format("IV"), YEAR.format(2024)), (4300, 4328), (5000, 5000), "WKT-08"),
        ((YEAR.format(2024), YEAR.format(2024)), (4300, 4328), (5000, 5000), "TAB-08"),
        ((QUARTER.format("I"), QUARTER.format("II")), (4100, 4350), (5000, 5000), None),
        ((YEAR.format(2023), YEAR.format(2024)), (4300, 4328), (5000, 5100), None),
    ],
)
def test_two_files(
    titles: tuple[str, str], served: tuple[int, int], target: tuple[int, int], rule: str | None,
    tmp_path: Path,
) -> None:  # fmt: skip
    paths = [
        book(tmp_path / f"{n}.xlsx", titles[n], [[1, NAMES[0], target[n], served[n], None]])
        for n in (0, 1)
    ]
    results, _ = check_files(paths, DAY, Pilihan("kabkota"))
    across = {
        t.aturan for r in results for t in r.temuan if t.aturan[:3] == "WKT" or t.aturan == "TAB-08"
    }
    assert across == ({rule} if rule else set())


def test_same_figures_as_last_year(tmp_path: Path) -> None:
    rows = [[n, name, 100 + n, 90 + n, None] for n, name in enumerate(NAMES, 1)]
    paths = [book(tmp_path / f"{y}.xlsx", YEAR.format(y), rows) for y in (2023, 2024)]
    results, _ = check_files(paths, DAY, Pilihan("kabkota"))
    assert "WKT-07" in {t.aturan for t in results[-1].temuan}


def test_command_json_since_and_acknowledge(tmp_path: Path) -> None:
    rows = [[1, NAMES[0], 500, 450, 95], [2, NAMES[1], 100, 50, 60]]
    path = book(tmp_path / "lama.xlsx", "SPM", rows)
    old = tmp_path / "lama.json"
    done = RUN.invoke(APP, ["check", str(path), "--format", "json", "--out", str(old)])
    assert done.exit_code == 1
    rows[0][4], rows[1][3] = 90, 40
    new = book(tmp_path / "baru.xlsx", "SPM", rows)
    done = RUN.invoke(APP, ["check", str(new), "--format", "json", "--since", str(old)])
    since = json.loads(done.stdout)["since"]
    assert [len(since[k]) for k in ("new", "remaining", "solved")] == [1, 0, 2]
    mark = since["new"][0]
    done = RUN.invoke(APP, ["check", str(new), "--acknowledge", mark, "--reason", "data sementara"])
    assert "diakui: data sementara" in done.stdout
    assert (tmp_path / "baru.xlsx.periksa.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["tidak-ada.txt"],
        ["a.txt", "--format", "gambar"],
        ["a.txt", "--format", "docx"],
        ["a.txt", "--level", "kecamatan"],
        ["a.txt", "--acknowledge", "123"],
        ["a.txt", "--since", "a.txt"],
    ],
)
def test_misuse_gives_one_sentence(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Uraian.\n", encoding="utf-8")
    places = [str(tmp_path / a) if a.endswith(".txt") else a for a in arguments]
    done = RUN.invoke(APP, ["check", *places])
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_contract_of_json(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", YEAR.format(2023), [[1, NAMES[0], 315065, 305065, 100]])
    value = json.loads(RUN.invoke(APP, ["check", str(path), "--format", "json"]).stdout)
    assert list(value)[:5] == ["schema", "document", "findings", "rules", "summary"]
    assert value["document"]["period"] == {"year": 2023, "quarter": None, "month": None}
    finding = next(f for f in value["findings"] if f["rule"] == "ARI-02")
    assert (finding["found"], finding["expected"], finding["difference"]) == (
        "100",
        "96.8261",
        "3.1739",
    )
    assert value["summary"]["galat"] == sum(f["severity"] == "galat" for f in value["findings"])


def test_html_is_self_contained_and_escapes(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", "<script>alert(1)</script>", [[1, NAMES[0] + " <b>", 500, 450, 95]]
    )
    naskah = read(path)
    page = check_html.render([check(naskah, DAY)], [naskah])
    assert "<script>alert" not in page
    assert "<b>" not in page.split("<main")[1].replace("<b>1</b>", "")
    assert "http" not in page.replace("http-equiv", "")
    assert 'class="hit"' in page


def test_workbooks_are_safe_against_formulas(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", "SPM", [[1, "=1+1 Pelayanan kesehatan balita", 500, 450, 95]])
    naskah = read(path)
    out, marked = tmp_path / "out.xlsx", tmp_path / "marked.xlsx"
    check_xlsx.write([check(naskah, DAY)], out)
    check_xlsx.write_marked(check(naskah, DAY), path, marked)
    cells = [c.value for row in load_workbook(out).active.iter_rows() for c in row if c.value]
    assert not any(str(c).startswith(("=", "+", "@")) for c in cells)
    copy = load_workbook(marked)["Kesehatan"]
    assert copy["E4"].comment is not None
    assert "ARI-01" in copy["E4"].comment.text


def test_docx_letter(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", "SPM", [[1, NAMES[0], 500, 450, 95]])
    done = RUN.invoke(
        APP, ["check", str(path), "--format", "docx", "--out", str(tmp_path / "a.docx")]
    )
    assert done.exit_code == 1
    assert (tmp_path / "a.docx").stat().st_size > 5_000


def test_personal_data_never_leaves(tmp_path: Path) -> None:
    nik = "3216044107900001"
    path = tmp_path / "a.txt"
    path.write_text(
        f"Penerima NIK {nik} pada Rabu (28 Juni 2024).\n\nDasar Hukum\n\n1. Peraturan Menteri "
        f"Kesehatan Nomor 59 Tahun 2021 tentang Penerapan Standar Pelayanan Minimal {nik};\n\n"
        f"Uraian\tNIK\tSasaran\tTerlayani\n{nik} balita\t{nik}\t5\t9\n",
        encoding="utf-8",
    )
    naskah = read(path)
    result = check(naskah, DAY)
    assert {"PRI-01", "PER-05"} <= {t.aturan for t in result.temuan}
    for text in (check_json.render([result]), check_html.render([result], [naskah])):
        assert nik not in text


def test_rules_command() -> None:
    listed = RUN.invoke(APP, ["rules"]).stdout
    assert "ARI-01" in listed
    assert "toleransi" in RUN.invoke(APP, ["rules", "ari-01"]).stdout.lower()
    value = json.loads(RUN.invoke(APP, ["rules", "--json"]).stdout)
    assert len({r["rule"] for r in value["rules"]}) == len(value["rules"])
    assert RUN.invoke(APP, ["rules", "XYZ-99"]).exit_code == 2
