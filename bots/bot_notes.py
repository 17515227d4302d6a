"""What handlers look up in the database: usage, guided conversations, answers, open questions."""

import json
from typing import Any

from sqlalchemy import select

from bots.bot_database import Database
from bots.bot_tables import (
    AnswerRow,
    ConversationRow,
    Feedback,
    Reminded,
    Unanswered,
    Usage,
)


class Notes(Database):
    """The database as the handlers see it."""

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

    def reminded(self, key: str) -> bool:
        """Whether a reminder is out already."""
        with self.session() as session:
            return session.get(Reminded, key) is not None

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
