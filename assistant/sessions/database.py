"""Opens the sessions' database and hands out transactions; SQLite by default."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, make_url, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from assistant import messages as m
from assistant.sessions.tables import META, SCHEMA, VERSION
from corpus.errors import MasukanError

FILE = "sesi.db"


def default_url(home: Path) -> str:
    """Where sessions are kept when nobody says another place; every front uses the same one."""
    return f"sqlite:///{home / FILE}"


class Database:
    """The database, safe to use from several threads and processes.

    Args:
        url: An SQLAlchemy URL such as `sqlite:////home/x/sesi.db`.

    Raises:
        MasukanError: the database cannot be opened, or is of a newer program.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        try:
            META.create_all(self._engine)
            with self.write() as c:
                held = c.scalar(select(func.max(VERSION.c.nomor)))
                if held is None:
                    c.execute(insert(VERSION).values(nomor=SCHEMA))
        except SQLAlchemyError as error:
            raise MasukanError(m.SESI_BASIS_DATA) from error
        if held is not None and held > SCHEMA:
            raise MasukanError(m.SESI_BASIS_DATA_BARU.format(ada=held, kenal=SCHEMA))

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads and sees one state from its beginning to its end."""
        engine = self._engine
        if engine.dialect.name != "sqlite":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.connect() as c:
            yield c

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all; writers wait for each other."""
        with self._engine.connect().execution_options(tulis=True) as c, c.begin():
            yield c

    def scrub(self) -> None:
        """Empties SQLite's log, so that deleted text is gone from there too."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as c:
                raw = c.connection.driver_connection
                c.rollback()
                if raw is not None:
                    raw.execute("pragma wal_checkpoint(truncate)")


def _engine(url: str) -> Engine:
    """An engine; for SQLite one that writers queue for and that overwrites what is deleted."""
    try:
        place = make_url(url)
    except SQLAlchemyError as error:
        raise MasukanError(m.SESI_BASIS_DATA) from error
    if place.get_backend_name() != "sqlite":
        return create_engine(place)
    if place.database in (None, "", ":memory:"):
        engine = create_engine(
            place, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        path = Path(place.database or "")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
        except OSError as error:
            raise MasukanError(m.SESI_BASIS_DATA) from error
        engine = create_engine(place)
    event.listen(engine, "connect", _sqlite_connect)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in (
        "busy_timeout = 30000", "journal_mode = wal", "synchronous = full", "foreign_keys = on",
        "secure_delete = on",
    ):  # fmt: skip
        connection.execute(f"pragma {pragma}")


def _sqlite_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("tulis", False)
    connection.exec_driver_sql("begin immediate" if writing else "begin")
