"""Guided conversations: a score without a file, and an assistance session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from bots.bot_run import Bot
from tests.bot_chat import QUESTION, presses, says
from tests.bot_harness import ADMIN, ANA, BUDI, let_in, running
from tests.fake_telegram import FakeTelegram, Person


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


@pytest.fixture
def ana(bot: Bot, fake: FakeTelegram) -> Person:
    let_in(fake, ANA)
    return fake.user(ANA)


def test_guided_score(fake: FakeTelegram, ana: Person) -> None:
    says(fake, ana, "/skor")
    presses(fake, ana, "Kabupaten/kota")
    (asked,) = presses(fake, ana, "Sosial")
    assert "1 dari 5" in asked
    assert says(fake, ana, "empat") != []  # no number: answered as a question, the guide waits
    assert says(fake, ana, "500 650,5 90") == [m.BOT_SKOR_BENTUK]
    replies = says(fake, ana, "500 450 90", 2)
    assert replies[0] == m.BOT_SKOR_TERCATAT.format(sasaran="500", terlayani="450", mutu="90")
    for _ in range(3):
        says(fake, ana, "100 100 100", 2)
    table, menu = presses(fake, ana, m.BOT_SKOR_TIDAK_BERLAKU, 2)
    # Four services that apply: 0,8 x 90 + 0,2 x 90 = 90, and three times 100; mean 97,5.
    assert "97,50" in table
    assert menu == m.BOT_SKOR_URUSAN
    result, chart = presses(fake, ana, m.BOT_SKOR_HITUNG, 2)
    assert "97,50" in result
    assert chart == m.BOT_GRAFIK
    assert fake.shown(ANA)[-1]["photo"]
    assert "[1]" in says(fake, ana, QUESTION)[0]


def test_a_session_from_opening_to_minutes(fake: FakeTelegram, bot: Bot) -> None:
    admin = fake.user(ADMIN, "Admin")
    assert says(fake, admin, "/sesi")[0].startswith(m.BOT_SESI_TIDAK_ADA)
    (opened,) = says(fake, admin, "/sesi mulai kota bogor | Penghitungan IP SPM")
    assert opened.startswith("Sesi ")
    (noted,) = says(fake, admin, "/sesi masalah data sasaran belum dipadankan")
    assert "data sasaran belum dipadankan" in noted
    assert "[1]" in says(fake, admin, f"/sesi tanya {QUESTION}")[0]
    assert "data sasaran" in says(fake, admin, "/sesi")[0]
    says(fake, admin, "/sesi tutup", 3)  # that it is closed, the minutes, and these as PDF
    minutes = fake.shown(ADMIN)[-2]["document"]
    assert minutes["file_name"].startswith("notulen-")
    assert fake.files[minutes["file_id"]][1].startswith(b"PK")


def test_only_sekber_opens_a_session(fake: FakeTelegram, ana: Person) -> None:
    assert says(fake, ana, "/sesi mulai kota bogor | Apa saja") == [m.SESI_HANYA_SEKBER]


def test_a_guide_outlives_a_restart(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    with running(own_home, fake, digests_only):
        let_in(fake, ANA)
        ana = fake.user(ANA)
        says(fake, ana, "/skor")
        presses(fake, ana, "Provinsi")
        presses(fake, ana, "Pendidikan")
        _, second = says(fake, ana, "1000 900 80", 2)
    assert "2 dari 2" in second
    with running(own_home, fake, digests_only):
        told, _ = presses(fake, ana, m.BOT_SKOR_LEWATI, 2)
        assert told == m.BOT_SKOR_BELUM_LENGKAP.format(urusan="Pendidikan", n="1")
        # Once more, and nothing is skipped: 0,8 x 90 + 0,2 x 80 = 88, and 100; mean 94.
        presses(fake, ana, "✓ Pendidikan")
        says(fake, ana, "1000 900 80", 2)
        _, table, _ = says(fake, ana, "10 10 100", 3)
        assert table.startswith("Pendidikan: 94,00")
        assert presses(fake, ana, m.BOT_SKOR_BATAL) == [m.BOT_DIBATALKAN]
        before = len(fake.shown(ANA))
        ana.presses(m.BOT_SKOR_HITUNG)
        fake.wait(lambda: fake.calls("answerCallbackQuery")[-1]["p"].get("text"))
        assert fake.calls("answerCallbackQuery")[-1]["p"]["text"] == m.BOT_TOMBOL_BASI
        assert len(fake.shown(ANA)) == before


def test_the_guide_knows_the_region_of_its_user(fake: FakeTelegram, bot: Bot) -> None:
    admin = fake.user(ADMIN, "Admin")
    (made,) = says(fake, admin, "/undang petugas 32.16")
    budi = fake.user(BUDI, "Budi")
    says(fake, budi, f"/mulai {made.split('/mulai ')[1]}")
    says(fake, budi, "/skor")
    presses(fake, budi, "Kabupaten/kota")
    presses(fake, budi, "Sosial")
    for _ in range(4):
        says(fake, budi, "100 100 100", 2)
    says(fake, budi, "100 100 100", 3)
    result, _ = presses(fake, budi, m.BOT_SKOR_HITUNG, 2)
    assert result.startswith("IP SPM Kabupaten Bekasi")
    # A score of the province is not that of a kabupaten.
    says(fake, budi, "/skor")
    presses(fake, budi, "Provinsi")
    presses(fake, budi, "Kesehatan")
    says(fake, budi, "100 100 100", 2)
    says(fake, budi, "100 100 100", 3)
    result, _ = presses(fake, budi, m.BOT_SKOR_HITUNG, 2)
    assert "Bekasi" not in result
