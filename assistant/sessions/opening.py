"""What a chat says to open a session, or to add to one: "Kota Bandung | evaluasi TW II", then details.

    bimtek Kota Bandung | evaluasi TW II
    tempat: Aula Bappeda
    fasilitator: Tim Sekber
    peserta: Rina (Dinas Kesehatan); Budi - Dinas Pendidikan

A detail stands on a line of its own or after a bar. Several days, people or facilitators are parted
by semicolons.
"""

import re
from datetime import date, time

from assistant import messages as m
from assistant.sessions.models import Kegiatan, Peserta, Zona
from assistant.sessions.notes import to_day
from assistant.sessions.persons import parse_participant
from assistant.sessions.places import kind_of, parse_opening
from assistant.sessions.zones import to_hour, to_zone
from corpus.errors import MasukanError
from corpus.models import Model

KEYS = "jenis|topik|tempat|fasilitator|peserta|hari|tanggal|jam|pukul|zona|keluaran"
DETAIL = re.compile(
    rf"(?:^|[|\n])\s*({KEYS})\s*[:=]\s*([^\n]*?)(?=\s*(?:\|\s*(?:{KEYS})\s*[:=]|\n|$))",
    re.IGNORECASE,
)
BY_VIDEO = re.compile(r"(?:daring|video|virtual)\b[\s,:-]*", re.IGNORECASE)


class Rincian(Model):
    """Details of a session as somebody said them; empty or None: not said."""

    jenis: Kegiatan | None = None
    topik: str | None = None
    hari: tuple[date, ...] = ()
    jam: time | None = None
    zona: Zona | None = None
    tempat: str | None = None
    daring: bool | None = None
    fasilitator: tuple[str, ...] = ()
    peserta: tuple[Peserta, ...] = ()
    keluaran: str | None = None


def parse_request(text: str, hari: date) -> tuple[str, str, Kegiatan, Rincian]:
    """Region's name, topic, kind and details of an opening.

    Args:
        hari: The day that it is said, for dates without a year.

    Raises:
        MasukanError: no topic, or a detail that cannot be understood.
    """
    head, details = parse_details(text, hari)
    if details.topik and "|" not in head:
        head = f"{head} | {details.topik}"
    place, topic, kind = parse_opening(" ".join(head.split()))
    return place, topic, details.jenis or kind, details


def parse_details(text: str, hari: date) -> tuple[str, Rincian]:
    """What is left of a text without its details, and these.

    Raises:
        MasukanError: a detail that cannot be understood.
    """
    said: dict[str, str] = {}
    for key, value in DETAIL.findall(text):
        if value.strip():
            said[key.lower()] = value.strip()
    held: dict[str, object] = {k: said[k] for k in ("topik", "keluaran") if k in said}
    if "jenis" in said:
        held["jenis"] = kind_of(said["jenis"])
    if found := said.get("hari") or said.get("tanggal"):
        held["hari"] = tuple(to_day(part, hari) for part in _listed(found))
    if hour := said.get("jam") or said.get("pukul"):
        held["jam"] = to_hour(hour)
    if "zona" in said:
        held["zona"] = to_zone(said["zona"])
    if "tempat" in said:
        by_video = BY_VIDEO.match(said["tempat"])
        place = said["tempat"][by_video.end() :] if by_video else said["tempat"]
        held |= {"tempat": place or None, "daring": by_video is not None}
    held["fasilitator"] = tuple(_listed(said.get("fasilitator", "")))
    held["peserta"] = people(said.get("peserta", ""))
    return DETAIL.sub("", text).strip(), Rincian.model_validate(held)


def people(text: str) -> tuple[Peserta, ...]:
    """Participants of "Rina (Dinas Kesehatan); Budi - Disdik"."""
    return tuple(p for one in _listed(text) if (p := parse_participant(one)) is not None)


def detail(name: str, text: str, hari: date) -> Rincian:
    """One detail by its name.

    Raises:
        MasukanError: nothing said, or it cannot be understood.
    """
    if not text.strip():
        raise MasukanError(m.SESI_RINCIAN_KOSONG.format(nama=name))
    return parse_details(f"{name}: {' '.join(text.split())}", hari)[1]


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
