"""Which of the three time zones a region lives in, and what day it is there.

The division by province is that of Keppres Nomor 41 Tahun 1987 with the provinces made since
(general knowledge, not read in its text). A session may say another zone, for a meeting by video.
"""

import re
from datetime import date, datetime, time, timedelta, timezone

from assistant import messages as m
from assistant.sessions.models import Zona
from corpus.errors import MasukanError

OFFSETS: dict[Zona, int] = {"WIB": 7, "WITA": 8, "WIT": 9}
WITA = frozenset("51 52 53 63 64 65 71 72 73 74 75 76".split())
WIT = frozenset("81 82 91 92 93 94 95 96".split())


def zone_of(kode: str) -> Zona:
    """The zone of a region's code: "32.73" is WIB."""
    province = kode[:2]
    if province in WIT:
        return "WIT"
    return "WITA" if province in WITA else "WIB"


def local(moment: datetime, zona: Zona) -> datetime:
    """The same moment on the clocks of a zone. `moment` must know its own zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment.isoformat()}")
    return moment.astimezone(timezone(timedelta(hours=OFFSETS[zona]), zona))


def day_in(moment: datetime, zona: Zona) -> date:
    """The calendar day of a moment in a zone."""
    return local(moment, zona).date()


def to_zone(text: str) -> Zona:
    """A zone by its name.

    Raises:
        MasukanError: it is none.
    """
    for zone in OFFSETS:
        if text.strip().upper() == zone:
            return zone
    raise MasukanError(m.SESI_ZONA_TAK_DIKENAL.format(nilai=text))


def to_hour(text: str) -> time:
    """ "09.00", "9:30" or "13".

    Raises:
        MasukanError: it is no hour.
    """
    found = re.fullmatch(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?", text.strip())
    if found is None:
        raise MasukanError(m.SESI_JAM_SALAH.format(nilai=text))
    return time(int(found[1]), int(found[2] or 0))
