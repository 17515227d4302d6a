"""Who may use the bot and how much: default deny, numeric ids only, quotas told before they bite.

access = Access(store, admins={1001}, quotas=QUOTAS)
access.person(1001)                       # Person(role="admin")
code = access.invite("petugas", "32.16", days=7, uses=3, by=1001, now=now)
access.redeem(2002, "Sari", code, now)    # Person, or None where the code is not good
"""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import delete, select

from bots.bot_database import day_of
from bots.bot_store import Store
from bots.bot_tables import Group, Invitation, User
from bots.quotas import QUOTAS, WARN_AT, Left, Quota, What, parse_quota

ROLES = ("petugas", "konsultan", "sekber", "admin")
# Letters and digits that nobody mistakes for one another.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 10
# Wrong codes and refusals a day before the bot says nothing more to a stranger.
STRANGER_LIMIT = 5


class Person(NamedTuple):
    """Somebody who may use the bot."""

    id: int
    role: str
    region: str | None
    quota: Quota


class Access:
    """Decides by what the database and the settings say; names are never looked at."""

    def __init__(
        self, store: Store, admins: frozenset[int], quotas: Mapping[str, Quota] = QUOTAS
    ) -> None:
        self.store, self.admins = store, admins
        self.quotas = {**QUOTAS, **quotas}

    def person(self, user: int, now: float) -> Person | None:
        """The person behind a numeric id, None where nobody let them in (any more)."""
        if user in self.admins:
            return Person(user, "admin", self._region(user), self.quotas["admin"])
        with self.store.session() as session:
            row = session.get(User, user)
        if row is None or not row.active or (row.until is not None and row.until < now):
            return None
        own = parse_quota(row.quotas) if row.quotas else None
        return Person(user, row.role, row.region, own or self.quotas[row.role])

    def _region(self, user: int) -> str | None:
        with self.store.session() as session:
            row = session.get(User, user)
            return row.region if row else None

    def left(self, payer: int, quota: Quota, what: What, now: float) -> Left:
        """What is left to somebody (or to a group, by its negative id) today."""
        limit: int | None = getattr(quota, what)
        if limit is None:
            return Left(None, None, False)
        used = self.store.used(payer, day_of(now)).get(what, 0)
        left = max(0, limit - used)
        return Left(left, limit, 0 < left <= limit - int(limit * WARN_AT))

    def invite(
        self, role: str, region: str | None, days: int, uses: int, by: int, now: float
    ) -> str:
        """A fresh code, shown once: only its digest is kept."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        until = now + timedelta(days=days).total_seconds()
        self.store.add(
            Invitation(
                digest=_digest(code), role=role, region=region, until=until, uses_left=uses,
                made_by=by, made_at=now,
            )
        )  # fmt: skip
        return code

    def redeem(self, user: int, name: str, code: str, now: float) -> Person | None:
        """Lets somebody in; a code that is unknown, used up or late gives None.

        Redeeming twice with one code costs one use: a restart may repeat a message.
        """
        with self.store.session() as session:
            wanted = select(Invitation).where(Invitation.digest == _digest(code))
            invitation = session.scalar(wanted)
            if invitation is None or invitation.until < now:
                return None
            row = session.get(User, user)
            again = row is not None and row.active and row.invitation == invitation.id
            if not again:
                if invitation.uses_left < 1 or (row is not None and not row.active):
                    return None
                invitation.uses_left -= 1
                if row is None:
                    row = User(id=user, joined_at=now, active=True, quotas=None, until=None)
                    session.add(row)
                row.name, row.role = name[:128], invitation.role
                row.region, row.invitation = invitation.region, invitation.id
        return self.person(user, now)

    def revoke(self, user: int) -> bool:
        """Shuts somebody out; True where they were in. Their old code works no more for them."""
        with self.store.session() as session:
            row = session.get(User, user)
            was = row is not None and row.active
            if row is not None:
                row.active = False
            return was

    def restore(self, user: int) -> bool:
        """Lets somebody in again who was shut out."""
        with self.store.session() as session:
            row = session.get(User, user)
            if row is None or row.active:
                return False
            row.active = True
            return True

    def set_quota(self, user: int, quota: str | None) -> bool:
        """Gives one person a quota of their own, or with None that of their role."""
        with self.store.session() as session:
            row = session.get(User, user)
            if row is not None:
                row.quotas = quota
            return row is not None

    def set_region(self, user: int, region: str, name: str, now: float) -> None:
        """Remembers the region of somebody."""
        with self.store.session() as session:
            row = session.get(User, user)
            if row is None:
                row = User(
                    id=user, name=name[:128], role="admin", active=True, joined_at=now,
                    until=None, invitation=None, quotas=None,
                )  # fmt: skip
                session.add(row)
            row.region = region

    def people(self) -> list[User]:
        """Everybody who was ever let in, the newest first."""
        with self.store.session() as session:
            return list(session.scalars(select(User).order_by(User.joined_at.desc())))

    def cancel_invitations(self) -> int:
        """Makes every open invitation worthless; how many there were."""
        with self.store.session() as session:
            rows = session.scalars(select(Invitation).where(Invitation.uses_left > 0)).all()
            for row in rows:
                row.uses_left = 0
            return len(rows)

    def group_allowed(self, chat: int) -> bool:
        """Whether the bot answers in a group."""
        with self.store.session() as session:
            return session.get(Group, chat) is not None

    def allow_group(self, chat: int, by: int, now: float) -> None:
        """Puts a group on the list."""
        with self.store.session() as session:
            if session.get(Group, chat) is None:
                session.add(Group(chat=chat, added_by=by, added_at=now))

    def forbid_group(self, chat: int) -> bool:
        """Takes a group off the list."""
        with self.store.session() as session:
            done = session.execute(delete(Group).where(Group.chat == chat))
            return bool(getattr(done, "rowcount", 0))


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()
