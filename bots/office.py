"""What every handler may use, and small things they share."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant import messages as m
from assistant.conversation import Conversation
from assistant.sessions.store import SessionStore
from bots.access import Access, Person
from bots.bot_store import Store
from bots.bot_types import Turn
from bots.retention import Keep
from bots.telegram_html import para
from corpus.regions import regions

# Questions wait for one another inside the conversation; with a model most of the time is spent
# waiting for it, so that several may be under way.
QUESTION_THREADS = 4
ROLE_ORDER = {"petugas": 0, "konsultan": 1, "sekber": 2, "admin": 3}


@dataclass
class Office:
    """The rooms below, the database, and the limits of this installation.

    Args:
        now: Seconds since 1970.
        upload_mb: The largest file that Telegram hands over.
        model_place: Where the model runs, for /privasi; None: there is none.
        reload: Makes a conversation on the present index out of an older one.
    """

    home: Path
    store: Store
    access: Access
    conversation: Conversation
    now: Callable[[], float]
    keep: Keep = field(default_factory=Keep)
    upload_mb: int = 20
    sessions_url: str = ""
    model_place: str | None = None
    bot_name: str = ""
    embedding: str = "lsa"
    reload: Callable[[Conversation], Conversation] | None = None
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(QUESTION_THREADS, "bot-question")
    )

    @cached_property
    def sessions(self) -> SessionStore:
        """The assistance sessions, opened when they are first needed.

        Raises:
            MasukanError: their database cannot be opened.
        """
        return SessionStore(self.sessions_url)

    @property
    def results(self) -> Path:
        """Where the results of checks lie, a folder per job."""
        return self.home / "bot" / "hasil"

    async def work(self, call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Runs blocking work in a thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: call(*arguments, **named))

    def close(self) -> None:
        """Ends the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.conversation.close()
        if "sessions" in self.__dict__:
            self.sessions.close()


def region_name(code: str | None) -> str:
    """The name of a region by its code, empty where there is none."""
    found = regions().get(code or "")
    return found.nama if found else ""


def for_region(code: str | None) -> str:
    """ " untuk Kabupaten Bekasi", or nothing."""
    name = region_name(code)
    return m.BOT_UNTUK_DAERAH.format(daerah=name) if name else ""


def rows_of(buttons: Sequence[tuple[str, str]], wide: int) -> list[list[tuple[str, str]]]:
    """Buttons in rows of `wide`."""
    return [list(buttons[n : n + wide]) for n in range(0, len(buttons), wide)]


def only_private(turn: Turn) -> bool:
    """Whether this is a private chat; where not, says so."""
    if not turn.incoming.private:
        turn.say([para(m.BOT_HANYA_PRIBADI)])
    return turn.incoming.private


def payer(turn: Turn, person: Person) -> int:
    """Whose quota is used: the person's, or in a group that of the group for strangers."""
    return turn.incoming.chat if person.role == "grup" else person.id
