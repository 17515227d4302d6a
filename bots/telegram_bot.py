"""Telegram: updates become `Incoming` (`telegram_updates`), `Out` becomes calls.

The library's `Bot` makes the calls. Its `Updater` is not used: one update that it cannot read stops
it for good, and it confirms updates before they are handled.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import telegram
from telegram import error as errors
from telegram.request import HTTPXRequest

from bots.bot_types import Incoming, Out, has_id
from bots.carrier import CarrierError, Gone, Refused, Wait
from bots.telegram_errors import Errors, seconds
from bots.telegram_updates import read

LOG = logging.getLogger("asisten_spm.bot")
# What is asked for; of edited messages only a note of a session counts again.
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
# The pool looks at every connection at every call; with Telegram 0,2 s away these carry 80 a second.
POOL = 16
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


class TelegramCarrier:
    """Talks to one bot's Bot API server.

    Args:
        token: The bot's token; it appears in no error that this class raises.
        api_url: Base URL of a local Bot API server; None: Telegram's own.
    """

    def __init__(self, token: str, api_url: str | None = None) -> None:
        self._errors = Errors(token)
        places: dict[str, Any] = {}
        if api_url:
            root = api_url.rstrip("/")
            places = {"base_url": f"{root}/bot", "base_file_url": f"{root}/file/bot"}
        self._updates_request = HTTPXRequest(2)
        self.bot = telegram.Bot(
            token,
            request=HTTPXRequest(connection_pool_size=POOL, read_timeout=20.0, pool_timeout=30.0),
            get_updates_request=self._updates_request,
            local_mode=False,
            **places,
        )
        self.offset: int | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """The connection; gives the bot's name. Waits for a Telegram that is out of reach.

        Raises:
            Gone: the token is not valid.
        """
        wait = FIRST_WAIT
        while True:
            try:
                await self.bot.initialize()
                break
            except errors.InvalidToken:
                raise Gone("token rejected") from None
            except errors.RetryAfter as error:
                await asyncio.sleep(seconds(error))
            except errors.NetworkError as error:
                LOG.warning("Telegram is out of reach: %s", self._errors.safe(error))
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        try:
            yield self.bot.username
        finally:
            await self.bot.shutdown()

    async def set_commands(
        self, everybody: dict[str, str], admin: dict[str, str], admins: Sequence[int]
    ) -> None:
        """Registers the commands; administrators see theirs in their own chats."""
        with self._errors.ours():
            await self.bot.set_my_commands(list(everybody.items()))
        for chat in admins:
            try:
                with self._errors.ours():
                    await self.bot.set_my_commands(
                        [*everybody.items(), *admin.items()],
                        scope=telegram.BotCommandScopeChat(chat),
                    )
            except CarrierError as error:
                LOG.info("commands of administrator %s: %s", chat, error)

    async def poll(self, accept: Callable[[list[dict[str, Any]]], Awaitable[None]]) -> None:
        """Takes updates for ever; each batch is confirmed by the next call, after `accept`."""
        wait = FIRST_WAIT
        await self._without_webhook()
        while True:
            try:
                with self._errors.ours():
                    batch = await self._updates()
            except Wait as error:
                await asyncio.sleep(error.seconds)
                continue
            except CarrierError as error:
                LOG.warning("no updates: %s", error)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
                continue
            wait = FIRST_WAIT
            ids = [u["update_id"] for u in batch if has_id(u)]
            await accept(batch)
            if ids:
                self.offset = max(ids) + 1

    async def _updates(self) -> list[dict[str, Any]]:
        asked: dict[str, Any] = {
            "timeout": POLL_SECONDS, "allowed_updates": json.dumps(UPDATES), "limit": 100,
        }  # fmt: skip
        if self.offset is not None:
            asked["offset"] = self.offset
        # The raw call and not `get_updates`: one malformed update must not cost the others.
        result: Any = await self._updates_request.post(
            f"{self.bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=POLL_SECONDS + 10
        )
        return list(result)

    async def _without_webhook(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                with self._errors.ours():
                    await self.bot.delete_webhook()
                return
            except CarrierError as error:
                LOG.warning("webhook not removed yet: %s", error)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Asks Telegram to send updates to `url`, with a secret that proves they are its own."""
        with self._errors.ours():
            await self.bot.set_webhook(url, secret_token=secret, allowed_updates=list(UPDATES))

    def read(self, raw: dict[str, Any]) -> Incoming | None:
        """An update as the handlers want it; None: nothing for us."""
        return read(raw, self.bot)

    async def send(self, chat: int, out: Out, file: Path | None) -> int:
        """Sends a message; its id."""
        shared: dict[str, Any] = {"chat_id": chat, "reply_markup": _markup(out)}
        if out.reply_to is not None:
            shared["reply_parameters"] = telegram.ReplyParameters(
                out.reply_to, allow_sending_without_reply=True
            )
        with self._errors.ours():
            if out.kind == "text":
                sent = await self.bot.send_message(
                    text=out.html or out.plain, parse_mode=_mode(out), **_no_preview(), **shared
                )
            else:
                body = out.content.encode() if out.content is not None else _bytes(file)
                shared |= {"caption": out.html or out.plain, "parse_mode": _mode(out)}
                held = telegram.InputFile(body, filename=out.file_name)
                if out.kind == "photo":
                    sent = await self.bot.send_photo(photo=held, **shared)
                else:
                    sent = await self.bot.send_document(document=held, **shared)
        return int(sent.message_id)

    async def edit(self, chat: int, message: int, out: Out) -> None:
        """Replaces the text or caption of a message of ours."""
        shared: dict[str, Any] = {
            "chat_id": chat, "message_id": message, "parse_mode": _mode(out),
            "reply_markup": None if out.ask else _markup(out),
        }  # fmt: skip
        with self._errors.ours():
            if out.kind == "text":
                await self.bot.edit_message_text(
                    text=out.html or out.plain, **_no_preview(), **shared
                )
            else:
                await self.bot.edit_message_caption(caption=out.html or out.plain, **shared)

    async def typing(self, chat: int) -> None:
        """Shows that an answer is being written."""
        with self._errors.ours():
            await self.bot.send_chat_action(chat, "typing")

    async def toast(self, callback: str, text: str) -> None:
        """Answers the press of a button."""
        with self._errors.ours():
            await self.bot.answer_callback_query(callback, text=text or None)

    async def download(self, file_id: str, path: Path) -> None:
        """Fetches a file that a user sent."""
        with self._errors.ours():
            held = await self.bot.get_file(file_id, read_timeout=60)
            await held.download_to_drive(path, read_timeout=120)


def _markup(out: Out) -> Any:
    if out.ask:
        return telegram.ForceReply(selective=True)
    if not out.buttons:
        return None
    return telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton(a, callback_data=b) for a, b in row] for row in out.buttons]
    )


def _mode(out: Out) -> str | None:
    return "HTML" if out.html else None


def _no_preview() -> dict[str, Any]:
    return {"link_preview_options": telegram.LinkPreviewOptions(is_disabled=True)}


def _bytes(file: Path | None) -> bytes:
    if file is None:
        raise Refused("a document without a file")
    return file.read_bytes()
