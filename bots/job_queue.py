"""The queue of files to be checked, in the database: a restart takes up what was running."""

import time

from sqlalchemy import func, select, update

from bots.bot_store import DONE, FAILED, NEW, RUNNING, Store, Waiting
from bots.bot_tables import Job, OutboxRow
from bots.bot_types import Turn


class JobQueue:
    """The jobs of one database. All methods block."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def again(self) -> None:
        """What ran when the last process ended waits again."""
        with self._store.session() as session:
            session.execute(update(Job).where(Job.state == RUNNING).values(state=NEW))

    def next(self) -> Job | None:
        """The oldest job, counted as tried."""
        with self._store.session() as session:
            wanted = select(Job).where(Job.state == NEW).order_by(Job.id).limit(1)
            job = session.scalar(wanted)
            if job is not None:
                job.state, job.tries = RUNNING, job.tries + 1
            return job

    def progress(self, job_id: int) -> int | None:
        """The message that tells how far a job is, when it has arrived."""
        with self._store.session() as session:
            return session.scalar(select(Job.progress).where(Job.id == job_id))

    def finish(self, job: Job, turn: Turn, good: bool) -> list[Waiting]:
        """Marks a job as over and queues what came of it; nothing where it was over before."""
        with self._store.session() as session:
            done = session.execute(
                update(Job)
                .where(Job.id == job.id, Job.state == RUNNING)
                .values(state=DONE if good else FAILED, caption=None)
            )
            if getattr(done, "rowcount", 0) != 1:
                return []
            # The summary takes the place of the progress message, which may be on its way still.
            sent = select(OutboxRow.message).where(OutboxRow.job == job.update)
            turn.progress = turn.progress or session.scalar(sent)
        return self._store.complete(turn, time.time())

    def find(self, job_id: int, chat: int) -> Job | None:
        """A job of a chat; None: unknown there."""
        with self._store.session() as session:
            job = session.get(Job, job_id)
            return job if job is not None and job.chat == chat else None


def open_jobs(store: Store, chat: int | None = None) -> int:
    """How many files wait or are being checked, in one chat or in all."""
    with store.session() as session:
        wanted = select(func.count()).select_from(Job).where(Job.state.in_((NEW, RUNNING)))
        if chat is not None:
            wanted = wanted.where(Job.chat == chat)
        return session.scalar(wanted) or 0
