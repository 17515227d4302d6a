"""Personal numbers made unreadable in everything that a result quotes."""

import re

NUMBERS = re.compile(
    r"(?<!\d)(?:\d{16}|(?:19|20)\d{6}\s?(?:\d{6}\s?\d\s?\d{3}|\d{7}\s?\d{2}\s?\d)"
    r"|\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}|(?:\+62|62|0)8\d{2}[\s-]?\d{3,4}[\s-]?\d{3,5})(?!\d)"
)


def masked(text: str) -> str:
    """The text with NIK, KK, NIP, NPWP and phone numbers shown as "32…01"."""
    if not any(c.isdigit() for c in text):
        return text
    return NUMBERS.sub(lambda m: f"{m.group()[:2]}…{m.group()[-2:]}", text)
