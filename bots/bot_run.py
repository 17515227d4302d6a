"""Puts the bot together and runs it until it is told to stop."""

import asyncio
import fcntl
import logging
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from assistant import messages as m
from assistant.conversation import Conversation
from bots import bot_web, retention, session_reminders
from bots.access import Access
from bots.bot_service import Service
from bots.bot_settings import BotSettings, address
from bots.bot_store import Store
from bots.carrier import CarrierError, Gone
from bots.desk import Desk
from bots.jobs import Jobs
from bots.office import Office
from bots.telegram_bot import POLL_SECONDS, TelegramCarrier
from corpus.errors import MasukanError

if TYPE_CHECKING:
    from tornado.httpserver import HTTPServer

LOG = logging.getLogger("asisten_spm.bot")
STOP_SECONDS = 20.0
SWEEP_EVERY = 3600.0
# No sign of Telegram for so long means that something is wrong.
SILENCE = 4.0 * POLL_SECONDS


@contextmanager
def only_instance(settings: BotSettings) -> Iterator[None]:
    """A lock that a second bot with the same token and home cannot get.

    Raises:
        MasukanError: there is one already.
    """
    folder = settings.home / "bot"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{settings.fingerprint}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MasukanError(m.BOT_SUDAH_JALAN) from None
        yield


class Bot:
    """All parts of one running bot."""

    def __init__(
        self,
        settings: BotSettings,
        conversation: Conversation,
        model_place: str | None = None,
        reload: Callable[[Conversation], Conversation] | None = None,
    ) -> None:
        self.settings = settings
        self.store = Store(settings.database)
        self.carrier = TelegramCarrier(settings.token, settings.api_url)
        access = Access(self.store, settings.admins, settings.quotas)
        self.office = Office(
            settings.home, self.store, access, conversation, time.time,
            keep=settings.keep, upload_mb=settings.upload_mb, model_place=model_place,
            sessions_url=settings.sessions, embedding=settings.embedding, reload=reload,
        )  # fmt: skip
        desk = Desk(self.office)
        self.service = Service(self.store, self.carrier, self.office.results, desk.handle)
        self.jobs = Jobs(self.office, self.service)
        self.service.after_turn = self.jobs.wake
        self.started = time.time()
        self.polling = True
        self.connected = False

    def health(self) -> tuple[int, str]:
        """200 while Telegram was heard lately; in webhook mode silence is no sign of trouble."""
        silent = time.time() - self.service.alive_at
        good = not self.polling or silent < SILENCE
        return (200, "sehat\n") if good else (503, f"tidak ada kabar {silent:.0f} detik\n")

    def metrics(self) -> tuple[int, str]:
        """Counts in the text format of Prometheus."""
        seconds = sorted(self.service.seconds)
        values: dict[str, float] = {
            **{f"updates_{k}_total": n for k, n in self.service.counts.items()},
            **{f"messages_{k}_total": n for k, n in self.service.delivery.counts.items()},
            **{f"jobs_{k}_total": n for k, n in self.jobs.counts.items()},
            "updates_waiting": self.service.waiting(),
            "messages_waiting": self.service.delivery.waiting(),
            "turn_seconds_p95": seconds[int(0.95 * len(seconds))] if seconds else 0.0,
            "up_seconds": time.time() - self.started,
        }
        return 200, "".join(f"spm_bot_{name} {value}\n" for name, value in values.items())

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Handles what was left, checks files and removes what is past its day, meanwhile."""
        reminders = session_reminders.run(self.office, self.service)
        loops = [asyncio.create_task(c) for c in (self.jobs.run(), self._sweep(), reminders)]
        try:
            await self.service.resume()
            yield
        finally:
            for task in loops:
                task.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            await self.service.stop(STOP_SECONDS)
            self.jobs.close()
            self.office.close()
            self.store.close()

    async def accept(self, updates: list[dict[str, Any]]) -> None:
        """Takes updates when there is room for them."""
        await self.service.room.wait()
        await self.service.accept(updates)

    async def _sweep(self) -> None:
        while True:
            now = time.time()
            await self.service.database(retention.sweep, self.store, self.settings.keep, now)
            await self.service.checkpoint()
            retention.sweep_files(self.office.results, self.settings.keep, now)
            await asyncio.sleep(SWEEP_EVERY)


async def run(bot: Bot, webhook: bool, say: Callable[[str], None]) -> None:
    """Runs until SIGTERM or SIGINT, or until a loop of the bot ends by an error.

    Raises:
        MasukanError: Telegram does not know the token.
    """
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    work = asyncio.create_task(serve(bot, webhook, stop, say))
    told = asyncio.create_task(stop.wait())
    await asyncio.wait({work, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not bot.connected:
        work.cancel()  # nothing was taken yet: it is still looking for Telegram
    try:
        await work
    except asyncio.CancelledError:
        LOG.info("stopped before Telegram was found")
    except Gone:
        raise MasukanError(m.BOT_TOKEN_DITOLAK) from None
    say(m.BOT_BERHENTI)


async def serve(bot: Bot, webhook: bool, stop: asyncio.Event, say: Callable[[str], None]) -> None:
    """Runs until `stop` is set, then finishes what was begun.

    Raises:
        Gone: Telegram does not know the token.
    """
    bot.polling = not webhook
    server = _web(bot, webhook)
    async with bot.carrier.open() as name:
        bot.connected = True
        bot.office.bot_name = name
        async with bot.working():
            await _register(bot)
            takers: list[asyncio.Task[Any]] = [asyncio.create_task(stop.wait())]
            if webhook:
                url = (bot.settings.webhook_url or "").rstrip("/") + bot_web.PATH
                await bot.carrier.set_webhook(url, bot.settings.webhook_secret)
            else:
                takers.append(asyncio.create_task(bot.carrier.poll(bot.accept)))
            say(m.BOT_BERJALAN.format(nama=name))
            done, rest = await asyncio.wait(takers, return_when=asyncio.FIRST_COMPLETED)
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)
            if server is not None:
                server.stop()
            for task in done:
                task.result()


async def _register(bot: Bot) -> None:
    try:
        await bot.carrier.set_commands(
            m.BOT_COMMANDS, m.BOT_ADMIN_COMMANDS, sorted(bot.settings.admins)
        )
    except CarrierError as error:
        LOG.warning("commands not registered: %s", error)


def _web(bot: Bot, webhook: bool) -> "HTTPServer | None":
    listen = bot.settings.listen or ("127.0.0.1:8443" if webhook else None)
    if listen is None:
        return None
    taker = (bot.accept, bot.settings.webhook_secret) if webhook else None
    return bot_web.serve(*address(listen), bot.health, bot.metrics, taker)
