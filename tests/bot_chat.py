"""What people do in a chat with the bot, and waiting for what comes of it."""

import time

from bots.bot_run import Bot
from tests.fake_telegram import FakeTelegram, Person

QUESTION = "siapa mengawasi SPM kabupaten?"


def new_texts(fake: FakeTelegram, chat: int, before: int, n: int = 1) -> list[str]:
    """The texts of the bot that came after the first `before`, when there are `n`."""
    fake.wait(lambda: len(fake.shown(chat)) >= before + n, why=f"for {n} messages")
    return fake.texts(chat)[before:]


def says(fake: FakeTelegram, person: Person, text: str, n: int = 1) -> list[str]:
    before = len(fake.shown(person.id))
    person.says(text)
    return new_texts(fake, person.id, before, n)


def presses(fake: FakeTelegram, person: Person, label: str, n: int = 1) -> list[str]:
    before = len(fake.shown(person.id))
    person.presses(label)
    return new_texts(fake, person.id, before, n)


def answers_in(fake: FakeTelegram, chat: int) -> list[str]:
    """The cited answers in a chat."""
    return [t for t in fake.texts(chat) if "Dasar:" in t]


def quiet(fake: FakeTelegram, bot: Bot) -> None:
    """Waits until nothing is left to be taken, handled or sent."""

    def still() -> bool:
        return not (fake.pending() or bot.service.waiting() or bot.service.delivery.waiting())

    fake.wait(lambda: still() and time.sleep(0.05) is None and still(), 60, "for the bot to rest")


def settle(fake: FakeTelegram, bot: Bot, n: int, chat: int) -> None:
    """Waits for n answers, and sees that none comes after them."""
    fake.wait(lambda: len(answers_in(fake, chat)) >= n, 60, f"for {n} answers")
    quiet(fake, bot)
    assert len(answers_in(fake, chat)) == n
