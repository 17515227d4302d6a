"""What the user says about a laporan goes before what is recognised, and is shown."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from assistant.checking import choices
from assistant.checking.models import Periode
from bots.check_commands import check as check_command
from bots.check_commands import rules as rules_command
from corpus.errors import MasukanError

APP = typer.Typer()
APP.command("check")(check_command)
APP.command("rules")(rules_command)
RUN = CliRunner()
ROWS = "No\tJenis Pelayanan Dasar\tDipersiapkan\tHasil Kerja\tNilai Akhir\n"
LAPORAN = ROWS + "1\tPelayanan kesehatan balita\t500\t450\t95\n"


def laporan(folder: Path, text: str = LAPORAN) -> Path:
    path = folder / "laporan.txt"
    path.write_text(text, encoding="utf-8")
    return path


def document(path: Path, *options: str) -> dict[str, object]:
    done = RUN.invoke(APP, ["check", str(path), "--format", "json", *options])
    assert done.exit_code in (0, 1), done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


ROLES = (
    "--role", "Dipersiapkan=sasaran", "--role", "hasil kerja=terlayani",
    "--role", "Nilai Akhir=persen",
)  # fmt: skip


def test_given_roles_make_unknown_columns_checkable(tmp_path: Path) -> None:
    path = laporan(tmp_path)
    found = {f["rule"] for f in document(path)["findings"]}  # type: ignore[attr-defined]
    assert "ARI-01" not in found
    given = document(path, *ROLES)
    assert "ARI-01" in {f["rule"] for f in given["findings"]}  # type: ignore[attr-defined]
    columns = given["document"]["tables"][0]["columns"]  # type: ignore[index]
    assert [c["role"] for c in columns][2:] == ["sasaran", "terlayani", "persen"]


def test_a_column_can_be_left_out(tmp_path: Path) -> None:
    path = laporan(tmp_path, LAPORAN.replace("Nilai Akhir", "Capaian (%)"))
    options = ROLES[:4]
    assert "ARI-01" in {f["rule"] for f in document(path, *options)["findings"]}  # type: ignore[attr-defined]
    options = (*options, "--role", "Capaian (%)=-")
    assert "ARI-01" not in {f["rule"] for f in document(path, *options)["findings"]}  # type: ignore[attr-defined]


def test_region_and_period_can_be_set(tmp_path: Path) -> None:
    text = "Laporan Penerapan SPM Kabupaten Bekasi Tahun 2023\n\n" + LAPORAN
    path = laporan(tmp_path, text)
    plain = document(path)["document"]
    assert (plain["daerah"], plain["period"]["year"]) == ("32.16", 2023)  # type: ignore[index]
    given = document(path, "--daerah", "Jawa Barat", "--period", "2024-TW2")["document"]
    assert given["daerah"] == "32"  # type: ignore[index]
    assert given["level"] == "provinsi"  # type: ignore[index]
    assert given["period"] == {"year": 2024, "quarter": 2, "month": None}  # type: ignore[index]


def test_columns_are_shown(tmp_path: Path) -> None:
    done = RUN.invoke(APP, ["check", str(laporan(tmp_path)), "--columns"])
    assert '"Dipersiapkan" = -' in done.stdout
    assert '"Jenis Pelayanan Dasar" = uraian' in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ["--daerah", "bekasi"],
        ["--daerah", "Negeri Dongeng"],
        ["--period", "2024-TW5"],
        ["--period", "tahun lalu"],
        ["--role", "Dipersiapkan"],
        ["--role", "Dipersiapkan=sasarang"],
        ["--role", "=sasaran"],
        ["--role", "Tidak Ada=sasaran"],
        ["--kind", "brosur"],
    ],
)
def test_misuse_gives_one_sentence(options: list[str], tmp_path: Path) -> None:
    done = RUN.invoke(APP, ["check", str(laporan(tmp_path)), *options])
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024", Periode(2024)),
        ("2024-tw4", Periode(2024, 4)),
        ("2024-Q1", Periode(2024, 1)),
        ("2024-07", Periode(2024, None, 7)),
        ("2025-2029", Periode(2025, None, None, 2029)),
    ],
)
def test_periods(text: str, wanted: Periode) -> None:
    assert choices.period(text) == wanted


@pytest.mark.parametrize("text", ["2024-13", "24", "2024-", "", "2024-00", "1999"])
def test_no_periods(text: str) -> None:
    with pytest.raises(MasukanError):
        choices.period(text)


@pytest.mark.parametrize("rule", ["ARI-01", "STR-06", "WKT-01", "LKP-10"])
def test_a_rule_shows_what_passes_and_what_fails(rule: str) -> None:
    shown = RUN.invoke(APP, ["rules", rule]).stdout
    assert "Contoh yang lolos" in shown
    assert "Contoh yang tidak lolos" in shown
    assert "Temuannya: " in shown


def test_an_example_does_not_show_personal_data_in_its_finding() -> None:
    told = RUN.invoke(APP, ["rules", "PRI-01"]).stdout.split("Temuannya: ")[1]
    assert not any(len(word) == 16 and word.isdigit() for word in told.split())


PEOPLE = "Laporan Penerapan SPM Kabupaten Bekasi Tahun 2023\n\n" + (
    "No\tJenis Pelayanan Dasar\tSasaran\tTerlayani\n1\tPelayanan kesehatan balita\t5.000\t4.000\n"
)


def population(folder: Path, text: str) -> str:
    path = folder / "penduduk.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("people", "found"), [("4.999", True), ("5000", False), ("5.001", False)])
def test_a_given_population_is_the_reference(people: str, found: bool, tmp_path: Path) -> None:
    given = population(
        tmp_path, f"kode;jumlah;sumber\n32.16;{people};Disdukcapil semester I 2023\n"
    )
    value = document(laporan(tmp_path, PEOPLE), "--penduduk", given)
    told = [f["message"] for f in value["findings"] if f["rule"] == "PEN-03"]  # type: ignore[attr-defined]
    assert bool(told) == found
    assert all("menurut Disdukcapil semester I 2023" in text for text in told)


def test_a_population_of_another_region_is_left_alone(tmp_path: Path) -> None:
    given = population(tmp_path, "kode,jumlah,sumber\n32.75,10,BPS\n")
    value = document(laporan(tmp_path, PEOPLE), "--penduduk", given)
    assert "PEN-03" not in {f["rule"] for f in value["findings"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "kode,jumlah\n32.16,10\n",
        "kode,jumlah,sumber\n99.99,10,BPS\n",
        "kode,jumlah,sumber\n32.16,banyak,BPS\n",
        "kode,jumlah,sumber\n32.16,0,BPS\n",
        "kode,jumlah,sumber\n32.16,10,\n",
        "",
    ],
)
def test_a_bad_population_gives_one_sentence(text: str, tmp_path: Path) -> None:
    given = population(tmp_path, text)
    done = RUN.invoke(APP, ["check", str(laporan(tmp_path, PEOPLE)), "--penduduk", given])
    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1
