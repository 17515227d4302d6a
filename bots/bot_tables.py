"""Tables of the bot. Texts of users are kept nowhere in them longer than it takes to answer.

    bot_users, bot_invitations, bot_groups     who may use it
    bot_updates, bot_outbox, bot_jobs          work that a restart takes up again
    bot_answers, bot_feedback, bot_unanswered  what buttons and administrators look at
    bot_conversations                          a guided conversation half way
    bot_usage, bot_audit                       counts and events, without texts
    bot_reminded                               reminders that are out, by key

Times are seconds since 1970. `bot_updates.payload` and `bot_outbox.body` are emptied when done.
"""

from sqlalchemy import BigInteger, Float, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# SQLite numbers rows by itself only in a column that is exactly INTEGER.
RowId = BigInteger().with_variant(Integer, "sqlite")


class Table(DeclarativeBase):
    """All tables of the bot."""


class User(Table):
    """Somebody who was let in. `id` is the numeric Telegram id; names can change and count not."""

    __tablename__ = "bot_users"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(128))
    role: Mapped[str] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(8))
    active: Mapped[bool]
    until: Mapped[float | None] = mapped_column(Float)
    invitation: Mapped[int | None] = mapped_column(BigInteger)
    joined_at: Mapped[float] = mapped_column(Float)
    quotas: Mapped[str | None] = mapped_column(String(64))


class Invitation(Table):
    """An invitation; only the digest of its code is kept."""

    __tablename__ = "bot_invitations"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(8))
    until: Mapped[float] = mapped_column(Float)
    uses_left: Mapped[int]
    made_by: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[float] = mapped_column(Float)


class Group(Table):
    """A group where the bot answers."""

    __tablename__ = "bot_groups"
    chat: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    added_by: Mapped[int] = mapped_column(BigInteger)
    added_at: Mapped[float] = mapped_column(Float)


class UpdateRow(Table):
    """An update of Telegram, kept two days so that it is never handled twice."""

    __tablename__ = "bot_updates"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    payload: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(8), index=True)
    progress: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[float] = mapped_column(Float)


class OutboxRow(Table):
    """A message that has to reach a chat, once. `after`: the newest message id known before."""

    __tablename__ = "bot_outbox"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    chat: Mapped[int] = mapped_column(BigInteger, index=True)
    body: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(8), index=True)
    after: Mapped[int] = mapped_column(BigInteger)
    message: Mapped[int | None] = mapped_column(BigInteger)
    job: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[float] = mapped_column(Float)


class Job(Table):
    """A file to be checked. `progress` is the message that tells how far it is."""

    __tablename__ = "bot_jobs"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    update: Mapped[int] = mapped_column(BigInteger, unique=True)
    user: Mapped[int] = mapped_column(BigInteger, index=True)
    chat: Mapped[int] = mapped_column(BigInteger)
    message: Mapped[int] = mapped_column(BigInteger)
    private: Mapped[bool]
    file_id: Mapped[str] = mapped_column(String(256))
    file_name: Mapped[str] = mapped_column(String(256))
    caption: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(8), index=True)
    progress: Mapped[int | None] = mapped_column(BigInteger)
    tries: Mapped[int]
    at: Mapped[float] = mapped_column(Float)


class AnswerRow(Table):
    """The citations of an answer, for its buttons. They are texts of law, not of a user."""

    __tablename__ = "bot_answers"
    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    user: Mapped[int] = mapped_column(BigInteger, index=True)
    chat: Mapped[int] = mapped_column(BigInteger)
    passport: Mapped[str | None] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(32))
    citations: Mapped[str] = mapped_column(Text)
    at: Mapped[float] = mapped_column(Float, index=True)


class Feedback(Table):
    """An answer that somebody found wanting; `note` is masked."""

    __tablename__ = "bot_feedback"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    user: Mapped[int] = mapped_column(BigInteger, index=True)
    answer: Mapped[str] = mapped_column(String(16))
    passport: Mapped[str | None] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Text)
    at: Mapped[float] = mapped_column(Float, index=True)


class Unanswered(Table):
    """A question without a source, masked, for the administrators to answer."""

    __tablename__ = "bot_unanswered"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    user: Mapped[int] = mapped_column(BigInteger, index=True)
    chat: Mapped[int] = mapped_column(BigInteger)
    question: Mapped[str] = mapped_column(Text)
    at: Mapped[float] = mapped_column(Float, index=True)
    answered_at: Mapped[float | None] = mapped_column(Float)


class ConversationRow(Table):
    """A guided conversation half way: its topic and its state as JSON."""

    __tablename__ = "bot_conversations"
    user: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    topic: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(Text)
    at: Mapped[float] = mapped_column(Float)


class Usage(Table):
    """How often somebody did something on a day ("2026-11-22")."""

    __tablename__ = "bot_usage"
    user: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    what: Mapped[str] = mapped_column(String(16), primary_key=True)
    n: Mapped[int]


class Reminded(Table):
    """A reminder that was put into the outbox; written with it, so that it is there once."""

    __tablename__ = "bot_reminded"
    key: Mapped[str] = mapped_column(String(96), primary_key=True)
    at: Mapped[float] = mapped_column(Float)


class Audit(Table):
    """What happened and who did it; never a text of a message."""

    __tablename__ = "bot_audit"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    at: Mapped[float] = mapped_column(Float, index=True)
    user: Mapped[int] = mapped_column(BigInteger)
    chat: Mapped[int] = mapped_column(BigInteger)
    event: Mapped[str] = mapped_column(String(24))
    detail: Mapped[str] = mapped_column(String(64))


Index("bot_audit_of", Audit.user, Audit.at)
