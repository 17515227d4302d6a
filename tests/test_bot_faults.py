"""Cut off, flooded, fed rubbish: nothing is lost and nothing comes twice."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from assistant import messages as m
from assistant.answer import Answer
from assistant.conversation import Conversation, Reply
from assistant.pipeline import Assistant
from bots.bot_run import Bot
from tests.bot_chat import QUESTION, answers_in, quiet, settle
from tests.bot_harness import ADMIN, ANA, Scripted, let_in, running
from tests.fake_telegram import FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        let_in(fake, ANA)
        yield running_bot


@pytest.mark.parametrize("fault", ["cut_after", "cut_before", "502", "429"])
def test_a_reply_comes_once_whatever_happens_on_the_way(
    fake: FakeTelegram, bot: Bot, fault: str
) -> None:
    fake.fail("sendMessage", fault)
    fake.user(ANA).says(QUESTION)
    settle(fake, bot, 1, ANA)
    if fault == "cut_after":
        assert bot.service.delivery.counts["found"] == 1


def test_markup_that_is_refused_is_sent_as_plain_text(fake: FakeTelegram, bot: Bot) -> None:
    fake.fail("sendMessage", "400:Bad Request: can't parse entities: nobody knows why")
    fake.user(ANA).says(QUESTION)
    settle(fake, bot, 1, ANA)
    assert "parse_mode" not in fake.calls("sendMessage")[-1]["p"]


@pytest.mark.slow
def test_the_network_is_gone_for_a_while(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    fake.down = True
    for _ in range(5):
        ana.says(QUESTION)
    fake.wait(lambda: [c for c in fake.calls("getUpdates") if c.get("error")])
    fake.down = False
    settle(fake, bot, 5, ANA)


@pytest.mark.slow
def test_a_storm_of_flood_limits(fake: FakeTelegram, bot: Bot) -> None:
    people = [fake.user(7000 + n) for n in range(8)]
    for person in people:
        let_in(fake, person.id)
    fake.flood_per_second = 4
    for person in people:
        person.says(QUESTION)
    for person in people:
        fake.wait(lambda p=person: answers_in(fake, p.id), 60)
    assert bot.service.delivery.counts["flood"] > 0
    quiet(fake, bot)
    assert [len(answers_in(fake, p.id)) for p in people] == [1] * len(people)


def test_repeated_and_disordered_updates(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    ana.says(QUESTION)
    settle(fake, bot, 1, ANA)
    base = 5000
    message = {"chat": fake.chat(ANA), "date": 1, "text": QUESTION, "from": {
        "id": ANA, "is_bot": False, "first_name": "Ana"}}  # fmt: skip
    for n in (3, 1, 2, 3, 1, 2, 2):
        fake.push_raw({"update_id": base + n, "message": {**message, "message_id": 900 + n}})
    settle(fake, bot, 4, ANA)


def test_malformed_updates_cost_nothing_else(fake: FakeTelegram, bot: Bot) -> None:
    rubbish: list[Any] = [
        {"update_id": 9001}, {"update_id": 9002, "message": {}}, {"update_id": 9003, "message": 7},
        {"update_id": "x"}, {"update_id": 9004, "message": {"message_id": "a", "chat": None}},
        {"update_id": 9005, "unheard_of": {"a": [1, 2]}}, [], None, "text", 17,
        {"update_id": 9006, "callback_query": {"id": "1"}},
        {"update_id": 9007, "message": {"message_id": 1, "date": "never", "chat": {"id": 1}}},
    ]  # fmt: skip
    for one in rubbish:
        fake.push_raw(one)
    fake.user(ANA).says(QUESTION)
    settle(fake, bot, 1, ANA)
    assert bot.service.counts["malformed"] >= 6
    assert bot.store.unhandled() == []


def test_who_blocked_the_bot_holds_nobody_up(fake: FakeTelegram, bot: Bot) -> None:
    let_in(fake, 8008)
    fake.blocked.add(8008)
    fake.user(8008).says(QUESTION)
    fake.wait(lambda: bot.service.delivery.counts["dropped"] == 1)
    fake.user(ANA).says(QUESTION)
    settle(fake, bot, 1, ANA)
    assert bot.store.unsent() == []


def test_a_group_that_moved_is_followed(fake: FakeTelegram, bot: Bot) -> None:
    old, new = -500, -100777
    fake.user(ADMIN).says("/undang grup", old)
    fake.wait(lambda: fake.shown(old))
    fake.moved[old] = new
    fake.user(ANA).says(f"@AsistenSpmUjiBot {QUESTION}", old)
    fake.wait(lambda: answers_in(fake, new))


def test_a_broken_handler_is_a_code_and_not_the_end(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    class Broken(Conversation):
        def reply(self, user: str, chat: str, text: str, **_: Any) -> Reply:
            raise RuntimeError(f"quotes {text}")

    talk = Broken(own_home, clock=datetime.now, assistant=digests_only)
    with running(own_home, fake, digests_only, conversation=talk):
        let_in(fake, ANA)
        fake.user(ANA).says(QUESTION)
        fake.wait(lambda: len(fake.shown(ANA)) == 2)
        assert fake.texts(ANA)[-1].startswith("Maaf, sistem sedang bermasalah")
        fake.user(ANA).says("/bantuan")
        fake.wait(lambda: len(fake.shown(ANA)) == 3)


def test_a_slow_answer_takes_the_place_of_the_progress_message(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    talk = Scripted(own_home, clock=datetime.now, assistant=digests_only)
    talk.script = (Answer(question="?", status="answered", answer="Begitu."),)
    talk.hold = threading.Event()
    with running(own_home, fake, digests_only, conversation=talk):
        let_in(fake, ANA)
        fake.user(ANA).says("0")
        fake.wait(lambda: m.BOT_SEDANG in fake.texts(ANA))
        talk.hold.set()
        fake.wait(lambda: "Begitu." in fake.texts(ANA))
    assert len(fake.shown(ANA)) == 2
    assert fake.calls("sendChatAction")
