"""Telegram, and the only import of its library: updates become `Incoming`, `Out` becomes calls.

The library's `Bot` makes the calls. Its `Updater` is not used: one update that it cannot read stops
it for good, and it confirms updates before they are handled.
"""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import telegram
from telegram import error as errors
from telegram.request import HTTPXRequest

from bots.bot_types import FileIn, Incoming, OtherKind, Out, has_id
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
LOG = logging.getLogger("asisten_spm.bot")
# What is asked for; edited messages are not answered again.
UPDATES = ("message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
# The pool looks at every connection at every call; with Telegram 0,2 s away these carry 80 a second.
POOL = 16
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
OTHERS: tuple[tuple[str, OtherKind], ...] = (
    ("photo", "photo"), ("voice", "voice"), ("audio", "voice"), ("video", "video"),
    ("video_note", "video"), ("animation", "video"), ("sticker", "sticker"),
    ("contact", "contact"), ("location", "location"), ("venue", "location"), ("poll", "poll"),
)  # fmt: skip
GONE = (
    "chat not found", "user not found", "user is deactivated", "peer_id_invalid",
    "not enough rights", "have no rights", "group chat was deactivated", "topic_closed",
)  # fmt: skip


class TelegramCarrier:
    """Talks to one bot's Bot API server.

    Args:
        token: The bot's token; it appears in no error that this class raises.
        api_url: Base URL of a local Bot API server; None: Telegram's own.
    """

    def __init__(self, token: str, api_url: str | None = None) -> None:
        self._token = token
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
                await asyncio.sleep(_seconds(error))
            except errors.NetworkError as error:
                LOG.warning("Telegram is out of reach: %s", self._safe(error))
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
        with self._errors():
            await self.bot.set_my_commands(list(everybody.items()))
        for chat in admins:
            try:
                with self._errors():
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
                with self._errors():
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
                with self._errors():
                    await self.bot.delete_webhook()
                return
            except CarrierError as error:
                LOG.warning("webhook not removed yet: %s", error)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Asks Telegram to send updates to `url`, with a secret that proves they are its own."""
        with self._errors():
            await self.bot.set_webhook(url, secret_token=secret, allowed_updates=list(UPDATES))

    def read(self, raw: dict[str, Any]) -> Incoming | None:
        """An update as the handlers want it; None: nothing for us."""
        update = telegram.Update.de_json(raw, self.bot)
        if update.callback_query is not None:
            return _button(update.update_id, update.callback_query)
        if update.my_chat_member is not None:
            return _added(update.update_id, update.my_chat_member)
        if update.message is None or update.message.from_user is None:
            return None
        if update.message.from_user.is_bot:
            return None
        return _message(update.update_id, update.message, self.bot)

    async def send(self, chat: int, out: Out, file: Path | None) -> int:
        """Sends a message; its id."""
        shared: dict[str, Any] = {"chat_id": chat, "reply_markup": _markup(out)}
        if out.reply_to is not None:
            shared["reply_parameters"] = telegram.ReplyParameters(
                out.reply_to, allow_sending_without_reply=True
            )
        with self._errors():
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
        with self._errors():
            if out.kind == "text":
                await self.bot.edit_message_text(
                    text=out.html or out.plain, **_no_preview(), **shared
                )
            else:
                await self.bot.edit_message_caption(caption=out.html or out.plain, **shared)

    async def typing(self, chat: int) -> None:
        """Shows that an answer is being written."""
        with self._errors():
            await self.bot.send_chat_action(chat, "typing")

    async def toast(self, callback: str, text: str) -> None:
        """Answers the press of a button."""
        with self._errors():
            await self.bot.answer_callback_query(callback, text=text or None)

    async def download(self, file_id: str, path: Path) -> None:
        """Fetches a file that a user sent."""
        with self._errors():
            held = await self.bot.get_file(file_id, read_timeout=60)
            await held.download_to_drive(path, read_timeout=120)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """The library's errors as ours."""
        try:
            yield
        except errors.RetryAfter as error:
            raise Wait(_seconds(error)) from None
        except errors.ChatMigrated as error:
            raise Moved(error.new_chat_id) from None
        except errors.Forbidden as error:
            raise Gone(self._safe(error)) from None
        except errors.BadRequest as error:
            raise self._refusal(error) from None
        except errors.NetworkError as error:
            never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
            kind = Unreached if isinstance(error.__cause__, never) else Lost
            raise kind(self._safe(error)) from None
        except errors.TelegramError as error:
            raise Refused(self._safe(error)) from None

    def _refusal(self, error: errors.BadRequest) -> CarrierError:
        text = error.message.lower()
        if "not modified" in text:
            return Same()
        if "parse entities" in text or "can't parse" in text:
            return Markup(self._safe(error))
        if "message to edit not found" in text or "be edited" in text or "no caption" in text:
            return NoMessage()
        if "no text in the message" in text or "message_id_invalid" in text:
            return NoMessage()
        if any(words in text for words in GONE):
            return Gone(self._safe(error))
        return Refused(self._safe(error))

    def _safe(self, error: Exception) -> str:
        return f"{type(error).__name__}: {error}".replace(self._token, "[token]")


def _message(update_id: int, message: telegram.Message, bot: telegram.Bot) -> Incoming | None:
    private = message.chat.type == "private"
    text = message.text or message.caption or ""
    replied = message.reply_to_message
    to_bot = bool(replied and replied.from_user and replied.from_user.id == bot.id)
    text, mentioned = _without_mention(text, bot.username)
    command, rest = _command(text, bot.username)
    common: dict[str, Any] = {
        "update_id": update_id, "user": message.from_user.id if message.from_user else 0,
        "chat": message.chat.id, "message": message.message_id,
        "name": message.from_user.full_name if message.from_user else "", "private": private,
        "addressed": private or mentioned or to_bot or bool(command),
        "forwarded": message.forward_origin is not None, "album": message.media_group_id,
    }  # fmt: skip
    if message.document is not None and not message.animation:
        held = FileIn(
            message.document.file_id, message.document.file_name or "berkas",
            message.document.file_size,
        )  # fmt: skip
        return Incoming(kind="file", text=text, file=held, **common)
    if command:
        return Incoming(kind="command", command=command, text=rest, **common)
    if message.text is not None:
        return Incoming(kind="text", text=text, link=_only_link(message), **common)
    other = next((kind for name, kind in OTHERS if getattr(message, name)), None)
    if other is None:
        return None  # somebody joined, the title changed, …
    return Incoming(kind="other", other=other, text=text, **common)


def _only_link(message: telegram.Message) -> bool:
    words = (message.text or "").split()
    return len(words) == 1 and words[0].lower().startswith(("http://", "https://", "www."))


def _without_mention(text: str, name: str) -> tuple[str, bool]:
    """The text without the mention of the bot, and whether there was one."""
    words = text.split(" ")
    kept = [w for w in words if w.strip(",.:;?!").lower() != f"@{name.lower()}"]
    return " ".join(kept).strip(), len(kept) < len(words)


def _command(text: str, name: str) -> tuple[str, str]:
    """ "/tanya@Bot apa" -> ("tanya", "apa"); a command for another bot is none."""
    head, _, rest = text.partition("\n" if "\n" in text.split(" ")[0] else " ")
    if not head.startswith("/") or len(head) < 2:
        return "", text
    command, _, target = head[1:].partition("@")
    if target and target.lower() != name.lower():
        return "", text
    return command.lower(), rest.strip()


def _button(update_id: int, query: telegram.CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or query.data is None:
        return None
    return Incoming(
        update_id=update_id, kind="button", user=query.from_user.id, chat=message.chat.id,
        message=message.message_id, text=query.data, name=query.from_user.full_name,
        private=message.chat.type == "private", callback=query.id,
    )  # fmt: skip


def _added(update_id: int, change: telegram.ChatMemberUpdated) -> Incoming | None:
    inside = ("member", "administrator")
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type == "private" or was in inside or now not in inside:
        return None
    return Incoming(
        update_id=update_id, kind="added", user=change.from_user.id, chat=change.chat.id, message=0,
        name=change.from_user.full_name, private=False,
    )  # fmt: skip


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


def _seconds(error: errors.RetryAfter) -> float:
    after: Any = error.retry_after
    return float(after.total_seconds() if hasattr(after, "total_seconds") else after)
