"""What is kept, in which tables, how long, and how it goes."""

HEAD


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
