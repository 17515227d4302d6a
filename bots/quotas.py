"""How much everybody may ask a day, by role, and what is left of it."""

from typing import Literal, NamedTuple

GROUP_ROLE = "grup"
What = Literal["tanya", "unggah", "model"]
WARN_AT = 0.8


class Quota(NamedTuple):
    """How much a day; None: no limit. A field per `What`."""

    tanya: int | None
    unggah: int | None
    model: int | None


QUOTAS: dict[str, Quota] = {
    "petugas": Quota(60, 5, 40),
    "konsultan": Quota(150, 30, 100),
    "sekber": Quota(300, 30, 200),
    "admin": Quota(None, None, None),
    GROUP_ROLE: Quota(100, 5, 40),
}


class Left(NamedTuple):
    """What is left today: `left` None is no limit; `warn`: little, so say so."""

    left: int | None
    limit: int | None
    warn: bool


def parse_quota(text: str) -> Quota | None:
    """ "60/5/40", "-" for no limit, as questions/uploads/model; None: not so written."""
    parts = [p.strip() for p in text.split("/")]
    if len(parts) != 3 or not all(p == "-" or p.isdecimal() for p in parts):
        return None
    return Quota(*(None if p == "-" else int(p) for p in parts))
