"""Who is let in, how much they may ask, and where the bot speaks."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant import messages as m
from assistant.answer import Answer
from assistant.pipeline import Assistant
from bots import retention
from bots.access import Access
from bots.bot_run import Bot
from bots.bot_store import Store
from bots.bot_tables import Audit, Invitation
from tests.bot_chat import QUESTION, quiet, says
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


def test_the_audit_trail_holds_no_texts(fake: FakeTelegram, ana: Person, bot: Bot) -> None:
    says(fake, ana, QUESTION)
    with bot.store.session() as session:
        rows = session.scalars(select(Audit)).all()
    assert {r.event for r in rows} >= {"undang", "masuk", "jawab"}
    assert all("SPM" not in r.detail and len(r.detail) <= 64 for r in rows)


def test_a_late_code_lets_nobody_in(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/bot.db")
    access = Access(store, frozenset({ADMIN}))
    code = access.invite("petugas", "32.16", days=7, uses=1, by=ADMIN, now=0.0)
    week = 7 * retention.DAY
    assert access.redeem(ANA, "Ana", code, week + 1) is None
    person = access.redeem(ANA, "Ana", f" {code.lower()} ", week - 1)
    assert person is not None
    assert (person.role, person.region) == ("petugas", "32.16")
    assert access.redeem(ANA, "Ana", code, week - 1) == person  # the same person, once more
    assert access.redeem(BUDI, "Budi", code, week - 1) is None  # used up
    store.close()


def test_open_codes_can_be_cancelled(fake: FakeTelegram, bot: Bot) -> None:
    admin = fake.user(ADMIN, "Admin")
    code = says(fake, admin, "/undang sekber")[0].split("/mulai ")[1]
    assert says(fake, admin, "/undang batal") == [m.BOT_UNDANG_BATAL.format(n="1")]
    assert says(fake, fake.user(BUDI, "Budi"), f"/mulai {code}") == [m.BOT_KODE_SALAH]
    assert says(fake, admin, "/undang raja 1 2") == [m.BOT_UNDANG_CARA]


def test_a_group_has_a_quota_and_can_be_closed(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    group, more = -100600, {"SPM_BOT_QUOTAS": "grup=2/1/1"}
    with running(own_home, fake, digests_only, settings=more) as bot:
        admin, cici = fake.user(ADMIN, "Admin"), fake.user(6006, "Cici")
        admin.says("/undang grup", group)
        fake.wait(lambda: len(fake.shown(group)) == 1)
        for n in range(3):
            cici.says(f"/tanya {QUESTION}", group)
            fake.wait(lambda n=n: len(fake.shown(group)) == 2 + n)
        assert fake.texts(group)[-1] == m.BOT_KUOTA_HABIS["tanya"].format(batas="2")
        cici.says(f"/tanya@BotLain {QUESTION}", group)  # meant for another bot
        cici.says("/undang cabut", group)
        admin.says("/undang cabut", group)
        fake.wait(lambda: m.BOT_GRUP_DITUTUP in fake.texts(group))
        cici.says(f"/tanya {QUESTION}", group)
        quiet(fake, bot)
        assert fake.texts(group)[4:] == [
            m.BOT_HANYA_ADMIN, m.BOT_GRUP_DITUTUP, m.BOT_GRUP_TERTUTUP,
        ]  # fmt: skip


def test_answers_by_a_model_have_a_quota_of_their_own(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    talk = Scripted(own_home, clock=datetime.now, assistant=digests_only)
    talk.script = (Answer(question="?", status="answered", answer="Begitu.", mode="model"),)
    talk.name = "ollama:uji"
    more = {"SPM_BOT_QUOTAS": "petugas=-/-/2"}
    with running(own_home, fake, digests_only, conversation=talk, settings=more):
        let_in(fake, ANA)
        replies = [says(fake, fake.user(ANA), "0")[0] for _ in range(3)]
    assert replies[1:] == [
        f"Begitu.\n\n{m.BOT_KUOTA_SISA['model'].format(sisa='0', batas='2')}",
        m.BOT_KUOTA_HABIS["model"].format(batas="2"),
    ]
