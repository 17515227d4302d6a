"""False premises are corrected; words with two meanings are read by their context."""

from datetime import date

import pytest

from assistant.pipeline import Assistant

TODAY = date(2026, 11, 22)


def test_fourteen_services_are_the_sum_of_two_levels(either: Assistant) -> None:
    answer = either.ask("kenapa SPM kesehatan ada 14 jenis?", today=TODAY)
    assert answer.status == "answered"
    assert answer.answer == (
        "Tidak ada satu tingkat dengan 14 jenis: SPM kesehatan di kabupaten/kota ada 12 jenis dan "
        "di provinsi 2 jenis. Angka 14 adalah jumlah keduanya [1][2]."
    )
    assert [(c.regulation, c.pasal, c.ayat) for c in answer.citations] == [
        ("pp-2-2018", "6", "3"),
        ("pp-2-2018", "6", "2"),
    ]


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("kenapa SPM sosial ada 7 jenis?", "Bukan 7 jenis"),
        ("mengapa layanan SPM pendidikan ada sembilan jenis?", "Bukan 9 jenis"),
        ("benarkah SPM kesehatan ada 12 jenis?", "Benar, SPM kesehatan"),
        ("kok SPM pekerjaan umum ada empat jenis?", "Tidak ada satu tingkat dengan 4 jenis"),
    ],
)
def test_claimed_count_is_checked(either: Assistant, question: str, opening: str) -> None:
    answer = either.ask(question, today=TODAY)
    assert answer.status == "answered"
    assert answer.answer.startswith(opening)


@pytest.mark.parametrize("question", ["apa itu SPM?", "SPM itu apa?", "SPM itu singkatan apa?"])
def test_spm_means_the_minimum_standard(either: Assistant, question: str) -> None:
    answer = either.ask(question, today=TODAY)
    first = answer.citations[0]
    assert (first.regulation, first.pasal) == ("pp-2-2018", "1")
    assert "Standar Pelayanan Minimal" in answer.answer.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    ["apa itu SPM dalam pencairan belanja daerah?", "apa kepanjangan SPM di PP 12/2019?"],
)
def test_spm_means_the_payment_order_in_finance(either: Assistant, question: str) -> None:
    answer = either.ask(question, today=TODAY)
    first = answer.citations[0]
    assert (first.regulation, first.pasal) == ("pp-12-2019", "1")
    assert "Surat Perintah Membayar" in answer.answer.splitlines()[0]


def test_payment_order_is_not_answered_with_social_services(either: Assistant) -> None:
    """Issuing an SPM is treasury work: PP 12/2019 or nothing, never a definition of the elderly."""
    answer = either.ask("syarat penerbitan SPM oleh PPK-SKPD", today=TODAY)
    assert {c.regulation for c in answer.citations} <= {"pp-12-2019"}


@pytest.mark.parametrize("question", ["KIA", "KIA itu apa?"])
def test_lone_ambiguous_word_is_asked_back(either: Assistant, question: str) -> None:
    answer = either.ask(question, today=TODAY)
    assert answer.status == "clarification"
    assert answer.answer == (
        '"KIA" dapat berarti Kesehatan Ibu dan Anak atau Kartu Identitas Anak. '
        "Yang mana yang Anda maksud?"
    )
