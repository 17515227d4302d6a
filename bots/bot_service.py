"""Updates in, replies out: kept before they are confirmed, handled once, in order per chat.

    received -> bot_updates -> desk (handlers) -> bot_outbox -> delivery -> Telegram

An update is confirmed to Telegram only when it is in the database, and is finished in the same
transaction that puts its replies into the outbox. A killed process goes on where it was.
"""

import asyncio
import json
import logging
import secrets
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant import messages as m
from bots.bot_store import Received, Store
from bots.bot_types import Incoming, Turn, has_id
from bots.carrier import Carrier, CarrierError
from bots.delivery import Delivery
from bots.patience import Handle, patiently
from bots.store_thread import StoreThread
from bots.telegram_html import para

LOG = logging.getLogger("asisten_spm.bot")
# More than this waiting to be handled, and no more is taken from Telegram, which keeps it.
MOST_WAITING = 1000


class Service:
    """Runs the handlers over the updates of one bot."""

    def __init__(self, store: Store, carrier: Carrier, folder: Path, handle: Handle) -> None:
        self.store, self.carrier = store, carrier
        self._handle = handle
        self._thread = StoreThread(store)
        self.database = self._thread.run
        self.checkpoint = self._thread.checkpoint
        self.delivery = Delivery(store, self.database, carrier, folder)
        self._lanes: dict[int, deque[tuple[Incoming, int | None]]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._waiting = 0
        self.room = asyncio.Event()
        self.room.set()
        self.after_turn: Callable[[], None] = lambda: None
        self.counts = {"updates": 0, "repeated": 0, "malformed": 0, "handled": 0, "failed": 0}
        self.seconds = deque[float](maxlen=1000)
        self.alive_at = time.time()

    async def resume(self) -> None:
        """Goes on with what the last run left: first what is to be sent, then to be handled."""
        self.delivery.put(await self.database(self.store.unsent))
        for one in await self.database(self.store.unhandled):
            await self._route(one)

    async def accept(self, updates: list[dict[str, Any]]) -> None:
        """Keeps updates; returns when Telegram may forget them."""
        self.alive_at = time.time()
        if not updates:
            return
        rows = [(u["update_id"], json.dumps(u)) for u in updates if has_id(u)]
        self.counts["malformed"] += len(updates) - len(rows)
        fresh = await self.database(self.store.receive, rows, time.time())
        self.counts["updates"] += len(rows)
        self.counts["repeated"] += len(rows) - len(fresh)
        payloads = dict(rows)
        for update_id in sorted(fresh):
            await self._route(Received(update_id, payloads[update_id], None))

    def waiting(self) -> int:
        """How many updates are not handled yet."""
        return self._waiting

    async def idle(self) -> None:
        """Returns when nothing is left to handle or to send."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())
        await self.delivery.idle()

    async def stop(self, seconds: float) -> None:
        """Lets running work finish for a while, then leaves the rest for the next start."""
        try:
            async with asyncio.timeout(seconds):
                await self.idle()
        except TimeoutError:
            LOG.warning("stopping with work left; the next start goes on with it")
        for task in list(self._tasks.values()):
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await self.delivery.stop()
        self._thread.close()

    async def _route(self, one: Received) -> None:
        """Puts an update into the lane of its chat; what cannot be read is put away."""
        try:
            incoming = self.carrier.read(json.loads(one.payload))
        except Exception as error:
            LOG.warning("update %s cannot be read: %s", one.id, type(error).__name__)
            self.counts["malformed"] += 1
            incoming = None
        if incoming is None:
            await self.database(self.store.discard, one.id)
            return
        self.delivery.seen(incoming.chat, incoming.message)
        self._waiting += 1
        if self._waiting >= MOST_WAITING:
            self.room.clear()
        self._lanes.setdefault(incoming.chat, deque()).append((incoming, one.progress))
        if incoming.chat not in self._tasks:
            self._tasks[incoming.chat] = asyncio.create_task(self._lane(incoming.chat))

    async def _lane(self, chat: int) -> None:
        lane = self._lanes[chat]
        try:
            while lane:
                incoming, progress = lane[0]
                await self._one(incoming, progress)
                lane.popleft()
                self._waiting -= 1
                if self._waiting < MOST_WAITING // 2:
                    self.room.set()
        finally:
            self._tasks.pop(chat, None)
            if not lane:
                self._lanes.pop(chat, None)

    async def _one(self, incoming: Incoming, progress: int | None) -> None:
        started = time.perf_counter()
        turn = Turn(incoming, progress=progress)
        try:
            await patiently(self._handle, turn, self.carrier, self._told)
            posts = await self.database(self.store.finish, turn, time.time())
        except Exception as error:
            # The edge: a broken handler must not stop the bot, nor be met again at every start.
            turn = self._apology(turn, error)
            posts = await self.database(self.store.finish, turn, time.time())
        if incoming.callback:
            await self._toast(incoming.callback, turn.toast)
        self.counts["handled"] += 1
        self.seconds.append(time.perf_counter() - started)
        if turn.scrub:
            await self.checkpoint()
        self.delivery.put(posts)
        self.after_turn()

    def _apology(self, turn: Turn, error: Exception) -> Turn:
        """A code for the user; the log has the same one, and no text of the user."""
        code = secrets.token_hex(2).upper()
        places = " < ".join(
            f"{Path(f.filename).name}:{f.lineno}"
            for f in reversed(traceback.extract_tb(error.__traceback__)[-6:])
        )
        LOG.error("update failed, code %s: %s at %s", code, type(error).__name__, places)
        self.counts["failed"] += 1
        sorry = Turn(turn.incoming, progress=turn.progress, audit=[("gagal", code)])
        sorry.say([para(m.OUR_FAILURE.format(kode=code))])
        return sorry

    async def _told(self, update_id: int, message: int) -> None:
        """A restart uses the progress message again."""
        await self.database(self.store.told_to_wait, update_id, message)

    async def _toast(self, callback: str, text: str) -> None:
        try:
            await self.carrier.toast(callback, text)
        except CarrierError as error:
            LOG.debug("no toast: %s", error)
