"""Law addresses: when a place meets a gold address, and gold cut to a coarser level."""

from collections.abc import Iterable, Sequence
from typing import Literal

from assistant.answer import Citation
from assistant.citing import is_practice
from assistant.retrieval import Passage

Level = Literal["regulation", "pasal", "ayat"]
# One hit or citation: every address that it stands for.
Addresses = tuple[str, ...]
Need = Sequence[str]


def meets(address: str, gold: str) -> bool:
    """Whether an address equals the gold one or is a part of it; never the reverse."""
    return address == gold or address.startswith(gold + "/")


def cut(address: str, level: Level) -> str:
    """The address without what is finer than a level; "ayat" leaves it as it is.

    A gold address that stops at the pasal, the annex or the regulation stays there.
    """
    parts = address.split("/")
    if level == "regulation":
        return parts[0]
    for n, part in enumerate(parts):
        if level == "pasal" and part.startswith(("pasal-", "lampiran")):
            return "/".join(parts[: n + 1])
    return address


def any_meets(addresses: Iterable[str], need: Need, level: Level) -> bool:
    """Whether one of the addresses meets one of the acceptable addresses of a need."""
    golds = {cut(gold, level) for gold in need}
    return any(meets(address, gold) for address in addresses for gold in golds)


def of_passage(passage: Passage) -> Addresses:
    """The place of a passage; a unit that tells practice also stands for its source."""
    best = passage.best
    return (passage.address, *(best.sumber[:1] if is_practice(best) else ()))


def of_citation(citation: Citation) -> str:
    """The law address that a citation names, as fine as it is."""
    named = (("pasal", citation.pasal), ("ayat", citation.ayat), ("huruf", citation.huruf))
    place = [f"{word}-{value.lower()}" for word, value in named if value]
    branch = "penjelasan" if citation.bagian == "penjelasan" else None
    if "Penjelasan" in citation.label:
        branch = "penjelasan"
    if citation.bagian == "lampiran" or (not citation.pasal and "Lampiran" in citation.label):
        branch = "lampiran"
    return "/".join([citation.regulation, *([branch] if branch else []), *place])
