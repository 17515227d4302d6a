"""Every update handled twice, as after a crash before its reply was kept: nothing counts twice."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.render import docx_pdf
from bots.bot_run import Bot
from bots.bot_types import Incoming, Turn
from bots.desk import Desk
from tests.bot_chat import QUESTION
from tests.bot_harness import ADMIN, running
from tests.bot_session import moment
from tests.fake_telegram import FakeTelegram

ID = "20240807-3273-1"
START = moment("2024-08-07T02:00").timestamp()
# (command, text, the number of the message that is replied to)
SAID = (
    ("sesi", "mulai Kota Bandung | evaluasi TW II", None),
    ("catat", "masalah Dinkes belum mengisi e-SPM", None),
    ("catat", "tindaklanjut Dinkes mengisi e-SPM paling lambat 15 Agustus 2024", None),
    ("tanya", QUESTION, None),
    ("catat", "solusi salah ketik", None),
    ("ubah", "Dinkes belum mengisi e-SPM triwulan II", 2),
    ("hapus", "", 5),
    ("sesi", "selesai 2 sudah dikirim", None),
    ("sesi", "peserta Rina (Dinas Kesehatan)", None),
    ("sesi", "ingatkan ya", None),
    ("sesi", "tutup", None),
)


@pytest.fixture
def bot(own_home: Path, digests_only: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bot]:
    monkeypatch.setattr(docx_pdf, "PROGRAMS", ())
    with FakeTelegram() as fake, running(own_home, fake, digests_only) as running_bot:
        yield running_bot


def handled(bot: Bot, incoming: Incoming) -> list[str]:
    """What the desk says to an update; nothing of it is kept as finished."""
    turn = Turn(incoming)
    asyncio.run(Desk(bot.office).handle(turn))
    return [post.out.html for post in turn.posts]


def test_a_whole_session_with_every_update_handled_twice(bot: Bot) -> None:
    files = []
    for number, (command, text, replied) in enumerate(SAID, 1):
        incoming = Incoming(
            update_id=500 + number, kind="command", user=ADMIN, chat=ADMIN, message=number,
            text=text, command=command, at=START + 60 * number, replied=replied,
        )  # fmt: skip
        first = handled(bot, incoming)
        assert first
        again = handled(bot, incoming)
        if command == "hapus":
            assert (first, again) == (["Catatan #4 dihapus."], ["Catatan itu dihapus."])
        else:
            assert again == first
        files = sorted(p.name for p in bot.office.results.glob("sesi-*/*"))
    assert files == [f"notulen-{ID}.docx"]
    held = bot.office.sessions.entries(ID)
    assert [(e.nomor, e.jenis) for e in held] == [
        (1, "masalah"), (2, "tindaklanjut"), (3, "tanya"),
    ]  # fmt: skip
    assert held[0].teks == "Dinkes belum mengisi e-SPM triwulan II"
    assert held[1].beres_catatan == "sudah dikirim"
    sesi = bot.office.sessions.session(ID)
    assert sesi is not None
    assert len(sesi.peserta) == 1
    assert sesi.ditutup is not None


def test_what_comes_after_the_end_does_not_open_it_again(bot: Bot) -> None:
    test_a_whole_session_with_every_update_handled_twice(bot)
    late = Incoming(
        update_id=600, kind="command", user=ADMIN, chat=ADMIN, message=40, command="catat",
        text="masalah terlambat", at=START + 3600,
    )  # fmt: skip
    assert "Belum ada sesi" in handled(bot, late)[0]
    # Written before the end and handled after it, a note still belongs to the session.
    early = replace(late, update_id=601, message=30, at=START + 150, text="masalah tepat waktu")
    assert "Catatan #" in handled(bot, early)[0]
    assert len(bot.office.sessions.entries(ID)) == 4
