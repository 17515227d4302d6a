"""What the bot needs of Telegram, and what can go wrong on the way, free of the library.

CarrierError
├── Wait        flood limit: nothing arrived, try again after `seconds`
├── Lost        network cut or time out: it may have arrived or not
├── Unreached   no connection: nothing arrived
├── Markup      Telegram cannot read the markup: send the plain text
├── Same        the message already says exactly this
├── NoMessage   the message to be edited is not there, or not ours
├── Moved       the group has a new id
├── Gone        blocked, left, no such chat: it will never arrive
└── Refused     anything else that Telegram says no to
"""

from pathlib import Path
from typing import Any, Protocol

from bots.bot_types import Incoming, Out


class CarrierError(Exception):
    """Something went wrong on the way. The text never holds the token."""


class Wait(CarrierError):
    """Flood limit; nothing arrived."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"flood limit, {seconds} s")
        self.seconds = seconds


class Lost(CarrierError):
    """No answer: it may have arrived."""


class Unreached(CarrierError):
    """No connection; nothing arrived."""


class Markup(CarrierError):
    """The markup cannot be read."""


class Same(CarrierError):
    """Nothing to change."""


class NoMessage(CarrierError):
    """No such message of ours."""


class Moved(CarrierError):
    """The group became a supergroup."""

    def __init__(self, chat: int) -> None:
        super().__init__(f"moved to {chat}")
        self.chat = chat


class Gone(CarrierError):
    """Nobody is there to read it."""


class Refused(CarrierError):
    """Refused for another reason."""


class Carrier(Protocol):
    """Sends and fetches; every method may raise a `CarrierError`."""

    def read(self, raw: dict[str, Any]) -> Incoming | None:
        """An update as the handlers want it; None: nothing for us. ValueError: malformed."""

    async def send(self, chat: int, out: Out, file: Path | None) -> int:
        """Sends a new message; its id."""

    async def edit(self, chat: int, message: int, out: Out) -> None:
        """Replaces the text (or, for a picture or document, the caption) of a message."""

    async def typing(self, chat: int) -> None:
        """Shows that an answer is being written."""

    async def toast(self, callback: str, text: str) -> None:
        """Answers the press of a button."""

    async def download(self, file_id: str, path: Path) -> None:
        """Fetches a file that a user sent."""
