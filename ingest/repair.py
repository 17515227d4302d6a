"""Mends what OCR did to a text layer: words, years, ayat numbers, running heads, catchwords.

A word is touched only if it is unknown and exactly one known word explains it. Numbers are
touched only where the law's own form says what they must be ("ayat (21" can only be ayat (2)).
"""

import re
from functools import cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

from ingest.document import Line

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
HEAD = re.compile(
    r"P\s*R\s*E\s*.{0,3}S?\s*I?\s*.{0,2}D\s*E\s*N?\s*'?,?\s+R\s*E\s*P\s*U\s*B?\s*L\s*I?\s*[K(]\s*"
    r"I\s*N\s*D?\s*O?\s*N\s*E?\s*S\s*I?\s*A?(?:\s*[-–]\s*\w{1,3}\s*[-–]?)?"
)
PAGE_NUMBER = re.compile(r"[-–—.\s]*(?:[\dtlIO]\s?){1,3}[-–—.\s]*")
# Letters of "SK No 102526 A", the shortest stamp that stands on every page.
SHORTEST_HEAD = 5
# The number of a signed copy; on a page that is out of order it stands between the lines.
STAMP = re.compile(r"SK\s+No\.?\s*\d+\s*[A-Z]?")
HEAD_WORDS = ("PRESIDEN", "REPUBLIK INDONESIA", "PRESIDEN REPUBLIK INDONESIA")


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


def _is_head(text: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", text)
    mostly_capitals = sum(c.isupper() for c in letters) > 0.8 * len(letters) > 0
    # "PENJELASAN" is as near to PRESIDEN as a damaged PRESIDEN is; titles hold REPUBLIK INDONESIA.
    if not mostly_capitals or re.search("PENJELASAN|PERATURAN|UNDANG|MENTERI|LAMPIRAN", letters):
        return False
    return any(ratio(letters.upper(), head.replace(" ", "")) >= 62 for head in HEAD_WORDS)


def _is_rubbish(text: str) -> bool:
    """A line without a single known word: a head that OCR has torn to pieces."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return len(text.split()) <= 6 and not any(w in vocabulary() for w in words)


def _alnum(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _is_catchword(last: Line, following: Line | None, width: int) -> bool:
    """A short piece at the foot of a page that only announces the next page."""
    words = last.teks.strip(" .").split()
    if len(words) > 4 or following is None:
        return False
    if last.indent > 0.55 * width and len(words) <= 3:
        return True
    catch = _alnum(last.teks)
    return len(catch) > 2 and ratio(catch, _alnum(following.teks)[: len(catch)]) >= 80


def _body(page: list[Line]) -> list[Line]:
    """A page without its running head, page number and the specks above them."""
    marks = [n for n, line in enumerate(page[:6]) if _is_head(line.teks)]
    number = [n for n, line in enumerate(page[:6]) if PAGE_NUMBER.fullmatch(line.teks)]
    above = page[: number[0]] if number else []
    if all(len(x.teks.split()) <= 6 and (marks or _is_rubbish(x.teks)) for x in above) and above:
        marks += range(number[0])
    body = [
        line
        for n, line in enumerate(page)
        if not STAMP.fullmatch(line.teks)
        and not (n < 6 and (n in marks or PAGE_NUMBER.fullmatch(line.teks)))
        and not (marks and n < marks[0] and len(_alnum(line.teks)) <= 4)
    ]
    while body and PAGE_NUMBER.fullmatch(body[-1].teks):
        body = body[:-1]
    return body


def _repeated(pages: dict[int, list[Line]]) -> set[str]:
    """Heads and feet that stand on most pages, digits aside ("2020, No.26 -13- www…")."""
    seen: dict[str, int] = {}
    for page in pages.values():
        for key in {re.sub(r"[\d\W]", "", line.teks.lower()) for line in [*page[:2], *page[-2:]]}:
            seen[key] = seen.get(key, 0) + 1
    often = max(4, len(pages) // 2 + 1)
    return {k for k, n in seen.items() if len(k) >= SHORTEST_HEAD and n >= often}


def clean_pages(lines: tuple[Line, ...]) -> list[Line]:
    """Lines of a paged document without page furniture, each mended."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.halaman or 0, []).append(line)
    furniture = _repeated(pages) if len(pages) > 3 else set()
    bodies = [
        [x for x in _body(p) if re.sub(r"[\d\W]", "", x.teks.lower()) not in furniture]
        for p in pages.values()
    ]
    result: list[Line] = []
    for n, body in enumerate(bodies):
        following = next((b[0] for b in bodies[n + 1 :] if b), None)
        width = max((line.indent + len(line.teks) for line in body), default=0)
        if len(body) > 1 and _is_catchword(body[-1], following, width):
            body = body[:-1]
        result += body
    return [_mended(line) for line in result]


def clean_text(lines: tuple[Line, ...]) -> list[Line]:
    """Lines of a text without pages: running heads cut out, structure words put on own lines."""
    result = []
    for line in lines:
        text = HEAD.sub(" ", line.teks)
        for piece in split_markers(mend_text(" ".join(text.split()))):
            result.append(Line(piece, line.halaman, line.nomor, line.indent))
    return result


def _mended(line: Line) -> Line:
    return Line(mend_text(line.teks), line.halaman, line.nomor, line.indent)


# Cuts are generous: a piece that turns out to open nothing is joined to its text again.
MARKERS = re.compile(
    r"(?<=[.;:,”\"])\s+(?=[({]\w{1,2}[)}tlI1]?\s+[A-Z“\"])"
    r"|(?<!dalam)(?<!pada)(?<!dan)(?<!atau)(?<!ketentuan)(?<!dari)(?<!dengan)(?<!,)\s+"
    r"(?=Pasal\s+[0-9IlLOG]{1,3}[A-Z]?\s+(?:[({]\w|Ayat|Cukup|[A-Z][a-z]))"
    r"|(?<=[.;:”\"])\s+(?=Pasal\s+\d{1,3}[A-Z]?$)"
    r"|(?<=[.;:”\"])\s+(?=(?:Ayat\s*\(\d+\)|Huruf\s+[a-z]\b|Angka\s+\d+\b))"
    r"|(?<=[.;”\"A-Z])\s+(?=(?:Bagian\s+Ke[a-z]+|Paragraf\s+\d+)\s+[A-Z])"
    r"|\s+(?=BAB\s+[IVXL]+\s+[A-Z]{3})"
    r"|\s+(?=PENJELASAN\s+A\s?T\s?A\s?S\b)"
    r"|(?<!I\.)(?<!l\.)\s+(?=(?:(?:II|ll|Il|lI|il)\.?\s+)?PASAL\s+DEMI\s+PASAL)"
    r"|(?<=PASAL DEMI PASAL)\s+"
    r"|\s+(?=(?:II|ll|Il|lI|il)\.?\s+Pasal\s+[Dd]emi\s+[Pp]asal)"
    r"|\s+(?=I\.\s*U(?:MUM|mum)\b)|(?<=I\. U(?:MUM|mum))\s+(?=[A-Z])"
    r"|(?<=[A-Z]{4})\s+(?=UMUM\s+\d\.)|(?<=[A-Z] UMUM)\s+(?=\d\.\s)"
)


def split_markers(text: str) -> list[str]:
    """A paragraph cut where a structure word follows the end of a sentence."""
    return [piece for piece in MARKERS.split(text) if piece and piece.strip()]
