"""The bot's database: SQLite by default, PostgreSQL by URL; made and upgraded by Alembic.

    store = Store(f"sqlite:///{home}/bot.db")
    fresh = store.receive([(update_id, payload)])       # ids not seen before
    posts = store.finish(turn, now)                     # one transaction: replies, counts, audit
    store.sent(posts[0].id, message_id)

Every method is one transaction. All block; `bot_service` calls them in one thread of their own,
and there several that wait share one commit (`together`).
"""

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import create_engine, delete, event, func, insert, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from bots.bot_tables import (
    AnswerRow,
    Audit,
    ConversationRow,
    Feedback,
    Job,
    OutboxRow,
    Unanswered,
    UpdateRow,
    Usage,
)
from bots.bot_types import Out, Post, Turn

LOG = logging.getLogger("asisten_spm.bot")
NEW, DONE, FAILED, RUNNING = "baru", "selesai", "gagal", "jalan"


class Waiting(NamedTuple):
    """A message in the outbox. `after`: the newest message id of its chat known when made;
    `doubtful`: sending it was begun before the last restart."""

    id: int
    chat: int
    out: Out
    after: int
    doubtful: bool = False


class Received(NamedTuple):
    """An update to be handled. `progress`: the message that already tells the user to wait."""

    id: int
    payload: str
    progress: int | None


class Store:
    """The database, its tables brought up to date when it is opened."""

    def __init__(self, url: str) -> None:
        # One thread of its own at the service and one of a test: the lock keeps SQLite's writers
        # apart without waiting for its busy timeout.
        self._lock = threading.RLock()
        self.engine = _engine(url)
        self._shared: Connection | None = None
        migrate(self.engine)

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

    def receive(self, updates: Sequence[tuple[int, str]], now: float) -> list[int]:
        """Keeps updates; the ids that were not seen before, in the given order."""
        by_id = dict(updates)
        with self.session() as session:
            known = set(session.scalars(select(UpdateRow.id).where(UpdateRow.id.in_(by_id))))
            fresh = [i for i in by_id if i not in known]
            if fresh:
                rows = [{"id": i, "payload": by_id[i], "state": NEW, "at": now} for i in fresh]
                session.execute(insert(UpdateRow), rows)
        return fresh

    def unhandled(self) -> list[Received]:
        """Updates that were kept and not finished, the oldest first."""
        wanted = (
            select(UpdateRow.id, UpdateRow.payload, UpdateRow.progress)
            .where(UpdateRow.state == NEW)
            .order_by(UpdateRow.id)
        )
        with self.session() as session:
            return [Received(i, p or "{}", m) for i, p, m in session.execute(wanted)]

    def told_to_wait(self, update_id: int, message: int) -> None:
        """Remembers the progress message of an update, so that a restart uses it again."""
        change = update(UpdateRow).where(UpdateRow.id == update_id).values(progress=message)
        with self.session() as session:
            session.execute(change)

    def finish(self, turn: Turn, now: float) -> list[Waiting]:
        """Writes everything that an update gave, once; nothing where it was finished before."""
        own = turn.incoming
        with self.session() as session:
            done = session.execute(
                update(UpdateRow)
                .where(UpdateRow.id == own.update_id, UpdateRow.state == NEW)
                .values(state=DONE, payload=None)
            )
            if getattr(done, "rowcount", 0) != 1:
                return []
            return self._write(session, turn, now, day_of(now))

    def complete(self, turn: Turn, now: float) -> list[Waiting]:
        """Writes what work gave that was begun by an update and finished after it."""
        with self.session() as session:
            return self._write(session, turn, now, day_of(now))

    def post(self, posts: Sequence[Post], now: float) -> list[Waiting]:
        """Puts messages into the outbox that belong to no update."""
        with self.session() as session:
            return _queue(session, posts, 0, now)

    def discard(self, update_id: int) -> None:
        """Marks an update that cannot be read as handled."""
        change = update(UpdateRow).where(UpdateRow.id == update_id)
        with self.session() as session:
            session.execute(change.values(state=DONE, payload=None))

    def _write(self, session: Session, turn: Turn, now: float, day: str) -> list[Waiting]:
        own = turn.incoming
        for user, what in turn.usage:
            _count(session, user, day, what)
        session.execute(
            insert(Audit),
            [
                {"at": now, "user": own.user, "chat": own.chat, "event": e, "detail": d[:64]}
                for e, d in turn.audit
            ],
        ) if turn.audit else None
        session.add_all(turn.rows)
        if turn.guide is not None:
            _keep_guide(session, own.user, own.chat, *turn.guide, now)
        return _queue(session, turn.posts, own.message, now, turn.progress)

    def unsent(self) -> list[Waiting]:
        """What is still in the outbox, in the order it was put there."""
        wanted = select(OutboxRow).where(OutboxRow.state.in_((NEW, RUNNING)))
        with self.session() as session:
            rows = session.scalars(wanted.order_by(OutboxRow.id)).all()
            return [
                Waiting(
                    r.id, r.chat, Out.model_validate_json(r.body or "{}"), r.after,
                    r.state == RUNNING,
                )
                for r in rows
            ]  # fmt: skip

    def sending(self, row_id: int) -> None:
        """A message is about to be sent: should this process die, it may have arrived."""
        with self.session() as session:
            session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(state=RUNNING))

    def sent(self, row_id: int, message: int | None) -> None:
        """A message arrived; None: it never will (blocked, chat gone). Its text is forgotten."""
        state = FAILED if message is None else DONE
        with self.session() as session:
            session.execute(
                update(OutboxRow)
                .where(OutboxRow.id == row_id)
                .values(state=state, body=None, message=message)
            )
            row = session.get(OutboxRow, row_id)
            if row is not None and row.job is not None and message is not None:
                session.execute(update(Job).where(Job.update == row.job).values(progress=message))

    def newest_message(self, chat: int) -> int:
        """The highest id of our own messages in a chat that is known; 0: none."""
        wanted = select(func.max(OutboxRow.message)).where(OutboxRow.chat == chat)
        with self.session() as session:
            return session.scalar(wanted) or 0

    def used(self, user: int, day: str) -> dict[str, int]:
        """What a user did on a day, by kind."""
        wanted = select(Usage.what, Usage.n).where(Usage.user == user, Usage.day == day)
        with self.session() as session:
            return {row.what: row.n for row in session.execute(wanted)}

    def conversation(self, user: int, chat: int) -> tuple[str, dict[str, Any]] | None:
        """The guided conversation of a user in a chat: topic and state."""
        with self.session() as session:
            row = session.get(ConversationRow, (user, chat))
            return (row.topic, json.loads(row.state)) if row else None

    def answer(self, answer_id: str) -> AnswerRow | None:
        """The citations of an earlier answer."""
        with self.session() as session:
            return session.get(AnswerRow, answer_id)

    def add(self, *rows: Any) -> None:
        """Adds rows of any table."""
        with self.session() as session:
            session.add_all(rows)

    def open_questions(self, most: int = 20) -> list[Unanswered]:
        """Questions without a source that nobody answered yet, the oldest first."""
        wanted = select(Unanswered).where(Unanswered.answered_at.is_(None))
        with self.session() as session:
            return list(session.scalars(wanted.order_by(Unanswered.id).limit(most)))

    def take_question(self, question_id: int, now: float) -> Unanswered | None:
        """Marks a question as answered and returns it; None: unknown."""
        with self.session() as session:
            row = session.get(Unanswered, question_id)
            if row is not None:
                row.answered_at = now
            return row

    def feedback(self, most: int = 10) -> list[Feedback]:
        """The newest feedback."""
        with self.session() as session:
            return list(session.scalars(select(Feedback).order_by(Feedback.id.desc()).limit(most)))

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


def _queue(
    session: Session, posts: Sequence[Post], after: int, now: float, progress: int | None = None
) -> list[Waiting]:
    """Rows of the outbox; the first text takes the place of the progress message."""
    rows, outs = [], []
    for n, one in enumerate(posts):
        out = one.out
        if n == 0 and progress is not None and out.kind == "text" and out.edit is None:
            out = out.model_copy(update={"edit": progress})
        outs.append(out)
        rows.append(
            OutboxRow(
                chat=one.chat, body=out.model_dump_json(), state=NEW, after=after,
                job=one.job, at=now,
            )
        )  # fmt: skip
    session.add_all(rows)
    session.flush()
    return [Waiting(r.id, r.chat, o, after) for r, o in zip(rows, outs, strict=True)]


def _keep_guide(
    session: Session, user: int, chat: int, topic: str | None, state: dict[str, Any], now: float
) -> None:
    own = (ConversationRow.user == user) & (ConversationRow.chat == chat)
    session.execute(delete(ConversationRow).where(own))
    if topic is not None:
        text = json.dumps(state, ensure_ascii=False)
        session.add(ConversationRow(user=user, chat=chat, topic=topic, state=text, at=now))


def _count(session: Session, user: int, day: str, what: str) -> None:
    row = session.get(Usage, (user, day, what))
    if row is None:
        session.add(Usage(user=user, day=day, what=what, n=1))
        session.flush()
    else:
        row.n += 1


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    path = url.removeprefix("sqlite:///")
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 30})
    if path:
        file = Path(path)
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
