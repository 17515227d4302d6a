"""`spm score` and `spm template` as people run them; text, JSON, chart, speed."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner

from assistant.format import rounded
from assistant.laporan import Laporan
from assistant.read_laporan import read_laporan
from assistant.render.score_numbers import missing_points, shown
from assistant.samples import sample_laporan
from assistant.score_files import score_files
from assistant.scoring.comparison import bandingkan
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.langkah import langkah
from assistant.scoring.skor import skor
from assistant.template import blank_laporan, write_laporan
from bots import score_commands
from corpus import regions

RULES = ketentuan(date(2024, 12, 31))
ROOT = Path(__file__).parent.parent
app = typer.Typer()
app.command("score")(score_commands.score)
app.command("template")(score_commands.template)


def run(*args: object) -> Any:
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for suffix in (".xlsx", ".csv", ".json"):
        write_laporan(sample_laporan(), folder / f"contoh{suffix}")
    return folder


def for_region(kode: str | None, tahun: int, tingkat: Any = "kabkota") -> Laporan:
    """The sample's rows under another region and year."""
    rows = sample_laporan(tingkat).layanan
    name = None if kode is None else regions.regions()[kode].nama
    return Laporan("", kode, name, tingkat, tahun, None, rows)


# --- spm template


def test_template_command(tmp_path: Path) -> None:
    done = run("template", tmp_path / "t.xlsx", "--level", "kabkota", "--daerah", "32.16")
    assert done.exit_code == 0
    assert "29 jenis layanan" in done.stdout
    read = read_laporan(tmp_path / "t.xlsx")
    assert (read.daerah, read.tahun, read.triwulan) == ("32.16", date.today().year, None)
    again = run("template", tmp_path / "t.xlsx", "--level", "kabkota")
    assert again.exit_code == 2
    assert "sudah ada" in again.stderr
    forced = run("template", tmp_path / "t.xlsx", "--level", "provinsi", "--year", 2023, "--force")
    assert forced.exit_code == 0
    assert read_laporan(tmp_path / "t.xlsx").tahun == 2023


def test_template_with_made_up_numbers(tmp_path: Path) -> None:
    out = tmp_path / "t.json"
    assert run("template", out, "--level", "kabkota", "--sample").exit_code == 0
    assert skor(read_laporan(out), RULES).indeks == skor(sample_laporan(), RULES).indeks
    refused = run("template", out, "--level", "kabkota", "--sample", "--year", 2024, "--force")
    assert refused.exit_code == 2


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["t.ods", "--level", "kabkota"], ".xlsx"),
        (["t.xlsx", "--level", "desa"], 'Tingkat "desa"'),
        (["t.xlsx", "--level", "kabkota", "--daerah", "32"], "bukan daerah tingkat"),
        (["t.xlsx", "--level", "kabkota", "--year", "1990"], "Tahun 1990"),
    ],
)
def test_template_misuse(tmp_path: Path, args: list[str], part: str) -> None:
    done = run("template", tmp_path / args[0], *args[1:])
    assert done.exit_code == 2
    assert part in done.stderr
    assert not (tmp_path / args[0]).exists()


# --- spm score, one file


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_score_json_follows_the_contract(books: Path, suffix: str) -> None:
    done = run("score", books / f"contoh{suffix}", "--json")
    assert done.exit_code == 0
    data = json.loads(done.stdout)
    hasil = skor(sample_laporan(), RULES)
    assert data["schema"] == 1
    assert data["level"] == "kabkota"
    assert data["period"] == {"year": 2024, "quarter": None}
    assert data["daerah"] is None
    assert data["on"] == "2024-12-31"
    assert Decimal(data["index"]) == hasil.indeks
    assert data["kategori"] == "Tuntas Utama"
    assert Decimal(data["to_next_kategori"]) == 100 - Decimal(data["index"])
    assert [u["urusan"] for u in data["urusan"]] == [u.urusan.id for u in hasil.urusan]
    services = [item for u in data["urusan"] for item in u["layanan"]]
    assert [item["id"] for item in services] == [s.layanan.id for s in hasil.layanan()]
    for item in services:
        assert set(item) >= {"penerima_persen", "mutu_persen", "index", "applicable", "notes"}
        both = Decimal(item["penerima_persen"]) * 4 / 5 + Decimal(item["mutu_persen"]) / 5
        assert abs(both - Decimal(item["index"])) < Decimal("1e-20")
    weights = {p["name"]: p for p in data["parameters"]}
    assert weights["bobot_penerima"]["value"] == "0.80"
    assert weights["bobot_penerima"]["terverifikasi"] is False
    assert weights["bobot_penerima"]["sumber"]["regulation"] == "permendagri-59-2021"
    assert weights["bobot_penerima"]["sumber"]["ids"]
    assert len(data["steps"]) == len(list(langkah(hasil)))
    for step in data["steps"]:
        assert set(step) >= {"rule", "inputs", "result", "sumber"}
    assert [c["from"] for c in data["categories"]] == ["100", "90", "80", "70", "60", "0"]


def test_score_as_text(books: Path) -> None:
    done = run("score", books / "contoh.csv")
    assert done.exit_code == 0
    hasil = skor(sample_laporan(), RULES)
    assert hasil.indeks is not None
    text = done.stdout
    assert f"Indeks {shown(hasil.indeks, RULES)}: Tuntas Utama." in text
    assert "menuju Tuntas Paripurna" in text
    assert "kes.kab.09: Terlayani 1.521 melebihi sasaran 1.496: dihitung 100 persen." in text
    for item in RULES.anggapan:
        assert f"- {item.nama} = {item.nilai.replace('.', ',')} (" in text
    assert "Permendagri Nomor 59 Tahun 2021 Lampiran C" in text
    assert "Langkah penghitungan" not in text
    steps = run("score", books / "contoh.csv", "--steps").stdout
    assert steps.count("   hasil: ") == 29 * 3 + 6 + 3
    assert "capaian_penerima [kes.kab.08]: min(terlayani / sasaran × 100, batas)" in steps


def test_score_of_an_incomplete_laporan(tmp_path: Path) -> None:
    rows = tuple(
        item._replace(mutu=()) if item.id == "kes.kab.01" else item
        for item in sample_laporan().layanan
    )
    write_laporan(Laporan("", None, None, "kabkota", 2024, None, rows), tmp_path / "t.json")
    text = run("score", tmp_path / "t.json").stdout
    assert "IP SPM belum dapat dihitung" in text
    assert "indeksnya antara " in text
    assert "kes.kab.01: Data mutu belum ada" in text
    data = json.loads(run("score", tmp_path / "t.json", "--json").stdout)
    assert (data["index"], data["kategori"], data["to_next_kategori"]) == (None, None, None)
    low, high = (Decimal(value) for value in data["index_range"])
    assert rounded(high - low, 10) == rounded(Decimal(20) / 12 / 6, 10)
    goal = run("score", tmp_path / "t.json", "--goal", "Tuntas Utama")
    assert goal.exit_code == 2
    chart = run("score", tmp_path / "t.json", "--chart", tmp_path / "c.png")
    assert chart.exit_code == 0


def test_unreadable_is_exit_2_with_every_sentence(books: Path, tmp_path: Path) -> None:
    book = load_workbook(books / "contoh.xlsx")
    book["Kesehatan"]["E6"] = "banyak"
    book["Sosial"]["F6"] = -1
    book.save(tmp_path / "t.xlsx")
    done = run("score", tmp_path / "t.xlsx")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().split("\n")) == 2
    assert "Traceback" not in done.stderr
    assert run("score", tmp_path / "tidak-ada.xlsx").exit_code == 2


def test_what_if_and_goal(books: Path) -> None:
    path = books / "contoh.csv"
    done = run("score", path, "--what-if", "kes.kab.08.terlayani=537")
    assert done.exit_code == 0
    assert "Pengandaian" in done.stdout
    for level in ("Daerah", "kesehatan", "kes.kab.08"):
        assert level in done.stdout
    assert "Kategori tetap: Tuntas Utama." in done.stdout
    assert "+0,18" in done.stdout
    changes = [f"pu.kab.0{n}.sasaran=100000" for n in (1, 2)]
    drop = run("score", path, "--what-if", changes[0], "--what-if", changes[1]).stdout
    assert "Kategori: Tuntas Utama menjadi Tuntas Madya." in drop
    goal = run("score", path, "--goal", "Tuntas Paripurna").stdout
    assert "Menuju Tuntas Paripurna (indeks 100)" in goal
    assert "bukan saran kebijakan" in goal
    near = run("score", path, "--goal", "94").stdout
    assert "Pilihan lain" in near
    assert "sudah mencapai" in run("score", path, "--goal", "Tuntas Utama").stdout
    data = json.loads(
        run("score", path, "--json", "--goal", "94", "--what-if", "kes.kab.08.terlayani=537").stdout
    )
    assert data["goal"]["reached"] is True
    assert Decimal(data["goal"]["index_after"]) >= 94
    assert data["what_if"]["changes"][0]["value"] == "537"
    assert [level["level"] for level in data["what_if"]["levels"]] == [
        "daerah",
        "kesehatan",
        "kes.kab.08",
    ]
    first = data["goal"]["options"][0]
    assert Decimal(first["points_per_unit"]) > 0


def test_assumptions_and_day(books: Path) -> None:
    path = books / "contoh.csv"
    plain = json.loads(run("score", path, "--json").stdout)
    pooled = json.loads(
        run("score", path, "--json", "--assume", "gabungan_mutu=rasio-jumlah").stdout
    )
    assert plain["index"] != pooled["index"]
    changed = [p["name"] for p in pooled["parameters"] if p["overridden"]]
    assert changed == ["gabungan_mutu"]
    assert (
        "dipilih pada perintah ini"
        in run("score", path, "--assume", "gabungan_mutu=rasio-jumlah").stdout
    )
    for args in (["--assume", "x"], ["--assume", "x=1"], ["--on", "2020-01-01"]):
        assert run("score", path, *args).exit_code == 2
    assert (
        json.loads(run("score", path, "--json", "--on", "2023-05-01").stdout)["on"] == "2023-05-01"
    )


# --- many files


def test_comparison_over_time_and_between_regions(tmp_path: Path) -> None:
    for kode, year in (("32.16", 2023), ("32.16", 2024), ("32.17", 2024)):
        write_laporan(for_region(kode, year), tmp_path / f"{kode}-{year}.json")
    (tmp_path / "rusak.json").write_text("{")
    (tmp_path / "~$kunci.xlsx").write_text("x")
    (tmp_path / "catatan.txt").write_text("x")
    done = run("score", tmp_path)
    assert done.exit_code == 2  # one file is damaged, and said
    assert "Perbandingan 3 laporan" in done.stdout
    assert "1 berkas belum dapat dibaca:" in done.stdout
    assert "rusak.json" in done.stdout
    (tmp_path / "rusak.json").unlink()
    data = json.loads(run("score", tmp_path, "--json").stdout)
    assert [(r["daerah"], r["period"]["year"]) for r in data["results"]] == [
        ("32.16", 2023),
        ("32.16", 2024),
        ("32.17", 2024),
    ]
    assert [r["change"] for r in data["results"]] == [None, "0", None]
    assert [r["rank"] for r in data["results"]] == [1, 1, 1]
    assert data["failed"] == []
    assert "steps" not in data["results"][0]
    files = sorted(tmp_path.glob("*.json"))
    assert run("score", *files).exit_code == 0
    for option in (["--goal", "90"], ["--what-if", "a=1"], ["--chart", "c.png"]):
        refused = run("score", *files, *option)
        assert refused.exit_code == 2
        assert "tepat satu laporan" in refused.stderr


def test_empty_folder(tmp_path: Path) -> None:
    done = run("score", tmp_path)
    assert done.exit_code == 2
    assert "tidak memuat laporan" in done.stderr


# --- what is shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("93.414", "93,41"),
        ("93.415", "93,42"),
        ("59.995", "59,995"),
        ("59.994", "59,99"),
        ("99.99999", "99,99999"),
        ("89.6", "89,60"),
        ("100", "100,00"),
        ("60", "60,00"),
        ("0", "0,00"),
    ],
)
def test_rounding_never_shows_another_category(value: str, text: str) -> None:
    assert shown(Decimal(value), RULES) == text


def test_differences_and_missing_points() -> None:
    assert shown(None, RULES) == "-"
    assert shown(Decimal("2"), RULES, signed=True) == "+2,00"
    assert shown(Decimal("-2"), RULES, signed=True) == "-2,00"
    assert shown(Decimal(0), RULES, signed=True) == "0,00"
    assert missing_points(Decimal("0.0003"), RULES) == "0,0003"
    assert missing_points(Decimal("0.5"), RULES) == "0,50"
    assert missing_points(Decimal(0), RULES) == "0,00"


# --- the chart


def test_chart(books: Path, tmp_path: Path) -> None:
    from matplotlib.image import imread

    done = run("score", books / "contoh.json", "--chart", tmp_path / "c.png")
    assert done.exit_code == 0
    assert "Grafik ditulis" in done.stderr
    picture = imread(tmp_path / "c.png")
    height, width = picture.shape[:2]
    assert height > width >= 1000  # upright, and wide enough for print
    edge = [picture[0], picture[-1], picture[:, 0], picture[:, -1]]
    assert all((line[..., :3] == 1).all() for line in edge)  # nothing is cut off
    assert run("score", books / "contoh.json", "--chart", tmp_path / "c.jpg").exit_code == 2
    assert run("score", books / "contoh.json", "--chart", tmp_path / "x" / "c.png").exit_code == 2


@pytest.mark.parametrize("shares", [(0,), (50,), (59, 65, 75, 85, 95, 100)])
def test_chart_of_every_category(tmp_path: Path, shares: tuple[int, ...]) -> None:
    from assistant.render.chart import draw
    from tests.test_scoring import isian

    rows = []
    order: dict[str, int] = {}
    for item in blank_laporan("kabkota", 2024).layanan:
        n = order.setdefault(item.id.split(".")[0], len(order))
        share = shares[n % len(shares)]
        rows.append(isian(item.id, 100, share, [(share, 100)]))
    name = "Kabupaten Kepulauan Siau Tagulandang Biaro"
    hasil = skor(Laporan("x", None, name, "kabkota", 2024, 2, tuple(rows)), RULES)
    draw(hasil, tmp_path / "c.png")
    assert (tmp_path / "c.png").stat().st_size > 10_000


# --- light and fast

HEAVY = (
    "matplotlib",
    "chromadb",
    "langchain",
    "sentence_transformers",
    "sklearn",
    "scipy",
    "torch",
    "bm25s",
    "pypdf",
    "docx",
    "telegram",
    "rich.console",
)
PROBE = """
import sys
from bots import score_commands
early = sorted(m for m in ("openpyxl", "pydantic", "matplotlib") if m in sys.modules)
files = [__import__("pathlib").Path(sys.argv[1])]
score_commands._score(files, True, None, [], None, None, [], False)
print(early, [m for m in sys.argv[2:] if m in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_no_heavy_library_is_imported(books: Path, suffix: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(books / f"contoh{suffix}"), *HEAVY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stderr.strip()
    expected = "[] []"
    assert loaded == expected
    assert json.loads(done.stdout)["schema"] == 1


def test_a_folder_of_regions_is_one_table(tmp_path: Path) -> None:
    """Speed is told by `python -m evals.score_bench`, with 552 of them."""
    rows = sample_laporan("provinsi").layanan + sample_laporan().layanan
    for n in range(12):
        laporan = Laporan("", "31", None, "provinsi", 2024, None, rows)
        write_laporan(laporan, tmp_path / f"{n:03}.json")
    table = bandingkan(score_files(sorted(tmp_path.glob("*.json")))[0])
    assert len(table.baris) == 12
    assert [len(row.hasil.layanan()) for row in table.baris] == [43] * 12
