"""Lettered and numbered lists inside a unit: "a. …; b. …; dan c. …", and the definitions of
Pasal 1 ("1. … 2. …"). Order decides where OCR has damaged a letter."""

import re
import string
from dataclasses import dataclass

ITEM_END = re.compile(
    r"(?:[;:]|,(?=\s+(?:dan|atau)\s+[a-z][.,]\s))\s*(?:(?:dan/atau|dan|atau)\b\s*)?"
)
MARK = re.compile(r"(?P<mark>[A-Za-z0-9])(?:[.,)]\s*|\s+)(?=\S)")
ENUMERATED = re.compile(r"(?:^|\s)(?P<nomor>\d{1,3}|[lI])\.\s+(?=[A-Z“\"])")
FEWEST = 2


@dataclass(frozen=True)
class Item:
    """One item: its letter or number and its text without it."""

    nomor: str
    teks: str


def letters(text: str) -> tuple[str, tuple[Item, ...]]:
    """The text before a lettered list, and its items; no items where there is no sure list.

    A letter may be damaged or lost: the item then takes the letter of its place, as long as at
    least half of the letters are printed right and none contradicts its place.
    """
    start = re.search(r":\s*(?=a\s?[.,)]\s|a\s\S)", text)
    if start is None:
        lost = re.search(r":\s+(?=\S)", text)
        if lost is None or not re.search(r"[;]\s*b[.,]\s", text):
            return text, ()
        start = lost
    head, body = text[: start.end()].strip(), text[start.end() :]
    pieces = [p.strip() for p in ITEM_END.split(body) if p.strip()]
    items: list[Item] = []
    right = 0
    for piece in pieces:
        place = len(items)
        if place >= len(string.ascii_lowercase):
            return text, ()
        expected = string.ascii_lowercase[place]
        mark = MARK.match(piece)
        if mark and mark["mark"] == expected:
            right += 1
            items.append(Item(expected, piece[mark.end() :]))
        elif mark and mark["mark"].isdigit() and mark["mark"] != "1" and items:
            items[-1] = Item(items[-1].nomor, f"{items[-1].teks}; {piece}")  # a nested list
        elif _next_is_later(piece, expected):
            return text, ()
        elif items and not _may_open(piece, mark):
            items[-1] = Item(items[-1].nomor, f"{items[-1].teks}; {piece}")
        else:
            damaged = mark is not None and len(mark["mark"]) == 1 and _is_speck(piece)
            items.append(Item(expected, piece[mark.end() :] if mark and damaged else piece))
    if len(items) < FEWEST or right * 2 < len(items):
        return text, ()
    return head, tuple(items)


def _is_speck(piece: str) -> bool:
    """A single sign before the words: what is left of a letter."""
    return bool(re.match(r"[A-Za-z0-9][.,)]?\s", piece))


def _may_open(piece: str, mark: re.Match[str] | None) -> bool:
    return (mark is not None and _is_speck(piece)) or piece[:1].islower()


def _next_is_later(piece: str, expected: str) -> bool:
    """A clean letter that is not the expected one: the pieces do not follow the list."""
    match = re.match(r"([a-z])\.\s", piece)
    return bool(match) and match.group(1) not in (expected, "o", "i", "l", "j")  # type: ignore[union-attr]


def definitions(text: str) -> tuple[str, tuple[Item, ...]]:
    """The text before a numbered list and its items, numbers counting up from 1."""
    starts: list[re.Match[str]] = []
    for match in ENUMERATED.finditer(text):
        number = 1 if match["nomor"] in ("l", "I") else int(match["nomor"])
        if number == len(starts) + 1 or (starts and number == len(starts) + 2):
            starts.append(match)
    if len(starts) < 3:
        return text, ()
    ends = [m.start() for m in starts[1:]] + [len(text)]
    items = [
        Item(m["nomor"] if m["nomor"].isdigit() else "1", text[m.end() : end].strip())
        for m, end in zip(starts, ends, strict=True)
    ]
    return text[: starts[0].start()].strip(), tuple(items)


def laid_out(text: str) -> str:
    """The unit with one list item a line, letters put right; the text itself if it has no list."""
    head, items = letters(text)
    if not items:
        return text
    lines = []
    for n, item in enumerate(items):
        end = "" if n == len(items) - 1 else ";" if n < len(items) - 2 else "; dan"
        lines.append(f"{item.nomor}. {item.teks.rstrip(' ;,')}{end}")
    return "\n".join([head, *lines])
