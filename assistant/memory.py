"""Conversations and answer passports on disk. The only import of sqlite3.

What is written here is masked before it comes. Everything has a last day: turns and passports are
removed when it has passed, and all of a user's at that user's word.
"""

import sqlite3
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from assistant import messages
from assistant.passport import Passport
from corpus.errors import MasukanError

DATABASE = "percakapan.db"
KEEP_TURNS, KEEP_PASSPORTS = timedelta(days=30), timedelta(days=365)
# One in so many writes also removes what is past its day.
SWEEP_EVERY = 200
SCHEMA = """
create table if not exists turns (
    id integer primary key, user text not null, chat text not null, role text not null,
    text text not null, at real not null, passport text);
create index if not exists turns_of on turns (user, chat, id);
create index if not exists turns_at on turns (at);
create table if not exists passports (
    id text primary key, user text not null, at real not null, body text not null);
create index if not exists passports_of on passports (user);
create index if not exists passports_at on passports (at);
"""

Role = Literal["user", "assistant"]


@dataclass(frozen=True)
class Turn:
    """One message of a conversation, masked; `passport` is that of an answer."""

    role: Role
    text: str
    passport: str | None = None


class Memory:
    """The store, safe to use from several threads and processes.

    Raises:
        MasukanError: the file cannot be opened or written.
    """

    def __init__(
        self,
        path: Path,
        keep_turns: timedelta = KEEP_TURNS,
        keep_passports: timedelta = KEEP_PASSPORTS,
    ) -> None:
        self._keep_turns, self._keep_passports = keep_turns, keep_passports
        self._lock = threading.Lock()
        self._writes = 0
        try:
            self._db = _opened(path)
        except (OSError, sqlite3.Error) as error:
            raise MasukanError(messages.MEMORY_UNAVAILABLE.format(berkas=path)) from error

    def add(
        self,
        user: str,
        chat: str,
        now: datetime,
        turns: list[Turn],
        passport: Passport | None = None,
    ) -> None:
        """Keeps the messages of one turn, and the passport of its answer."""
        at = now.timestamp()
        rows = [(user, chat, t.role, t.text, at, t.passport) for t in turns]
        with self._lock, self._db:
            self._db.executemany(
                "insert into turns (user, chat, role, text, at, passport) values (?,?,?,?,?,?)",
                rows,
            )
            if passport is not None:
                self._insert(user, at, passport)
        self._writes += 1
        if self._writes % SWEEP_EVERY == 0:
            self.sweep(now)

    def keep(self, user: str, passport: Passport) -> bool:
        """Keeps the passport of an answer that belongs to no chat; False where that fails."""
        try:
            with self._lock, self._db:
                self._insert(user, passport.made.timestamp(), passport)
        except sqlite3.Error:
            return False
        return True

    def turns(self, user: str, chat: str, now: datetime, most: int = 40) -> list[Turn]:
        """The last messages of a chat that are not past their day, the oldest first."""
        since = (now - self._keep_turns).timestamp()
        with self._lock:
            rows = self._db.execute(
                "select role, text, passport from turns where user = ? and chat = ? and at >= ?"
                " order by id desc limit ?",
                (user, chat, since, most),
            ).fetchall()
        return [Turn(*row) for row in reversed(rows)]

    def passport(self, passport_id: str) -> Passport | None:
        """The passport of an earlier answer, or None."""
        with self._lock:
            row = self._db.execute(
                "select body from passports where id = ?", (passport_id.strip().lower(),)
            ).fetchone()
        return Passport.model_validate_json(row[0]) if row else None

    def forget(self, user: str, chat: str | None = None) -> int:
        """Removes a user's messages, in one chat or in all; with all, the passports too.

        Returns:
            How many messages were removed.
        """
        with self._lock, self._db:
            if chat is None:
                gone = self._db.execute("delete from turns where user = ?", (user,)).rowcount
                self._db.execute("delete from passports where user = ?", (user,))
            else:
                self._db.execute(
                    "delete from passports where id in"
                    " (select passport from turns where user = ? and chat = ?)",
                    (user, chat),
                )
                gone = self._db.execute(
                    "delete from turns where user = ? and chat = ?", (user, chat)
                ).rowcount
        self._checkpoint()
        return gone

    def sweep(self, now: datetime) -> int:
        """Removes what is past its day; how many messages that were."""
        with self._lock, self._db:
            gone = self._db.execute(
                "delete from turns where at < ?", ((now - self._keep_turns).timestamp(),)
            ).rowcount
            self._db.execute(
                "delete from passports where at < ?", ((now - self._keep_passports).timestamp(),)
            )
        if gone:
            self._checkpoint()
        return gone

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._db.close()

    def _insert(self, user: str, at: float, passport: Passport) -> None:
        row = (passport.id, user, at, passport.model_dump_json())
        self._db.execute("insert or replace into passports values (?,?,?,?)", row)

    def _checkpoint(self) -> None:
        """Moves the log into the database, so that deleted text is gone from the log too."""
        with self._lock:
            self._db.execute("pragma wal_checkpoint(truncate)")


def _opened(path: Path) -> sqlite3.Connection:
    """The database with its tables, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=30, check_same_thread=False)
    path.chmod(0o600)
    # Deleted text is overwritten, not only unlinked.
    db.execute("pragma secure_delete = on")
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = normal")
    db.executescript(SCHEMA)
    db.commit()
    return db
