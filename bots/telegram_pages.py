"""Blocks as messages that Telegram does not refuse, split between blocks, never inside markup.

    pages([title("Dasar"), para("a < b")])     # [Page(html="<b>Dasar</b>\\n\\na &lt; b", plain=…)]

Telegram counts a message in UTF-16 units after parsing; before parsing it takes about 9,500 bytes
(tdlib issue 165), which markup, "&amp;" and emoji use up sooner than the first limit.
"""

import html
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bots.telegram_html import GAP, Block, Span, plain, shown_html, text_of

LIMIT, RAW_LIMIT = 4096, 9000
CAPTION_LIMIT = 1024
MOST_PAGES = 3
# Places to cut at, the best first: end of line, of sentence, of word.
CUTS = ("\n", ". ", "; ", " ")
JOINERS = {"\u200d", "\ufe0e", "\ufe0f", "\u20e3"}
ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Size(NamedTuple):
    """Room that a text takes: shown, in units, and as HTML, in bytes."""

    units: int
    raw: int

    def plus(self, other: "Size") -> "Size":
        """Both together."""
        return Size(self.units + other.units, self.raw + other.raw)

    def less(self, other: "Size") -> "Size":
        """What is left."""
        return Size(self.units - other.units, self.raw - other.raw)

    def within(self, room: "Size") -> bool:
        """Whether it fits."""
        return self.units <= room.units and self.raw <= room.raw


class Page(NamedTuple):
    """One message: as HTML, and as the plain text that is sent if the HTML is refused."""

    html: str
    plain: str


GAP_SIZE = Size(len(GAP), len(GAP))
QUOTE_SIZE = Size(0, len("<blockquote expandable></blockquote>"))


def units(text: str) -> int:
    """The length that Telegram counts."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def pages(blocks: Iterable[Block], limit: int = LIMIT, raw: int = RAW_LIMIT) -> list[Page]:
    """Messages in order, split between blocks where possible; empty blocks are left out."""
    whole = Size(limit, raw)
    packed: list[list[Block]] = []
    left = whole
    for block in blocks:
        if not text_of(block).strip():
            continue
        if packed and not _size(block).within(left) and not _size(block).within(whole):
            # Too long for any page: it begins on this one where there is some room.
            room = left if left.units > limit // 3 and left.raw > raw // 3 else whole
        else:
            room = whole if not packed or not _size(block).within(left) else left
        for piece in _pieces(block, room, whole):
            if not packed or not _size(piece).within(left):
                packed.append([])
                left = whole
            packed[-1].append(piece)
            left = left.less(_size(piece).plus(GAP_SIZE))
    return [Page(shown_html(p), plain(p)) for p in packed]


def page(blocks: Iterable[Block], limit: int = LIMIT) -> Page:
    """The first page alone, for texts that are short by nature."""
    found = pages(blocks, limit)
    return found[0] if found else Page("…", "…")


def _size(block: Block) -> Size:
    return _sum((_span_size(s) for s in block.spans), QUOTE_SIZE if block.quote else Size(0, 0))


def _span_size(span: Span) -> Size:
    marks = 2 * len(span.style) + 5 if span.style else 0
    return Size(units(span.text), len(html.escape(span.text, quote=False).encode()) + marks)


def _sum(sizes: Iterable[Size], first: Size) -> Size:
    for one in sizes:
        first = first.plus(one)
    return first


def _pieces(block: Block, first: Size, whole: Size) -> Iterator[Block]:
    """The block, or as many blocks as it takes; a styled run moves on whole if it can."""
    if _size(block).within(first):
        yield block
        return
    frame = QUOTE_SIZE if block.quote else Size(0, 0)
    room, held = first.less(frame), list[Span]()
    for span in block.spans:
        rest = span
        while rest.text:
            if _span_size(rest).within(room):
                held.append(rest)
                room = room.less(_span_size(rest))
                break
            moves = rest.style is not None and _span_size(rest).within(whole.less(frame))
            cut = 0 if moves and (held or first != whole) else _cut(rest, room, whole, bool(held))
            if cut:
                held.append(rest._replace(text=rest.text[:cut]))
                rest = rest._replace(text=rest.text[cut:])
            if held:
                yield Block(tuple(held), block.quote)
            room, held, first = whole.less(frame), [], whole
    if held:
        yield Block(tuple(held), block.quote)


def _cut(span: Span, room: Size, whole: Size, held: bool) -> int:
    """How many characters of a span still fit, at the best place; 0: none, start a new page."""
    most = _most(span, room)
    for mark in CUTS:
        place = span.text.rfind(mark, most // 2, most)
        if place > 0:
            return place + len(mark)
    if held and most < whole.units // 4:
        return 0
    return _between_letters(span.text, most) or max(most, 1)


def _most(span: Span, room: Size) -> int:
    """How many characters fit."""
    marks = 2 * len(span.style) + 5 if span.style else 0
    left, raw = room.units, room.raw - marks
    for n, letter in enumerate(span.text):
        left -= 2 if ord(letter) > 0xFFFF else 1
        raw -= len(ESCAPED.get(letter, letter).encode())
        if left < 0 or raw < 0:
            return n
    return len(span.text)


def _between_letters(text: str, place: int) -> int:
    """A place at or before `place` that does not take an emoji or an accented letter apart."""
    for at in range(place, max(0, place - 16), -1):
        after, before = text[at : at + 1], text[at - 1]
        joined = after and (
            unicodedata.combining(after)
            or after in JOINERS
            or before in JOINERS
            or 0x1F3FB <= ord(after) <= 0x1F3FF
            or 0x1F1E6 <= ord(after) <= 0x1F1FF
        )
        if not joined:
            return at
    return 0
