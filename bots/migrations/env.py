"""Runs the bot's migrations on a connection that `bots.bot_store` hands over."""

from typing import Any, cast

from alembic import context as _context

from bots.bot_tables import Table

context = cast(Any, _context)

connection = context.config.attributes["connection"]
# The database may be shared with other parts: a version table of our own, and only our tables.
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    version_table="bot_alembic_version",
    include_name=lambda name, kind, parents: kind != "table" or str(name).startswith("bot_"),
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
