"""The month's edge in three time zones, told by the dates of messages that are handled later."""

import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.render import docx_pdf
from bots.bot_run import Bot
from tests.bot_harness import ADMIN, running
from tests.bot_session import GROUP, Room, moment
from tests.fake_telegram import FakeTelegram
from tests.session_month import spm

PLACES = ("Kota Bandung", "Kota Denpasar", "Kota Jayapura")


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bot]:
    monkeypatch.setattr(docx_pdf, "PROGRAMS", ())
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


def test_the_last_night_of_august(bot: Bot, fake: FakeTelegram) -> None:
    """15.30 UTC is 22.30 WIB, 23.30 WITA, and already September in WIT."""
    admin = fake.user(ADMIN, "Admin")
    rooms = [Room(fake, GROUP - n, moment("2024-08-31T15:30")) for n in range(3)]
    for room, place in zip(rooms, PLACES, strict=True):
        fake.group(room.chat, admin)
        room.wait(0)
        room.says(admin, f"/sesi mulai {place} | evaluasi")
        room.now = moment("2024-08-31T15:50")
        room.says(admin, "/catat tindaklanjut Dinkes mengisi e-SPM besok")
        room.now = moment("2024-08-31T17:10")
        room.says(admin, "/sesi tutup", 3)
    ids = ["20240831-3273-1", "20240831-5171-1", "20240901-9171-1"]
    assert [name for name in ids if bot.office.sessions.session(name) is None] == []
    dues = [bot.office.sessions.entries(name)[0].tenggat for name in ids]
    assert dues == [date(2024, 9, 1), date(2024, 9, 1), date(2024, 9, 2)]
    held = [bot.office.sessions.session(name) for name in ids]
    hours = [(s.jam_mulai, s.jam_selesai, s.zona) for s in held if s is not None]
    assert hours == [
        (time(22, 30), time(0, 10), "WIB"), (time(23, 30), time(1, 10), "WITA"),
        (time(0, 30), time(2, 10), "WIT"),
    ]  # fmt: skip
    august, september = (
        json.loads(spm("recap", "--month", name, "--json")) for name in ("2024-08", "2024-09")
    )
    assert [a["session"] for a in august["activities"]] == ids[:2]
    assert [a["session"] for a in september["activities"]] == ids[2:]
    # The night's reply in Jayapura is written on the first, in Bandung still on the thirty-first.
    private = Room(fake, ADMIN, moment("2024-08-31T16:00"))
    text = private.says(admin, "/sesi rekap", 3)[0]
    assert text.startswith(m.REKAP_RINGKAS.split("{", 1)[0])
    assert "Agustus 2024" in text


def test_an_opening_that_is_handled_late_belongs_to_its_day(bot: Bot, fake: FakeTelegram) -> None:
    admin, room = fake.user(ADMIN, "Admin"), Room(fake, ADMIN, moment("2024-08-31T16:59"))
    (told,) = room.says(admin, "/sesi mulai Kota Bandung | evaluasi")
    assert "31 Agustus 2024" in told
