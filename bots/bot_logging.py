"""Logs of the bot: to the standard error, the token never in them."""

import logging
import sys


class Redacting(logging.Formatter):
    """Replaces secrets in the finished line, tracebacks and all."""

    def __init__(self, *secrets: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        # The secret half of a token alone would be enough to take over the bot.
        halves = [s.partition(":")[2] for s in secrets]
        self._secrets = sorted({s for s in (*secrets, *halves) if len(s) > 7}, key=len)[::-1]

    def format(self, record: logging.LogRecord) -> str:
        """The line without secrets."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "[token]")
        return line


def set_up(*secrets: str) -> None:
    """One handler for everything; libraries that write URLs speak up only in trouble."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(*secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in ("httpx", "httpcore", "telegram", "tornado.access", "alembic", "chromadb"):
        logging.getLogger(name).setLevel(logging.WARNING)
