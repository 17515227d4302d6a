"""Laporan that are checked in a session, and its minutes as PDF."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.render import docx_pdf
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots.bot_run import Bot
from tests.bot_harness import ADMIN, running
from tests.bot_session import Room, moment
from tests.fake_telegram import FakeTelegram, Person

ID = "20240807-3273-1"


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


@pytest.fixture
def admin(bot: Bot, fake: FakeTelegram) -> Person:
    return fake.user(ADMIN, "Admin")


@pytest.fixture
def room(fake: FakeTelegram, admin: Person) -> Room:
    """The administrator's chat with a session that runs."""
    held = Room(fake, ADMIN, moment("2024-08-07T02:00"))
    held.says(admin, "/sesi mulai Kota Bandung | evaluasi TW II")
    return held


@pytest.fixture
def body(tmp_path: Path) -> bytes:
    """A laporan."""
    path = tmp_path / "laporan.xlsx"
    write_laporan(sample_laporan(), path)
    return path.read_bytes()


def attached(room: Room, n: int) -> list[str]:
    """What the bot said of attachments, when there are `n`."""

    def found() -> list[str]:
        return [t for t in room.texts() if "dilampirkan pada sesi" in t]

    room.fake.wait(lambda: len(found()) >= n, 60, f"for {n} attachments")
    return found()


def test_a_laporan_becomes_an_attachment_once(
    bot: Bot, room: Room, admin: Person, body: bytes
) -> None:
    room.now = moment("2024-08-07T02:05")
    room.file(admin, "Laporan TW II.xlsx", body)
    (told,) = attached(room, 1)
    assert told == m.SESI_LAMPIRAN_DICATAT.format(nama="Laporan TW II.xlsx", id=ID, nomor=1)
    room.file(admin, "Laporan TW II.xlsx", body)
    attached(room, 2)
    (entry,) = bot.office.sessions.entries(ID)
    assert entry.laporan is not None
    assert entry.laporan.indeks is not None
    summary = next(t for t in room.texts() if "Laporan TW II.xlsx" in t and "galat" in t)
    assert str(entry.laporan.galat) in summary


def test_a_file_that_is_checked_after_the_end_still_belongs_to_it(
    bot: Bot, room: Room, admin: Person, body: bytes
) -> None:
    room.now = moment("2024-08-07T02:05")
    room.file(admin, "Laporan.xlsx", body)
    room.tell(admin, "/sesi tutup")
    (told,) = attached(room, 1)
    assert told.startswith('Hasil pemeriksaan "Laporan.xlsx" dilampirkan')
    assert len(bot.office.sessions.entries(ID)) == 1
    # Sent after the end, it belongs to nothing.
    room.now = moment("2024-08-07T03:00")
    room.file(admin, "Laporan lain.xlsx", body + b"\0")
    room.fake.wait(lambda: any("Laporan lain.xlsx" in t for t in room.texts()[-2:]), 60)
    assert len(attached(room, 1)) == 1


def test_minutes_come_as_pdf_where_libreoffice_is(room: Room, admin: Person) -> None:
    if not any(shutil.which(name) for name in docx_pdf.PROGRAMS):
        pytest.skip("LibreOffice belum terpasang")
    room.says(admin, "/catat keputusan Data memakai DTKS")
    told = room.says(admin, "/sesi tutup", 3)
    assert told == [m.SESI_DITUTUP.format(id=ID), *[m.SESI_NOTULEN_BERKAS.format(id=ID)] * 2]
    assert room.document(".pdf").startswith(b"%PDF")
