"""What administrators do in their chat."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from bots.bot_run import Bot
from tests.bot_chat import new_texts, presses, says
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


def test_every_command_has_an_answer(fake: FakeTelegram, ana: Person, bot: Bot) -> None:
    for name in m.BOT_COMMANDS:
        (text, *_) = says(fake, ana, f"/{name}")
        assert text
        assert "Maaf" not in text
    admin = fake.user(ADMIN)
    for name in m.BOT_ADMIN_COMMANDS:
        assert "Maaf" not in says(fake, admin, f"/{name}")[0]
        assert says(fake, ana, f"/{name}") == [m.BOT_HANYA_ADMIN]
    assert {c["command"] for c in fake.commands["default:"]} == set(m.BOT_COMMANDS)
    assert bot.service.counts["failed"] == 0


def test_an_administrator_known_to_telegram_sees_more_commands(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    fake.user(ADMIN)
    with running(own_home, fake, digests_only):
        seen = {c["command"] for c in fake.commands[f"chat:{ADMIN}"]}
    assert seen == {*m.BOT_COMMANDS, *m.BOT_ADMIN_COMMANDS}


def test_an_announcement_reaches_everybody_once(fake: FakeTelegram, ana: Person) -> None:
    let_in(fake, BUDI)
    admin = fake.user(ADMIN)
    says(fake, admin, "/siaran Rapat <besok> & lusa")
    before = len(fake.shown(ANA))
    presses(fake, admin, m.BOT_SIARAN_KIRIM)
    (text,) = new_texts(fake, ANA, before)
    assert text == f"{m.BOT_SIARAN_JUDUL}\n\nRapat <besok> & lusa"
    fake.wait(lambda: text in fake.texts(BUDI))
    admin.presses(m.BOT_SIARAN_KIRIM)
    fake.wait(lambda: len(fake.calls("answerCallbackQuery")) == 2)
    assert fake.texts(BUDI).count(text) == 1


def test_an_administrators_answer_is_found_by_the_next_question(
    fake: FakeTelegram, ana: Person
) -> None:
    admin, asked = fake.user(ADMIN), "berapa honor enumerator pendataan SPM?"
    (refused,) = says(fake, ana, asked)
    assert "[1]" not in refused
    (listed,) = says(fake, admin, "/belum_terjawab")
    assert asked in listed
    number = listed.split(f". {asked}")[0].split()[-1]
    before = len(fake.shown(ANA))
    says(
        fake, admin, f"/jawab {number} Honor enumerator SPM mengikuti standar harga satuan daerah."
    )
    assert new_texts(fake, ANA, before) == [m.BOT_JAWAB_KABAR.format(tanya=asked)]
    (answer,) = says(fake, ana, asked)
    assert "mengikuti standar harga satuan daerah [1]" in answer
    assert "Jawaban administrator" in answer
    assert says(fake, admin, "/belum_terjawab")[0].startswith(m.BOT_BELUM_KOSONG)
