"""A model's text as sentences with their marks; a list keeps its header."""

import re
from dataclasses import dataclass

MARK = re.compile(r"\[(\d+)\]")
MARKS_AFTER_END = re.compile(r"([.!?:;,])\s*((?:\[\d+\][\s,]*)+)")
MANY = re.compile(r"\[(\d+(?:\s*[,;]\s*\d+)+)\]")
ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•*–])\s+")
ABBREVIATED = re.compile(
    r"(?:\b(?:no|jl|dll|dst|hlm|ps|psl|rp|a\.?n|s\.?d|tgl|yth|dr|drs|ir|prof|tn|ny|kab|prov|art|vs|mis|cq|u\.?p)|\b[A-Za-z]|^\s*\d{1,2})$",
    re.IGNORECASE,
)
END = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z0-9(])")


@dataclass(frozen=True)
class Spoken:
    """One sentence as the model wrote it. `header`: number of the header of its list, None
    outside of a list; `leads`: it is such a header."""

    text: str
    marks: tuple[int, ...]
    item: bool = False
    header: int | None = None
    leads: bool = False


def clean(text: str) -> str:
    """The text without the signs of markdown, marks standing before the end of their sentence."""
    text = re.sub(r"(?m)^\s{0,3}#{1,6}\s+", "", text.replace("**", "").replace("`", ""))
    text = re.sub(r"(?m)^\s*\|?(?:\s*:?-{3,}:?\s*\|)+.*$", "", text)
    text = MANY.sub(lambda m: "".join(f"[{n}]" for n in re.findall(r"\d+", m.group(1))), text)
    return MARKS_AFTER_END.sub(
        lambda m: " " + re.sub(r"[\s,]", "", m.group(2)) + m.group(1) + " ", text
    )


def split(text: str) -> list[Spoken]:
    """The sentences in order."""
    result: list[Spoken] = []
    header: int | None = None
    for line in clean(text).splitlines():
        if not line.strip():
            continue
        is_item = bool(ITEM.match(line))
        if not is_item:
            header = None
        for piece in _sentences(line.strip()):
            leads = piece.rstrip().endswith(":")
            result.append(Spoken(piece, _marks(piece), is_item, header if is_item else None, leads))
            if leads and not is_item:
                header = len(result) - 1
    return result


def _marks(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(m) for m in MARK.findall(text)))


def _sentences(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for end in END.finditer(line):
        head = line[start : end.start()]
        if ABBREVIATED.search(head.rstrip(".!?")) and head.endswith("."):
            continue
        pieces.append(head)
        start = end.end()
    return [p for p in (*pieces, line[start:]) if p.strip()]
