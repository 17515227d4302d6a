"""Addresses and the metrics of retrieval, on rows made by hand."""

import pytest

from assistant.answer import Citation, SourceFile
from evals import place_metrics as places
from evals.addresses import any_meets, cut, meets, of_citation
from evals.place_metrics import Row

GOLD = (("pp-2-2018/pasal-10/ayat-3",),)
TWO = (("pp-2-2018/pasal-10/ayat-2",), ("uu-23-2014/pasal-12", "uu-9-2015"))


def row(
    *found: tuple[str, ...],
    gold: tuple[tuple[str, ...], ...] = GOLD,
    named: str | None = None,
    reachable: bool = True,
    in_files: bool = True,
) -> Row:
    return Row(
        system="a", half="dev", id="q1", group="fact", named=named, named_held=named is not None,
        gold=gold, reachable=reachable, in_files=in_files, found=found,
    )  # fmt: skip


def test_a_part_meets_the_whole_and_not_the_reverse() -> None:
    assert meets("pp-2-2018/pasal-6/ayat-3/huruf-a", "pp-2-2018/pasal-6")
    assert meets("pp-2-2018/pasal-6", "pp-2-2018/pasal-6")
    assert not meets("pp-2-2018/pasal-6", "pp-2-2018/pasal-6/ayat-3")
    assert not meets("pp-2-2018/pasal-60", "pp-2-2018/pasal-6")


@pytest.mark.parametrize(
    ("address", "regulation", "pasal"),
    [
        ("pp-2-2018/pasal-6/ayat-3", "pp-2-2018", "pp-2-2018/pasal-6"),
        ("pp-2-2018/penjelasan/pasal-3/ayat-1", "pp-2-2018", "pp-2-2018/penjelasan/pasal-3"),
        ("permenkes-4-2019/lampiran/hal-40", "permenkes-4-2019", "permenkes-4-2019/lampiran"),
        ("permenkes-6-2024", "permenkes-6-2024", "permenkes-6-2024"),
    ],
)
def test_cut(address: str, regulation: str, pasal: str) -> None:
    assert cut(address, "regulation") == regulation
    assert cut(address, "pasal") == pasal
    assert cut(address, "ayat") == address


def test_any_acceptable_address_meets_a_need() -> None:
    assert any_meets(["uu-9-2015/pasal-1"], TWO[1], "pasal")
    assert not any_meets(["uu-23-2014/pasal-13"], TWO[1], "pasal")
    assert any_meets(["uu-23-2014/pasal-13"], TWO[1], "regulation")


def test_hit_at_the_levels() -> None:
    other_ayat = row(("pp-2-2018/pasal-10/ayat-1",))
    assert places.hit(1)(other_ayat) == 1.0
    assert places.hit(1, "ayat")(other_ayat) == 0.0
    other_pasal = row(("pp-2-2018/pasal-9",))
    assert places.hit(1)(other_pasal) == 0.0
    assert places.hit(1, "regulation")(other_pasal) == 1.0


def test_hit_looks_at_the_first_k_only() -> None:
    third = row(("uu-1-2022",), ("uu-1-2022/pasal-1",), ("pp-2-2018/pasal-10/ayat-3",))
    assert [places.hit(k)(third) for k in (1, 2, 3)] == [0.0, 0.0, 1.0]
    assert places.reciprocal_rank(third) == pytest.approx(1 / 3)


def test_several_needs() -> None:
    half = row(("pp-2-2018/pasal-10/ayat-2",), ("uu-1-2022/pasal-1",), gold=TWO)
    assert places.hit(5)(half) == 0.0
    assert places.recall(5)(half) == 0.5
    both = row(("pp-2-2018/pasal-10/ayat-2", "uu-23-2014/pasal-12/ayat-1"), gold=TWO)
    assert places.hit(1)(both) == 1.0


def test_what_is_not_in_the_index_does_not_count() -> None:
    absent = row(("uu-1-2022",), reachable=False)
    assert places.hit(5)(absent) is None
    assert places.reciprocal_rank(absent) is None
    assert places.in_files(places.hit(5))(row(("uu-1-2022",), in_files=False)) is None


def test_wrong_regulation() -> None:
    named = "pp-2-2018"
    right = row(("pp-2-2018/pasal-1",), ("uu-1-2022",), named=named)
    assert places.wrong_first(right) == 0.0
    assert places.wrong_share(right) == 0.5
    assert places.named_absent(right) == 0.0
    wrong = row(("uu-1-2022",), ("uu-1-2022/pasal-2",), named=named)
    assert places.wrong_first(wrong) == 1.0
    assert places.wrong_share(wrong) == 1.0
    assert places.named_absent(wrong) == 1.0
    assert places.wrong_first(row(("uu-1-2022",))) is None


def test_a_wanted_regulation_is_no_mistake_though_another_is_named() -> None:
    asked = row(("uu-9-2015/pasal-1",), gold=TWO, named="pp-2-2018")
    assert places.wrong_first(asked) == 0.0


def citation(**changes: object) -> Citation:
    made = Citation(
        mark=1, regulation="pp-2-2018", pasal="6", ayat="3", huruf=None, bagian="batang_tubuh",
        label="PP Nomor 2 Tahun 2018 Pasal 6 ayat (3)", tier="resmi", legal_status="berlaku",
        verified_locator=True, text="…", source=SourceFile(),
    )  # fmt: skip
    return made.model_copy(update=changes)


def test_address_of_a_citation() -> None:
    assert of_citation(citation()) == "pp-2-2018/pasal-6/ayat-3"
    assert of_citation(citation(huruf="A")) == "pp-2-2018/pasal-6/ayat-3/huruf-a"
    assert of_citation(citation(bagian="penjelasan")) == "pp-2-2018/penjelasan/pasal-6/ayat-3"
    annex = citation(pasal=None, ayat=None, bagian="lampiran")
    assert of_citation(annex) == "pp-2-2018/lampiran"
    assert of_citation(citation(pasal=None, ayat=None)) == "pp-2-2018"
