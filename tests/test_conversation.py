"""One chat: follow-ups, files, forgetting, masking, our own failures, many at once."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant import messages
from assistant.conversation import Conversation
from assistant.memory import Memory
from assistant.pipeline import Assistant
from assistant.samples import sample_laporan
from assistant.template import write_laporan

NOW = datetime(2026, 11, 22, 9, 30)
NIK = "3216051203900001"


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chat(
    digests_home: Path, digests_only: Assistant, tmp_path: Path, clock: Clock
) -> Iterator[Conversation]:
    conversation = Conversation(
        digests_home, clock=clock, memory=Memory(tmp_path / "p.db"), assistant=digests_only
    )
    yield conversation
    conversation.close()


def test_an_answer_has_text_citations_and_a_passport(chat: Conversation) -> None:
    reply = chat.reply("u", "c", "apa saja layanan SPM kesehatan kabupaten?")
    assert reply.answer is not None
    assert reply.answer.mode == "extractive"
    assert reply.answer.citations
    assert messages.BASIS in reply.text
    assert reply.passport is not None
    assert chat.memory.passport(reply.passport) is not None


def test_a_follow_up_leans_on_the_chat_and_only_on_it(chat: Conversation) -> None:
    chat.reply("u", "c", "apa saja layanan SPM pendidikan di kabupaten?")
    after = chat.reply("u", "c", "kalau provinsi?")
    assert "pendidikan khusus" in after.text.lower()
    for other in (("u", "lain"), ("orang-lain", "c")):
        assert "pendidikan khusus" not in chat.reply(*other, "kalau provinsi?").text.lower()


def test_a_corrected_count_stays_corrected(chat: Conversation) -> None:
    first = chat.reply("u", "c", "SPM kesehatan kabupaten kan ada 14 jenis?")
    again = chat.reply("u", "c", "bukannya SPM kesehatan kabupaten 14 jenis? saya yakin")
    for reply in (first, again):
        assert "12" in reply.text
        assert "Benar" not in reply.text


def test_what_is_past_its_day_is_forgotten(chat: Conversation, clock: Clock) -> None:
    chat.reply("u", "c", "apa saja layanan SPM pendidikan di kabupaten?")
    clock.now += timedelta(days=31)
    assert chat.memory.turns("u", "c", clock.now) == []
    assert chat.memory.sweep(clock.now) == 2


def test_a_user_can_be_forgotten(chat: Conversation) -> None:
    mine = chat.reply("u", "c", "apa itu SPM?")
    theirs = chat.reply("v", "c", "apa itu SPM?")
    assert chat.forget("u") == 2
    assert chat.memory.turns("u", "c", NOW) == []
    assert mine.passport is not None
    assert chat.memory.passport(mine.passport) is None
    assert theirs.passport is not None
    assert chat.memory.passport(theirs.passport) is not None


def test_personal_data_is_refused_and_kept_nowhere(
    chat: Conversation, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        reply = chat.reply("u", "c", f"NIK {NIK} a.n. Budi Santoso dapat layanan apa?")
    assert reply.answer is not None
    assert reply.answer.status == "refused_personal_data"
    chat.close()
    stored = b"".join(p.read_bytes() for p in tmp_path.glob("p.db*"))
    for text in (NIK, "Budi Santoso"):
        assert text.encode() not in stored
        assert text not in caplog.text


def test_other_identifiers_are_masked_on_disk_and_come_back_to_their_user(
    chat: Conversation, tmp_path: Path
) -> None:
    nip = "198001012005011001"
    reply = chat.reply("u", "c", f"saya NIP {nip}, apa itu SPM?")
    assert reply.answer is not None
    assert reply.answer.status == "answered"
    assert nip in reply.answer.question
    chat.close()
    assert nip.encode() not in b"".join(p.read_bytes() for p in tmp_path.glob("p.db*"))


def test_our_failure_has_a_code_and_the_log_has_no_message_text(
    chat: Conversation, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("rahasia pengguna di dalam galat")

    monkeypatch.setattr(chat._answering.assistant, "ask", broken)
    reply = chat.reply("u", "c", "kalimat pengguna yang rahasia")
    assert reply.code is not None
    assert len(reply.code) == 4
    assert reply.text == messages.OUR_FAILURE.format(kode=reply.code)
    assert reply.code in caplog.text
    assert "RuntimeError" in caplog.text
    assert "rahasia" not in caplog.text


def test_a_filled_template_is_checked_and_scored(chat: Conversation, tmp_path: Path) -> None:
    path = tmp_path / "unggahan.bin"
    made = tmp_path / "laporan.xlsx"
    write_laporan(sample_laporan(), made)
    made.rename(path)
    reply = chat.reply_to_file("u", "c", path, "laporan kami.xlsx", "apa itu SPM?")
    assert reply.upload is not None
    assert reply.upload.skor is not None
    assert reply.upload.periksa is not None
    assert "laporan kami.xlsx" in reply.text
    assert reply.answer is not None


@pytest.mark.parametrize(
    ("name", "content"),
    [("gambar.png", b"\x89PNG"), ("rusak.xlsx", b"bukan zip"), ("kosong.pdf", b"")],
)
def test_a_file_that_cannot_be_read_is_a_sentence(
    chat: Conversation, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    reply = chat.reply_to_file("u", "c", path, name)
    assert reply.code is None
    assert name in reply.text


def test_an_uploaded_file_never_enters_the_index(chat: Conversation, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Pasal 1\nSPM zirkonium adalah layanan rahasia bagi kabupaten.\n", "utf-8")
    before = len(chat._answering.assistant.retriever.chunks)
    chat.reply_to_file("u", "c", path, "peraturan.txt")
    assert len(chat._answering.assistant.retriever.chunks) == before
    assert "zirkonium" not in chat.reply("u", "c", "apa itu SPM zirkonium?").text.split("Dasar:")[0]


def test_many_at_once(chat: Conversation) -> None:
    questions = [
        "apa itu SPM?",
        "apa saja layanan SPM sosial provinsi?",
        "siapa menetapkan target SPM?",
    ]

    def ask(n: int) -> str:
        return chat.reply(f"u{n}", "c", questions[n % 3]).text

    with ThreadPoolExecutor(50) as pool:
        texts = list(pool.map(ask, range(60)))
    assert len(set(texts)) == 3
    assert not any("Kode:" in t for t in texts)
