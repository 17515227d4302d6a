"""Numbers and list marks as sentences write them."""

import re

from ingest.report.numbers import Bilangan, read

ORDER = re.compile(r"^[-\s]*\(?(\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)


def number_in(text: str) -> Bilangan:
    """A number of a sentence, in the Indonesian way of writing."""
    return read(text, "id")
