"""Fuzzed answers through the whole bot: all arrive, none is refused, none comes twice."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.pipeline import Assistant
from bots.telegram_html import answer_blocks, plain
from tests.bot_harness import Scripted, let_in, running
from tests.fake_telegram import FakeTelegram
from tests.test_bot_html import answers

PEOPLE = 6


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


def deliver_all(
    own_home: Path, fake: FakeTelegram, assistant: Assistant, script: tuple[Answer, ...]
) -> None:
    """Every answer of a script through the bot: all arrive, none is refused, none twice."""
    talk = Scripted(own_home, clock=datetime.now, assistant=assistant)
    talk.script = script
    more = {"SPM_BOT_QUOTAS": "petugas=-/-/-"}
    with running(own_home, fake, assistant, conversation=talk, settings=more) as bot:
        people = [fake.user(20_000 + n) for n in range(PEOPLE)]
        for person in people:
            let_in(fake, person.id)
        sent = len(fake.calls("sendMessage"))
        for n in range(len(script)):
            people[n % PEOPLE].says(str(n))
        fake.wait(lambda: bot.service.counts["handled"] >= 2 * PEOPLE + len(script), 600)
        fake.wait(lambda: bot.service.delivery.waiting() == 0, 600)
        assert bot.service.delivery.counts["plain"] == 0
        assert bot.service.delivery.counts["dropped"] == 0
        assert [c for c in fake.log if c.get("error") and c["method"].startswith("send")] == []
        for n, person in enumerate(people):
            check_arrived(fake, person.id, script[n::PEOPLE])
        assert len(fake.calls("sendMessage")) > sent


def check_arrived(fake: FakeTelegram, chat: int, expected: tuple[Answer, ...]) -> None:
    """The chat holds the words of the answers, in order and once."""
    seen, before = "", ""
    for msg in fake.shown(chat)[1:]:
        if "document" in msg:
            body = fake.files[msg["document"]["file_id"]][1].decode()
            # The file repeats the message before it, which is its beginning.
            seen = seen[: -len("".join(before.split()))] + "".join(body.split())
        else:
            before = msg["text"]
            seen += "".join(before.split())
    wanted = "".join("".join(plain(answer_blocks(a)).split()) for a in expected)
    assert seen == wanted


@pytest.mark.slow
def test_fuzzed_answers_arrive(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> None:
    deliver_all(own_home, fake, digests_only, tuple(answers(0, 60)))


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_five_thousand_fuzzed_answers_arrive(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    deliver_all(own_home, fake, digests_only, tuple(answers(1000, 5000)))
