"""Numbers written in Indonesian words or in Roman numerals."""

import re

UNITS = dict(
    zip("satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(1, 10), strict=True)
)
ALONE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "pertama": 1}
SCALES = {"belas": 1, "puluh": 10, "ratus": 100, "ribu": 1000}
_WORD = "|".join((*UNITS, *ALONE, *SCALES))
# One or more words of a number: "dua puluh tiga", "duapuluh tiga", "dua ribu delapan belas".
NUMERAL = rf"(?:{_WORD})(?:\s*(?:{_WORD}))*\b"
ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def numeral(written: str) -> int:
    """ "dua puluh tiga" -> 23; "dua ribu delapan belas" -> 2018."""
    total = part = 0
    for word in re.findall(_WORD, written):
        if word in UNITS:
            part += UNITS[word]
        elif word == "belas":
            part += 10
        elif word == "puluh":
            part = part // 10 * 10 + part % 10 * 10
        elif word == "ratus":
            part *= 100
        elif word in ("ribu", "seribu"):
            total, part = total + max(1, part) * 1000, 0
        else:
            part += ALONE[word]
    return total + part


def roman(written: str) -> int:
    """ "xiv" -> 14."""
    values = [_ROMAN_VALUES[c] for c in written]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
