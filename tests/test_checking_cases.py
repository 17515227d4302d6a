"""Every rule on its own worked examples: passing, failing, empty, at the edge of rounding."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.checking.checks import MODULES, catalogue
from assistant.checking.examples import Contoh, examples
from assistant.checking.models import Lulus, Temuan
from assistant.checking.trial import trial

DAY = date(2026, 11, 22)
# These need a damaged table, which text cannot show; their examples stand in the golden lists.
ELSEWHERE = {"OCR-03", "OCR-04"}


def cases() -> list[Any]:
    return [pytest.param(e, id=f"{e.aturan}: {e.macam}: {e.nama}") for e in examples()]


@pytest.mark.parametrize("example", cases())
def test_case(example: Contoh) -> None:
    results = trial(example, DAY)
    found = [r for r in results if isinstance(r, Temuan)]
    assert bool(found) == example.temuan, [f.pesan for f in found]
    if example.baris is not None:
        place = found[0].tempat[0].letak
        assert (place.nomor, place.kolom) == (example.baris, example.kolom or place.kolom)
    if example.pembulatan is not None:
        rounded = [r for r in results if isinstance(r, Lulus) and r.pembulatan]
        assert bool(rounded) == example.pembulatan


def test_every_rule_has_examples() -> None:
    kinds: dict[str, set[str]] = {}
    for example in examples():
        kinds.setdefault(example.aturan, set()).add(example.macam)
    wanted = set(catalogue()) - ELSEWHERE
    assert {r for r in wanted if not {"lolos", "gagal", "kosong"} <= kinds.get(r, set())} == set()
    assert set(kinds) <= set(catalogue())


def test_no_check_is_left_out() -> None:
    folder = Path(__file__).parent.parent / "assistant" / "checking" / "checks"
    files = {p.stem for p in folder.glob("*.py")} - {"__init__", "antarberkas"}
    assert {m.__name__.rsplit(".", 1)[-1] for m in MODULES} == files
