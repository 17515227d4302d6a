"""The thread that the database lives in, and one commit for all that waits there."""

import asyncio
import functools
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from bots.bot_store import Store

MOST_TOGETHER = 64


class StoreThread:
    """Runs methods of the store in a thread of its own: SQLite and sessions both like one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, "bot-store")
        self._calls: deque[tuple[Callable[[], Any], asyncio.Future[Any]]] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def run(self, method: Callable[..., Any], *arguments: Any) -> Any:
        """What the method gives; its error is raised here."""
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._calls.append((functools.partial(method, *arguments), done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        result = await done
        if isinstance(result, Exception):
            raise result
        return result

    async def _write(self) -> None:
        """Runs what waits for the database, as much as there is with one commit."""
        loop = asyncio.get_running_loop()
        while self._calls:
            taken = [self._calls.popleft() for _ in range(min(len(self._calls), MOST_TOGETHER))]
            calls = [call for call, _ in taken]
            results = await loop.run_in_executor(self._thread, self._store.together, calls)
            for (_, done), result in zip(taken, results, strict=True):
                if not done.done():
                    done.set_result(result)

    async def checkpoint(self) -> None:
        """Empties the database's log, between two transactions."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._store.checkpoint)

    def close(self) -> None:
        """Ends the thread when it has written what waits."""
        self._thread.shutdown(wait=True)
