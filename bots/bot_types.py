"""What passes between Telegram and the handlers, free of the Telegram library."""

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant import messages as m
from bots.telegram_html import Block, clean, para, plain
from bots.telegram_pages import MOST_PAGES, Page, page, pages

Kind = Literal["text", "command", "button", "file", "other", "added", "edited"]
# What cannot be read gets a sentence of its own.
OtherKind = Literal["photo", "voice", "sticker", "video", "contact", "location", "poll", "other"]


@dataclass(frozen=True)
class FileIn:
    """A document that a user sent; `size` in bytes, None where Telegram does not say."""

    id: str
    name: str
    size: int | None


@dataclass(frozen=True)
class Incoming:
    """One update. `text` is the message, the caption or the data of a button; for a command,
    what follows it. `addressed`: private, mentioned or replied to. `at`: when it was written, seconds
    since 1970; None for a button. `replied`: the message it replies to, `replied_text` the text of
    that where it is ours. "edited" is a command whose message was changed."""

    update_id: int
    kind: Kind
    user: int
    chat: int
    message: int
    text: str = ""
    name: str = ""
    private: bool = True
    addressed: bool = True
    command: str = ""
    callback: str = ""
    file: FileIn | None = None
    other: OtherKind = "other"
    album: str | None = None
    forwarded: bool = False
    link: bool = False
    at: float | None = None
    replied: int | None = None
    replied_text: str = ""


class Out(BaseModel):
    """One thing to send, as it waits in the outbox.

    `buttons` are rows of (label, data). `edit`: the message to replace by this one. `file` is a
    path under the bot's folder; `rows` stay until everything was sent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["text", "photo", "document"] = "text"
    html: str = ""
    plain: str = ""
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    edit: int | None = None
    reply_to: int | None = None
    ask: bool = False
    file: str | None = None
    file_name: str | None = None
    content: str | None = None


@dataclass(frozen=True)
class Post:
    """An `Out` and the chat it goes to; `job`: the update whose job tells its progress here."""

    chat: int
    out: Out
    job: int | None = None


@dataclass
class Turn:
    """What handling one update gives: everything in it is written in one transaction.

    `toast` answers a pressed button. `usage` is (payer, what), `audit` (event, detail), `rows` are
    rows of any table, `guide` topic and state of a guided conversation. `scrub`: what was deleted
    must be gone from the database's log at once.
    """

    incoming: Incoming
    posts: list[Post] = field(default_factory=list)
    usage: list[tuple[int, str]] = field(default_factory=list)
    audit: list[tuple[str, str]] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)
    toast: str = ""
    progress: int | None = None
    guide: tuple[str | None, dict[str, Any]] | None = None
    scrub: bool = False

    def keep(self, topic: str, state: dict[str, Any]) -> None:
        """The guided conversation of this user in this chat goes on from `state`."""
        self.guide = (topic, state)

    def end(self) -> None:
        """The guided conversation of this user in this chat is over."""
        self.guide = (None, {})

    def say(self, blocks: list[Block], buttons: Any = (), *, ask: bool = False) -> None:
        """Adds a reply: up to three messages, and beyond that its start and a file."""
        self.posts += posts(self.incoming, blocks, buttons, ask=ask)


def has_id(update: Any) -> bool:
    """Whether something looks like an update at all."""
    return isinstance(update, dict) and type(update.get("update_id")) is int


def posts(
    incoming: Incoming, blocks: list[Block], buttons: Any = (), *, ask: bool = False
) -> list[Post]:
    """A reply as messages; the buttons stand under the last one."""
    rows = tuple(tuple((clean(a) or "…", b) for a, b in row) for row in buttons)
    found = pages(blocks) or [page([])]
    reply_to = None if incoming.private else incoming.message or None
    if len(found) > MOST_PAGES:
        note = page([para(m.BOT_LANJUTAN_BERKAS)])
        head = Out(html=found[0].html, plain=found[0].plain, reply_to=reply_to)
        whole = Out(
            kind="document", html=note.html, plain=note.plain, buttons=rows,
            file_name=m.BOT_BERKAS_JAWABAN, content=plain(blocks),
        )  # fmt: skip
        return [Post(incoming.chat, head), Post(incoming.chat, whole)]
    return [
        Post(incoming.chat, _out(p, rows if n == len(found) else (), n == 1, reply_to, ask))
        for n, p in enumerate(found, 1)
    ]


def _out(p: Page, rows: Any, first: bool, reply_to: int | None, ask: bool) -> Out:
    return Out(
        html=p.html, plain=p.plain, buttons=rows, reply_to=reply_to if first else None, ask=ask
    )
