"""Personal identifiers: found by structure, masked with stable placeholders, put back to one user."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.identifiers import find_identifiers
from assistant.privacy import PLACEHOLDER, Vault, without_placeholders

FOUND = [
    ("NIK 3216051203900001", "NIK"),
    ("warga 3216055203900001 di desa", "NIK"),
    ("nik: 3216 0512 0390 0001", "NIK"),
    ("No. KK 3216051203900001", "KK"),
    ("NIP 19800101 200501 1 001", "NIP"),
    ("198001012005012001", "NIP"),
    ("NIPPPK 199001012022211003", "NIP"),
    ("NPWP 01.234.567.8-901.000", "NPWP"),
    ("NPWP 012345678901000", "NPWP"),
    ("hubungi 0812-3456-7890", "TELEPON"),
    ("+62 812 3456 7890", "TELEPON"),
    ("WA 6281234567890", "TELEPON"),
    ("budi.s@contoh.go.id", "SUREL"),
    ("rekening BCA 1234567890", "REKENING"),
    ("no rek 0012 3456 7890", "REKENING"),
    ("1. Siti Aminah | Jl. Melati No. 3 RT 02/RW 05 | hamil", "NAMA"),
    ("Nama: Budi Santoso", "NAMA"),
    ("Jalan Merdeka Raya No. 10 RT 03 RW 04", "ALAMAT"),
]
LOOK_ALIKES = [
    "pagu Rp1.234.567.890.123",
    "Rp 1234567890123456",
    "kode rekening 5.1.02.01.01.0024",
    "kode rekening belanja 510201010024",
    "Permendagri Nomor 59 Tahun 2021",
    "Kepmendagri 050-5889 Tahun 2021",
    "Nomor 29/PRT/M/2018",
    "1.02.02.2.02.0001 sampai 0012",
    "997.419 dari 2.092.934 orang",
    "LN 2018 Nomor 2, TLN 6178",
    "17 Agustus 2026",
    "8,12 persen",
    "9999999999999999",
    "kepala dinas di Kabupaten Bekasi",
    "08 Januari 2024 sampai 09 Februari 2024",
]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_an_identifier_is_found(text: str, kind: str) -> None:
    assert kind in {f.jenis for f in find_identifiers(text)}


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert find_identifiers(text) == []


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_masking_hides_and_unmasking_restores(text: str, kind: str) -> None:
    vault = Vault()
    masked = vault.mask("u", text)
    assert PLACEHOLDER.search(masked)
    assert vault.unmask("u", masked) == text
    assert vault.unmask("v", masked) == masked


def test_a_placeholder_is_stable_for_one_user_and_differs_between_users() -> None:
    vault = Vault()
    one, again, other = (
        vault.mask(user, text)
        for user, text in (
            ("u", "3216051203900001"),
            ("u", "32 1605 1203 9000 01"),
            ("v", "3216051203900001"),
        )
    )
    assert one == again
    assert one != other


def test_a_forgotten_user_gets_nothing_back() -> None:
    vault = Vault()
    masked = vault.mask("u", "NIK 3216051203900001")
    vault.forget("u")
    assert vault.unmask("u", masked) == masked


def test_the_vault_does_not_grow_without_end() -> None:
    vault = Vault()
    vault.MOST_USERS, vault.MOST_VALUES = 5, 5
    for n in range(50):
        vault.mask(f"u{n}", "a@contoh.id")
        vault.mask("satu", f"a{n}@contoh.id")
    assert len(vault._held) <= 5
    assert max(len(v) for v in vault._held.values()) <= 5


def test_placeholders_say_nothing_to_the_search() -> None:
    assert without_placeholders("saya [NIP-3F2A], apa itu SPM?") == "saya , apa itu SPM?"
    assert (
        without_placeholders("saya, No. HP: [TELEPON-3F2A], apa itu SPM?") == "saya, , apa itu SPM?"
    )


@given(st.text(max_size=300))
def test_any_text_comes_back_whole(text: str) -> None:
    vault = Vault()
    assert vault.unmask("u", vault.mask("u", text)) == text


@given(st.integers(0, 10**16 - 1))
def test_sixteen_digits_beside_the_word_are_always_hidden(number: int) -> None:
    digits = f"{number:016d}"
    assert digits not in re.sub(r"\D", "", Vault().mask("u", f"NIK {digits}"))
