"""The outbox: every message reaches its chat once, in order, whatever happens on the way.

The Bot API has no key against doubles. Where it is unknown whether a message arrived (network cut,
or a process killed between sending and noting it), the ids just after the newest known one are
tried with an edit to the very text that was sent: "not modified" means that it is there. No other
message can be hit, since the ids of all other messages of ours in the chat are known, and those of
people cannot be edited.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bots.bot_store import Store, Waiting
from bots.bot_types import Out
from bots.carrier import (
    Carrier,
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

LOG = logging.getLogger("asisten_spm.bot")
# How many ids after the newest known one a doubtful message is looked for.
PROBES = 25
AT_ONCE = 14
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
Database = Callable[..., Awaitable[Any]]


class Delivery:
    """Sends what is in the outbox.

    Args:
        database: Runs a method of the store in its own thread.
        folder: Where the files of messages lie.
    """

    def __init__(self, store: Store, database: Database, carrier: Carrier, folder: Path) -> None:
        self._store, self._database, self._carrier = store, database, carrier
        self._folder = folder
        self._queues: dict[int, deque[Waiting]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)
        # The newest message id known, by row of numbers: all private chats share one.
        self._newest: dict[int, int] = {}
        self.counts = {"sent": 0, "dropped": 0, "flood": 0, "lost": 0, "found": 0, "plain": 0}

    def put(self, waiting: list[Waiting]) -> None:
        """Queues messages."""
        for one in waiting:
            self._queues.setdefault(one.chat, deque()).append(one)
            if one.chat not in self._tasks:
                self._tasks[one.chat] = asyncio.create_task(self._drain(one.chat))

    def seen(self, chat: int, message: int) -> None:
        """There is a message with this id; the next one gets a higher id."""
        row = min(chat, 0)
        self._newest[row] = max(self._newest.get(row, 0), message)

    def waiting(self) -> int:
        """How many messages are queued."""
        return sum(len(q) for q in self._queues.values())

    async def idle(self) -> None:
        """Returns when everything that is queued was sent."""
        while self._tasks:
            await asyncio.wait(self._tasks.values(), return_when=asyncio.ALL_COMPLETED)

    async def stop(self) -> None:
        """Leaves the rest in the outbox for the next start."""
        for task in list(self._tasks.values()):
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _drain(self, chat: int) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                one = queue[0]
                message = await self._deliver(one)
                self.seen(chat, message or 0)
                await self._database(self._store.sent, one.id, message, one.job)
                self.counts["dropped" if message is None else "sent"] += 1
                queue.popleft()
        finally:
            self._tasks.pop(chat, None)
            if not queue:
                self._queues.pop(chat, None)

    async def _deliver(self, one: Waiting) -> int | None:
        """The id that the message got; None where it can never arrive."""
        wait, doubtful = FIRST_WAIT, one.doubtful
        while True:
            try:
                async with self._room:
                    if doubtful and (found := await self._find(one)) is not None:
                        self.counts["found"] += 1
                        return found
                    one, doubtful = await self._begun(one), False
                    return await self._send(one.chat, one.out)
            except Wait as error:
                self.counts["flood"] += 1
                await asyncio.sleep(error.seconds)
            except (Lost, Unreached) as error:
                doubtful = doubtful or isinstance(error, Lost)
                self.counts["lost"] += 1
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            except Moved as error:
                one = one._replace(chat=error.chat)
            except Gone as error:
                LOG.info("message %s dropped: %s", one.id, error)
                return None
            except Refused as error:
                LOG.error("message %s refused: %s", one.id, error)
                return None

    async def _begun(self, one: Waiting) -> Waiting:
        """Notes that a message is about to be sent, and above which id it will be found."""
        newest = max(one.after, self._newest.get(min(one.chat, 0), 0))
        await self._database(self._store.sending, one.id, newest)
        return one._replace(after=newest)

    async def _send(self, chat: int, out: Out) -> int:
        """One message as HTML, or as plain text if the markup is refused."""
        try:
            return await self._once(chat, out)
        except (Markup, Refused) as error:
            if not out.html:
                raise
            LOG.warning("markup refused, sending plain text: %s", error)
            self.counts["plain"] += 1
            return await self._once(chat, out.model_copy(update={"html": ""}))

    async def _once(self, chat: int, out: Out) -> int:
        if out.edit is not None:
            try:
                await self._carrier.edit(chat, out.edit, out)
                return out.edit
            except Same:
                return out.edit
            except NoMessage:
                pass  # deleted by the user: the answer comes as a new message
        return await self._carrier.send(chat, out, self._file(out))

    def _file(self, out: Out) -> Path | None:
        path = self._folder / out.file if out.file else None
        if path is not None and not path.exists():
            raise Refused(f"file {out.file} is gone")
        return path

    async def _find(self, one: Waiting) -> int | None:
        """The id of a message that may have arrived, None where it did not."""
        if one.out.edit is not None:
            return None
        newest = await self._database(self._store.newest_message, one.chat)
        start = max(newest, one.after)
        for message in range(start + 1, start + 1 + PROBES):
            try:
                await self._carrier.edit(one.chat, message, one.out)
                return message
            except Same:
                return message
            except (NoMessage, Markup, Refused):
                continue
            except Gone:
                return None
        return None
