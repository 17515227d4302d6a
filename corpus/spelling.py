"""One spelling for the ways to write a citation: "P.P. No.2", "pasaI l2", "ps6ay3", "§ 6"."""

import re

from rapidfuzz.distance import DamerauLevenshtein

from corpus.kinds import SPELLINGS

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
PLACE_WORD = r"(?:pasal|psl|ps|ayat|ayt|ay|huruf|hrf)"
MINISTRY = r"(?:menkes|mendagri|mensos|menkeu|mendikbud(?:ristek)?|mendiknas|menpu(?:pr)?|pres)"
DIGITS_READ_AS_LETTERS = str.maketrans("loi", "101")
# (pattern, replacement), applied in this order to the text in lower case.
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"§\s*", "pasal "),
        (r"\b(p)\.\s?p\b\.?|\b(u)\.\s?u\b\.?|\b(s)\.\s?e\b\.?", r"\1\1\2\2\3\3"),
        (r"\bss(?=\s+(?:men|mendagri|menteri))", "se"),
        (r"\bp\.\s?m\.\s?k\b\.?", "pmk"),
        (r"(?<!-)\bundang2\b", "undang-undang"),
        (r"\buuri\b", "uu ri"),
        (rf"\bper[.\s]+(?={MINISTRY}\b)", "per"),
        (r"\bpas\.\s*(?=\d)", "pasal "),
        (r"\bpasa[1i](?=\s*\d)", "pasal "),
        (
            r"\b(pp|uu|pmk|perpres|per(?:men|bup)\w*)(?=(?:nomor|no)\b[.\s]*\d|(?:nomor|no)\d)",
            r"\1 ",
        ),
        (rf"(?<=\d)\.?(?={PLACE_WORD}(?:[\s\d(.]|[a-z]\b))", " "),
        (rf"\b({PLACE_WORD})(?=\d)", r"\1 "),
        (rf"\b({PLACE_WORD})[.:]+(?=\S)", r"\1 "),
        (r"\b(?:huruf|hrf)(?=[a-z]\b)", "huruf "),
        (r"\b((?:pasal|psl|ps)\s+\d+)\s*[:/]\s*(\d{1,2})(?![\d/])", r"\1 ayat \2"),
        (r"\bayat(?=\()", "ayat "),
        (r"(?<=[a-z0-9])\s*/\s*(?=[a-z0-9])", "/"),
        (r"(?<=\d)\s+-\s+(?=\d)", "-"),
    )
)
# Digits that a scan shows as letters, only where a number must stand.
MISREAD = re.compile(
    r"(?:(?<=pasal )|(?<=ayat )|(?<=ayat \()|(?<=nomor )|(?<=tahun )|(?<=\d/))"
    r"(?=[lo]*\d|l\b)[\dlo]{1,4}(?![a-z\d])"
)
YEAR_MISREAD = re.compile(r"\b2[0o][\dlo]{2}\b")
TYPO = re.compile(r"\b([a-z]{4,7})(?=[\s.]*\(?\d|\s+[a-z]\b)")
AFTER_PERATURAN = re.compile(r"(?<=peraturan )([a-z]{7,11})(?=\s+(?:nomor|no\b|ri\b|\d))")
WORDS = ("pasal", "ayat", "huruf")
NOT_TYPOS = {"ayah", "rayat", "hayat", "pasar", "pasak", "pasta", "basal", "pasai", "asal", "masal"}


def normalise(text: str) -> str:
    """Lower case, words and numbers of a citation apart, and its typing errors mended."""
    text = text.lower().translate(DASHES)
    for pattern, by in RULES:
        text = pattern.sub(by, text)
    text = TYPO.sub(_mend, text)
    text = AFTER_PERATURAN.sub(_mend_kind, text)
    text = YEAR_MISREAD.sub(_digits, text)
    return MISREAD.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    return match.group().translate(DIGITS_READ_AS_LETTERS)


def _mend(match: re.Match[str]) -> str:
    word = match.group(1)
    if word in NOT_TYPOS or word in SPELLINGS:
        return word
    for right in WORDS:
        if word != right and DamerauLevenshtein.distance(word, right) == 1:
            return right
    return word


def _mend_kind(match: re.Match[str]) -> str:
    word = match.group(1)
    for right in ("pemerintah", "presiden"):
        if DamerauLevenshtein.distance(word, right) <= 2:
            return right
    return word
