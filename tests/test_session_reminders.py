"""Reminders: only where asked for, by day in the session's zone, each once."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sessions.corrections import correct, remove
from assistant.sessions.entries import note
from assistant.sessions.following import mark_done
from assistant.sessions.lifecycle import open_session
from assistant.sessions.models import Bidang
from assistant.sessions.reminders import give_back, set_reminders, stage_of, take_reminders
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError
from tests.session_month import member, runner

NOW = datetime(2024, 8, 7, 2, 0, tzinfo=UTC)
TEXT = "Dinkes melengkapi isian paling lambat 15 Agustus 2024"


def prepared(url: str, region: str = "32.73") -> tuple[SessionStore, str]:
    """A chat with reminders on and one action item due on 15 August."""
    store = SessionStore(url)
    sesi = open_session(store, runner("g"), daerah=region, topik="evaluasi", now=NOW).sesi
    note(store, member("g"), sesi.id, "tindaklanjut", TEXT, now=NOW)
    set_reminders(store, runner("g"), "g", True)
    return store, sesi.id


def at(day: int, hour: int = 3, month: int = 8) -> datetime:
    return datetime(2024, month, day, hour, tzinfo=UTC)


def test_off_until_somebody_asks(tmp_path: Path) -> None:
    store, _ = prepared(f"sqlite:///{tmp_path / 's.db'}")
    set_reminders(store, runner("g"), "g", False)
    assert take_reminders(store, at(14)) == []
    with pytest.raises(MasukanError, match="Sekretariat"):
        set_reminders(store, member("g"), "g", True)


def test_before_on_and_after_the_day(tmp_path: Path) -> None:
    store, session_id = prepared(f"sqlite:///{tmp_path / 's.db'}")
    seen = {}
    for day in range(8, 31):
        for reminder in take_reminders(store, at(day)):
            assert reminder.sesi.id == session_id
            seen[day] = reminder.tahap
    assert seen == {12: "awal", 14: "besok", 15: "hari_ini", 16: "lewat", 22: "lama"}


def test_the_words_of_a_reminder(tmp_path: Path) -> None:
    store, session_id = prepared(f"sqlite:///{tmp_path / 's.db'}")
    (reminder,) = take_reminders(store, at(17))
    assert reminder.teks.splitlines() == [
        "Tindak lanjut ini lewat 2 hari dari tenggat 15 Agustus 2024.",
        f"#1 {TEXT} (Kota Bandung; PJ Dinkes; sesi {session_id})",
    ]


@pytest.mark.parametrize(
    ("region", "hour", "given"),
    [("32.73", 0, 0), ("32.73", 1, 1), ("91", 23, 1), ("91", 22, 0), ("52.08", 12, 0)],
)
def test_never_at_night_in_the_sessions_zone(
    tmp_path: Path, region: str, hour: int, given: int
) -> None:
    """01.00 UTC is 08.00 WIB; 23.00 UTC is 08.00 WIT of the next day; 12.00 UTC is 20.00 WITA."""
    store, _ = prepared(f"sqlite:///{tmp_path / 's.db'}", region)
    assert len(take_reminders(store, at(14, hour))) == given


def test_done_removed_and_moved_items(tmp_path: Path) -> None:
    store, session_id = prepared(f"sqlite:///{tmp_path / 's.db'}")
    assert len(take_reminders(store, at(15))) == 1
    moved = Bidang(tenggat=date(2024, 8, 16))
    correct(store, runner("g"), session_id, now=at(15), nomor=1, said=moved)
    assert [r.tahap for r in take_reminders(store, at(15))] == ["besok"]
    mark_done(store, runner("g"), session_id, 1, hari=date(2024, 8, 15))
    assert take_reminders(store, at(17)) == []
    note(store, member("g"), session_id, "tindaklanjut", TEXT, now=NOW, asal="x")
    remove(store, runner("g"), session_id, now=NOW, asal="x")
    assert take_reminders(store, at(17)) == []


def test_what_could_not_be_sent_comes_again(tmp_path: Path) -> None:
    store, _ = prepared(f"sqlite:///{tmp_path / 's.db'}")
    (reminder,) = take_reminders(store, at(15))
    assert take_reminders(store, at(15)) == []
    give_back(store, reminder)
    assert take_reminders(store, at(15)) == [reminder]


@given(st.lists(st.tuples(st.integers(0, 40 * 24), st.integers(0, 1)), max_size=40))
def test_each_stage_fires_once_whoever_asks_and_whenever(ticks: list[tuple[int, int]]) -> None:
    """Two workers, any moments, clocks that jump back too."""
    store, _ = prepared("sqlite://")
    fired = []
    due = date(2024, 8, 15)
    for hours, _worker in ticks:
        moment = NOW + timedelta(hours=hours)
        for reminder in take_reminders(store, moment):
            fired.append(reminder.tahap)
            here = (moment + timedelta(hours=7)).date()
            assert stage_of((due - here).days) == reminder.tahap
    assert len(fired) == len(set(fired))
    awake = {
        stage_of((due - local.date()).days)
        for hours, _ in ticks
        if 8 <= (local := NOW + timedelta(hours=hours + 7)).hour < 20
    }
    assert set(fired) == awake - {None}
    store.close()
