"""The first tables of the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "bot_answers",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("passport", sa.String(length=16), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("citations", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bot_answers_at"), "bot_answers", ["at"], unique=False)
    op.create_index(op.f("ix_bot_answers_user"), "bot_answers", ["user"], unique=False)
    op.create_table(
        "bot_audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.String(length=24), nullable=False),
        sa.Column("detail", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("bot_audit_of", "bot_audit", ["user", "at"], unique=False)
    op.create_index(op.f("ix_bot_audit_at"), "bot_audit", ["at"], unique=False)
    op.create_table(
        "bot_conversations",
        sa.Column("user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=16), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("user", "chat"),
    )
    op.create_table(
        "bot_feedback",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.Column("passport", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bot_feedback_at"), "bot_feedback", ["at"], unique=False)
    op.create_index(op.f("ix_bot_feedback_user"), "bot_feedback", ["user"], unique=False)
    op.create_table(
        "bot_groups",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("chat"),
    )
    op.create_table(
        "bot_invitations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=8), nullable=True),
        sa.Column("until", sa.Float(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_table(
        "bot_jobs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("update", sa.BigInteger(), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("file_id", sa.String(length=256), nullable=False),
        sa.Column("file_name", sa.String(length=256), nullable=False),
        sa.Column("caption", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("progress", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("update"),
    )
    op.create_index(op.f("ix_bot_jobs_state"), "bot_jobs", ["state"], unique=False)
    op.create_index(op.f("ix_bot_jobs_user"), "bot_jobs", ["user"], unique=False)
    op.create_table(
        "bot_outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("job", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bot_outbox_chat"), "bot_outbox", ["chat"], unique=False)
    op.create_index(op.f("ix_bot_outbox_state"), "bot_outbox", ["state"], unique=False)
    op.create_table(
        "bot_unanswered",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("answered_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bot_unanswered_at"), "bot_unanswered", ["at"], unique=False)
    op.create_index(op.f("ix_bot_unanswered_user"), "bot_unanswered", ["user"], unique=False)
    op.create_table(
        "bot_updates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("progress", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bot_updates_state"), "bot_updates", ["state"], unique=False)
    op.create_table(
        "bot_usage",
        sa.Column("user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user", "day", "what"),
    )
    op.create_table(
        "bot_users",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=8), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Float(), nullable=True),
        sa.Column("invitation", sa.BigInteger(), nullable=True),
        sa.Column("joined_at", sa.Float(), nullable=False),
        sa.Column("quotas", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    """Removes every table."""
    op.drop_table("bot_users")
    op.drop_table("bot_usage")
    op.drop_index(op.f("ix_bot_updates_state"), table_name="bot_updates")
    op.drop_table("bot_updates")
    op.drop_index(op.f("ix_bot_unanswered_user"), table_name="bot_unanswered")
    op.drop_index(op.f("ix_bot_unanswered_at"), table_name="bot_unanswered")
    op.drop_table("bot_unanswered")
    op.drop_index(op.f("ix_bot_outbox_state"), table_name="bot_outbox")
    op.drop_index(op.f("ix_bot_outbox_chat"), table_name="bot_outbox")
    op.drop_table("bot_outbox")
    op.drop_index(op.f("ix_bot_jobs_user"), table_name="bot_jobs")
    op.drop_index(op.f("ix_bot_jobs_state"), table_name="bot_jobs")
    op.drop_table("bot_jobs")
    op.drop_table("bot_invitations")
    op.drop_table("bot_groups")
    op.drop_index(op.f("ix_bot_feedback_user"), table_name="bot_feedback")
    op.drop_index(op.f("ix_bot_feedback_at"), table_name="bot_feedback")
    op.drop_table("bot_feedback")
    op.drop_table("bot_conversations")
    op.drop_index(op.f("ix_bot_audit_at"), table_name="bot_audit")
    op.drop_index("bot_audit_of", table_name="bot_audit")
    op.drop_table("bot_audit")
    op.drop_index(op.f("ix_bot_answers_user"), table_name="bot_answers")
    op.drop_index(op.f("ix_bot_answers_at"), table_name="bot_answers")
    op.drop_table("bot_answers")
