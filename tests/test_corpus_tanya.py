"""Everyday questions for places of the law: their files, and how they reach the chunks."""

import re
from collections.abc import Sequence

import pytest

from corpus.load import DATA, rows
from corpus.models import Chunk, Tanya
from corpus.registry import get
from corpus.tanya import asked, questions, regulations

ADDRESS = re.compile(
    r"(?:penjelasan/)?(?:(?:bab|pasal|ayat|angka|huruf|lampiran|hal|umum)[a-z0-9.-]*/?)+(?:\d+)?"
)
FEWEST, FEWEST_FILES = 12_000, 30


def chunk(chunk_id: str, tanya: tuple[str, ...] = ()) -> Chunk:
    return Chunk(
        id=chunk_id, regulasi=chunk_id.split("/")[0], tier="resmi", bagian="batang_tubuh",
        jalur=("UU",), teks="Bunyi.", tanya=tanya,
    )  # fmt: skip


def ids(chunks: Sequence[Chunk]) -> dict[str, tuple[str, ...]]:
    return {c.id: c.tanya for c in asked(chunks)}


@pytest.mark.parametrize("regulation", regulations())
def test_file_is_of_a_registered_regulation_and_well_formed(regulation: str) -> None:
    assert get(regulation) is not None
    every = rows(DATA / "tanya" / f"{regulation}.csv", Tanya, lists=())
    assert len({(r.alamat, r.tanya.lower()) for r in every}) == len(every)
    for row in every:
        assert ADDRESS.fullmatch(row.alamat), row.alamat
        assert row.tanya == " ".join(row.tanya.split())
        assert "|" not in row.tanya
        assert 2 <= len(row.tanya.split()) <= 25, row.tanya


def test_there_are_questions_for_many_laws() -> None:
    assert len(regulations()) >= FEWEST_FILES
    assert sum(len(q) for r in regulations() for q in questions(r).values()) >= FEWEST


def test_a_regulation_without_a_file_has_none() -> None:
    assert questions("pp-999-1999") == {}


def test_a_place_gets_its_questions_in_every_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"uu-6-2014/pasal-9/ayat-2": ("boleh kah?", "berapa lama?")}
    monkeypatch.setattr("corpus.tanya.questions", lambda regulation: held)
    found = ids(
        [
            chunk("uu-6-2014/pasal-9/ayat-2"),
            chunk("uu-6-2014/pasal-9/ayat-2/2"),
            chunk("uu-6-2014/pasal-9/ayat-1", ("sudah ada?",)),
        ]
    )
    assert found["uu-6-2014/pasal-9/ayat-2"] == ("boleh kah?", "berapa lama?")
    assert found["uu-6-2014/pasal-9/ayat-2/2"] == ("boleh kah?", "berapa lama?")
    assert found["uu-6-2014/pasal-9/ayat-1"] == ("sudah ada?",)


def test_a_file_read_more_coarsely_takes_them_at_the_place_above(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = {"uu-6-2014/pasal-9/ayat-2": ("boleh kah?",), "uu-6-2014/pasal-77": ("tidak ada?",)}
    monkeypatch.setattr("corpus.tanya.questions", lambda regulation: held)
    assert ids([chunk("uu-6-2014/pasal-9")]) == {"uu-6-2014/pasal-9": ("boleh kah?",)}
