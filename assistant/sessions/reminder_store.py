"""Which reminders were sent, and which chats want any."""

from datetime import date, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from assistant.sessions.database import Database
from assistant.sessions.rows import to_utc
from assistant.sessions.tables import LANGGANAN, PENGINGAT


def claim(
    store: Database, session_id: str, nomor: int, tenggat: date, tahap: str, pada: datetime
) -> bool:
    """Takes a reminder for sending; False where it was taken before, by anybody."""
    values = {
        "sesi": session_id, "nomor": nomor, "tenggat": tenggat,
        "tahap": tahap, "pada": to_utc(pada),
    }  # fmt: skip
    try:
        with store.write() as c:
            c.execute(insert(PENGINGAT).values(**values))
    except IntegrityError:
        return False
    return True


def claimed(store: Database) -> set[tuple[str, int, date, str]]:
    """All reminders ever taken."""
    p = PENGINGAT.c
    with store.read() as c:
        return {tuple(r) for r in c.execute(select(p.sesi, p.nomor, p.tenggat, p.tahap))}


def release(store: Database, session_id: str, nomor: int, tenggat: date, tahap: str) -> None:
    """Gives a reminder back that could not be sent."""
    p = PENGINGAT.c
    here = (p.sesi == session_id) & (p.nomor == nomor) & (p.tenggat == tenggat) & (p.tahap == tahap)
    with store.write() as c:
        c.execute(delete(PENGINGAT).where(here))


def subscribe(store: Database, chat: str, on: bool) -> None:
    """Turns reminders of a chat on or off."""
    with store.write() as c:
        c.execute(delete(LANGGANAN).where(LANGGANAN.c.chat == chat))
        if on:
            c.execute(insert(LANGGANAN).values(chat=chat))


def subscribed(store: Database) -> set[str]:
    """Chats that want reminders."""
    with store.read() as c:
        return set(c.scalars(select(LANGGANAN.c.chat)))
