"""How long the bot keeps what, and removing what is past its day."""

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update

from bots.bot_store import DONE, FAILED, NEW, RUNNING, Store
from bots.bot_tables import (
    AnswerRow,
    Audit,
    ConversationRow,
    Feedback,
    Group,
    Job,
    OutboxRow,
    Unanswered,
    UpdateRow,
    Usage,
    User,
)

DAY = 86_400.0


@dataclass(frozen=True)
class Keep:
    """Days, and for results of a check hours."""

    notes_days: int = 180
    answers_days: int = 30
    audit_days: int = 365
    results_hours: int = 24
    # Telegram repeats an update for a day at most.
    updates_days: int = 2
    usage_days: int = 90


def sweep(store: Store, keep: Keep, now: float) -> int:
    """Removes what is past its day; how many rows that were."""
    finished = OutboxRow.state.in_((DONE, FAILED))
    limits: list[tuple[type[Any], ColumnElement[bool]]] = [
        (UpdateRow, (UpdateRow.at < now - keep.updates_days * DAY) & (UpdateRow.state == DONE)),
        (OutboxRow, (OutboxRow.at < now - keep.updates_days * DAY) & finished),
        (AnswerRow, AnswerRow.at < now - keep.answers_days * DAY),
        (Feedback, Feedback.at < now - keep.notes_days * DAY),
        (Unanswered, Unanswered.at < now - keep.notes_days * DAY),
        (ConversationRow, ConversationRow.at < now - keep.updates_days * DAY),
        (Job, (Job.at < now - keep.answers_days * DAY) & Job.state.in_((DONE, FAILED))),
        (Audit, Audit.at < now - keep.audit_days * DAY),
        (Usage, Usage.day < time.strftime("%Y-%m-%d", time.gmtime(now - keep.usage_days * DAY))),
    ]
    with store.session() as session:
        done = [session.execute(delete(table).where(limit)) for table, limit in limits]
    return sum(getattr(d, "rowcount", 0) for d in done)


def sweep_files(folder: Path, keep: Keep, now: float) -> None:
    """Removes results of checks that are past their hours."""
    for job in folder.glob("*"):
        if job.stat().st_mtime < now - keep.results_hours * 3600:
            shutil.rmtree(job, ignore_errors=True)


def forget(store: Store, user: int, folder: Path, today: str) -> dict[str, int]:
    """Removes everything about a user but the membership and today's counts; how many of each.

    The audit trail keeps its events without saying whose they were.
    """
    with store.session() as session:
        jobs = list(session.scalars(select(Job.id).where(Job.user == user)))
        tables: Mapping[str, type[Any]] = {
            "jawaban": AnswerRow, "alasan": Feedback, "pertanyaan": Unanswered, "berkas": Job,
            "obrolan": ConversationRow,
        }  # fmt: skip
        counts = {
            name: getattr(session.execute(delete(t).where(t.user == user)), "rowcount", 0)
            for name, t in tables.items()
        }
        session.execute(delete(Usage).where(Usage.user == user, Usage.day < today))
        events = update(Audit).where(Audit.user == user)
        session.execute(events.values(user=0, chat=0))
        # What administrators did to somebody has the number as its detail.
        session.execute(update(Audit).where(Audit.detail == str(user)).values(detail=""))
        row = session.get(User, user)
        if row is not None:
            row.name, row.region = "", None
    for held in [*(folder / str(job) for job in jobs), *folder.glob(score_folder(user, "*"))]:
        shutil.rmtree(held, ignore_errors=True)
    return counts


def score_folder(user: int, update_id: int | str) -> str:
    """Where the chart of a guided score lies, below the folder of results."""
    return f"skor-{user}-{update_id}"


def figures(store: Store, day: str) -> dict[str, int]:
    """Counts for /statistik and the metrics."""

    def count(session: Any, table: type[Any], *limits: ColumnElement[bool]) -> int:
        return session.scalar(select(func.count()).select_from(table).where(*limits)) or 0

    with store.session() as session:
        used = select(Usage.what, func.sum(Usage.n)).where(Usage.day == day).group_by(Usage.what)
        today = {row[0]: int(row[1]) for row in session.execute(used)}
        people = select(func.count(func.distinct(Usage.user))).where(Usage.day == day)
        return {
            "tanya": today.get("tanya", 0), "unggah": today.get("unggah", 0),
            "model": today.get("model", 0), "orang": session.scalar(people) or 0,
            "aktif": count(session, User, User.active.is_(True)), "grup": count(session, Group),
            "antre": count(session, Job, Job.state.in_((NEW, RUNNING))),
            "kotak": count(session, OutboxRow, OutboxRow.state.in_((NEW, RUNNING))),
            "alasan": count(session, Feedback),
            "belum": count(session, Unanswered, Unanswered.answered_at.is_(None)),
        }  # fmt: skip
