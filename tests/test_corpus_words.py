"""Abbreviations, everyday words, ambiguous forms and regions."""

from collections import Counter

import pytest

from corpus import regions
from corpus.glossary import abbreviations, ambiguous, everyday


@pytest.mark.parametrize(
    ("form", "meaning"),
    [
        ("spm", "Standar Pelayanan Minimal"),
        ("odgj", "orang dengan gangguan jiwa"),
        ("bumil", "ibu hamil"),
        ("klb", "kejadian luar biasa"),
    ],
)
def test_abbreviations_are_written_out(form: str, meaning: str) -> None:
    assert meaning.lower() in " | ".join(row.arti.lower() for row in abbreviations()[form])


def test_no_abbreviation_stands_twice() -> None:
    seen = Counter((r.bentuk, r.arti, r.bidang) for rows in abbreviations().values() for r in rows)
    assert [key for key, n in seen.items() if n > 1] == []


def test_phrases_come_before_their_words() -> None:
    lengths = [len(word.bentuk) for word in everyday()]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("form", sorted(ambiguous()))
def test_exactly_one_meaning_is_the_usual_one(form: str) -> None:
    assert sum(meaning.bawaan for meaning in ambiguous()[form].arti) == 1


@pytest.mark.parametrize("form", sorted(ambiguous()))
def test_context_words_point_to_one_meaning(form: str) -> None:
    seen = Counter(word.lower() for meaning in ambiguous()[form].arti for word in meaning.kata)
    assert [word for word, n in seen.items() if n > 1] == []


def test_usual_meaning_of_spm() -> None:
    usual = [m.arti for m in ambiguous()["spm"].arti if m.bawaan]
    assert usual == ["Standar Pelayanan Minimal"]
    assert "Surat Perintah Membayar" in [m.arti for m in ambiguous()["spm"].arti]


def test_552_regions() -> None:
    kinds = Counter(r.jenis for r in regions.regions().values())
    assert kinds == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_every_region_lies_in_a_province() -> None:
    every = regions.regions()
    wrong = [
        r.kode
        for r in every.values()
        if r.kode[:2] != r.provinsi
        or every[r.provinsi].jenis != "provinsi"
        or (r.jenis == "provinsi") != (len(r.kode) == 2)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("32.16", ["32.16"]),
        ("Kabupaten Bekasi", ["32.16"]),
        ("kab. bekasi", ["32.16"]),
        ("KAB BEKASI", ["32.16"]),
        ("kota  bekasi", ["32.75"]),
        ("bekasi", ["32.16", "32.75"]),
        ("Jawa Barat", ["32"]),
        ("prov. jawa barat", ["32"]),
        ("atlantis", []),
        ("", []),
    ],
)
def test_region_by_code_or_name(text: str, codes: list[str]) -> None:
    assert [r.kode for r in regions.find(text)] == codes
