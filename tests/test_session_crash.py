"""The process is killed in the middle of a session: what was acknowledged is there, once."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.sessions.entries import note
from assistant.sessions.lifecycle import open_session
from assistant.sessions.models import Aktor
from assistant.sessions.store import SessionStore

ADMIN = Aktor(id="a", peran="admin")
START = datetime(2024, 8, 7, 2, 0, tzinfo=UTC)
MESSAGES = 400
CHILD = """
import sys
from tests.test_session_crash import feed
from assistant.sessions.store import SessionStore
for number in feed(SessionStore(sys.argv[1]), sys.argv[2]):
    print(number, flush=True)
"""


def feed(store: SessionStore, session_id: str):  # type: ignore[no-untyped-def]
    """Writes all messages; the number of each once it is kept."""
    for number in range(MESSAGES):
        at = START + timedelta(seconds=number)
        note(store, ADMIN, session_id, "masalah", f"pesan {number}", now=at, asal=str(number))
        yield number


@pytest.mark.parametrize("after", [1, 7, 40])
def test_killed_in_the_middle(tmp_path: Path, after: int) -> None:
    url = f"sqlite:///{tmp_path / 'sesi.db'}"
    store = SessionStore(url)
    session_id = open_session(store, ADMIN, daerah="32.73", topik="t", now=START).sesi.id
    store.close()
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, url, session_id],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(after)]
    os.kill(child.pid, signal.SIGKILL)
    told += [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    child.wait()
    child.stdout.close()
    assert child.returncode == -signal.SIGKILL
    store = SessionStore(url)
    held = {e.teks for e in store.entries(session_id)}
    assert {f"pesan {n}" for n in told} <= held
    assert len(held) < MESSAGES
    assert list(feed(store, session_id)) == list(range(MESSAGES))  # everything comes again
    again = store.entries(session_id)
    assert sorted(e.teks for e in again) == sorted(f"pesan {n}" for n in range(MESSAGES))
    assert sorted(e.nomor for e in again) == list(range(1, MESSAGES + 1))
    store.close()
