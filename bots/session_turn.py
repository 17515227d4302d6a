"""What every session handler gets: who acts, when the message was written, what runs in its chat.

The moment of a message is Telegram's own: a session opened just before midnight, and handled after
it, belongs to the day before, and a message handled again after a crash is the same one as before.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from assistant.sessions.models import Aktor, Sesi
from assistant.sessions.store import SessionStore
from bots.access import Person
from bots.bot_types import Out, Post, Turn
from bots.office import Office
from bots.quotas import GROUP_ROLE
from bots.telegram_html import Block
from bots.telegram_pages import page

SECOND = 1_000_000


@dataclass(frozen=True)
class SessionTurn:
    """One update as the session handlers see it.

    Attributes:
        running: The session that ran in the chat at that moment.
        actor: Who acts, with the role that decides what they may do.
        viewer: Whose eyes decide what is shown here: in a group everybody reads along, so there
            it is a participant of that group, whoever asks.
        now: When the message was written; for a button, when it was pressed.
        key: The key of the message, the same one whenever it comes again.
    """

    office: Office
    turn: Turn
    person: Person
    store: SessionStore
    running: Sesi | None
    actor: Aktor
    viewer: Aktor
    now: datetime
    key: str

    def say(self, *blocks: Block) -> None:
        """Adds a reply."""
        self.turn.say(list(blocks))

    def note(self, event: str, detail: str) -> None:
        """Adds an event to the audit trail; never a text of a message."""
        self.turn.audit.append((event, detail))


async def session_turn(office: Office, turn: Turn, person: Person | None = None) -> SessionTurn:
    """The turn of an update; `person` None: whoever pressed a button."""
    own = turn.incoming
    person = person or who(office, own.user)
    now = moment(office, turn)
    store: SessionStore = await office.work(lambda: office.sessions)
    running = await office.work(store.running_at, str(own.chat), now)
    actor = actor_of(person, own.chat)
    seen = actor if own.private else actor.model_copy(update={"peran": "peserta"})
    key = message_key(own.chat, own.message)
    return SessionTurn(office, turn, person, store, running, actor, seen, now, key)


def who(office: Office, user: int) -> Person:
    """Somebody who was let in, or a member of a group that is on the list."""
    known = office.access.person(user, office.now())
    return known or Person(user, GROUP_ROLE, None, office.access.quotas[GROUP_ROLE])


def actor_of(person: Person, chat: int) -> Aktor:
    """The person as the sessions know them: administrator, Sekber, or a participant."""
    role = person.role if person.role in ("admin", "sekber") else "peserta"
    return Aktor.model_validate({"id": str(person.id), "peran": role, "chat": str(chat)})


def message_key(chat: int, message: int) -> str:
    """The key under which a message is kept."""
    return f"{chat}/{message}"


def moment(office: Office, turn: Turn) -> datetime:
    """When the message was written, or now where a button was pressed."""
    own = turn.incoming
    if own.at is None:
        return datetime.fromtimestamp(office.now(), UTC)
    return written(own.at, own.message)


def written(at: float, message: int) -> datetime:
    """The moment of a message. Telegram tells seconds; the message's number, which grows within
    its chat, puts those of one second in their order."""
    return datetime.fromtimestamp(at, UTC) + timedelta(microseconds=message % SECOND)


def card(turn: Turn, blocks: list[Block], buttons: list[list[tuple[str, str]]]) -> None:
    """Puts blocks and buttons in place of the message whose button was pressed."""
    shown = page(blocks)
    rows = tuple(tuple(row) for row in buttons)
    edit = turn.incoming.message
    out = Out(html=shown.html, plain=shown.plain, buttons=rows, edit=edit)
    turn.posts.append(Post(turn.incoming.chat, out))
