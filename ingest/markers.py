"""Reads the numbers of pasal and ayat as printed or as OCR left them."""

import re

PASAL = re.compile(
    r"Pasal\s*(?P<nomor>[0-9IlLOoSBGt]{1,3}(?:\s[0-9IlO])?\s?(?P<huruf>[A-Z]?))(?![a-z0-9])[.\s]*(?P<sisa>.*)"
)
ROMAN = re.compile(r"Pasal\s+(?P<nomor>I{1,3}|IV|V)\s*[.\s]*(?P<sisa>.*)")
DIGITS = str.maketrans(
    {"I": "1", "l": "1", "O": "0", "o": "0", "S": "5", "B": "8", "t": "1", "L": "1", "G": "6"}
)
# "(2)", "(21", "(2t", "t2t", "(s)", "(u", "{1)", "[3)": an opening or a closing sign must be there.
AYAT = re.compile(
    r"(?:(?P<buka>[({\[])\s?|[t1](?=\w[)}\]tlI1]))(?P<isi>[0-9a-zA-Z]{1,3}?)\s?"
    r"(?P<tutup>[)}\]]|[1tlI](?=\s)|(?=\s))[.,]?\s+(?P<sisa>\S.*)"
)
MISREAD = {"l": "1", "I": "1", "u": "1", "i": "1", "s": "5", "S": "5", "o": "6", "O": "0", "t": "1",
           "a": "4", "A": "4", "g": "9", "b": "6", "B": "8", "z": "2", "Z": "2",
           "D": "1", "U": "1", "L": "1", "T": "7"}  # fmt: skip
REFERENCE_END = re.compile(r"(?:ayat|dan|atau|huruf|dan/atau|sampai dengan|pasal|,)$", re.I)
MOST_SKIPPED_AYAT = 2


def pasal_number(text: str, expected: int | None, roman: bool = False) -> tuple[str, str] | None:
    """The number of a heading line "Pasal 12" and the text after it, or None.

    `roman`: the law amends another one, so "Pasal I" is a number of its own. A rest that
    begins in lower case makes the line part of a sentence.
    """
    if roman and (match := ROMAN.fullmatch(text)):
        return (match["nomor"], match["sisa"]) if _opens(match["sisa"]) else None
    match = PASAL.fullmatch(text)
    if match is None or not _opens(match["sisa"]):
        return None
    letter = match["huruf"]
    body = match["nomor"].removesuffix(letter) if letter else match["nomor"]
    digits = body.replace(" ", "").translate(DIGITS)
    if letter in ("I", "O", "T") and expected is not None and not (digits + letter).isdigit():
        both = (digits + letter).replace("T", "7").translate(DIGITS)
        if both == str(expected):
            return both, match["sisa"].strip()
    if not digits.isdigit():
        return None
    return str(int(digits)) + letter, match["sisa"].strip()


def _opens(rest: str) -> bool:
    """Whether text after "Pasal 12" starts a unit, and is not the rest of a sentence."""
    rest = rest.strip()
    return not rest or rest[0].isupper() or rest[0] in '("“”'


def ayat_marker(text: str, expected: int, previous: str) -> tuple[str, str] | None:
    """The number and the text of a line that opens an ayat, or None.

    A clean number may skip up to two lost ones; a damaged one counts only where it can be read
    as the expected number. After "pada ayat" a number is a reference.
    """
    match = AYAT.fullmatch(text)
    if match is None or REFERENCE_END.search(previous):
        return None
    inner, rest = match["isi"], match["sisa"]
    clean = bool(match["buka"] == "(" and match["tutup"] == ")" and inner.isdigit())
    if clean:
        number = int(inner)
        fits = expected <= number <= expected + MOST_SKIPPED_AYAT
        return (str(number), rest) if fits and _is_text(rest) else None
    if not (rest[0].isupper() or rest[0].isdigit()):
        return None
    return (str(expected), rest) if expected in _readings(inner, match["tutup"]) else None


def _is_text(rest: str) -> bool:
    return rest[0] not in ",;)" and not re.match(
        r"(?:dan|atau|sampai|huruf|Pasal \d+ ayat)\b", rest
    )


def _readings(inner: str, closing: str) -> set[int]:
    """What a damaged number can have been: "21" is 21 or 2 with a bracket, "u" is 1."""
    spelled = "".join(MISREAD.get(c, c) for c in inner)
    result = {int(spelled)} if spelled.isdigit() else set()
    if len(spelled) > 1 and spelled[:-1].isdigit() and spelled[-1] == "1":
        result.add(int(spelled[:-1]))
    if inner in ("u", "D", "U", "L") and not closing.strip("1tlI"):
        result.add(1)
    return result
