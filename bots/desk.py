"""Which handler gets which update, and whether the person may. Default deny."""

from collections.abc import Awaitable, Callable

from assistant import messages as m
from bots import (
    account_handlers,
    admin_handlers,
    curated_handlers,
    law_handlers,
    question_handlers,
    score_guide,
    session_buttons,
    session_following,
    session_handlers,
    session_notes,
    session_overview,
    session_questions,
    uploads,
)
from bots.access import Person
from bots.bot_types import Turn
from bots.office import Office
from bots.quotas import GROUP_ROLE
from bots.telegram_html import para
from corpus.errors import CorpusError, SpmError

Command = Callable[[Office, Turn, Person], Awaitable[None]]
Press = Callable[[Office, Turn, list[str]], Awaitable[None]]


async def check(office: Office, turn: Turn, person: Person) -> None:
    """/cek: how to have a file checked."""
    turn.say([para(m.BOT_CEK.format(batas=office.upload_mb))])


COMMANDS: dict[str, Command] = {
    "mulai": account_handlers.start,
    "start": account_handlers.start,
    "bantuan": account_handlers.help_text,
    "help": account_handlers.help_text,
    "tanya": session_questions.ask,
    "cek": check,
    "skor": score_guide.begin,
    "urusan": law_handlers.urusan,
    "peraturan": law_handlers.regulation,
    "sumber": law_handlers.sources,
    "daerah": account_handlers.region,
    "sesi": session_handlers.session,
    "catat": session_notes.note,
    "ubah": session_notes.rewrite,
    "hapus": session_notes.remove,
    "privasi": account_handlers.privacy,
}
ADMIN_COMMANDS: dict[str, Command] = {
    "undang": admin_handlers.invite,
    "pengguna": admin_handlers.people,
    "statistik": admin_handlers.statistics,
    "belum_terjawab": curated_handlers.unanswered,
    "jawab": curated_handlers.answer,
    "siaran": admin_handlers.broadcast,
}
# The first letter of a button's data; what follows are its arguments, a colon between them.
BUTTONS: dict[str, Press] = {
    "b": question_handlers.open_source,
    "l": question_handlers.go_on,
    "k": question_handlers.complain,
    "a": question_handlers.take_reason,
    "u": law_handlers.services,
    "d": account_handlers.choose_region,
    "h": account_handlers.forget_for_sure,
    "s": admin_handlers.broadcast_for_sure,
    "g": score_guide.press,
    "f": uploads.send_result,
    "n": session_buttons.press,
    "t": session_following.press,
    "z": session_overview.press,
}
MOST_ALBUMS = 500


class Desk:
    """Handles updates: `await desk.handle(turn)` fills the turn."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._albums: dict[tuple[int, str], None] = {}

    async def handle(self, turn: Turn) -> None:
        """The reply to one update. A user's mistake is a sentence; our own is raised."""
        try:
            await self._handle(turn)
        except CorpusError:
            raise
        except SpmError as error:
            turn.say([para(str(error))])

    async def _handle(self, turn: Turn) -> None:
        own, office = turn.incoming, self._office
        if own.kind == "edited":
            await session_notes.edited(office, turn)
            return
        person = office.access.person(own.user, office.now())
        if not own.private:
            person = await self._in_group(turn, person)
            if person is None:
                return
        elif person is None:
            await account_handlers.stranger(office, turn)
            return
        if own.kind == "button":
            await self._button(turn, person)
        elif own.kind == "command":
            await self._command(turn, person)
        elif own.kind == "file":
            await uploads.receive(office, turn, person)
        elif own.kind == "other":
            self._other(turn)
        elif own.link:
            turn.say([para(m.BOT_TAUTAN)])
        elif own.kind == "text" and not await self._guided(turn, person):
            await session_questions.ask(office, turn, person)

    async def _in_group(self, turn: Turn, person: Person | None) -> Person | None:
        """The person in a group; None: nothing more to do."""
        own, office = turn.incoming, self._office
        is_admin = person is not None and person.role == "admin"
        if own.kind == "added" and is_admin:
            office.access.allow_group(own.chat, own.user, office.now())
            turn.audit.append(("grup_buka", ""))
            turn.say([para(m.BOT_GRUP_DIBUKA)])
            return None
        if not own.addressed:
            return None
        if not office.access.group_allowed(own.chat):
            if is_admin and own.kind == "command" and own.command == "undang":
                return person
            await account_handlers.unlisted_group(office, turn)
            return None
        if own.kind == "added":
            return None
        return person or Person(own.user, GROUP_ROLE, None, office.access.quotas[GROUP_ROLE])

    async def _command(self, turn: Turn, person: Person) -> None:
        name = turn.incoming.command
        if name in ADMIN_COMMANDS:
            if person.role != "admin":
                turn.audit.append(("bukan_admin", name[:64]))
                turn.say([para(m.BOT_HANYA_ADMIN)])
                return
            await ADMIN_COMMANDS[name](self._office, turn, person)
        elif name in COMMANDS:
            await COMMANDS[name](self._office, turn, person)
        elif turn.incoming.private:
            turn.say([para(m.BOT_PERINTAH_TAK_DIKENAL.format(perintah=name[:32]))])

    async def _button(self, turn: Turn, person: Person) -> None:
        kind, *rest = turn.incoming.text.split(":")
        press = BUTTONS.get(kind)
        if press is None or (press is admin_handlers.broadcast_for_sure and person.role != "admin"):
            turn.toast = m.BOT_TOMBOL_BASI
            return
        await press(self._office, turn, rest)

    async def _guided(self, turn: Turn, person: Person) -> bool:
        """Whether a guided conversation took the text."""
        own, office = turn.incoming, self._office
        if await session_notes.take(office, turn, person):
            return True
        held = office.store.conversation(own.user, own.chat)
        if held is None:
            return False
        if held[0] == question_handlers.REASON:
            await question_handlers.take_note(office, turn, person, held[1])
            return True
        return held[0] == score_guide.TOPIC and await score_guide.take(
            office, turn, person, held[1]
        )

    def _other(self, turn: Turn) -> None:
        """A helpful sentence for what cannot be read, once an album."""
        own = turn.incoming
        if own.album is not None:
            if (own.chat, own.album) in self._albums:
                return
            self._albums[own.chat, own.album] = None
            if len(self._albums) > MOST_ALBUMS:
                self._albums.pop(next(iter(self._albums)))
        turn.say([para(m.BOT_BUKAN_BERKAS[own.other])])
