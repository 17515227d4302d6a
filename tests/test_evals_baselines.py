"""Plain chunks stand for the units whose text they hold; the LangChain systems where installed."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.models import Chunk
from evals import baselines
from evals.overlap import Units
from evals.questions import Question

FIRST = "Pemerintah Daerah menerapkan standar pelayanan minimal bagi setiap warga negara di daerah."
SECOND = (
    "Menteri menetapkan standar teknis yang memuat mutu barang dan jasa untuk penerima layanan."
)


def chunk(ayat: str, text: str) -> Chunk:
    return Chunk(
        id=f"pp-2-2018/pasal-1/ayat-{ayat}", regulasi="pp-2-2018", tier="resmi",
        bagian="batang_tubuh", jalur=("PP 2/2018",), teks=text,
    )  # fmt: skip


@pytest.fixture
def units() -> Units:
    return Units("pp-2-2018", [chunk("1", FIRST), chunk("2", SECOND)])


def test_a_chunk_holds_the_units_in_it(units: Units) -> None:
    both = f"(1) {FIRST}\n(2) {SECOND}"
    assert units.held(both) == ("pp-2-2018", "pp-2-2018/pasal-1/ayat-1", "pp-2-2018/pasal-1/ayat-2")


def test_more_than_half_of_a_unit_is_enough_and_less_is_not(units: Units) -> None:
    words = FIRST.split()
    assert units.held(" ".join(words[:9])) == ("pp-2-2018", "pp-2-2018/pasal-1/ayat-1")
    assert units.held(" ".join(words[-5:])) == ("pp-2-2018",)


def test_two_hundred_characters_of_a_long_unit_are_enough() -> None:
    long = " ".join(f"kata{n} lain{n} lagi{n}" for n in range(60))
    part = " ".join(long.split()[:45])
    found = Units("uu-1-2022", [chunk("1", long)]).held(part)
    assert len(found) == 2


def test_words_in_another_order_do_not_count(units: Units) -> None:
    assert units.held(" ".join(sorted(FIRST.split()))) == ("pp-2-2018",)


def test_broken_lines_and_case_do_not_matter(units: Units) -> None:
    broken = FIRST.upper().replace(" ", "\n")
    assert "pp-2-2018/pasal-1/ayat-1" in units.held(broken)


def test_missing_packages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baselines, "find_spec", lambda name: None)
    assert set(baselines.missing()) == {*baselines.LEXICAL, *baselines.DENSE}


@pytest.mark.skipif(
    any(find_spec(n) is None for n in baselines.LEXICAL), reason="extra `evals` belum terpasang"
)
@pytest.mark.filterwarnings("ignore")
def test_bm25_retriever_finds_and_carries_addresses(tmp_path: Path) -> None:
    plain = [
        baselines.Plain(FIRST, ("pp-2-2018", "pp-2-2018/pasal-1/ayat-1")),
        baselines.Plain(SECOND, ("pp-2-2018", "pp-2-2018/pasal-1/ayat-2")),
        baselines.Plain("Ketentuan penutup mulai berlaku.", ("pp-2-2018",)),
    ]
    system = baselines.LangChain("bm25", baselines._bm25(plain), plain)
    asked = Question.model_validate(
        {"id": "q", "class": "fact", "topic": "t", "question": "standar teknis mutu barang",
         "history": [], "on": None, "named": None, "gold": [], "facts": [], "status": "answered",
         "note": ""}
    )  # fmt: skip
    assert system.search(asked, 1) == [("pp-2-2018", "pp-2-2018/pasal-1/ayat-2")]
