"""Uploads: checked, scored, and the result sent back; over HTTP against the fake Bot API."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant import messages as m
from assistant.conversation import Conversation, Reply
from assistant.pipeline import Assistant
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots import result_process
from bots.bot_run import Bot
from tests.bot_harness import ADMIN, ANA, let_in, running
from tests.fake_telegram import FakeTelegram
from tests.pdf_writer import write_pdf

SLOW = pytest.mark.slow
LISTED = "apa saja jenis pelayanan dasar kesehatan kabupaten"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("templat") / "laporan.xlsx"
    write_laporan(sample_laporan(), path)
    return path.read_bytes()


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        let_in(fake, ANA, "konsultan")
        yield running_bot


def documents(fake: FakeTelegram, chat: int) -> list[dict[str, Any]]:
    return [msg for msg in fake.shown(chat) if "document" in msg]


def test_a_workbook_comes_back_as_summary_chart_and_result(
    fake: FakeTelegram, bot: Bot, workbook: bytes, own_home: Path
) -> None:
    ana = fake.user(ANA)
    ana.sends("Laporan <Kab> & Kota.xlsx", workbook)
    (result,) = fake.wait(lambda: documents(fake, ANA), 90, "for the result")
    texts = fake.texts(ANA)[1:]
    assert len(texts) == 3  # the progress message became the summary
    summary, chart, caption = texts
    assert summary.startswith(m.BOT_BERKAS_SELESAI.format(nama="Laporan <Kab> & Kota.xlsx"))
    assert "galat" in summary
    assert "Indeks " in summary
    assert m.BOT_TEMUAN_TERATAS in summary
    assert chart == f"{m.BOT_GRAFIK}: Laporan <Kab> & Kota.xlsx"
    assert caption == f"{m.BOT_HASIL_BERKAS}: Laporan <Kab> & Kota.xlsx"
    body = fake.files[result["document"]["file_id"]][1]
    assert b"<!doctype html>" in body
    edits = [c["p"]["text"] for c in fake.calls("editMessageText")]
    # A quick download may be over before the first message arrived.
    assert [e.split()[0] for e in edits][-2:] == ["Memeriksa", "<b>Pemeriksaan"]
    for label, start in (("XLSX", b"PK"), ("DOCX", b"PK")):
        before = len(documents(fake, ANA))
        ana.presses(label)
        found = fake.wait(lambda n=before: documents(fake, ANA)[n:])
        assert fake.files[found[0]["document"]["file_id"]][1].startswith(start)
    # The file itself is gone; the results are kept for their hours.
    assert not list((own_home / "bot" / "hasil").rglob("kiriman*"))


def test_questions_about_the_file_and_its_caption(
    fake: FakeTelegram, bot: Bot, workbook: bytes
) -> None:
    ana = fake.user(ANA)
    ana.sends("laporan.xlsx", workbook, caption=LISTED)
    fake.wait(lambda: any("[1]" in t for t in fake.texts(ANA)), 90)
    assert len(documents(fake, ANA)) == 1


def test_refused_at_once(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    ana.sends("arsip.rar", b"Rar!")
    fake.wait(lambda: m.UPLOAD_FORMAT.format(nama="arsip.rar") in fake.texts(ANA))
    large = fake.keep_file("besar.pdf", b"")
    document = {
        "file_id": large, "file_unique_id": "u", "file_name": "besar.pdf",
        "file_size": 70 * 2**20,
    }  # fmt: skip
    ana.other("document", document)
    sentence = m.BOT_BERKAS_BESAR.format(nama="besar.pdf", ukuran="70", batas="64")
    fake.wait(lambda: sentence in fake.texts(ANA))
    assert fake.calls("getFile") == []


def test_a_damaged_file_is_a_sentence(fake: FakeTelegram, bot: Bot) -> None:
    ana = fake.user(ANA)
    ana.sends("rusak.docx", b"bukan zip sama sekali")
    fake.wait(lambda: bot.jobs.counts["done"] == 1)
    fake.wait(lambda: bot.service.delivery.waiting() == 0)
    assert "rusak.docx" in fake.texts(ANA)[-1]
    assert "Memeriksa" not in fake.texts(ANA)[-1]
    assert "Maaf" not in fake.texts(ANA)[-1]


def test_a_file_telegram_does_not_hand_over(fake: FakeTelegram, bot: Bot, workbook: bytes) -> None:
    fake.limit_download = 10
    fake.user(ANA).sends("laporan.xlsx", workbook)
    gone = m.BOT_BERKAS_GAGAL.format(nama="laporan.xlsx")
    fake.wait(lambda: gone in fake.texts(ANA))


def test_upload_quota(fake: FakeTelegram, bot: Bot, workbook: bytes) -> None:
    ana = fake.user(ANA)
    fake.user(ADMIN).says(f"/pengguna kuota {ANA} 5/1/5")
    fake.wait(lambda: m.BOT_PENGGUNA_KUOTA.format(id=ANA) in fake.texts(ADMIN))
    ana.sends("satu.xlsx", workbook)
    ana.sends("dua.xlsx", workbook)
    fake.wait(lambda: m.BOT_KUOTA_HABIS["unggah"].format(batas="1") in fake.texts(ANA), 60)


class Slow(Conversation):
    """Holds the check of a file until it is let go."""

    go = threading.Event()
    begun = threading.Event()

    def reply_to_file(
        self, user: str, chat: str, path: Path, name: str, caption: str = ""
    ) -> Reply:
        self.begun.set()
        self.go.wait(30)
        return super().reply_to_file(user, chat, path, name, caption)


def test_a_second_file_waits_and_questions_do_not(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant, workbook: bytes
) -> None:
    Slow.go.clear()
    talk = Slow(own_home, clock=datetime.now, assistant=digests_only)
    with running(own_home, fake, digests_only, conversation=talk):
        let_in(fake, ANA)
        ana = fake.user(ANA)
        ana.sends("satu.xlsx", workbook)
        assert Slow.begun.wait(20)
        ana.sends("dua.xlsx", workbook)
        waits = m.BOT_BERKAS_DITERIMA.format(nama="dua.xlsx") + m.BOT_BERKAS_ANTRE.format(n="1")
        fake.wait(lambda: waits in fake.texts(ANA))
        ana.says(LISTED)
        fake.wait(lambda: any("[1]" in t for t in fake.texts(ANA)))
        Slow.go.set()
        fake.wait(lambda: len(documents(fake, ANA)) == 2, 90)


@pytest.mark.parametrize(
    "suffix", ["pdf", pytest.param("docx", marks=SLOW), pytest.param("txt", marks=SLOW)]
)
def test_a_report_in_any_format_comes_back_checked(
    fake: FakeTelegram, bot: Bot, suffix: str, tmp_path: Path
) -> None:
    lines = [
        "LAPORAN PENERAPAN SPM KABUPATEN BEKASI TAHUN 2023",
        "Capaian 95 persen dari 100 orang.",
    ]
    path = tmp_path / f"laporan.{suffix}"
    if suffix == "pdf":
        write_pdf(path, [lines])
    elif suffix == "docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_text("\n".join(lines), encoding="utf-8")
    fake.user(ANA).sends(path.name, path.read_bytes())
    (result,) = fake.wait(lambda: documents(fake, ANA), 60, "for the result")
    assert result["document"]["file_name"] == "laporan-hasil.html"
    summary = next(t for t in fake.texts(ANA) if t.startswith("Pemeriksaan"))
    assert "Kabupaten Bekasi" in summary


def test_a_summary_comes_even_where_no_file_can_be_written(
    fake: FakeTelegram, bot: Bot, workbook: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_process.sys, "executable", "/bin/false")
    fake.user(ANA).sends("laporan.xlsx", workbook)
    fake.wait(lambda: bot.jobs.counts["done"] == 1, 60)
    fake.wait(lambda: m.BOT_HASIL_GAGAL in fake.texts(ANA)[-1])
    assert "Indeks " in fake.texts(ANA)[-1]
    assert documents(fake, ANA) == []


def test_in_a_group_only_a_file_meant_for_the_bot_is_checked(fake: FakeTelegram, bot: Bot) -> None:
    group, ana = -100700, fake.user(ANA)
    fake.user(ADMIN).says("/undang grup", group)
    fake.wait(lambda: fake.shown(group))
    body = b"LAPORAN PENERAPAN SPM KABUPATEN BEKASI TAHUN 2023"
    ana.sends("bukan-untuk-bot.txt", body, group)
    ana.sends("untuk-bot.txt", body, group, caption="@AsistenSpmUjiBot")
    fake.wait(lambda: documents(fake, group), 60)
    assert bot.jobs.counts == {"done": 1, "failed": 0}
    assert not any("bukan-untuk-bot" in text for text in fake.texts(group))
    assert documents(fake, ANA) == []
