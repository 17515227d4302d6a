"""Laws of the citation parser: what is written in any of its spellings comes back."""

import re
from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.citation import Rujukan, find_references, normalise
from corpus.kinds import COUSINS, KINDS
from corpus.models import Regulasi
from corpus.registry import regulations


def plain(regulation: Regulasi) -> tuple[str, str] | None:
    """Prefix and number of a regulation whose id is kind-number-year; None for others."""
    for prefix in sorted(KINDS, key=len, reverse=True):
        match = re.fullmatch(rf"{re.escape(prefix)}-(\d+)-{regulation.tahun}", regulation.id)
        if match:
            return prefix, match[1]
    return None


PLAIN = {r.id: (*named, r.tahun) for r in regulations().values() if (named := plain(r))}
BEFORE_NUMBER = [" ", " Nomor ", " No. ", " no ", " nomer ", " Nomor: "]
BEFORE_YEAR = [" Tahun ", " tahun ", "/", " thn ", " th. ", " "]
BETWEEN = [" ", ", ", " dari ", " dalam "]


@st.composite
def regulation_spellings(draw: st.DrawFn) -> tuple[str, str]:
    """(text, id) of a registered regulation."""
    regulation_id = draw(st.sampled_from(sorted(PLAIN)))
    prefix, number, year = PLAIN[regulation_id]
    kind = draw(st.sampled_from(KINDS[prefix]))
    written = kind + draw(st.sampled_from(BEFORE_NUMBER)) + number
    return written + draw(st.sampled_from(BEFORE_YEAR)) + str(year), regulation_id


@st.composite
def places(draw: st.DrawFn) -> tuple[str, tuple[str, str | None, str | None]]:
    """(text, (pasal, ayat, huruf))."""
    pasal = str(draw(st.integers(1, 400)))
    text = draw(st.sampled_from(["Pasal ", "pasal ", "ps ", "psl. ", "Ps."])) + pasal
    ayat = draw(st.none() | st.integers(1, 20).map(str))
    if ayat:
        text += draw(st.sampled_from([" ayat ({})", " ayat {}", " ay {}", "({})"])).format(ayat)
    huruf = draw(st.none() | st.sampled_from("abcdefghijklmn"))
    if huruf:
        text += draw(st.sampled_from([" huruf {}", " hrf {}", " hrf. {}"])).format(huruf)
    return text, (pasal, ayat, huruf)


def place(reference: Rujukan) -> tuple[str | None, str | None, str | None]:
    return reference.pasal, reference.ayat, reference.huruf


@settings(max_examples=300)
@given(regulation_spellings())
def test_every_spelling_of_a_regulation_is_read(spelling: tuple[str, str]) -> None:
    text, regulation_id = spelling
    found = find_references(text)
    assert [(r.regulasi, r.dikenal) for r in found] == [(regulation_id, True)]


@settings(max_examples=300)
@given(places())
def test_every_spelling_of_a_place_is_read(
    spelling: tuple[str, tuple[str, str | None, str | None]],
) -> None:
    text, wanted = spelling
    assert [(r.regulasi, place(r)) for r in find_references(text)] == [(None, wanted)]


@settings(max_examples=300)
@given(places(), regulation_spellings(), st.sampled_from(BETWEEN), st.booleans())
def test_place_and_regulation_find_each_other(
    spot: tuple[str, tuple[str, str | None, str | None]],
    law: tuple[str, str],
    between: str,
    law_first: bool,
) -> None:
    text = f"{law[0]}, {spot[0]}" if law_first else spot[0] + between + law[0]
    found = find_references(text)
    assert [(r.regulasi, place(r)) for r in found] == [(law[1], spot[1])]


@settings(max_examples=300)
@given(regulation_spellings(), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(spelling: tuple[str, str], change: Callable[[str], str]) -> None:
    text, regulation_id = spelling
    assert [r.regulasi for r in find_references(change(text))] == [regulation_id]


@settings(max_examples=300)
@given(st.sampled_from(sorted(KINDS)), st.integers(1, 9999), st.integers(1946, 2049))
def test_unregistered_number_is_unknown(prefix: str, number: int, year: int) -> None:
    ids = {f"{p}-{number}-{year}" for p in COUSINS.get(prefix, (prefix,))}
    assume(not ids & set(regulations()))
    found = find_references(f"{KINDS[prefix][0]} nomor {number} tahun {year}")
    assert [r.dikenal for r in found] == [False]
    assert found[0].regulasi in ids


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    normal = normalise(text)
    for reference in find_references(text):
        assert normal[reference.awal : reference.akhir] == reference.teks


@settings(max_examples=300)
@given(st.lists(st.sampled_from("pasal ayat huruf pp uu nomor tahun 2 2018 6 (3) a / - .".split())))
def test_pieces_of_citations_are_read_without_harm(pieces: list[str]) -> None:
    for reference in find_references(" ".join(pieces)):
        assert reference.regulasi or reference.pasal
