"""Reminders of action items, before and after the day they are due; each is given out once."""

from dataclasses import dataclass
from datetime import datetime

from assistant import format as tulis
from assistant import messages as m
from assistant.sessions import reminder_store
from assistant.sessions.gathered import of_kind
from assistant.sessions.models import Aktor, Entri, Sesi
from assistant.sessions.roles import require
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import region_name
from assistant.sessions.zones import local

FIRST_HOUR, LAST_HOUR = 8, 20
EARLY_DAYS, LONG_DAYS = 3, 7


@dataclass(frozen=True)
class Pengingat:
    """One reminder to send to the chat of its session; `tahap` is a key of SESI_PENGINGAT."""

    sesi: Sesi
    entri: Entri
    tahap: str
    teks: str


def set_reminders(store: SessionStore, aktor: Aktor, chat: str, on: bool) -> None:
    """Turns the reminders of a chat on or off; they are off until somebody asks for them.

    Raises:
        MasukanError: the actor is neither Sekber nor an administrator.
    """
    require(aktor, "kelola")
    reminder_store.subscribe(store, chat, on)


def due_reminders(store: SessionStore, now: datetime) -> list[Pengingat]:
    """Reminders that are to be sent now and were not taken yet, the earliest due first.

    After a silence only the stage of today is given, not those missed. Nothing is given at night
    in the session's own zone.
    """
    chats = reminder_store.subscribed(store)
    if not chats:
        return []
    taken = reminder_store.claimed(store)
    with store.read() as c:
        undone = of_kind(c, "tindaklanjut", undone_only=True)
    found = []
    for sesi, entry in undone:
        here = local(now, sesi.zona)
        if sesi.chat not in chats or entry.tenggat is None:
            continue
        left = (entry.tenggat - here.date()).days
        stage = stage_of(left)
        if stage is None or not FIRST_HOUR <= here.hour < LAST_HOUR:
            continue
        if (sesi.id, entry.nomor, entry.tenggat, stage) not in taken:
            found.append(Pengingat(sesi, entry, stage, _text(sesi, entry, stage, left)))
    return found


def take(store: SessionStore, reminder: Pengingat, now: datetime) -> bool:
    """Takes a reminder in the database; False where somebody took it before."""
    due = reminder.entri.tenggat
    return due is not None and reminder_store.claim(
        store, reminder.sesi.id, reminder.entri.nomor, due, reminder.tahap, now
    )


def take_reminders(store: SessionStore, now: datetime) -> list[Pengingat]:
    """What is due now, taken before it is returned: no second caller, and no later run, gets it."""
    return [one for one in due_reminders(store, now) if take(store, one, now)]


def give_back(store: SessionStore, reminder: Pengingat) -> None:
    """A reminder that could not be sent may be taken again."""
    due = reminder.entri.tenggat
    if due is not None:
        reminder_store.release(store, reminder.sesi.id, reminder.entri.nomor, due, reminder.tahap)


def stage_of(left: int) -> str | None:
    """The stage with so many days left (negative: past due); None while it is too early."""
    if left > EARLY_DAYS:
        return None
    if left >= 0:
        return {0: "hari_ini", 1: "besok"}.get(left, "awal")
    return "lewat" if -left < LONG_DAYS else "lama"


def _text(sesi: Sesi, entry: Entri, stage: str, left: int) -> str:
    assert entry.tenggat is not None
    head = m.SESI_PENGINGAT[stage].format(sisa=abs(left), hari=tulis.day(entry.tenggat))
    pic = f"; {m.SESI_PIC.format(pic=entry.pic)}" if entry.pic else ""
    body = m.SESI_PENGINGAT_ISI.format(
        nomor=entry.nomor, teks=entry.teks, daerah=region_name(sesi.daerah), pic=pic, sesi=sesi.id
    )
    return f"{head}\n{body}"
