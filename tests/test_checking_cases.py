"""Every rule on its own worked examples: passing, failing, empty, at the edge of rounding."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.checking.checks import CHECKS, MODULES, catalogue
from assistant.checking.context import build
from assistant.checking.models import Lulus, Temuan
from ingest.report.text import read

CASES = Path(__file__).parent / "cases" / "checking"
# These compare files or need formulas; their examples stand in the tests of formats.
ELSEWHERE = {
    "TAB-08",
    "WKT-01",
    "WKT-02",
    "WKT-07",
    "WKT-08",
    "LKP-10",
    "OCR-03",
    "OCR-04",
    "PEN-10",
}


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{case['aturan']}: {case['macam']}: {case['nama']}")
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
    ]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text(case["masukan"], encoding="utf-8")
    context = build(read(path), date(2026, 11, 22), case.get("tingkat"), case.get("jenis"))
    results = [r for check in CHECKS for r in check(context) if r.aturan == case["aturan"]]
    found = [r for r in results if isinstance(r, Temuan)]
    assert bool(found) == case["temuan"], [f.pesan for f in found]
    if "baris" in case:
        place = found[0].tempat[0].letak
        assert (place.nomor, place.kolom) == (case["baris"], case.get("kolom", place.kolom))
    if "pembulatan" in case:
        rounded = [r for r in results if isinstance(r, Lulus) and r.pembulatan]
        assert bool(rounded) == bool(case["pembulatan"])


def test_every_rule_has_examples() -> None:
    kinds: dict[str, set[str]] = {}
    for param in cases():
        case = param.values[0]
        kinds.setdefault(case["aturan"], set()).add(case["macam"])
    wanted = set(catalogue()) - ELSEWHERE
    assert {r for r in wanted if not {"lolos", "gagal", "kosong"} <= kinds.get(r, set())} == set()
    assert set(kinds) <= set(catalogue())


def test_no_check_is_left_out() -> None:
    folder = Path(__file__).parent.parent / "assistant" / "checking" / "checks"
    files = {p.stem for p in folder.glob("*.py")} - {"__init__", "antarberkas"}
    assert {m.__name__.rsplit(".", 1)[-1] for m in MODULES} == files
