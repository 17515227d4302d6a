"""The bot as a process: killed in the middle, refused a second time, stopped in good order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant import messages as m
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from tests.bot_chat import QUESTION, answers_in
from tests.bot_harness import ADMIN, ANA, environment, let_in
from tests.fake_telegram import FakeTelegram

pytestmark = pytest.mark.slow
PROGRAM = ("-m", "bots.cli", "bot")
ROOT = Path(__file__).parent.parent


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@contextmanager
def process(home: Path, fake: FakeTelegram, *options: str, **more: str) -> Iterator[Any]:
    """`spm bot` as a process of its own; its log is its `log` file."""
    names = ("PATH", "LANG", "LC_ALL")
    kept = {k: os.environ[k] for k in names if k in os.environ}
    log = (home / "log.txt").open("ab")
    running_one = subprocess.Popen(
        [sys.executable, *PROGRAM, *options], cwd=ROOT, stdout=log, stderr=log,
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


def test_a_missing_index_is_a_sentence(tmp_path: Path, fake: FakeTelegram) -> None:
    home = tmp_path / "kosong"
    home.mkdir()
    with process(home, fake) as one:
        assert one.wait(40) == 2
    log = (home / "log.txt").read_text(encoding="utf-8")
    assert log.strip() == "Indeks belum dibuat. Jalankan: spm index build"
    assert fake.calls("getMe") == []
