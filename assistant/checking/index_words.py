"""Categories of the index, and how sentences tell them."""

import re
from decimal import Decimal

from corpus.parameters import categories

NAMES = re.compile(r"tuntas\s+(?:paripurna|utama|madya|pratama|muda)|belum\s+tuntas", re.IGNORECASE)
IN_TEXT = re.compile(
    r"(?:ip\s*spm|indeks(?:\s+pencapaian)?(?:\s+spm)?|capaian\s+ip\s*spm)\b[^.;]{0,60}?"
    r"(?<![\d.,])(\d{1,3}(?:,\d+)?)\s*(?:%|persen)?[^.;\d]{0,70}?(" + NAMES.pattern + ")",
    re.IGNORECASE,
)


def category(index: Decimal) -> str:
    """The category of an unrounded index."""
    return next(c.nama for c in categories() if index >= c.batas_bawah)
