"""The questions that must be answered well, from the digests alone and from the regulations."""

import re
from datetime import date

import pytest

from assistant.answer import Answer, Citation
from assistant.pipeline import Assistant

TODAY = date(2026, 11, 22)
SHORT = 1_000
# (question, the first place cited, words of a good answer)
QUESTIONS = [
    (
        "apa saja jenis pelayanan dasar SPM kesehatan kabupaten?",
        ("pp-2-2018", "6", "3"),
        ["12 jenis", "ibu hamil", "ibu bersalin", "balita", "hipertensi", "gangguan jiwa",
         "tuberkulosis", "immunodeficiency"],
    ),
    ("ps 11 ay 2 pp 2/2018", ("pp-2-2018", "11", "2"), ["data", "kebutuhan", "rencana"]),
    ("siapa yang mengawasi SPM kabupaten?", ("pp-2-2018", "19", "4"), ["gubernur", "pengawasan"]),
    (
        "permendagri 100/2018 masih berlaku?",
        ("permendagri-59-2021", None, None),
        ["sudah dicabut", "Permendagri Nomor 59 Tahun 2021"],
    ),
    (
        "bobot penerima dan mutu di IP SPM",
        ("permendagri-59-2021", None, None),
        ["80", "20", "penerima", "mutu"],
    ),
    ("kapan lapor SPM tw 3?", ("sumber-p18", None, None), ["20 Oktober", "triwulan III"]),
    (
        "apa sanksi kalau tidak melaksanakan SPM?",
        ("pp-2-2018", "20", "1"),
        ["kepala daerah", "sanksi administratif"],
    ),
]  # fmt: skip


def first_place(answer: Answer) -> tuple[str, str | None, str | None]:
    citation = answer.citations[0]
    return citation.regulation, citation.pasal, citation.ayat


def marks(answer: Answer) -> list[int]:
    return sorted({int(m) for m in re.findall(r"\[(\d+)\]", answer.answer)})


@pytest.mark.parametrize(("question", "place", "words"), QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_question_of_the_bars(
    either: Assistant, question: str, place: tuple[str, str | None, str | None], words: list[str]
) -> None:
    answer = either.ask(question, today=TODAY)
    assert answer.status == "answered"
    assert first_place(answer) == place
    assert [w for w in words if w.lower() not in answer.answer.lower()] == []
    assert marks(answer) == [c.mark for c in answer.citations]
    assert len(answer.answer) < SHORT


@pytest.mark.parametrize("question", ["resep rendang", "cara memperbaiki motor mogok"])
def test_foreign_question_is_refused(either: Assistant, question: str) -> None:
    answer = either.ask(question, today=TODAY)
    assert (answer.status, answer.citations) == ("unanswerable_out_of_scope", ())
    assert "Standar Pelayanan Minimal" in answer.answer


def test_digest_is_cited_as_a_digest(digests_only: Assistant) -> None:
    (citation,) = digests_only.ask("ps 11 ay 2 pp 2/2018", today=TODAY).citations
    assert citation.model_dump(exclude={"text"}) == {
        "mark": 1,
        "regulation": "pp-2-2018",
        "pasal": "11",
        "ayat": "2",
        "huruf": None,
        "bagian": "ringkasan",
        "label": "PP Nomor 2 Tahun 2018 Pasal 11 ayat (2)",
        "tier": "ringkasan",
        "legal_status": "berlaku",
        "verified_locator": True,
        "source": {"file": None, "page": None},
    }


def test_official_text_is_cited_with_its_page(with_regulations: Assistant) -> None:
    (citation,) = with_regulations.ask("ps 11 ay 2 pp 2/2018", today=TODAY).citations
    assert citation.model_dump(exclude={"text"}) == {
        "mark": 1,
        "regulation": "pp-2-2018",
        "pasal": "11",
        "ayat": "2",
        "huruf": None,
        "bagian": "batang_tubuh",
        "label": "PP Nomor 2 Tahun 2018 Pasal 11 ayat (2)",
        "tier": "resmi",
        "legal_status": "berlaku",
        "verified_locator": True,
        "source": {"file": "PP-2-2018-SPM.pdf", "page": 19},
    }
    assert citation.text.startswith("Penerapan SPM sebagaimana dimaksud pada ayat (1)")


def test_every_official_citation_has_its_file(with_regulations: Assistant) -> None:
    seen: list[Citation] = []
    for question, _, _ in QUESTIONS:
        seen += with_regulations.ask(question, today=TODAY).citations
    assert {c.tier for c in seen} == {"resmi", "ringkasan"}
    assert [c.label for c in seen if (c.tier == "resmi") != (c.source.file is not None)] == []


def test_pasal_is_answered_ayat_by_ayat(either: Assistant) -> None:
    answer = either.ask("pasal 12 uu 23/2014", today=TODAY)
    places = [(c.regulation, c.pasal, c.ayat) for c in answer.citations]
    assert places == [("uu-23-2014", "12", str(n)) for n in (1, 2, 3)]
    assert marks(answer) == [1, 2, 3]


def test_asked_huruf_is_in_the_citation(either: Assistant) -> None:
    answer = either.ask("pasal 6 ayat 3 huruf a pp 2/2018", today=TODAY)
    assert [(c.pasal, c.ayat, c.huruf) for c in answer.citations] == [("6", "3", "a")]
    assert "ibu hamil" in answer.answer


def test_bare_pasal_means_pp_2_2018_and_says_so(either: Assistant) -> None:
    answer = either.ask("pasal 11 ayat 2", today=TODAY)
    assert first_place(answer) == ("pp-2-2018", "11", "2")
    assert any("Peraturan tidak disebut" in n for n in answer.notices)


def test_year_of_the_report_is_counted(either: Assistant) -> None:
    answer = either.ask("kapan batas lapor SPM tahunan 2024?", today=TODAY)
    assert "31 Maret 2025" in answer.answer


def test_dated_deadline_is_told_alone(either: Assistant) -> None:
    answer = either.ask("kapan lapor SPM tw 4 2022?", today=TODAY)
    assert answer.answer == "Isian triwulan IV tahun 2022 ditutup 20 Januari 2023 [1]."


@pytest.mark.parametrize(
    ("question", "count", "place"),
    [
        ("apa saja jenis SPM pendidikan provinsi?", "2 jenis", ("pp-2-2018", "5", "2")),
        (
            "sebutkan jenis layanan SPM sosial kabupaten",
            "5 jenis",
            ("pp-2-2018", "10", "3"),
        ),
        (
            "apa saja jenis SPM trantibumlinmas provinsi?",
            "1 jenis",
            ("pp-2-2018", "9", "2"),
        ),
        ("daftar layanan SPM perumahan rakyat kota", "2 jenis", ("pp-2-2018", "8", "3")),
    ],
)
def test_lists_come_from_the_catalogue(
    either: Assistant, question: str, count: str, place: tuple[str, str, str]
) -> None:
    answer = either.ask(question, today=TODAY)
    assert (answer.status, first_place(answer)) == ("answered", place)
    lines = [line for line in answer.answer.splitlines() if re.match(r"\d+\. ", line)]
    assert count in answer.answer
    assert len(lines) == int(count.split()[0])
