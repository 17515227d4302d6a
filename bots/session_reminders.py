"""Reminders of action items: looked for every few minutes, each put into the outbox once.

Two databases are written, the bot's and that of the sessions. The bot's comes first, with the
reminder's key and its message in one transaction; a process that dies before the second knows by
the key, when it comes back, that the message is out.
"""

import asyncio
import logging
from datetime import UTC, datetime

from assistant.sessions.reminders import Pengingat, due_reminders, take
from assistant.sessions.store import SessionStore
from bots.bot_service import Service
from bots.bot_store import Waiting
from bots.bot_tables import Reminded
from bots.bot_types import Incoming, Turn
from bots.office import Office
from bots.session_cards import done_button
from bots.telegram_html import para
from corpus.errors import SpmError

LOG = logging.getLogger("asisten_spm.bot")
EVERY = 300.0


async def run(office: Office, service: Service) -> None:
    """Works for ever; what goes wrong is tried again at the next round."""
    while True:
        try:
            await remind(office, service)
        except (SpmError, OSError) as error:
            LOG.error("no reminders this time: %s", type(error).__name__)
        await asyncio.sleep(EVERY)


async def remind(office: Office, service: Service) -> int:
    """Sends what is due now; how many messages that were."""
    store: SessionStore = await office.work(lambda: office.sessions)
    now = datetime.fromtimestamp(office.now(), UTC)
    sent = 0
    for one in await office.work(due_reminders, store, now):
        chat = one.sesi.chat or ""
        if chat.removeprefix("-").isdecimal():
            posts = await service.database(_post, office, one, int(chat))
            await office.work(take, store, one, now)
            service.delivery.put(posts)
            sent += len(posts)
    return sent


def _post(office: Office, one: Pengingat, chat: int) -> list[Waiting]:
    """Puts a reminder into the outbox; nothing where it was put there before."""
    key = f"{one.sesi.id}/{one.sesi.dibuka:%Y%m%d%H%M%S}/{one.entri.nomor}/{one.entri.tenggat}/{one.tahap}"
    if office.store.reminded(key):
        return []
    turn = Turn(Incoming(update_id=0, kind="other", user=0, chat=chat, message=0, private=chat > 0))
    turn.say([para(one.teks)], [[done_button(one.entri)]])
    turn.rows.append(Reminded(key=key, at=office.now()))
    turn.audit.append(("sesi_pengingat", one.sesi.id))
    return office.store.complete(turn, office.now())
