"""Sessions and their entries, kept; safe to use from several threads and processes."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, insert, or_, select, update

from assistant import messages as m
from assistant.sessions.entry_store import EntryStore
from assistant.sessions.models import Sesi
from assistant.sessions.rows import session_of, session_values, to_utc
from assistant.sessions.tables import ENTRI, PENGINGAT, SESI
from corpus.errors import MasukanError


class SessionStore(EntryStore):
    """The whole store."""

    def add(self, sesi: Sesi, asal: str | None, prefix: str) -> tuple[Sesi, bool]:
        """Keeps a new session under the first free id of `prefix`.

        Returns:
            The session and whether it is new; the same `asal` gives the one it gave before.

        Raises:
            MasukanError: a session runs in this chat already.
        """
        with self.write() as c:
            if asal is not None:
                row = c.execute(select(SESI).where(SESI.c.asal == asal)).first()
                if row is not None:
                    return session_of(row), False
            if sesi.chat is not None:
                running = c.execute(_running(sesi.chat)).first()
                if running is not None:
                    raise MasukanError(m.SESI_MASIH_BERJALAN.format(id=running.id))
            taken = set(c.scalars(select(SESI.c.id).where(SESI.c.id.startswith(f"{prefix}-"))))
            number = next(n for n in range(1, len(taken) + 2) if f"{prefix}-{n}" not in taken)
            kept = sesi.model_copy(update={"id": f"{prefix}-{number}"})
            c.execute(insert(SESI).values(**session_values(kept), asal=asal, nomor_terakhir=0))
        return kept, True

    def session(self, session_id: str) -> Sesi | None:
        """A session by id."""
        with self.read() as c:
            row = c.execute(select(SESI).where(SESI.c.id == session_id.strip())).first()
        return session_of(row) if row else None

    def running(self, chat: str) -> Sesi | None:
        """The session that runs in a chat."""
        with self.read() as c:
            row = c.execute(_running(chat)).first()
        return session_of(row) if row else None

    def running_at(self, chat: str, moment: datetime) -> Sesi | None:
        """The session that ran in a chat at a moment, the end of it included."""
        at = to_utc(moment)
        wanted = select(SESI).where(
            SESI.c.chat == chat, SESI.c.dibuka <= at,
            or_(SESI.c.ditutup.is_(None), SESI.c.ditutup >= at),
        )  # fmt: skip
        with self.read() as c:
            row = c.execute(wanted.order_by(SESI.c.dibuka.desc()).limit(1)).first()
        return session_of(row) if row else None

    def latest(self, chat: str) -> Sesi | None:
        """The session of a chat that was opened last, running or closed."""
        wanted = select(SESI).where(SESI.c.chat == chat)
        with self.read() as c:
            row = c.execute(wanted.order_by(SESI.c.dibuka.desc()).limit(1)).first()
        return session_of(row) if row else None

    def change(self, session_id: str, **fields: object) -> Sesi:
        """Changes named fields of a session."""
        with self.write() as c:
            row = c.execute(select(SESI).where(SESI.c.id == session_id)).one()
            changed = session_of(row).model_copy(update=fields)
            c.execute(update(SESI).where(SESI.c.id == session_id).values(**session_values(changed)))
        return changed

    def delete(self, session_id: str) -> int:
        """Removes a session with all that belongs to it; how many entries that were."""
        with self.write() as c:
            gone = c.execute(delete(ENTRI).where(ENTRI.c.sesi == session_id)).rowcount
            c.execute(delete(PENGINGAT).where(PENGINGAT.c.sesi == session_id))
            c.execute(delete(SESI).where(SESI.c.id == session_id))
        self.scrub()
        return gone


def _running(chat: str) -> Select[Any]:
    return select(SESI).where(SESI.c.chat == chat, SESI.c.ditutup.is_(None))
