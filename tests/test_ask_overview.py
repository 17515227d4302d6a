"""The questions that everybody asks first: the whole of SPM, its index, who does it, a greeting."""

from datetime import date

import pytest

from assistant.pipeline import Assistant
from corpus.catalogue import of
from corpus.parameters import categories, value

TODAY = date(2026, 11, 22)


def says(assistant: Assistant, question: str) -> str:
    answer = assistant.ask(question, today=TODAY)
    assert answer.status == "answered"
    assert answer.citations
    return answer.answer


@pytest.mark.parametrize(
    "question", ["rumus indeks SPM", "cara hitung IP SPM", "berapa bobot mutu?"]
)
def test_formula_has_the_weights_of_the_parameters(either: Assistant, question: str) -> None:
    text = says(either, question)
    for name in ("bobot_penerima", "bobot_mutu"):
        weight = value(name, TODAY).nilai
        assert f"{float(weight) * 100:.0f} persen" in text


@pytest.mark.parametrize(
    ("index", "category"),
    [
        ("100", "Tuntas Paripurna"), ("99,99", "Tuntas Utama"), ("90", "Tuntas Utama"),
        ("89,9", "Tuntas Madya"), ("70", "Tuntas Pratama"), ("60", "Tuntas Muda"),
        ("59,995", "Belum Tuntas"), ("0", "Belum Tuntas"),
    ],
)  # fmt: skip
def test_category_of_a_value_is_computed(either: Assistant, index: str, category: str) -> None:
    first = says(either, f"indeks {index} masuk kategori apa?").splitlines()[0]
    assert first.startswith(f"Indeks {index} termasuk kategori {category} (")
    assert category in [k.nama for k in categories()]


def test_a_year_is_no_index(either: Assistant) -> None:
    text = says(either, "kategori indeks SPM tahun 2024 apa saja?")
    assert "termasuk kategori" not in text.splitlines()[0]


def test_all_services_are_counted_from_the_catalogue(either: Assistant) -> None:
    text = says(either, "berapa jumlah jenis layanan SPM semuanya?")
    assert f"{len(of())} jenis pelayanan dasar" in text
    assert "- Kesehatan (Pasal 6): kabupaten/kota 12, provinsi 2" in text


def test_services_of_a_level_are_all_listed(either: Assistant) -> None:
    text = says(either, "SPM provinsi apa saja?")
    assert [s.nama for s in of(tingkat="provinsi") if s.nama not in text] == []
    assert "Pendidikan Anak Usia Dini" not in text


def test_legal_basis_is_that_of_the_day(either: Assistant) -> None:
    assert "Permendagri Nomor 59 Tahun 2021" in says(either, "dasar hukum SPM?")
    assert "Permenkes Nomor 6 Tahun 2024" in says(either, "dasar hukum SPM kesehatan")
    then = either.ask("dasar hukum SPM?", today=TODAY, on=date(2020, 6, 1)).answer
    assert "Permendagri Nomor 100 Tahun 2018" in then
    assert "59 Tahun 2021" not in then


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("siapa yang tanggung jawab SPM sosial di kota?", "Dinas Sosial"),
        ("dinas mana yang menangani gelandangan?", "Dinas Sosial"),
        ("opd pengampu penyelamatan kebakaran", "Dinas Pemadam Kebakaran"),
    ],
)
def test_office_behind_a_service(either: Assistant, question: str, office: str) -> None:
    assert office in says(either, question)


def test_level_that_owes_a_service(either: Assistant) -> None:
    assert says(either, "SMA kewenangan siapa?").startswith("Pendidikan Menengah termasuk SPM prov")


def test_a_part_is_not_defined_as_the_whole(either: Assistant) -> None:
    assert "SPM di sini berarti" in says(either, "SPM itu apa?")
    assert "SPM di sini berarti" not in says(either, "apa itu rencana aksi SPM?")


@pytest.mark.parametrize("text", ["halo", "Selamat pagi, Pak!", "assalamualaikum wr wb", "hai min"])
def test_a_greeting_gets_one_back(either: Assistant, text: str) -> None:
    answer = either.ask(text, today=TODAY)
    assert (answer.status, answer.answer[:5]) == ("clarification", "Halo.")


def test_thanks_are_taken(either: Assistant) -> None:
    answer = either.ask("oke terima kasih banyak ya", today=TODAY)
    assert answer.answer.startswith("Sama-sama")


def test_receivers_rest_on_the_ayat_and_the_standard(either: Assistant) -> None:
    answer = either.ask("siapa penerima SPM kesehatan ibu hamil?", today=TODAY)
    assert answer.answer.startswith("Penerima Pelayanan kesehatan ibu hamil di kabupaten/kota:")
    held = [(c.regulation, c.pasal, c.ayat, c.huruf) for c in answer.citations]
    assert held == [("pp-2-2018", "6", "5", "c"), ("permenkes-6-2024", None, None, None)]


def test_a_quarter_needs_no_word_of_spm(either: Assistant) -> None:
    assert "20 Juli" in says(either, "kapan laporan triwulan 2 2026 dikirim?").splitlines()[0]


def test_a_whole_question_does_not_borrow_the_answer_before(either: Assistant) -> None:
    before = ["siapa mengawasi SPM kabupaten?"]
    answer = either.ask("Berapa honor petugas pendata?", today=TODAY, history=before)
    assert "Gubernur" not in answer.answer
    assert "Menteri" in either.ask("kalau provinsi?", today=TODAY, history=before).answer
