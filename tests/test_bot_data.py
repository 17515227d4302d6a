"""What is kept, in which tables, how long, and how it goes."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from assistant import messages as m
from assistant.pipeline import Assistant
from bots import retention
from bots.bot_run import Bot
from bots.bot_store import Store
from bots.bot_tables import Audit, Feedback, Table, Usage, User
from corpus.errors import MasukanError
from tests.bot_chat import QUESTION, presses, quiet, says
from tests.bot_harness import ADMIN, ANA, let_in, running
from tests.fake_telegram import FakeTelegram, Person

TABLES = Table.metadata.sorted_tables


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


def test_migrations_give_the_tables_of_the_models(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/bot.db")
    Store(f"sqlite:///{tmp_path}/bot.db").close()  # a second time: nothing to do
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "bot_alembic_version"}
        )
        assert compare_metadata(context, Table.metadata) == []
    store.close()
    assert (tmp_path / "bot.db").stat().st_mode & 0o077 == 0


def test_what_is_past_its_day_goes(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/bot.db")
    days = retention.DAY
    for age in (1, 179, 181):
        store.add(
            Feedback(user=1, answer="a", passport=None, reason="isi", note=None, at=-age * days)
        )
    assert retention.sweep(store, retention.Keep(), 0.0) == 1
    assert len(store.feedback()) == 2
    store.close()


def test_a_call_that_fails_does_not_undo_its_neighbours(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/bot.db")

    def broken() -> None:
        raise RuntimeError("of a purpose")

    results = store.together(
        [lambda: store.receive([(1, "{}")], 0.0), broken, lambda: store.receive([(2, "{}")], 0.0)]
    )
    assert results[0] == [1]
    assert isinstance(results[1], RuntimeError)
    assert results[2] == [2]
    assert [r.id for r in store.unhandled()] == [1, 2]
    store.close()


def test_forgetting_takes_charts_and_older_counts_along(
    fake: FakeTelegram, ana: Person, bot: Bot
) -> None:
    says(fake, ana, "/skor")
    presses(fake, ana, "Provinsi")
    presses(fake, ana, "Pendidikan")
    says(fake, ana, "1000 900 80", 2)
    presses(fake, ana, m.BOT_SKOR_LEWATI, 2)
    presses(fake, ana, m.BOT_SKOR_HITUNG, 2)
    quiet(fake, bot)
    assert list(bot.office.results.glob(f"skor-{ANA}-*/grafik.png"))
    bot.store.add(Usage(user=ANA, day="2026-01-01", what="tanya", n=7))
    says(fake, fake.user(ADMIN), f"/pengguna kuota {ANA} 9/9/9")
    says(fake, ana, "/hapus")
    assert presses(fake, ana, m.BOT_HAPUS_TIDAK) == [m.BOT_DIBATALKAN]
    assert list(bot.office.results.glob("skor-*"))
    says(fake, ana, "/hapus")
    presses(fake, ana, m.BOT_HAPUS_YA)
    assert not list(bot.office.results.glob("skor-*"))
    with bot.store.session() as session:
        assert session.get(Usage, (ANA, "2026-01-01", "tanya")) is None
        events = session.scalars(select(Audit)).all()
        kept = session.get(User, ANA)
    assert kept is not None
    assert (kept.name, kept.region, kept.role) == ("", None, "petugas")
    # "hapus" itself is the one event that still says who.
    assert [e.event for e in events if ANA in (e.user, e.chat)] == ["hapus"]
    assert str(ANA) not in {e.detail for e in events}


def test_results_go_after_their_hours(tmp_path: Path) -> None:
    for name, hours in (("1", 1.0), ("2", 25.0), ("skor-7-9", 25.0)):
        (tmp_path / name).mkdir()
        at = time.time() - hours * 3600
        os.utime(tmp_path / name, (at, at))
    retention.sweep_files(tmp_path, retention.Keep(), time.time())
    assert [f.name for f in tmp_path.iterdir()] == ["1"]


def test_privacy_tells_the_days_that_are_set(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    more = {"SPM_BOT_KEEP_NOTES_DAYS": "17", "SPM_BOT_KEEP_RESULTS_HOURS": "5"}
    with running(own_home, fake, digests_only, settings=more):
        let_in(fake, ANA)
        (told,) = says(fake, fake.user(ANA), "/privasi")
    assert "17 hari" in told
    assert "5 jam" in told
    assert m.BOT_PRIVASI_TANPA_MODEL in told


def test_the_tables_of_postgresql_are_those_of_the_models() -> None:
    ddl = [str(CreateTable(t).compile(dialect=postgresql.dialect())) for t in TABLES]
    assert len(ddl) == 13
    outbox = next(d for d in ddl if "bot_outbox" in d)
    assert "id BIGSERIAL NOT NULL" in outbox
    assert "body TEXT" in outbox
    # "user" is a reserved word there.
    assert '"user" BIGINT NOT NULL' in next(d for d in ddl if "bot_usage" in d)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("bukan alamat", m.BOT_BASIS_ALAMAT),
        ("kudus://a:rahasia@h/d", m.BOT_BASIS_ALAMAT),
        ("mysql+mysqldb://a:rahasia@h/d", m.BOT_BASIS_PENGGERAK.format(nama="MySQLdb")),
        ("postgresql://a:rahasia@127.0.0.1:1/d", m.BOT_BASIS_TAK_TERSAMBUNG),
    ],
)
def test_a_database_that_cannot_be_used_is_a_sentence(url: str, sentence: str) -> None:
    pytest.importorskip("psycopg", reason="psycopg tidak terpasang")
    with pytest.raises(MasukanError) as refused:
        Store(url)
    assert str(refused.value) == sentence


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL of our own, by way of a socket."""
    pytest.importorskip("psycopg", reason="psycopg tidak terpasang")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL dari Debian tidak terpasang")
    # The server refuses to run as root.
    who: dict[str, Any] = {"user": "postgres", "cwd": "/"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="spm-pg-", dir="/tmp"))
    if who:
        shutil.chown(folder, "postgres")
    quietly: dict[str, Any] = {"stdout": subprocess.DEVNULL, "check": True, **who}
    options = ["-D", str(folder / "data"), "-A", "trust", "-U", "spm", "--no-sync"]
    subprocess.run([str(found[-1]), *options], **quietly)
    control = [str(found[-1].parent / "pg_ctl"), "-D", str(folder / "data"), "-w"]
    started = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run([*control, "-l", str(folder / "log"), "-o", started, "start"], **quietly)
    try:
        yield f"postgresql://spm@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quietly)
        shutil.rmtree(folder)


@pytest.mark.slow
def test_everything_goes_by_postgresql_too(
    postgres: str, own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    with running(own_home, fake, digests_only, settings={"SPM_DATABASE_URL": postgres}) as bot:
        with bot.store.engine.connect() as connection:
            assert connection.dialect.name == "postgresql"
            context = MigrationContext.configure(
                connection,
                opts={
                    "version_table": "bot_alembic_version",
                    "include_name": lambda name, kind, _: (
                        kind != "table" or str(name).startswith("bot_")
                    ),
                },
            )
            assert compare_metadata(context, Table.metadata) == []
        let_in(fake, ANA)
        ana, admin = fake.user(ANA), fake.user(ADMIN)
        assert "[1]" in says(fake, ana, QUESTION)[0]
        presses(fake, ana, m.BOT_TOMBOL_KURANG)
        assert presses(fake, ana, m.BOT_ALASAN["isi"]) == [m.BOT_ALASAN_DITERIMA]
        says(fake, ana, "/skor")
        says(fake, admin, "/sesi mulai kota bogor | Penghitungan IP SPM")
        assert "belum" in says(fake, admin, "/sesi masalah data belum dipadankan")[0]
        assert "Hari ini: 1 pertanyaan" in says(fake, admin, "/statistik")[0]
        says(fake, ana, "/hapus")
        assert "1 catatan jawaban" in presses(fake, ana, m.BOT_HAPUS_YA)[0]
    assert not (own_home / "bot.db").exists()
    with running(own_home, fake, digests_only, settings={"SPM_DATABASE_URL": postgres}):
        assert "[1]" in says(fake, ana, QUESTION)[0]
