"""Whole conversations through the real library, over HTTP, against the fake Bot API."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.answer import Answer, Citation, SourceFile
from assistant.pipeline import Assistant
from bots.bot_run import Bot
from tests.bot_chat import QUESTION, new_texts, presses, says
from tests.bot_harness import ADMIN, ANA, BUDI, Scripted, let_in, running
from tests.fake_telegram import FakeTelegram, Person


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(own_home: Path, fake: FakeTelegram, digests_only: Assistant) -> Iterator[Bot]:
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


@pytest.fixture
def ana(bot: Bot, fake: FakeTelegram) -> Person:
    let_in(fake, ANA)
    return fake.user(ANA)


def test_ask_follow_up_and_open_a_source(fake: FakeTelegram, ana: Person) -> None:
    (answer,) = says(fake, ana, QUESTION)
    assert "[1]" in answer
    assert "Dasar:" in answer
    shown = fake.shown(ANA)[-1]
    labels = [b["text"] for row in shown["reply_markup"]["inline_keyboard"] for b in row]
    assert labels[0].startswith("[1] PP 2/2018 Ps 19")
    assert labels[-2:] == [m.BOT_TOMBOL_LANJUT, m.BOT_TOMBOL_KURANG]
    (passage,) = presses(fake, ana, "[1]")
    assert "PP Nomor 2 Tahun 2018 Pasal 19" in passage
    assert m.LEGAL_STATUS["berlaku"] in passage
    assert len(fake.calls("answerCallbackQuery")) == 1
    (follow,) = says(fake, ana, "kalau provinsi?")
    assert "Pasal 19" in follow or "Menteri" in follow


def test_what_is_wrong_with_an_answer_reaches_the_administrators(
    fake: FakeTelegram, ana: Person
) -> None:
    says(fake, ana, QUESTION)
    presses(fake, ana, m.BOT_TOMBOL_KURANG)
    presses(fake, ana, m.BOT_ALASAN["lain"])
    assert says(fake, ana, "hubungi 081234567890 saja") == [m.BOT_ALASAN_DITERIMA]
    (listed,) = says(fake, fake.user(ADMIN), "/belum_terjawab")
    assert m.BOT_ALASAN["lain"] in listed
    assert "081234567890" not in listed
    (answer,) = says(fake, ana, QUESTION)
    assert "[1]" in answer  # the conversation about the reason is over


def test_a_button_of_another_chat_opens_nothing(fake: FakeTelegram, ana: Person) -> None:
    says(fake, ana, QUESTION)
    data = fake.shown(ANA)[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    let_in(fake, BUDI)
    budi = fake.user(BUDI)
    before = len(fake.shown(BUDI))
    fake.pressed(budi, fake.shown(BUDI)[-1], data)
    fake.wait(lambda: fake.calls("answerCallbackQuery"))
    assert fake.calls("answerCallbackQuery")[-1]["p"]["text"] == m.BOT_TOMBOL_BASI
    assert len(fake.shown(BUDI)) == before


def test_looking_things_up(fake: FakeTelegram, ana: Person) -> None:
    says(fake, ana, "/urusan")
    (listed,) = presses(fake, ana, "Kesehatan")
    assert "12 jenis pelayanan dasar" in listed
    assert "dicabut" in says(fake, ana, "/peraturan permendagri 100/2018")[0]
    says(fake, ana, "/daerah bekasi")
    (done,) = presses(fake, ana, "Kabupaten Bekasi")
    assert done == m.BOT_DAERAH_DIATUR.format(daerah="Kabupaten Bekasi")
    assert "Kabupaten Bekasi" in says(fake, ana, "/daerah")[0]


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("voice", {"file_id": "v", "file_unique_id": "v", "duration": 3}, "voice"),
        (
            "photo",
            [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}],
            "photo",
        ),
        ("location", {"latitude": 1.0, "longitude": 2.0}, "location"),
        (
            "sticker",
            {
                "file_id": "s",
                "file_unique_id": "s",
                "width": 9,
                "height": 9,
                "type": "regular",
                "is_animated": False,
                "is_video": False,
            },
            "sticker",
        ),
        (
            "video",
            {"file_id": "w", "file_unique_id": "w", "width": 9, "height": 9, "duration": 3},
            "video",
        ),
        ("contact", {"phone_number": "+62812", "first_name": "Budi"}, "contact"),
        ("dice", {"emoji": "🎲", "value": 3}, None),
    ],
)
def test_what_cannot_be_read_gets_a_helpful_sentence(
    fake: FakeTelegram, ana: Person, bot: Bot, kind: str, value: object, words: str | None
) -> None:
    before, handled = len(fake.shown(ANA)), bot.service.counts["updates"]
    ana.other(kind, value)
    fake.wait(lambda: bot.service.counts["updates"] > handled)
    if words is None:
        assert fake.texts(ANA)[before:] == []
    else:
        assert new_texts(fake, ANA, before) == [m.BOT_BUKAN_BERKAS[words]]


def test_an_album_is_spoken_about_once(fake: FakeTelegram, ana: Person, bot: Bot) -> None:
    before, handled = len(fake.shown(ANA)), bot.service.counts["handled"]
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    for _ in range(4):
        ana.other("photo", photo, media_group_id="77")
    fake.wait(lambda: bot.service.counts["handled"] >= handled + 4)
    assert new_texts(fake, ANA, before) == [m.BOT_BUKAN_BERKAS["photo"]]


def test_links_are_not_opened(fake: FakeTelegram, ana: Person) -> None:
    assert says(fake, ana, "https://contoh.go.id/laporan.pdf") == [m.BOT_TAUTAN]


def test_the_next_question_is_asked_for(fake: FakeTelegram, ana: Person) -> None:
    says(fake, ana, QUESTION)
    assert presses(fake, ana, m.BOT_TOMBOL_LANJUT) == [m.BOT_LANJUT]
    assert fake.calls("sendMessage")[-1]["p"]["reply_markup"]["force_reply"] is True
    (follow,) = says(fake, ana, "bagaimana dengan provinsi?")
    assert "Menteri" in follow


def test_a_command_with_a_question(fake: FakeTelegram, ana: Person) -> None:
    assert says(fake, ana, "/tanya") == [m.BOT_TANYA_APA]
    assert "[1]" in says(fake, ana, f"/tanya {QUESTION}")[0]
    assert "[1]" in says(fake, ana, f"/tanya@AsistenSpmUjiBot\n{QUESTION}")[0]
    assert says(fake, ana, "/entah") == [m.BOT_PERINTAH_TAK_DIKENAL.format(perintah="entah")]


def test_a_passage_opens_with_its_page_and_status(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    cited = Citation(
        mark=1, regulation="pp-2-2018", pasal="6", ayat="3", huruf=None, bagian="batang_tubuh",
        label="PP Nomor 2 Tahun 2018 Pasal 6 ayat (3)", tier="resmi", legal_status="berlaku",
        verified_locator=True, text="Bunyi <ayat> & seterusnya.",
        source=SourceFile(file="PP-2-2018-SPM.pdf", page=7),
    )  # fmt: skip
    talk = Scripted(own_home, clock=datetime.now, assistant=digests_only)
    talk.script = (
        Answer(question="?", status="answered", answer="Begitu [1].", citations=(cited,)),
    )
    with running(own_home, fake, digests_only, conversation=talk):
        let_in(fake, ANA)
        ana = fake.user(ANA)
        says(fake, ana, "0")
        (passage,) = presses(fake, ana, "[1] PP 2/2018 Ps 6 (3)")
    head, place, text = passage.split("\n\n")
    assert head == "[1] PP Nomor 2 Tahun 2018 Pasal 6 ayat (3)"
    where = m.BOT_LETAK_BERKAS.format(berkas="PP-2-2018-SPM.pdf", halaman=7)
    assert place.split(" · ")[1:] == [m.LEGAL_STATUS["berlaku"], where]
    assert text == "Bunyi <ayat> & seterusnya."
    assert fake.shown(ANA)[-1]["entities"][-1]["type"] == "expandable_blockquote"


def test_personal_data_gets_no_buttons(fake: FakeTelegram, ana: Person) -> None:
    (refused,) = says(fake, ana, "berapa NIK bapak Ahmad 3216061201900001?")
    assert "[1]" not in refused
    assert "reply_markup" not in fake.shown(ANA)[-1]
