"""Killed in the middle, cut off, flooded, fed rubbish: nothing is lost and nothing comes twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from assistant import messages as m
from assistant.answer import Answer
from assistant.conversation import Conversation, Reply
from assistant.pipeline import Assistant
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots.bot_run import Bot
from bots.telegram_html import answer_blocks, plain
from tests.bot_harness import ADMIN, ANA, environment, let_in, running
from tests.fake_telegram import FakeTelegram
from tests.test_bot_html import answers

QUESTION = "siapa mengawasi SPM kabupaten?"
PROGRAM = "import typer; from bots.bot_command import bot; typer.run(bot)"
ROOT = Path(__file__).parent.parent


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        let_in(fake, ANA)
        yield running_bot


@contextmanager
def process(home: Path, fake: FakeTelegram, *options: str, **more: str) -> Iterator[Any]:
    """`spm bot` as a process of its own; its log is its `log` file."""
    names = ("PATH", "LANG", "LC_ALL")
    kept = {k: os.environ[k] for k in names if k in os.environ}
    log = (home / "log.txt").open("ab")
    running_one = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *options], cwd=ROOT, stdout=log, stderr=log,
        env={**kept, **environment(home, fake, **more)},
    )  # fmt: skip
    try:
        yield running_one
    finally:
        running_one.kill()
        running_one.wait()
        log.close()


def welcome(home: Path, fake: FakeTelegram) -> None:
    """Lets Ana in by way of a first process, which is then stopped in good order."""
    with process(home, fake) as first:
        let_in(fake, ANA)
        first.send_signal(signal.SIGTERM)
        assert first.wait(40) == 0


def answers_in(fake: FakeTelegram, chat: int) -> list[str]:
    return [t for t in fake.texts(chat) if "Dasar:" in t]


def settle(fake: FakeTelegram, n: int, chat: int = ANA) -> None:
    """Waits for n answers, and then a while for one too many."""
    fake.wait(lambda: len(answers_in(fake, chat)) >= n, 60, f"for {n} answers")
    time.sleep(1.0)
    assert len(answers_in(fake, chat)) == n


def test_killed_while_a_reply_was_on_its_way(own_home: Path, fake: FakeTelegram) -> None:
    welcome(own_home, fake)
    ana = fake.user(ANA)
    # The server takes the message, and the bot is killed before it hears of that.
    fake.fail("sendMessage", "slow:20")
    with process(own_home, fake) as first:
        ana.says(QUESTION)
        fake.wait(lambda: answers_in(fake, ANA), 40)
        first.kill()
        first.wait()
    with process(own_home, fake):
        fake.wait(lambda: any(c["p"].get("message_id") for c in fake.calls("editMessageText")), 40)
        ana.says(QUESTION)
        settle(fake, 2)


def test_killed_before_a_reply_left(own_home: Path, fake: FakeTelegram) -> None:
    welcome(own_home, fake)
    ana = fake.user(ANA)
    fake.fail("sendMessage", *["cut_before"] * 50)
    with process(own_home, fake) as first:
        ana.says(QUESTION)
        fake.wait(lambda: [c for c in fake.calls("sendMessage") if c.get("error")], 40)
        first.kill()
        first.wait()
    fake.faults.clear()
    assert answers_in(fake, ANA) == []
    with process(own_home, fake):
        settle(fake, 1)


def test_killed_again_and_again_under_load(own_home: Path, fake: FakeTelegram) -> None:
    people = [fake.user(ANA), *(fake.user(7100 + n) for n in range(7))]
    with process(own_home, fake) as first:
        for person in people:
            let_in(fake, person.id)
        first.send_signal(signal.SIGTERM)
        assert first.wait(40) == 0

    def answered() -> int:
        return sum(len(answers_in(fake, p.id)) for p in people)

    for n in range(3):
        with process(own_home, fake) as one:
            for person in people:
                person.says(QUESTION)
                person.says(QUESTION)
            # Killed while most of these are being answered, some of them on their way.
            fake.wait(lambda n=n: answered() >= 14 * n + 3, 60)
            one.kill()
            one.wait()
    with process(own_home, fake):
        fake.wait(lambda: answered() >= 6 * len(people), 60)
        time.sleep(1.0)
    assert [len(answers_in(fake, p.id)) for p in people] == [6] * len(people)


def test_killed_in_the_middle_of_a_job(own_home: Path, fake: FakeTelegram) -> None:
    welcome(own_home, fake)
    path = own_home / "laporan.xlsx"
    write_laporan(sample_laporan(), path)
    with process(own_home, fake) as first:
        fake.user(ANA).sends("laporan.xlsx", path.read_bytes())
        fake.wait(lambda: fake.calls("getFile"), 40)
        first.kill()
        first.wait()

    def results() -> list[Any]:
        return [msg for msg in fake.shown(ANA) if "document" in msg]

    with process(own_home, fake):
        fake.wait(results, 90)
        time.sleep(1.0)
        assert len(results()) == 1
        done = m.BOT_BERKAS_SELESAI.format(nama="laporan.xlsx")
        assert sum(t.startswith(done) for t in fake.texts(ANA)) == 1


def test_a_second_instance_is_refused_and_the_token_is_in_no_log(
    own_home: Path, fake: FakeTelegram
) -> None:
    with process(own_home, fake) as first:
        fake.wait(lambda: fake.calls("deleteWebhook"), 40)
        with process(own_home, fake) as second:
            assert second.wait(40) == 2
        # A poller on another machine: Telegram says 409, and the bot goes on.
        fake.fail("getUpdates", "409:Conflict: terminated by other getUpdates request")
        fake.fail("sendMessage", "502", "429", "cut_after")
        fake.user(ADMIN, "Admin").says("/bantuan")
        fake.wait(lambda: fake.shown(ADMIN), 40)
        first.send_signal(signal.SIGTERM)
        assert first.wait(40) == 0
    log = (own_home / "log.txt").read_text(encoding="utf-8")
    assert m.BOT_SUDAH_JALAN in log
    assert "terminated by other" in log
    assert fake.token not in log
    assert fake.token.partition(":")[2] not in log


def test_a_wrong_token_is_a_sentence(own_home: Path, fake: FakeTelegram) -> None:
    wrong = "4242:AAThisOneIsNotTheTokenOfTheServer"
    with process(own_home, fake, SPM_TELEGRAM_TOKEN=wrong) as one:
        assert one.wait(40) == 2
    log = (own_home / "log.txt").read_text(encoding="utf-8")
    assert m.BOT_TOKEN_DITOLAK in log
    assert "Traceback" not in log
    assert wrong not in log


@pytest.mark.parametrize("fault", ["cut_after", "cut_before", "502", "429"])
def test_a_reply_comes_once_whatever_happens_on_the_way(
    fake: FakeTelegram, bot: Bot, fault: str
) -> None:
    fake.fail("sendMessage", fault)
    fake.user(ANA).says(QUESTION)
    settle(fake, 1)
    if fault == "cut_after":
        assert bot.service.delivery.counts["found"] == 1


def test_markup_that_is_refused_is_sent_as_plain_text(fake: FakeTelegram, bot: Bot) -> None:
    fake.fail("sendMessage", "400:Bad Request: can't parse entities: nobody knows why")
    fake.user(ANA).says(QUESTION)
    settle(fake, 1)
    assert "parse_mode" not in fake.calls("sendMessage")[-1]["p"]


def test_the_network_is_gone_for_a_while(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    fake.down = True
    for _ in range(5):
        ana.says(QUESTION)
    time.sleep(2.5)
    fake.down = False
    settle(fake, 5)


def test_a_storm_of_flood_limits(fake: FakeTelegram, bot: Bot) -> None:
    people = [fake.user(7000 + n) for n in range(12)]
    for person in people:
        let_in(fake, person.id)
    fake.flood_per_second = 5
    for person in people:
        person.says(QUESTION)
    for person in people:
        fake.wait(lambda p=person: answers_in(fake, p.id), 60)
    assert bot.service.delivery.counts["flood"] > 0
    assert [len(answers_in(fake, p.id)) for p in people] == [1] * len(people)


def test_repeated_and_disordered_updates(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    ana.says(QUESTION)
    settle(fake, 1)
    base = 5000
    message = {"chat": fake.chat(ANA), "date": 1, "text": QUESTION, "from": {
        "id": ANA, "is_bot": False, "first_name": "Ana"}}  # fmt: skip
    for n in (3, 1, 2, 3, 1, 2, 2):
        fake.push_raw({"update_id": base + n, "message": {**message, "message_id": 900 + n}})
    settle(fake, 4)


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
    settle(fake, 1)
    assert bot.service.counts["malformed"] >= 6
    assert bot.store.unhandled() == []


def test_who_blocked_the_bot_holds_nobody_up(fake: FakeTelegram, bot: Bot) -> None:
    let_in(fake, 8008)
    fake.blocked.add(8008)
    fake.user(8008).says(QUESTION)
    fake.wait(lambda: bot.service.delivery.counts["dropped"] == 1)
    fake.user(ANA).says(QUESTION)
    settle(fake, 1)
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


class Scripted(Conversation):
    """Answers with what it is given, slowly if told so."""

    script: tuple[Answer, ...] = ()
    seconds = 0.0

    def reply(self, user: str, chat: str, text: str, **_: Any) -> Reply:
        time.sleep(self.seconds)
        answer = self.script[int(text)]
        return Reply("…", answer, None)


def test_a_slow_answer_takes_the_place_of_the_progress_message(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    talk = Scripted(own_home, clock=datetime.now, assistant=digests_only)
    talk.script, talk.seconds = (Answer(question="?", status="answered", answer="Begitu."),), 3.0
    with running(own_home, fake, digests_only, conversation=talk):
        let_in(fake, ANA)
        fake.user(ANA).says("0")
        fake.wait(lambda: m.BOT_SEDANG in fake.texts(ANA))
        fake.wait(lambda: "Begitu." in fake.texts(ANA))
    assert len(fake.shown(ANA)) == 2
    assert fake.calls("sendChatAction")


def deliver_all(
    own_home: Path, fake: FakeTelegram, assistant: Assistant, script: tuple[Answer, ...]
) -> None:
    """Every answer of a script through the bot: all arrive, none is refused, none twice."""
    talk = Scripted(own_home, clock=datetime.now, assistant=assistant)
    talk.script = script
    more = {"SPM_BOT_QUOTAS": "petugas=-/-/-"}
    with running(own_home, fake, assistant, conversation=talk, settings=more) as bot:
        people = [fake.user(20_000 + n) for n in range(20)]
        for person in people:
            let_in(fake, person.id)
        sent = len(fake.calls("sendMessage"))
        for n in range(len(script)):
            people[n % 20].says(str(n))
        fake.wait(lambda: bot.service.counts["handled"] >= 40 + len(script), 600)
        fake.wait(lambda: bot.service.delivery.waiting() == 0, 600)
        assert bot.service.delivery.counts["plain"] == 0
        assert bot.service.delivery.counts["dropped"] == 0
        assert [c for c in fake.log if c.get("error") and c["method"].startswith("send")] == []
        for n, person in enumerate(people):
            check_arrived(fake, person.id, script[n::20])
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


def test_fuzzed_answers_arrive(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> None:
    deliver_all(own_home, fake, digests_only, tuple(answers(0, 100)))


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_five_thousand_fuzzed_answers_arrive(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    deliver_all(own_home, fake, digests_only, tuple(answers(1000, 5000)))
