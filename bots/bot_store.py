"""Updates in and messages out: the part of the database that makes nothing lost or doubled.

store = Store(f"sqlite:///{home}/bot.db")
fresh = store.receive([(update_id, payload)])       # ids not seen before
posts = store.finish(turn, now)                     # one transaction: replies, counts, audit
store.sent(posts[0].id, message_id)
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bots.bot_database import day_of
from bots.bot_notes import Notes
from bots.bot_tables import (
    Audit,
    ConversationRow,
    Job,
    OutboxRow,
    UpdateRow,
    Usage,
)
from bots.bot_types import Out, Post, Turn

NEW, DONE, FAILED, RUNNING = "baru", "selesai", "gagal", "jalan"


class Waiting(NamedTuple):
    """A message in the outbox. `after`: its own id will be higher; `doubtful`: sending it was begun
    before the last restart."""

    id: int
    chat: int
    out: Out
    after: int
    doubtful: bool = False
    job: int | None = None


class Received(NamedTuple):
    """An update to be handled. `progress`: the message that already tells the user to wait."""

    id: int
    payload: str
    progress: int | None


class Store(Notes):
    """The database as the service sees it."""

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
                    r.state == RUNNING, r.job,
                )
                for r in rows
            ]  # fmt: skip

    def sending(self, row_id: int, after: int) -> None:
        """A message is about to be sent: should this process die, it may have arrived, with an id
        above `after`."""
        change = update(OutboxRow).where(OutboxRow.id == row_id)
        with self.session() as session:
            session.execute(change.values(state=RUNNING, after=after))

    def sent(self, row_id: int, message: int | None, job: int | None = None) -> None:
        """A message arrived; None: it never will (blocked, chat gone). Its text is forgotten.
        `job`: the update whose job tells its progress in this message."""
        state = FAILED if message is None else DONE
        change = update(OutboxRow).where(OutboxRow.id == row_id)
        with self.session() as session:
            session.execute(change.values(state=state, body=None, message=message))
            if job is not None and message is not None:
                session.execute(update(Job).where(Job.update == job).values(progress=message))

    def newest_message(self, chat: int) -> int:
        """The highest id of our own messages in a chat that is known; 0: none."""
        wanted = select(func.max(OutboxRow.message)).where(OutboxRow.chat == chat)
        with self.session() as session:
            return session.scalar(wanted) or 0


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
    return [Waiting(r.id, r.chat, o, after, False, r.job) for r, o in zip(rows, outs, strict=True)]


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
