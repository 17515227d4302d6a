"""A whole month through `spm bot` and the terminal, killed twice, against the golden files."""

import io
import json
import re
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from assistant import messages as m
from assistant.checking.files import check_files
from tests.bot_harness import ADMIN, let_in
from tests.bot_month import CHATS, REMOVED, Month, at_the_desk, events
from tests.bot_session import SEKBER, Room, moment
from tests.fake_telegram import FakeTelegram
from tests.session_month import spm
from tests.test_bot_killed import process
from tests.test_session_month import GOLDEN, lines_of

pytestmark = pytest.mark.slow
BANDUNG = "20240807-3273-1"
ANSWER, NUMBER = re.compile(r" / Jawaban: .*"), re.compile(r"^\d+ \| ")


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


def minutes_in(fake: FakeTelegram, suffix: str) -> list[str]:
    """The minutes that were sent to the groups, by name of file."""
    found = [s["document"]["file_name"] for c in CHATS.values() for s in fake.shown(c)
             if "document" in s]  # fmt: skip
    return sorted(name for name in found if name.endswith(suffix))


def test_august_2024(own_home: Path, fake: FakeTelegram, tmp_path: Path) -> None:
    month, told = Month(fake), events()
    fake.user(ADMIN, "Admin")
    half = len(told) // 2
    with process(own_home, fake) as bot:
        let_in(fake, SEKBER, "sekber")
        month.enter()
        fake.wait(lambda: month.count(m.BOT_GRUP_DIBUKA) == 5, 40)
        month.open()
        fake.wait(lambda: month.count("Sesi 2024") == 5, 40)
        month.talk(told[:half])
        fake.wait(lambda: month.count("Catatan #") >= 5, 60)
        bot.kill()  # in the middle of the notes of two groups
        bot.wait()
    month.talk(told[half:])
    month.shuffle()
    with process(own_home, fake) as bot:
        fake.wait(lambda: month.count("Catatan #1 ·") >= 10, 90)  # each once, and corrected
        fake.wait(lambda: month.count("Catatan #") >= 41, 90)
        month.close()
        fake.wait(lambda: month.count('Sesi "2024'), 60)
        bot.kill()  # while minutes are being written
        bot.wait()
    with process(own_home, fake) as last:
        fake.wait(lambda: len(minutes_in(fake, ".docx")) >= 5, 120)
        fake.wait(
            lambda: len(minutes_in(fake, ".pdf")) + month.count(m.SESI_PDF_TIDAK_ADA) >= 5, 120
        )
        assert len(set(minutes_in(fake, ".docx"))) == len(minutes_in(fake, ".docx")) == 5
        at_the_desk(own_home)
        _after(fake, month)
        _compared(fake, tmp_path)
        last.send_signal(signal.SIGTERM)
        assert last.wait(60) == 0
    raw = b"".join(p.read_bytes() for p in own_home.rglob("*.db*"))
    for secret in (b"081234567890", b"3273014506900001", REMOVED.encode()):
        assert secret not in raw


def _after(fake: FakeTelegram, month: Month) -> None:
    """One action item is done on the 20th; on the 31st the minutes are asked for again."""
    room = Room(fake, CHATS["g-bandung"], moment("2024-08-20T03:00"))
    room.says(month.sekber, f"/sesi selesai {BANDUNG} 8 sudah terbit")
    room.now = moment("2024-08-31T03:00")
    room.says(month.sekber, f"/sesi notulen {BANDUNG}", 3)
    private = Room(fake, SEKBER, moment("2024-09-02T03:00"))
    private.says(month.sekber, "/sesi rekap 2024-08", 3)


def _compared(fake: FakeTelegram, tmp_path: Path) -> None:
    """The golden recap and minutes, but for what the real answers say."""
    golden = json.loads((GOLDEN / "session-recap-2024-08.json").read_text(encoding="utf-8"))
    made = json.loads(spm("recap", "--month", "2024-08", "--json"))
    assert made.pop("unanswered") == [
        q for q in made["questions"] if q["status"].startswith("unanswerable")
    ]
    golden.pop("unanswered")
    for question in (*made["questions"], *golden["questions"]):
        question.pop("status")
    assert made == golden
    book = openpyxl.load_workbook(io.BytesIO(Room(fake, SEKBER).document(".xlsx")))
    assert book["Kegiatan"].max_row - 1 == len(golden["activities"])
    for suffix in (".docx", ".xlsx"):
        sent = tmp_path / f"rekap-agustus-2024{suffix}"
        sent.write_bytes(Room(fake, SEKBER).document(suffix))
        results, _ = check_files([sent], date(2024, 9, 2))
        assert [t for r in results for t in r.temuan if t.keparahan == "galat"] == []
    path = tmp_path / "notulen.docx"
    path.write_bytes(Room(fake, CHATS["g-bandung"]).document(".docx"))
    expected = (GOLDEN / "session-notulen-bandung.txt").read_text(encoding="utf-8").splitlines()
    lines = lines_of(path)
    assert kept(lines) == kept(expected)
    assert asked(lines) == asked(expected)
    answered = [line for line in lines if "Pertanyaan | Siapa" in line]
    assert all("Dasar: [1] PP Nomor 2 Tahun 2018" in line for line in answered)
    assert REMOVED not in "\n".join(lines)


def kept(lines: list[str]) -> list[str]:
    """Everything but the questions, in order. Where a question stands depends on its answer."""
    return [NUMBER.sub("", t) for t in lines if " | Pertanyaan | " not in t and " · " not in t]


def asked(lines: list[str]) -> list[str]:
    """The questions without their answers."""
    found = [NUMBER.sub("", ANSWER.sub("", t)) for t in lines if " | Pertanyaan | " in t]
    return sorted(found)
