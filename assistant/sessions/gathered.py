"""What several sessions hold together: counted by the database, for recaps and follow-up.

All take a connection, so that one caller sees one state: `with store.read() as c: counts(c, …)`.
"""

from collections import Counter, defaultdict
from datetime import date

from sqlalchemy import ColumnElement, Connection, false, func, select

from assistant.sessions.models import Entri, JenisEntri, Sesi
from assistant.sessions.rows import entry_of, session_of
from assistant.sessions.tables import ENTRI, SESI
from corpus.models import UrusanId


def within(since: date | None, until: date | None, daerah: str | None) -> list[ColumnElement[bool]]:
    """Conditions on sessions: first day within the span, region or its province."""
    conditions: list[ColumnElement[bool]] = []
    if since is not None:
        conditions.append(SESI.c.hari_pertama >= since)
    if until is not None:
        conditions.append(SESI.c.hari_pertama <= until)
    if daerah is not None:
        inside = SESI.c.daerah.startswith(f"{daerah}.") if "." not in daerah else false()
        conditions.append((SESI.c.daerah == daerah) | inside)
    return conditions


def counts(
    c: Connection,
    since: date,
    until: date,
    daerah: str | None = None,
    urusan: UrusanId | None = None,
) -> dict[str, Counter[str]]:
    """Entries of the sessions of a span by session and kind; of one urusan, or of all."""
    query = select(ENTRI.c.sesi, ENTRI.c.jenis, func.count()).join(SESI)
    for condition in _entries(since, until, daerah, urusan):
        query = query.where(condition)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for session_id, kind, number in c.execute(query.group_by(ENTRI.c.sesi, ENTRI.c.jenis)):
        found[session_id][kind] = number
    return dict(found)


def problems(
    c: Connection,
    since: date,
    until: date,
    daerah: str | None = None,
    urusan: UrusanId | None = None,
) -> Counter[tuple[str | None, str | None]]:
    """Problems of the sessions of a span by urusan and tahapan."""
    keys = (ENTRI.c.urusan, ENTRI.c.tahapan)
    query = select(*keys, func.count()).join(SESI).where(ENTRI.c.jenis == "masalah")
    for condition in _entries(since, until, daerah, urusan):
        query = query.where(condition)
    return Counter({(name, stage): n for name, stage, n in c.execute(query.group_by(*keys))})


def questions(
    c: Connection,
    since: date,
    until: date,
    daerah: str | None = None,
    urusan: UrusanId | None = None,
) -> list[tuple[str, str, int]]:
    """Questions of the sessions of a span, first asked first: text, status of answer, times."""
    keys = (ENTRI.c.teks, ENTRI.c.status)
    query = select(*keys, func.count()).join(SESI).where(ENTRI.c.jenis == "tanya")
    for condition in _entries(since, until, daerah, urusan):
        query = query.where(condition)
    query = query.group_by(*keys).order_by(func.min(ENTRI.c.dicatat), ENTRI.c.teks)
    return [(text, status, n) for text, status, n in c.execute(query)]


def of_kind(
    c: Connection,
    jenis: JenisEntri,
    since: date | None = None,
    until: date | None = None,
    daerah: str | None = None,
    undone_only: bool = False,
) -> list[tuple[Sesi, Entri]]:
    """Entries of one kind with their sessions, by due date where there is one."""
    query = select(ENTRI).join(SESI).where(ENTRI.c.jenis == jenis)
    for condition in _entries(since, until, daerah, None):
        query = query.where(condition)
    if undone_only:
        query = query.where(ENTRI.c.beres.is_(None))
    entries = [entry_of(r) for r in c.execute(query)]
    wanted = query.with_only_columns(ENTRI.c.sesi)
    held = {s.id: s for s in map(session_of, c.execute(select(SESI).where(SESI.c.id.in_(wanted))))}
    late = date.max
    entries.sort(key=lambda e: (e.tenggat or late, held[e.sesi].hari[0], e.sesi, e.nomor))
    return [(held[e.sesi], e) for e in entries]


def sessions(
    c: Connection,
    since: date | None = None,
    until: date | None = None,
    daerah: str | None = None,
) -> list[Sesi]:
    """Sessions by first day, both ends included; a province's code takes its regions in."""
    query = select(SESI).order_by(SESI.c.hari_pertama, SESI.c.id)
    for condition in within(since, until, daerah):
        query = query.where(condition)
    return [session_of(row) for row in c.execute(query)]


def _entries(
    since: date | None, until: date | None, daerah: str | None, urusan: UrusanId | None
) -> list[ColumnElement[bool]]:
    """Conditions on entries that are still there, in sessions of a span."""
    only = [] if urusan is None else [ENTRI.c.urusan == urusan]
    return [ENTRI.c.dihapus.is_(False), *only, *within(since, until, daerah)]
