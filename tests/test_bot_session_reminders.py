"""Reminders through the bot: only where asked for, once, over restarts and a crash in between."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.sessions import reminder_store
from bots import bot_run, session_reminders
from bots.office import Office
from tests.bot_chat import quiet
from tests.bot_harness import ADMIN, running
from tests.bot_session import GROUP, Room, moment
from tests.fake_telegram import FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


class Clock:
    """The clock of every bot in a test."""

    def __init__(self) -> None:
        self.now = moment("2024-08-07T02:00")

    def __call__(self) -> float:
        return self.now.timestamp()


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Reminders are looked for all the time, by a clock that the test sets."""
    held = Clock()

    def office(*parts: Any, **named: Any) -> Office:
        made = Office(*parts, **named)
        made.now = held
        return made

    monkeypatch.setattr(bot_run, "Office", office)
    monkeypatch.setattr(session_reminders, "EVERY", 0.05)
    return held


def prepared(fake: FakeTelegram) -> Room:
    """A group with reminders on and one action item due on 15 August."""
    admin = fake.user(ADMIN, "Admin")
    fake.group(GROUP, admin)
    room = Room(fake, GROUP, moment("2024-08-07T02:00"))
    room.wait(0)
    room.says(admin, "/sesi mulai Kota Bandung | evaluasi")
    room.says(admin, "/catat tindaklanjut Dinkes mengisi e-SPM paling lambat 15 Agustus 2024")
    assert room.says(admin, "/sesi ingatkan ya") == [m.SESI_INGATKAN[True]]
    return room


def reminders(room: Room) -> list[str]:
    return [t.splitlines()[0] for t in room.texts() if t.startswith("Tindak lanjut ini")]


def test_each_stage_once_over_restarts(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant, clock: Clock
) -> None:
    with running(own_home, fake, digests_only) as bot:
        room = prepared(fake)
        for day, count in (("11", 0), ("12", 1), ("14", 2)):
            clock.now = moment(f"2024-08-{day}T03:00")
            room.fake.wait(lambda c=count: len(reminders(room)) >= c, 20)
        quiet(fake, bot)
    with running(own_home, fake, digests_only) as bot:
        for day, count in (("14", 2), ("15", 3), ("16", 4), ("22", 5)):
            clock.now = moment(f"2024-08-{day}T03:00")
            room.fake.wait(lambda c=count: len(reminders(room)) >= c, 20)
            asyncio.run(asyncio.sleep(0.3))
            assert len(reminders(room)) == count
        assert reminders(room)[2] == "Tindak lanjut ini jatuh tempo hari ini, 15 Agustus 2024."
        # Marked done below the reminder itself.
        room.presses(fake.user(ADMIN), "Selesai #1")
        assert room.says(fake.user(ADMIN), "/sesi terbuka") == [m.SESI_TANPA_TERBUKA]


def test_a_crash_between_the_two_databases_doubles_nothing(
    own_home: Path,
    fake: FakeTelegram,
    digests_only: Assistant,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with running(own_home, fake, digests_only) as bot:
        room = prepared(fake)
        claim = reminder_store.claim
        # The message goes into the outbox, and the process dies before the reminder is taken.
        monkeypatch.setattr(reminder_store, "claim", lambda *_: False)
        clock.now = moment("2024-08-15T03:00")
        room.fake.wait(lambda: reminders(room), 20)
        asyncio.run(asyncio.sleep(0.3))
    monkeypatch.setattr(reminder_store, "claim", claim)
    with running(own_home, fake, digests_only) as bot:
        clock.now = moment("2024-08-15T04:00")
        asyncio.run(asyncio.sleep(0.5))
        quiet(fake, bot)
        assert len(reminders(room)) == 1
        clock.now = moment("2024-08-16T04:00")
        room.fake.wait(lambda: len(reminders(room)) == 2, 20)


def test_off_until_asked_and_off_again(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant, clock: Clock
) -> None:
    with running(own_home, fake, digests_only):
        room = prepared(fake)
        said = room.says(fake.user(ADMIN), "/sesi ingatkan tidak")
        assert said == [m.SESI_INGATKAN[False]]
        clock.now = moment("2024-08-15T03:00")
        asyncio.run(asyncio.sleep(0.5))
        assert reminders(room) == []
