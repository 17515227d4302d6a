"""What administrators do: let people in and out, look at counts, tell everybody something."""

import re
from datetime import datetime

from assistant import messages as m
from assistant.format import day as written_day
from assistant.format import number
from bots import retention
from bots.access import ROLES, Person
from bots.bot_database import day_of
from bots.bot_types import Post, Turn, posts
from bots.office import Office, for_region, only_private, region_name
from bots.quotas import parse_quota
from bots.telegram_html import Span, para, title
from corpus.regions import regions

MOST_LISTED = 40
DAYS, MOST_DAYS, MOST_USES = 7, 365, 500
BROADCAST = "siaran"


async def invite(office: Office, turn: Turn, person: Person) -> None:
    """/undang peran [daerah] [hari] [kali], /undang batal, /undang grup, /undang cabut."""
    own, words = turn.incoming, turn.incoming.text.lower().split()
    if words[:1] == ["grup"] and not own.private:
        office.access.allow_group(own.chat, own.user, office.now())
        turn.audit.append(("grup_buka", ""))
        turn.say([para(m.BOT_GRUP_DIBUKA)])
        return
    if words[:1] == ["cabut"] and not own.private:
        office.access.forbid_group(own.chat)
        turn.audit.append(("grup_tutup", ""))
        turn.say([para(m.BOT_GRUP_DITUTUP)])
        return
    if not only_private(turn):
        return
    if words == ["batal"]:
        turn.audit.append(("undang_batal", ""))
        turn.say([para(m.BOT_UNDANG_BATAL.format(n=number(office.access.cancel_invitations())))])
        return
    asked = _invitation(words)
    if asked is None:
        turn.say([para(m.BOT_UNDANG_CARA)])
        return
    role, region, days, uses = asked
    now = office.now()
    code = office.access.invite(role, region, days, uses, own.user, now)
    until = written_day(datetime.fromtimestamp(now + days * retention.DAY).date())
    text = m.BOT_UNDANG_KODE.format(
        kode=code, peran=m.BOT_ROLES[role], daerah=for_region(region), sampai=until,
        kali=number(uses),
    )  # fmt: skip
    turn.audit.append(("undang", f"{role} {region or ''} {days} {uses}"))
    turn.say([para(text), para(Span(f"/mulai {code}", "code"))])


def _invitation(words: list[str]) -> tuple[str, str | None, int, int] | None:
    """Role, region, days and uses; None: not so written."""
    if not words or words[0] not in ROLES:
        return None
    rest, region = words[1:], None
    if rest and rest[0] in regions():
        region, rest = rest[0], rest[1:]
    if len(rest) > 2 or not all(re.fullmatch(r"\d{1,4}", w) for w in rest):
        return None
    days, uses = [*map(int, rest), *(DAYS, 1)[len(rest) :]]
    if not (1 <= days <= MOST_DAYS and 1 <= uses <= MOST_USES):
        return None
    return words[0], region, days, uses


async def people(office: Office, turn: Turn, person: Person) -> None:
    """Lists everybody, or shuts somebody out, lets them in again, or sets a quota."""
    if not only_private(turn):
        return
    words = turn.incoming.text.split()
    if len(words) >= 2 and re.fullmatch(r"\d{1,15}", words[1]):
        _change(office, turn, words[0].lower(), int(words[1]), words[2:])
        return
    rows = office.access.people()
    lines = [
        m.BOT_PENGGUNA_BARIS.format(
            id=r.id, nama=r.name or "-", peran=m.BOT_ROLES[r.role],
            daerah=region_name(r.region) or "-", status=m.BOT_PENGGUNA_AKTIF[r.active],
        )
        for r in rows[:MOST_LISTED]
    ]  # fmt: skip
    head = title(m.BOT_PENGGUNA.format(n=number(len(rows))))
    turn.say([head, *([para("\n".join(lines))] if lines else []), para(m.BOT_PENGGUNA_CARA)])


def _change(office: Office, turn: Turn, what: str, user: int, rest: list[str]) -> None:
    access, text = office.access, m.BOT_PENGGUNA_CARA
    if what == "cabut":
        text = m.BOT_PENGGUNA_DICABUT if access.revoke(user) else m.BOT_PENGGUNA_TAK_ADA
    elif what == "pulih":
        text = m.BOT_PENGGUNA_DIPULIHKAN if access.restore(user) else m.BOT_PENGGUNA_TAK_ADA
    elif what == "kuota" and len(rest) == 1:
        own = None if rest[0] == "bawaan" else rest[0]
        if own is None or parse_quota(own):
            done = access.set_quota(user, own)
            text = m.BOT_PENGGUNA_KUOTA if done else m.BOT_PENGGUNA_TAK_ADA
    turn.audit.append((f"pengguna_{what}"[:24], str(user)))
    turn.say([para(text.format(id=user))])


async def statistics(office: Office, turn: Turn, person: Person) -> None:
    """Counts of today and in all."""
    found = retention.figures(office.store, day_of(office.now()))
    shown = {name: number(n) for name, n in found.items()}
    turn.say([para(text.format(**shown)) for text in m.BOT_STATISTIK])


async def broadcast(office: Office, turn: Turn, person: Person) -> None:
    """Shows an announcement and asks before it goes to everybody."""
    if not only_private(turn):
        return
    own = turn.incoming
    if not own.text:
        turn.say([para(m.BOT_SIARAN_CARA)])
        return
    turn.keep(BROADCAST, {"teks": own.text})
    n = number(len(_readers(office, own.user)))
    buttons = [[(m.BOT_SIARAN_KIRIM, "s:ya"), (m.BOT_HAPUS_TIDAK, "s:tidak")]]
    turn.say([para(own.text), para(Span(m.BOT_SIARAN_TANYA.format(n=n), "i"))], buttons)


async def broadcast_for_sure(office: Office, turn: Turn, rest: list[str]) -> None:
    """Puts the announcement into everybody's chat."""
    own = turn.incoming
    held = office.store.conversation(own.user, own.chat)
    person = office.access.person(own.user, office.now())
    if held is None or held[0] != BROADCAST or person is None or person.role != "admin":
        turn.toast = m.BOT_TOMBOL_BASI
        return
    turn.end()
    if rest != ["ya"]:
        turn.say([para(m.BOT_DIBATALKAN)])
        return
    readers = _readers(office, own.user)
    pages = posts(own, [title(m.BOT_SIARAN_JUDUL), para(held[1]["teks"])])
    turn.posts += [Post(user, p.out) for user in readers for p in pages]
    turn.audit.append(("siaran", str(len(readers))))
    turn.say([para(m.BOT_SIARAN_TERKIRIM.format(n=number(len(readers))))])


def _readers(office: Office, sender: int) -> list[int]:
    """Everybody who is in, but the sender."""
    now = office.now()
    known = {r.id for r in office.access.people()} | office.access.admins
    return sorted(u for u in known if u != sender and office.access.person(u, now))
