"""Telegram's own reading of HTML, as strict as the Bot API is: text, entities, or an error."""

import re
from html import unescape

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}  # fmt: skip
VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s>]+)"
TAG = re.compile(rf"<(/?)([a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:={VALUE})?)*)\s*>")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


class CannotParse(ValueError):
    """What the Bot API says: "can't parse entities: …"."""


def units(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(raw: str) -> tuple[str, list[dict[str, object]]]:
    """The text that people see, its edges stripped, and its entities."""
    text, entities, opened, at = "", [], [], 0
    while at < len(raw):
        if raw[at] == "&" and (found := ENTITY.match(raw, at)):
            text += unescape(found.group())
            at = found.end()
        elif raw[at] == "<":
            tag = TAG.match(raw, at)
            offset = len(raw[:at].encode())
            if tag is None:
                raise CannotParse(f"Unclosed or malformed start tag at byte offset {offset}")
            name = tag[2].lower()
            if not tag[1]:
                if name not in TAGS:
                    raise CannotParse(f'Unsupported start tag "{name}" at byte offset {offset}')
                kind = TAGS[name]
                if "expandable" in tag[3]:
                    kind = "expandable_blockquote"
                opened.append((name, kind, units(text)))
            else:
                if not opened or (name and opened[-1][0] != name):
                    raise CannotParse(f"Unexpected end tag at byte offset {offset}")
                _, kind, start = opened.pop()
                length = units(text) - start
                if length:
                    entities.append({"type": kind, "offset": start, "length": length})
            at = tag.end()
        else:
            text += raw[at]
            at += 1
    if opened:
        raise CannotParse(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return _stripped(text, entities)


def _stripped(text: str, entities: list[dict[str, object]]) -> tuple[str, list[dict[str, object]]]:
    """As Telegram does: no blanks at the edges, entities moved and cut along with the text."""
    shown = text.strip()
    front, end = units(text[: len(text) - len(text.lstrip())]), units(shown)
    kept = []
    for one in entities:
        start = max(0, int(str(one["offset"])) - front)
        stop = min(end, int(str(one["offset"])) + int(str(one["length"])) - front)
        if stop > start:
            kept.append({**one, "offset": start, "length": stop - start})
    return shown, kept
