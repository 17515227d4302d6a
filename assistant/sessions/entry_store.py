"""The entries of sessions, kept.

A message is written under the key that its front gives it (`asal`), so that the same message
twice is one entry, a newer text wins whatever the order of arrival, and what was removed stays
removed even where the message comes again. Removed text is wiped; the row stays, for its number.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from assistant import messages as m
from assistant.sessions.database import Database
from assistant.sessions.models import Bidang, Entri
from assistant.sessions.rows import entry_of, entry_values, to_utc
from assistant.sessions.tables import ENTRI, SESI
from corpus.errors import MasukanError

FIELDS = tuple(Bidang.model_fields)
# What a new text of the same message leaves as it is.
KEPT = ("nomor", "asal", "penulis", "pasti", "beres", "beres_catatan")
WIPED = {
    "teks": "", "pic": None, "isi": None, "status": None, "beres_catatan": None, "dihapus": True,
}  # fmt: skip


class EntryStore(Database):
    """The entries' part of the store."""

    def put(self, entri: Entri) -> Entri | None:
        """Keeps an entry under its `asal`, or brings the kept one up to date.

        Returns:
            What is now kept; None where this message was removed before.

        Raises:
            MasukanError: the session was closed before this message was written.
        """
        with self.write() as c:
            row = self._find(c, entri.sesi, asal=entri.asal) if entri.asal else None
            if row is not None:
                return self._merge(c, row, entri)
            self._refuse_late(c, entri)
            return self._insert(c, entri)

    def rewrite(self, entri: Entri) -> Entri | None:
        """Brings the entry of this number up to date, as `put` does.

        Raises:
            MasukanError: the session is closed.
        """
        with self.write() as c:
            row = self._find(c, entri.sesi, nomor=entri.nomor)
            return self._merge(c, row, entri) if row is not None else None

    def entry(
        self, session_id: str, nomor: int | None = None, asal: str | None = None
    ) -> Entri | None:
        """One entry by number or by the key of its message; None also for a removed one."""
        with self.read() as c:
            row = self._find(c, session_id, nomor, asal)
        return entry_of(row) if row is not None and not row.dihapus else None

    def removed(self, session_id: str, nomor: int | None = None, asal: str | None = None) -> bool:
        """Whether there was such an entry and it was removed."""
        with self.read() as c:
            row = self._find(c, session_id, nomor, asal)
        return row is not None and bool(row.dihapus)

    def entries(self, session_id: str) -> list[Entri]:
        """A session's entries, the first written first."""
        query = select(ENTRI).where(ENTRI.c.sesi == session_id, ENTRI.c.dihapus.is_(False))
        with self.read() as c:
            return [entry_of(r) for r in c.execute(query.order_by(ENTRI.c.dicatat, ENTRI.c.nomor))]

    def change_entry(self, session_id: str, nomor: int, **fields: object) -> Entri:
        """Changes named fields of an entry."""
        here = (ENTRI.c.sesi == session_id) & (ENTRI.c.nomor == nomor)
        with self.write() as c:
            c.execute(update(ENTRI).where(here).values(**fields))
            return entry_of(self._find(c, session_id, nomor))

    def remove(self, session_id: str, nomor: int | None, asal: str | None, pada: datetime) -> bool:
        """Wipes an entry for good; a message that was never seen is remembered as removed.

        Returns:
            Whether there was an entry to remove.
        """
        at = to_utc(pada)
        with self.write() as c:
            row = self._find(c, session_id, nomor, asal)
            if row is None:
                if asal is not None and nomor is None:
                    blank = Entri(
                        sesi=session_id, nomor=0, jenis="masalah", teks="", penulis="-", asal=asal,
                        dicatat=pada,
                    )  # fmt: skip
                    made = self._insert(c, blank)
                    here = (ENTRI.c.sesi == session_id) & (ENTRI.c.nomor == made.nomor)
                    c.execute(update(ENTRI).where(here).values(**WIPED))
                return False
            if row.dihapus:
                return False
            c.execute(update(ENTRI).where(ENTRI.c.pk == row.pk).values(**WIPED, diubah=at))
        self.scrub()
        return True

    def _merge(self, c: Connection, row: Any, entri: Entri) -> Entri | None:
        """The newer text wins, by the time it was written and then by the text itself."""
        if row.dihapus:
            return None
        pada = to_utc(entri.dicatat)
        values: dict[str, Any] = {
            "dicatat": min(pada, row.dicatat),
            "diubah": max(pada, row.diubah),
        }
        if (row.jenis, row.teks) != (entri.jenis, entri.teks):
            self._refuse_late(c, entri)
            if (pada, entri.jenis, entri.teks) > (row.diubah, row.jenis, row.teks):
                kept = (*KEPT, *FIELDS) if row.pasti else KEPT
                new = {n: v for n, v in entry_values(entri).items() if n not in kept}
                values = {**new, **values}
        c.execute(update(ENTRI).where(ENTRI.c.pk == row.pk).values(**values))
        return entry_of(self._find(c, row.sesi, nomor=row.nomor))

    def _refuse_late(self, c: Connection, entri: Entri) -> None:
        closed = c.scalar(select(SESI.c.ditutup).where(SESI.c.id == entri.sesi))
        if closed is not None and to_utc(entri.dicatat) > closed:
            raise MasukanError(m.SESI_SUDAH_DITUTUP.format(id=entri.sesi))

    def _insert(self, c: Connection, entri: Entri) -> Entri:
        here = SESI.c.id == entri.sesi
        c.execute(update(SESI).where(here).values(nomor_terakhir=SESI.c.nomor_terakhir + 1))
        number = c.scalar(select(SESI.c.nomor_terakhir).where(here))
        kept = entri.model_copy(update={"nomor": number})
        c.execute(
            insert(ENTRI).values(**entry_values(kept), dihapus=False, diubah=to_utc(kept.dicatat))
        )
        return kept

    def _find(
        self, c: Connection, session_id: str, nomor: int | None = None, asal: str | None = None
    ) -> Any:
        key = ENTRI.c.nomor == nomor if nomor is not None else ENTRI.c.asal == asal
        return c.execute(select(ENTRI).where(ENTRI.c.sesi == session_id, key)).first()
