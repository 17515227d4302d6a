"""What the answer says about the regulations that a question names, today and on other days."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import Assistant

TODAY = date(2026, 11, 22)
REVOKED = "Permenkes Nomor 4 Tahun 2019 sudah dicabut oleh Permenkes Nomor 6 Tahun 2024."
UNKNOWN = (
    'Peraturan "permenkes 99/2030" tidak dikenal oleh basis ini; '
    "itu tidak berarti peraturannya tidak ada."
)
UNCONFIRMED = (
    "Nomor pasalnya belum dipastikan pada naskah resmi; periksa sebelum dikutip dalam dokumen."
)


def statuses(answer: Answer) -> set[str]:
    return {c.legal_status for c in answer.citations}


def test_revoked_regulation_is_noticed(either: Assistant) -> None:
    answer = either.ask("isi pasal 6 permenkes 4/2019", today=TODAY)
    assert REVOKED in answer.notices


def test_revoked_text_is_cited_as_revoked(with_regulations: Assistant) -> None:
    answer = with_regulations.ask("isi pasal 6 permenkes 4/2019", today=TODAY)
    assert [(c.regulation, c.pasal, c.legal_status) for c in answer.citations] == [
        ("permenkes-4-2019", "6", "dicabut")
    ]


def test_amended_regulation_is_noticed(either: Assistant) -> None:
    answer = either.ask("pasal 18 uu 23/2014", today=TODAY)
    assert any(n.startswith("UU Nomor 23 Tahun 2014 telah diubah oleh") for n in answer.notices)
    assert statuses(answer) == {"diubah"}


@pytest.mark.parametrize("question", ["permenkes 99/2030 isinya apa", "pasal 3 permenkes 99/2030"])
def test_unknown_regulation_is_not_denied(either: Assistant, question: str) -> None:
    answer = either.ask(question, today=TODAY)
    assert (answer.status, answer.citations) == ("unanswerable_no_source", ())
    assert answer.notices == (UNKNOWN,)


def test_status_of_an_unknown_regulation_is_not_invented(either: Assistant) -> None:
    answer = either.ask("permenkes 99/2030 masih berlaku?", today=TODAY)
    assert (answer.status, answer.citations) == ("unanswerable_no_source", ())
    assert answer.notices == (UNKNOWN,)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("pasal 40 pp 2/2018", "PP Nomor 2 Tahun 2018 hanya sampai Pasal 26, jadi Pasal 40"),
        ("pp 2/2018 ps 27 ay 1", "hanya sampai Pasal 26, jadi Pasal 27 ayat (1)"),
        ("pasal 11 permenkes 4/2019", "Permenkes Nomor 4 Tahun 2019 hanya sampai Pasal 9"),
    ],
)
def test_pasal_out_of_range_is_told(either: Assistant, question: str, said: str) -> None:
    answer = either.ask(question, today=TODAY)
    assert said in answer.answer


def test_ayat_that_is_not_there_is_told(either: Assistant) -> None:
    answer = either.ask("pp 2/2018 pasal 6 ayat 9", today=TODAY)
    assert answer.status == "unanswerable_no_source"
    assert answer.answer == (
        "Pasal 6 ayat (9) tidak ditemukan dalam PP Nomor 2 Tahun 2018, sedangkan pasalnya ada. "
        "Periksa nomor ayatnya."
    )


def test_text_that_is_not_indexed_says_how_to_add_it(either: Assistant) -> None:
    answer = either.ask("pasal 2 permenkes 6/2024", today=TODAY)
    assert (answer.status, answer.citations) == ("unanswerable_no_source", ())
    assert "spm index add" in answer.answer


def test_unconfirmed_article_is_noticed(either: Assistant) -> None:
    answer = either.ask("bobot penerima dan mutu di IP SPM", today=TODAY)
    assert UNCONFIRMED in answer.notices
    assert [(c.pasal, c.verified_locator) for c in answer.citations] == [(None, False)]


def test_fact_outside_the_law_names_its_source(either: Assistant) -> None:
    answer = either.ask("kapan lapor SPM tw 3?", today=TODAY)
    for citation in answer.citations:
        assert citation.regulation.startswith("sumber-")
        assert "bukan bunyi pasal" in citation.label
        assert (citation.legal_status, citation.verified_locator) == ("tidak_diketahui", False)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2018, 12, 31), "masih berlaku"),
        (date(2019, 1, 1), "sudah dicabut oleh PP Nomor 2 Tahun 2018"),
        (date(2005, 1, 1), "belum berlaku pada 1 Januari 2005"),
    ],
)
def test_status_on_a_day(either: Assistant, day: date, said: str) -> None:
    answer = either.ask("pp 65/2005 masih berlaku?", today=TODAY, on=day)
    assert answer.status == "answered"
    assert "PP Nomor 65 Tahun 2005" in answer.answer
    assert said in answer.answer


def test_status_in_the_year_of_an_undated_repeal(either: Assistant) -> None:
    answer = either.ask("permendagri 100/2018 masih berlaku?", today=TODAY, on=date(2021, 6, 1))
    assert "belum dapat dipastikan" in answer.answer


def test_old_text_is_in_force_on_an_old_day(with_regulations: Assistant) -> None:
    asked = "pasal 2 pp 65/2005"
    old = with_regulations.ask(asked, today=TODAY, on=date(2010, 1, 1))
    assert (statuses(old), old.notices) == ({"berlaku"}, ())
    new = with_regulations.ask(asked, today=TODAY)
    assert statuses(new) == {"dicabut"}


def test_law_that_counted_on_a_day(either: Assistant) -> None:
    asked = "standar teknis SPM kesehatan yang mana yang berlaku?"
    answer = either.ask(asked, today=TODAY, on=date(2020, 6, 1))
    first = answer.citations[0]
    assert (first.regulation, first.legal_status) == ("permenkes-4-2019", "berlaku")


def test_law_not_yet_in_force_is_noticed(either: Assistant) -> None:
    answer = either.ask("pp 2/2018 pasal 6 ayat 3", today=TODAY, on=date(2018, 6, 1))
    assert "PP Nomor 2 Tahun 2018 belum berlaku pada 1 Juni 2018." in answer.notices
    assert statuses(answer) == {"tidak_diketahui"}
