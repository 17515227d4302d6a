"""Takes away what stands on a page beside its text: running heads, page numbers, catchwords."""

import re

from rapidfuzz.fuzz import ratio

from ingest.cutting import split_markers
from ingest.document import Line
from ingest.repair import mend_text, vocabulary

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
