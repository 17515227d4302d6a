"""August 2024 of `session_month` once more, this time as people write it to the bot.

The five groups talk to `spm bot` as a process over the fake Bot API; the other three activities are
kept in the terminal. Telegram's dates on the messages are the only clock.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.sessions.store import SessionStore
from tests.bot_harness import ADMIN
from tests.bot_session import SEKBER, Room, moment
from tests.fake_telegram import FakeTelegram
from tests.session_month import ASKED, GROUPS, NOTES, in_terminal

NAME = "@AsistenSpmUjiBot"
MEMBER = 5005
CHATS = {chat: -100_601 - n for n, (chat, *_) in enumerate(GROUPS)}
REMOVED = "masalah keliru"
Json = dict[str, Any]


class Month:
    """The month as a queue of updates; each chat's own messages are known by number."""

    def __init__(self, fake: FakeTelegram) -> None:
        self.fake = fake
        self.member = fake.user(MEMBER, "Warga")
        self.sekber = fake.user(SEKBER, "Sekber")
        self.sent: dict[tuple[str, int], Json] = {}

    def enter(self) -> None:
        """The administrator puts the bot into all groups."""
        for chat in CHATS.values():
            self.fake.group(chat, self.fake.user(ADMIN, "Admin"))

    def open(self) -> None:
        """All sessions are opened, each on its day."""
        for chat, at, kind, region, topic, people in GROUPS:
            text = f"/sesi mulai {kind} {region} | {topic}\ntempat: Kantor Bappeda"
            text += "\nfasilitator: Tim Sekber" + (f"\npeserta: {people}" if people else "")
            self.say(chat, moment(at), text, runner=True)

    def talk(self, events: list[tuple[datetime, str, int, str, str]]) -> None:
        """Messages of all groups, as they come."""
        for at, chat, number, what, text in events:
            self._one(at, chat, number, what, text)

    def _one(self, at: datetime, chat: str, number: int, what: str, text: str) -> None:
        first = self.sent.get((chat, number))
        if what == "tanya":
            self.say(chat, at, f"{NAME} {text}")
        elif what == "hapus":
            self.say(chat, at, "/hapus", runner=True, reply=first)
        elif what == "ubah" and CHATS[chat] % 2:
            self.say(chat, at, f"/ubah {text}", reply=first)
        elif what == "ubah":
            assert first is not None
            Room(self.fake, CHATS[chat]).edit(first, f"/catat masalah {text}", at)
        else:
            self.sent[chat, number] = self.say(chat, at, f"/catat {what} {text}")

    def close(self) -> None:
        """Every session ends three hours after its beginning."""
        for chat, at, *_ in GROUPS:
            self.say(chat, moment(at) + timedelta(hours=3), "/sesi tutup", runner=True)

    def say(
        self, chat: str, at: datetime, text: str, *, runner: bool = False, reply: Json | None = None
    ) -> Json:
        """One message."""
        room = Room(self.fake, CHATS[chat], at)
        return room.tell(self.sekber if runner else self.member, text, reply)

    def count(self, start: str) -> int:
        """How many messages of the bot begin so, in all groups."""
        return sum(
            text.startswith(start) for chat in CHATS.values() for text in self.fake.texts(chat)
        )

    def shuffle(self) -> None:
        """What waits at the server comes in another order, and some of it twice."""
        with self.fake._lock:
            waiting = list(self.fake.updates)
            again = waiting[::3]
            random.Random(7).shuffle(waiting)
            self.fake.updates.clear()
            self.fake.updates.extend([*waiting, *again])


def events() -> list[tuple[datetime, str, int, str, str]]:
    """What the groups write, by time: the same notes and questions as in `session_month`."""
    return sorted(_events())


def _events() -> Iterator[tuple[datetime, str, int, str, str]]:
    for rank, (chat, began, *_) in enumerate(GROUPS):
        at = moment(began)
        for number, (kind, text) in enumerate(NOTES[: len(NOTES) - rank], 1):
            yield at + timedelta(minutes=3 * number), chat, number, kind, text
        for number, (question, _) in enumerate(ASKED[: 3 - rank % 2], 20):
            yield at + timedelta(minutes=2 * number), chat, number, "tanya", question
        yield at + timedelta(minutes=90), chat, 40, "masalah", REMOVED
        yield at + timedelta(minutes=95), chat, 40, "hapus", ""
        yield at + timedelta(minutes=100), chat, 1, "ubah", f"{NOTES[0][1]} dan triwulan I"


def at_the_desk(home: Path) -> None:
    """The three activities of the terminal."""
    store = SessionStore(f"sqlite:///{home / 'sesi.db'}")
    in_terminal(store)
    store.close()
