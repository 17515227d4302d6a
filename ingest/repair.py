"""Mends what OCR did to the words of a text layer: words, years, ayat numbers, hyphens.

A word is touched only if it is unknown and exactly one known word explains it. Numbers are
touched only where the law's own form says what they must be ("ayat (21" can only be ayat (2)).
"""

import re
from functools import cache
from importlib.resources import files

# What OCR wrote -> what was printed. Single letters may be wrong several times in a word.
SLIPS = (("c", "e"), ("i", "l"), ("l", "i"), ("m", "rn"), ("lgr", "ky"), ("lq/", "ky"),
         ("5r", "y"), ("jr", "y"), ("1r", "y"), ("]r", "y"), ("iaw", "jaw"), ("r", "u"),
         ("0", "o"), ("1", "l"), ("f", "t"), ("q", "g"), ("u", "n"), ("als", "aks"))  # fmt: skip
MOST_CANDIDATES = 400
WORD = re.compile(r"[A-Za-z][A-Za-z0-9\]/]{2,}[a-z]\b")
YEAR = re.compile(r"\b(?=[12IlOo0-9]*\d)([1I2l])\s?([9O0o])\s?([0-9OoIl])\s?([0-9OoIl])\b")
OPEN_AYAT = re.compile(r"\b([Aa]yat)\s*[({\[]\s*(\d{1,2}?)\s?[1tlI)}\]](?=[\s,.;]|$)")
TWELVE_AYAT = re.compile(r"\b([Aa]yat)\s+1(\d)\)")
SPLIT_PASAL = re.compile(r"\bPasal\s?(\d)\s(\d|[Il])(?=[\s,.;]|$)")
GLUED_PASAL = re.compile(r"\bPasal[,.]?(?=\d)")
# "sekurang- kurangnya": a word said twice, with what was the end of a line between.
DOUBLED = re.compile(r"\b([a-z]*?(?=([a-z]{3,4}))[a-z]+)- (?=\2)", re.I)


@cache
def vocabulary() -> frozenset[str]:
    """Known word forms, lower case."""
    text = (files("ingest") / "data" / "kata.txt").read_text(encoding="utf-8")
    return frozenset(word for word in text.split("\n") if word and not word.startswith("#"))


@cache
def mend_word(word: str) -> str:
    """The word, or the one known word that common slips of OCR explain."""
    low = word.lower()
    if low in vocabulary() or word.isupper() or len(low) < 4:
        return word
    if glued := _unglue(low):
        return _like(word, glued)
    candidates, frontier = {low}, {low}
    for _ in range(4):
        grown = {
            c[:i] + right + c[i + len(wrong) :]
            for c in frontier
            for wrong, right in SLIPS
            for i in range(len(c))
            if c.startswith(wrong, i)
        }
        hits = sorted(grown & vocabulary())
        if hits:
            found = hits[0] if len(hits) == 1 else None
            return _like(word, found) if found else word
        frontier = grown - candidates
        candidates |= grown
        if len(candidates) > MOST_CANDIDATES:
            break
    return word


def _unglue(word: str) -> str | None:
    """ "pendidikankesetaraan" -> two words, where there is one way to cut it in two long ones."""
    cuts = [
        f"{word[:i]} {word[i:]}"
        for i in range(5, len(word) - 4)
        if word[:i] in vocabulary() and word[i:] in vocabulary()
    ]
    return cuts[0] if len(cuts) == 1 else None


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[0].isupper() else word


def _year(match: re.Match[str]) -> str:
    return "".join(match.groups()).translate(str.maketrans("OoIl", "0011"))


def mend_text(text: str) -> str:
    """One line or paragraph, mended."""
    text = re.sub(r"\b[sS][pP][mM]\b", "SPM", text)
    text = re.sub(r"\bl,(?=[a-z])", "L", text)
    text = re.sub(r"\b[Il] (?=(?:Januari|Juli|Oktober|April)\b)", "1 ", text)
    text = YEAR.sub(_year, text)
    text = re.sub(r"\bPasa[\]1I!](?=\s?\d)", "Pasal", text.replace("^", ""))
    text = GLUED_PASAL.sub("Pasal ", text)
    text = SPLIT_PASAL.sub(lambda m: f"Pasal {m[1]}{m[2].translate({73: '1', 108: '1'})}", text)
    text = OPEN_AYAT.sub(r"\1 (\2)", text)
    text = TWELVE_AYAT.sub(r"\1 (\2)", text)
    text = _join_broken(WORD.sub(lambda m: mend_word(m.group()), text))
    text = DOUBLED.sub(r"\1-", text)
    return re.sub(r"\s*/\s*(?=[a-z])", "/", text) if " /" in text or "/ " in text else text


def _join_broken(text: str) -> str:
    """ "Pekerj aan" -> "Pekerjaan": two pieces of which one is no word, and together they are."""
    known = vocabulary()

    def join(match: re.Match[str]) -> str:
        left, right = match.groups()
        whole = (left + right).lower()
        broken = left.lower() not in known or (right.lower() not in known and len(right) > 1)
        return left + right if whole in known and broken else match.group()

    return re.sub(r"\b([A-Za-z]{1,12}) ([a-z]{1,12})\b(?!\.\s)", join, text)


def join_lines(first: str, second: str) -> str:
    """Two pieces of running text; a hyphen at the line end is kept only where words have one."""
    if not first:
        return second
    if not first.endswith("-") or not second[:1].isalpha():
        return f"{first} {second}"
    left, right = re.split(r"[\s(]", first[:-1])[-1], re.split(r"[\s,.;:)]", second)[0]
    if (left + right).lower() in vocabulary():
        return first[:-1] + second
    return first + second
