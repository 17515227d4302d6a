"""A chat with the bot where a session runs: who says what, when, in reply to which message."""

from datetime import UTC, datetime
from typing import Any

from assistant import messages as m
from tests.fake_telegram import FakeTelegram, Person

GROUP = -100_500
SEKBER = 4004
Json = dict[str, Any]


def moment(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class Room:
    """One chat. `now`: the date that Telegram puts on messages; None: the real one."""

    def __init__(self, fake: FakeTelegram, chat: int, now: datetime | None = None) -> None:
        self.fake, self.chat, self.now = fake, chat, now

    def tell(self, person: Person, text: str, reply: Json | None = None) -> Json:
        """Sends a text without waiting; the message."""
        return person.says(text, self.chat, **self._more(reply))

    def file(self, person: Person, name: str, body: bytes) -> Json:
        """Sends a file without waiting; the message."""
        return person.sends(name, body, self.chat, **self._more(None))

    def edit(self, message: Json, text: str, at: datetime | None = None) -> None:
        """Changes the text of a message of a person."""
        date = int((at or self.now or datetime.now(UTC)).timestamp())
        changed = {**message, "text": text, "edit_date": date}
        self.fake.push(edited_message=changed)

    def says(self, person: Person, text: str, n: int = 1, reply: Json | None = None) -> list[str]:
        """The bot's texts after somebody said something, when there are `n`."""
        before = len(self.shown())
        self.tell(person, text, reply)
        return self.wait(before, n)

    def presses(self, person: Person, label: str, n: int = 1) -> list[str]:
        """The bot's new texts after a button was pressed."""
        before = len(self.shown())
        person.presses(label, self.chat)
        return self.wait(before, n)

    def changes(self, person: Person, label: str) -> str:
        """The text that a message has after its button was pressed."""
        before = len(self.fake.calls("editMessageText"))
        person.presses(label, self.chat)
        self.fake.wait(lambda: len(self.fake.calls("editMessageText")) > before)
        return str(self.last()["text"])

    def toast(self, person: Person, label: str) -> str:
        """What the one who pressed a button is told."""
        before = len(self.fake.calls("answerCallbackQuery"))
        person.presses(label, self.chat)
        self.fake.wait(lambda: len(self.fake.calls("answerCallbackQuery")) > before)
        return str(self.fake.calls("answerCallbackQuery")[-1]["p"].get("text") or "")

    def wait(self, before: int, n: int = 1, seconds: float = 60.0) -> list[str]:
        """The texts after the first `before`, when there are `n`, none of them a word of patience."""

        def come() -> bool:
            new = self.texts()[before:]
            return len(new) >= n and m.BOT_SEDANG not in new

        self.fake.wait(come, seconds, f"for {n} messages")
        return self.texts()[before:]

    def shown(self) -> list[Json]:
        """The bot's messages here."""
        return self.fake.shown(self.chat)

    def texts(self) -> list[str]:
        """Their texts and captions."""
        return self.fake.texts(self.chat)

    def last(self) -> Json:
        """The newest message of the bot."""
        return self.shown()[-1]

    def labels(self) -> list[str]:
        """The buttons of the newest message."""
        rows = (self.last().get("reply_markup") or {}).get("inline_keyboard") or []
        return [button["text"] for row in rows for button in row]

    def document(self, suffix: str) -> bytes:
        """The newest document with this suffix."""
        for message in reversed(self.shown()):
            held = message.get("document")
            if held and held["file_name"].endswith(suffix):
                return self.fake.files[held["file_id"]][1]
        raise AssertionError(f"no {suffix} in {self.texts()}")

    def _more(self, reply: Json | None) -> Json:
        more: Json = {} if self.now is None else {"date": int(self.now.timestamp())}
        if reply is not None:
            more["reply_to_message"] = {k: v for k, v in reply.items() if k != "reply_to_message"}
        return more
