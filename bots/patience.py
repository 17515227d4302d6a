"""Patience: who has to wait longer than two seconds is told so, in a message edited later."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from assistant import messages as m
from bots.bot_types import Out, Turn
from bots.carrier import Carrier, CarrierError
from bots.telegram_html import para
from bots.telegram_pages import page

LOG = logging.getLogger("asisten_spm.bot")
# Longer than this, and the user is told to wait.
PATIENCE = 2.0
TYPING_EVERY = 4.5
Handle = Callable[[Turn], Awaitable[None]]
Told = Callable[[int, int], Awaitable[Any]]


async def patiently(handle: Handle, turn: Turn, carrier: Carrier, told: Told) -> None:
    """Handles a turn; `told` is given the update and the message that tells of the wait."""
    work = asyncio.ensure_future(handle(turn))
    try:
        await asyncio.wait({work}, timeout=PATIENCE)
        while not work.done():
            if turn.incoming.addressed and turn.incoming.kind in ("text", "command"):
                await _typing(turn.incoming.chat, carrier)
                if turn.progress is None and not work.done():
                    await _tell(turn, carrier, told)
            await asyncio.wait({work}, timeout=TYPING_EVERY)
    finally:
        if not work.done():
            work.cancel()
    await work


async def _tell(turn: Turn, carrier: Carrier, told: Told) -> None:
    shown = page([para(m.BOT_SEDANG)])
    reply_to = None if turn.incoming.private else turn.incoming.message
    out = Out(html=shown.html, plain=shown.plain, reply_to=reply_to)
    try:
        turn.progress = await carrier.send(turn.incoming.chat, out, None)
    except CarrierError as error:
        LOG.info("no progress message: %s", error)
        return
    await told(turn.incoming.update_id, turn.progress)


async def _typing(chat: int, carrier: Carrier) -> None:
    try:
        await carrier.typing(chat)
    except CarrierError as error:
        LOG.debug("no typing: %s", error)
