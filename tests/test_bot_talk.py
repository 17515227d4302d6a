"""Whole conversations through the real library, over HTTP, against the fake Bot API."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant import messages as m
from assistant.pipeline import Assistant
from bots.bot_run import Bot
from bots.bot_tables import Audit, Invitation
from ingest import sync
from tests.bot_harness import ADMIN, ANA, BUDI, let_in, running
from tests.fake_telegram import FakeTelegram, Person

QUESTION = "siapa mengawasi SPM kabupaten?"


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


def new_texts(fake: FakeTelegram, chat: int, before: int, n: int = 1) -> list[str]:
    """The texts of the bot that came after the first `before`, when there are `n`."""
    fake.wait(lambda: len(fake.shown(chat)) >= before + n, why=f"for {n} messages")
    return fake.texts(chat)[before:]


def says(fake: FakeTelegram, person: Person, text: str, n: int = 1) -> list[str]:
    before = len(fake.shown(person.id))
    person.says(text)
    return new_texts(fake, person.id, before, n)


def presses(fake: FakeTelegram, person: Person, label: str, n: int = 1) -> list[str]:
    before = len(fake.shown(person.id))
    person.presses(label)
    return new_texts(fake, person.id, before, n)


def test_a_stranger_learns_how_to_get_in_and_nothing_else(fake: FakeTelegram, bot: Bot) -> None:
    budi = fake.user(BUDI, "Budi")
    assert says(fake, budi, QUESTION) == [m.BOT_TERTUTUP.format(id=BUDI)]
    assert says(fake, budi, "/mulai SALAHKODE1") == [m.BOT_KODE_SALAH]
    assert says(fake, budi, "/statistik") == [m.BOT_TERTUTUP.format(id=BUDI)]
    assert bot.office.access.people() == []


def test_a_stranger_is_not_answered_for_ever(fake: FakeTelegram, bot: Bot) -> None:
    budi = fake.user(BUDI, "Budi")
    for _ in range(8):
        budi.says("halo")
    fake.wait(lambda: bot.service.counts["handled"] >= 8)
    fake.wait(lambda: bot.service.delivery.waiting() == 0)
    assert len(fake.shown(BUDI)) == 5


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


def test_invite_revoke_and_restore(fake: FakeTelegram, ana: Person) -> None:
    admin = fake.user(ADMIN)
    assert says(fake, admin, f"/pengguna cabut {ANA}") == [m.BOT_PENGGUNA_DICABUT.format(id=ANA)]
    assert says(fake, ana, QUESTION) == [m.BOT_TERTUTUP.format(id=ANA)]
    code = fake.texts(ADMIN)[0].split("/mulai ")[1]
    assert says(fake, ana, f"/mulai {code}") == [m.BOT_KODE_SALAH]
    says(fake, admin, f"/pengguna pulih {ANA}")
    assert "[1]" in says(fake, ana, QUESTION)[0]
    assert says(fake, ana, f"/pengguna cabut {ADMIN}") == [m.BOT_HANYA_ADMIN]


def test_a_code_lets_in_as_many_as_it_says(fake: FakeTelegram, bot: Bot) -> None:
    admin = fake.user(ADMIN, "Admin")
    (made,) = says(fake, admin, "/undang konsultan 32.16 7 2")
    assert "Kabupaten Bekasi" in made
    code = made.split("/mulai ")[1]
    people = [fake.user(i, f"Orang {i}") for i in (5001, 5002, 5003)]
    replies = [says(fake, p, f"/mulai {code}")[0] for p in people]
    assert [m.BOT_ROLES["konsultan"] in r for r in replies] == [True, True, False]
    assert "Kabupaten Bekasi" in replies[0]
    with bot.store.session() as session:
        kept = session.scalars(select(Invitation)).all()
    assert code not in str([vars(row) for row in kept])


def test_quotas_are_told_before_they_bite(fake: FakeTelegram, ana: Person) -> None:
    says(fake, fake.user(ADMIN), f"/pengguna kuota {ANA} 5/1/1")
    replies = [says(fake, ana, QUESTION)[0] for _ in range(6)]
    assert m.BOT_KUOTA_SISA["tanya"].format(sisa="1", batas="5") in replies[3]
    assert "Sisa kuota" not in replies[2]
    assert replies[5] == m.BOT_KUOTA_HABIS["tanya"].format(batas="5")
    assert "[1]" in replies[4]


def test_guided_score(fake: FakeTelegram, ana: Person) -> None:
    says(fake, ana, "/skor")
    presses(fake, ana, "Kabupaten/kota")
    (asked,) = presses(fake, ana, "Sosial")
    assert "1 dari 5" in asked
    assert says(fake, ana, "empat") != []  # no number: answered as a question, the guide waits
    assert says(fake, ana, "500 650,5 90") == [m.BOT_SKOR_BENTUK]
    replies = says(fake, ana, "500 450 90", 2)
    assert replies[0] == m.BOT_SKOR_TERCATAT.format(sasaran="500", terlayani="450", mutu="90")
    for _ in range(3):
        says(fake, ana, "100 100 100", 2)
    table, menu = presses(fake, ana, m.BOT_SKOR_TIDAK_BERLAKU, 2)
    # Four services that apply: 0,8 x 90 + 0,2 x 90 = 90, and three times 100; mean 97,5.
    assert "97,50" in table
    assert menu == m.BOT_SKOR_URUSAN
    result, chart = presses(fake, ana, m.BOT_SKOR_HITUNG, 2)
    assert "97,50" in result
    assert chart == m.BOT_GRAFIK
    assert fake.shown(ANA)[-1]["photo"]
    assert "[1]" in says(fake, ana, QUESTION)[0]


def test_every_command_has_an_answer(fake: FakeTelegram, ana: Person, bot: Bot) -> None:
    for name in m.BOT_COMMANDS:
        (text, *_) = says(fake, ana, f"/{name}")
        assert text
        assert "Maaf" not in text
    admin = fake.user(ADMIN)
    for name in m.BOT_ADMIN_COMMANDS:
        assert "Maaf" not in says(fake, admin, f"/{name}")[0]
        assert says(fake, ana, f"/{name}") == [m.BOT_HANYA_ADMIN]
    assert {c["command"] for c in fake.commands["default:"]} == set(m.BOT_COMMANDS)
    assert bot.service.counts["failed"] == 0


def test_an_administrator_known_to_telegram_sees_more_commands(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    fake.user(ADMIN)
    with running(own_home, fake, digests_only):
        seen = {c["command"] for c in fake.commands[f"chat:{ADMIN}"]}
    assert seen == {*m.BOT_COMMANDS, *m.BOT_ADMIN_COMMANDS}


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


def test_groups_answer_when_listed_and_spoken_to(fake: FakeTelegram, ana: Person) -> None:
    group = -100500
    fake.user(ADMIN)
    fake.group(group, ana)
    fake.wait(lambda: fake.shown(group))
    assert fake.texts(group) == [m.BOT_GRUP_TERTUTUP]
    fake.user(ADMIN).says("/undang grup", group)
    fake.wait(lambda: len(fake.shown(group)) == 2)
    ana.says("rapat jam berapa?", group)
    ana.says(f"@AsistenSpmUjiBot {QUESTION}", group)
    fake.wait(lambda: len(fake.shown(group)) == 3)
    answer = fake.shown(group)[-1]
    assert "[1]" in answer["text"]
    assert answer["reply_to_message"]["text"].endswith(QUESTION)
    stranger = fake.user(6006, "Cici")
    stranger.says("kalau provinsi?", group, reply_to_message=answer)
    fake.wait(lambda: len(fake.shown(group)) == 4)
    fake.user(ADMIN).says("/skor", group)
    fake.wait(lambda: len(fake.shown(group)) == 5)
    assert fake.texts(group)[-1] == m.BOT_HANYA_PRIBADI


def test_forgetting_says_what_and_leaves_nothing(
    fake: FakeTelegram, ana: Person, bot: Bot, own_home: Path
) -> None:
    secret = "siapa mengawasi pelaksanaan SPM Kabupaten Xyzzyland?"
    says(fake, ana, secret)
    says(fake, ana, "/hapus")
    (told,) = presses(fake, ana, m.BOT_HAPUS_YA)
    assert "2 pesan percakapan" in told
    assert "1 catatan jawaban" in told
    fake.wait(lambda: bot.service.delivery.waiting() == 0)
    for path in own_home.rglob("*"):
        if path.is_file() and "index" not in path.parts:
            assert b"Xyzzyland" not in path.read_bytes(), path


def test_an_announcement_reaches_everybody_once(fake: FakeTelegram, ana: Person) -> None:
    let_in(fake, BUDI)
    admin = fake.user(ADMIN)
    says(fake, admin, "/siaran Rapat <besok> & lusa")
    before = len(fake.shown(ANA))
    presses(fake, admin, m.BOT_SIARAN_KIRIM)
    (text,) = new_texts(fake, ANA, before)
    assert text == f"{m.BOT_SIARAN_JUDUL}\n\nRapat <besok> & lusa"
    fake.wait(lambda: text in fake.texts(BUDI))
    admin.presses(m.BOT_SIARAN_KIRIM)
    fake.wait(lambda: len(fake.calls("answerCallbackQuery")) == 2)
    assert fake.texts(BUDI).count(text) == 1


@pytest.mark.skipif(
    not hasattr(sync, "curated_chunks"), reason="ingest.sync tidak memuat jawaban administrator"
)
def test_an_administrators_answer_is_found_by_the_next_question(
    fake: FakeTelegram, ana: Person
) -> None:
    admin, asked = fake.user(ADMIN), "berapa gaji enumerator SPM per hari?"
    (refused,) = says(fake, ana, asked)
    assert "[1]" not in refused
    (listed,) = says(fake, admin, "/belum_terjawab")
    assert asked in listed
    number = listed.split(f". {asked}")[0].split()[-1]
    before = len(fake.shown(ANA))
    says(fake, admin, f"/jawab {number} Gaji enumerator SPM mengikuti standar harga satuan daerah.")
    assert new_texts(fake, ANA, before) == [m.BOT_JAWAB_KABAR.format(tanya=asked)]
    (answer,) = says(fake, ana, asked)
    assert "mengikuti standar harga satuan daerah [1]" in answer
    assert "Jawaban administrator" in answer
    assert says(fake, admin, "/belum_terjawab")[0].startswith(m.BOT_BELUM_KOSONG)


def test_a_session_from_opening_to_minutes(fake: FakeTelegram, bot: Bot) -> None:
    admin = fake.user(ADMIN, "Admin")
    assert says(fake, admin, "/sesi")[0].startswith(m.BOT_SESI_TIDAK_ADA)
    (opened,) = says(fake, admin, "/sesi mulai kota bogor | Penghitungan IP SPM")
    assert opened.startswith("Sesi ")
    (noted,) = says(fake, admin, "/sesi masalah data sasaran belum dipadankan")
    assert "data sasaran belum dipadankan" in noted
    assert "[1]" in says(fake, admin, f"/sesi tanya {QUESTION}")[0]
    assert "data sasaran" in says(fake, admin, "/sesi")[0]
    says(fake, admin, "/sesi tutup")
    minutes = fake.shown(ADMIN)[-1]["document"]
    assert minutes["file_name"].startswith("notulen-")
    assert fake.files[minutes["file_id"]][1].startswith(b"PK")


def test_only_sekber_opens_a_session(fake: FakeTelegram, ana: Person) -> None:
    assert says(fake, ana, "/sesi mulai kota bogor | Apa saja") == [m.SESI_HANYA_SEKBER]


def test_the_audit_trail_holds_no_texts(fake: FakeTelegram, ana: Person, bot: Bot) -> None:
    says(fake, ana, QUESTION)
    with bot.store.session() as session:
        rows = session.scalars(select(Audit)).all()
    assert {r.event for r in rows} >= {"undang", "masuk", "jawab"}
    assert all("SPM" not in r.detail and len(r.detail) <= 64 for r in rows)
