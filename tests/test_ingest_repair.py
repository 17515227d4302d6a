"""What OCR did to words, numbers and pages, and what mends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Line
from ingest.furniture import clean_pages, clean_text
from ingest.repair import join_lines, mend_text


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Pasal22", "Pasal 22"),
        ("Pasal 2 3", "Pasal 23"),
        ("Pasa] 5", "Pasal 5"),
        ("pada ayat (21 dan", "pada ayat (2) dan"),
        ("ayat (2l", "ayat (2)"),
        ("ayat {3)", "ayat (3)"),
        ("ayat 12)", "ayat (2)"),
        ("Tahun 2OI8", "Tahun 2018"),
        ("Tahun 20 19", "Tahun 2019"),
        ("I Januari 2019", "1 Januari 2019"),
        ("ralgrat", "rakyat"),
        ("pelayanan sosiai", "pelayanan sosial"),
        ("Mcntcri", "Menteri"),
        ("pendidikankesetaraan", "pendidikan kesetaraan"),
        ("Pekerj aan Umum", "Pekerjaan Umum"),
        ("kabupaten/ kota", "kabupaten/kota"),
        ("kabupaten /kota", "kabupaten/kota"),
        ("l,ayanan", "Layanan"),
        ("Spm", "SPM"),
        ("Cukup ^jelas.", "Cukup jelas."),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert mend_text(damaged) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 12 ayat (12) huruf a",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "Tambahan Lembaran Negara Republik Indonesia Nomor 6178",
        "kerja sama dan/atau tanggung jawab",
        "Rp1.250.000,00 (satu juta dua ratus lima puluh ribu rupiah)",
        "orang dengan HIV",
        "Bekasi",
        "wawxyz",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend_text(text) == text


@given(
    st.lists(st.sampled_from("Pasal22 ayat (21 ralgrat Mcntcri Pekerj aan / SPM 2OI8 , .".split()))
)
def test_mending_twice_changes_nothing(pieces: list[str]) -> None:
    once = mend_text(" ".join(pieces))
    assert mend_text(once) == once


@given(st.text(max_size=120))
def test_any_text_is_mended_without_harm(text: str) -> None:
    assert isinstance(mend_text(text), str)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("", "teks", "teks"),
        ("satu", "dua", "satu dua"),
        ("pelaya-", "nan dasar", "pelayanan dasar"),
        ("perundang-", "undangan", "perundang-undangan"),
        ("tahun 2018-", "2019", "tahun 2018- 2019"),
    ],
)
def test_hyphen_at_the_line_end(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


def page(number: int, *texts: str) -> list[Line]:
    """Lines of one page; a text that starts with blanks is indented as far."""
    return [Line(t.strip(), number, None, len(t) - len(t.lstrip())) for t in texts]


def cleaned(*pages: list[Line]) -> list[str]:
    return [line.teks for line in clean_pages(tuple(line for p in pages for line in p))]


@pytest.mark.parametrize(
    "head",
    [
        "PRESIDEN",
        "REPUBLIK INDONESIA",
        "PRES I DEN",
        "FRESIDEN",
        "REPUELIK INDONESIA",
        "- 2 -",
        "-t2-",
    ],
)
def test_running_heads_fall_away(head: str) -> None:
    body = ("(1) Menteri menetapkan standar teknis pelayanan dasar.", "(2) Gubernur mengawasi.")
    assert cleaned(page(2, head, *body)) == list(body)


@pytest.mark.parametrize(
    "title", ["PENJELASAN", "PERATURAN PEMERINTAH REPUBLIK INDONESIA", "LAMPIRAN", "BAB II"]
)
def test_titles_are_no_running_heads(title: str) -> None:
    assert cleaned(page(2, title, "Menteri menetapkan.")) == [title, "Menteri menetapkan."]


@pytest.mark.parametrize(
    ("catchword", "next_line"),
    [
        ("f. pelayanan . . .", "f. pelayanan kesehatan pada usia produktif;"),
        ("(4) Mutu . . .", "(4) Mutu pelayanan dasar untuk setiap jenis"),
        ("Pasal 18 . . .", "Pasal 18"),
    ],
)
def test_catchword_at_the_foot_falls_away(catchword: str, next_line: str) -> None:
    first = page(7, "Jenis pelayanan dasar terdiri atas beberapa layanan kesehatan:", catchword)
    second = page(8, next_line, "dan seterusnya menurut peraturan.")
    assert cleaned(first, second) == [
        "Jenis pelayanan dasar terdiri atas beberapa layanan kesehatan:",
        next_line,
        "dan seterusnya menurut peraturan.",
    ]


def test_short_last_line_of_a_page_is_kept() -> None:
    first = page(7, "Pemerintah Daerah menyusun rencana pemenuhan dan", "melaporkannya.")
    second = page(8, "Gubernur membina kabupaten dan kota di wilayahnya.")
    assert cleaned(first, second)[1] == "melaporkannya."


@pytest.mark.parametrize("stamp", ["SK No 10252{n} A", "www.peraturan.go.id 2020, No.{n}"])
def test_stamp_on_every_page_falls_away(stamp: str) -> None:
    texts = ["Menteri menetapkan.", "Gubernur membina.", "Bupati menerapkan.", "Camat membantu.",
             "Lurah melayani."]  # fmt: skip
    pages = [
        page(n, f"Ketentuan nomor urut {text.split()[0]} berlaku.", text, stamp.format(n=n))
        for n, text in enumerate(texts, 2)
    ]
    assert [t for t in cleaned(*pages) if "SK No" in t or "www" in t] == []


def test_text_without_pages_is_cut_at_structure_words() -> None:
    text = "Menteri menetapkan. Pasal 5 (1) Gubernur wajib. (2) Bupati juga. BAB II KETENTUAN LAIN"
    assert [line.teks for line in clean_text((Line(text),))] == [
        "Menteri menetapkan.",
        "Pasal 5 (1) Gubernur wajib.",
        "(2) Bupati juga.",
        "BAB II KETENTUAN LAIN",
    ]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("yang sekurang- kurangnya memuat", "yang sekurang-kurangnya memuat"),
        ("peraturan perundang- undangan", "peraturan perundang-undangan"),
        ("lembaga non- departemen", "lembaga non- departemen"),
    ],
)
def test_a_word_said_twice_closes_over_the_end_of_a_line(damaged: str, mended: str) -> None:
    assert mend_text(damaged) == mended
