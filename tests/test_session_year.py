"""A busy year, as `python -m evals.session_bench` makes it: no entry is lost in minutes or recap."""

from datetime import date, timedelta
from pathlib import Path

from assistant.sessions.lifecycle import close_session
from assistant.sessions.minutes import minutes_of
from assistant.sessions.periods import year
from assistant.sessions.recap import recap
from evals.session_bench import ADMIN, START, filled

SESSIONS, PER_SESSION = 60, 40


def test_every_entry_of_a_year_is_counted_once(tmp_path: Path) -> None:
    store = filled(f"sqlite:///{tmp_path / 'sesi.db'}", SESSIONS, PER_SESSION)
    close_session(store, ADMIN, "s-0", now=START + timedelta(days=400))
    minutes = minutes_of(store, ADMIN, "s-0", hari=date(2025, 2, 1))
    whole = recap(store, ADMIN, year("2024"))
    store.close()
    assert sum(minutes.banyak.values()) == PER_SESSION
    assert len(whole.kegiatan) == SESSIONS
    assert sum(whole.banyak.values()) == SESSIONS * PER_SESSION
