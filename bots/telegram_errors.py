"""The library's errors as ours, the token in none of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from telegram import error as errors

from bots.carrier import (
    CarrierError,
    Gone,
    Lost,
    Markup,
    Moved,
    NoMessage,
    Refused,
    Same,
    Unreached,
    Wait,
)

# The library's coming way of telling times; the old one warns at every flood limit.
os.environ.setdefault("PTB_TIMEDELTA", "true")
GONE = (
    "chat not found", "user not found", "user is deactivated", "peer_id_invalid",
    "not enough rights", "have no rights", "group chat was deactivated", "topic_closed",
)  # fmt: skip


class Errors:
    """Translates: `with Errors(token).ours(): await bot.send_message(…)`."""

    def __init__(self, token: str) -> None:
        self._token = token

    @contextmanager
    def ours(self) -> Iterator[None]:
        """The library's errors as ours."""
        try:
            yield
        except errors.RetryAfter as error:
            raise Wait(seconds(error)) from None
        except errors.ChatMigrated as error:
            raise Moved(error.new_chat_id) from None
        except errors.Forbidden as error:
            raise Gone(self.safe(error)) from None
        except errors.BadRequest as error:
            raise self._refusal(error) from None
        except errors.NetworkError as error:
            never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
            kind = Unreached if isinstance(error.__cause__, never) else Lost
            raise kind(self.safe(error)) from None
        except errors.TelegramError as error:
            raise Refused(self.safe(error)) from None

    def _refusal(self, error: errors.BadRequest) -> CarrierError:
        text = error.message.lower()
        if "not modified" in text:
            return Same()
        if "parse entities" in text or "can't parse" in text:
            return Markup(self.safe(error))
        if "message to edit not found" in text or "be edited" in text or "no caption" in text:
            return NoMessage()
        if "no text in the message" in text or "message_id_invalid" in text:
            return NoMessage()
        if any(words in text for words in GONE):
            return Gone(self.safe(error))
        return Refused(self.safe(error))

    def safe(self, error: Exception) -> str:
        """An error for a log."""
        return f"{type(error).__name__}: {error}".replace(self._token, "[token]")


def seconds(error: errors.RetryAfter) -> float:
    """How long a flood limit lasts."""
    after: Any = error.retry_after
    return float(after.total_seconds() if hasattr(after, "total_seconds") else after)
