"""The bot in a thread of the test, talking to a fake Bot API over real HTTP."""

import asyncio
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.conversation import Conversation, Reply
from assistant.pipeline import Assistant
from bots import bot_run, bot_settings
from tests.fake_telegram import FakeTelegram

ADMIN, ANA, BUDI = 1001, 2002, 3003


def environment(home: Path, fake: FakeTelegram, **more: str) -> dict[str, str]:
    """The settings of a bot that talks to the fake."""
    return {
        "SPM_HOME": str(home), "SPM_TELEGRAM_TOKEN": fake.token,
        "SPM_TELEGRAM_API_URL": fake.url, "SPM_ADMIN_IDS": str(ADMIN), **more,
    }  # fmt: skip


@contextmanager
def running(
    home: Path,
    fake: FakeTelegram,
    assistant: Assistant,
    *,
    webhook: bool = False,
    conversation: Conversation | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[bot_run.Bot]:
    """A bot that runs meanwhile; an error of it is the test's."""
    read = bot_settings.read(environment(home, fake, **(settings or {})))
    talk = conversation or Conversation(home, clock=datetime.now, assistant=assistant)

    def reload(old: Conversation) -> Conversation:
        return Conversation(home, clock=datetime.now, memory=old.memory)

    bot = bot_run.Bot(read, talk, reload=reload)
    held: dict[str, Any] = {}
    ready = threading.Event()

    async def main() -> None:
        held["loop"], held["stop"] = asyncio.get_running_loop(), asyncio.Event()
        await bot_run.serve(bot, webhook, held["stop"], lambda text: ready.set())

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:
            held["error"] = error
        ready.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(30)
    try:
        yield bot
    finally:
        if thread.is_alive():
            held["loop"].call_soon_threadsafe(held["stop"].set)
            thread.join(60)
        assert not thread.is_alive(), "the bot does not stop"
        if "error" in held:
            raise held["error"]


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def let_in(fake: FakeTelegram, user: int, role: str = "petugas") -> None:
    """Invites somebody by way of the administrator's chat, as people do."""
    admin, person = fake.user(ADMIN, "Admin"), fake.user(user)
    before = len(fake.shown(ADMIN))
    admin.says(f"/undang {role}")
    fake.wait(lambda: len(fake.shown(ADMIN)) > before, why="for the code")
    code = fake.texts(ADMIN)[-1].split("/mulai ")[1].split()[0]
    person.says(f"/mulai {code}")
    fake.wait(lambda: fake.shown(user), why="for the welcome")


class Scripted(Conversation):
    """Answers with what it is given: the text of a question is the number of its answer.

    `hold`: answers only when it is set. `name`: that of a model it pretends to use.
    """

    script: tuple[Answer, ...] = ()
    hold: threading.Event | None = None
    name: str | None = None

    @property
    def model_name(self) -> str | None:
        return self.name

    def reply(self, user: str, chat: str, text: str, **_: Any) -> Reply:
        if self.hold is not None:
            self.hold.wait(30)
        return Reply("…", self.script[int(text)], None)
