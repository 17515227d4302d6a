"""The bot's database: SQLite by default, PostgreSQL by URL; made and upgraded by Alembic.

Every method is one transaction. All block; `bot_service` calls them in one thread of their own,
and there several that wait share one commit (`together`).
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.orm import Session

from assistant import messages as m
from corpus.errors import MasukanError

LOG = logging.getLogger("asisten_spm.bot")


class Database:
    """The database, its tables brought up to date when it is opened.

    Raises:
        MasukanError: the URL cannot be read, its driver is missing, or nobody answers there.
    """

    def __init__(self, url: str) -> None:
        # One thread of its own at the service and one of a test: the lock keeps SQLite's writers
        # apart without waiting for its busy timeout.
        self._lock = threading.RLock()
        self._shared: Connection | None = None
        try:
            self.engine = _engine(url)
            migrate(self.engine)
        except (ArgumentError, NoSuchModuleError):
            raise MasukanError(m.BOT_BASIS_ALAMAT) from None
        except ImportError as error:
            raise MasukanError(m.BOT_BASIS_PENGGERAK.format(nama=error.name)) from None
        except OperationalError:
            # The library's text names the user and the host of the URL.
            raise MasukanError(m.BOT_BASIS_TAK_TERSAMBUNG) from None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back on an error."""
        with (
            self._lock,
            Session(
                self._shared or self.engine,
                expire_on_commit=False,
                join_transaction_mode="rollback_only",
            ) as session,
            session.begin(),
        ):
            yield session

    def together(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        """Runs calls of this store with one commit; what each gave, or the error it ended with."""
        if len(calls) > 1:
            with self._lock:
                try:
                    with self.engine.begin() as self._shared:
                        return [call() for call in calls]
                except Exception as error:
                    # Rolled back as a whole: each has its own transaction then.
                    LOG.debug("calls are run apart: %s", type(error).__name__)
                finally:
                    self._shared = None
        return [_attempt(call) for call in calls]

    def checkpoint(self) -> None:
        """Moves SQLite's log into the database: texts that were deleted are then gone from it."""
        if self.engine.dialect.name == "sqlite":
            with self._lock, self.engine.connect() as connection:
                connection.exec_driver_sql("pragma wal_checkpoint(truncate)")

    def close(self) -> None:
        """Closes the connections."""
        self.checkpoint()
        self.engine.dispose()


def day_of(now: float) -> str:
    """The day that usage is counted by, in the machine's time zone."""
    return datetime.fromtimestamp(now).date().isoformat()


def _attempt(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except Exception as error:
        return error


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 30})
    if parsed.database:
        file = Path(parsed.database)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # A killed process loses nothing with WAL; deleted texts are overwritten on disk.
        for setting in ("journal_mode = wal", "synchronous = normal", "secure_delete = on"):
            connection.execute(f"pragma {setting}")

    return engine


def migrate(engine: Engine) -> None:
    """Brings the tables to the newest revision; nothing to do where they are."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
