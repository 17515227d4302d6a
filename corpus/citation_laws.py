"""Regulations as people write them: by kind, number and year, by a nickname, or by their title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from corpus.kinds import BY_LETTERS, COUSINS, KIND, prefix_of
from corpus.numerals import NUMERAL, numeral
from corpus.registry import regulations

CENTURY = 2000
TAHUN = r"(?:tahun|thn|tahu|tahn|th|taun)"
NOMOR = r"(?:nomor|nomer|nmr|nomo|no|nr)?"
BLOB = r"\d+(?:[./_-][a-z0-9]+)*"
OPENING = r"[\s._-]*(?:r\.?i\.?\b|republik\s+indonesia)?[\s,._#-]*"
NUMBER = re.compile(
    rf"{OPENING}(?:(?:{TAHUN}[\s.]*)?(?P<tahun_awal>(?:19|20)\d{{2}})[\s,]*(?:nomor|nomer|nmr|no)[\s.:]*(?P<nomor_akhir>{BLOB})"
    rf"|{NOMOR}[\s.:#_-]*(?:(?P<nomor>{BLOB})|(?P<nomor_kata>{NUMERAL})(?=[\s,]*{TAHUN}))"
    rf"(?:[\s,/_]*{TAHUN}[\s.]*(?:'?(?P<tahun>\d{{4}}|\d{{2}})(?!\d)|(?P<tahun_kata>{NUMERAL})))?"
    r"(?:[\s,(_-]+(?P<tahun_polos>(?:19|20)\d{2})(?!\d)\)?)?)",
    re.IGNORECASE,
)
LONG_WORD = re.compile(r"\b([a-z]{6,20})(?=[\s.]*(?:nomor|nomer|no)?[\s.]*\d)")
ABOUT = re.compile(
    r"[\s,]*(?:r\.?i\.?\b|republik\s+indonesia)?\s*(?:(?:tentang|ttg|soal|mengenai|perihal)\s+)?"
)
SPM = "standar pelayanan minimal"


@dataclass(frozen=True)
class Law:
    """A regulation mentioned: the id that is meant, whether it is registered, and where."""

    regulasi: str
    dikenal: bool
    awal: int
    akhir: int


def laws(text: str) -> list[Law]:
    """Every regulation that a normalised text mentions, in order."""
    found: list[Law] = []
    for start, after, prefix in _kinds(text):
        law = _numbered(text, start, after, prefix) or _titled(text, start, after, prefix)
        if law and not any(f.awal < law.akhir and law.awal < f.akhir for f in found):
            found.append(law)
    for name in nicknames().finditer(text):
        if not any(f.awal < name.end() and name.start() < f.akhir for f in found):
            meant = _nickname_ids()[_letters(name.group())]
            found.append(Law(meant, True, *name.span()))
    return sorted(found, key=lambda f: f.awal)


def _numbered(text: str, start: int, after: int, prefix: str) -> Law | None:
    match = NUMBER.match(text, after)
    if match is None:
        return None
    number: str
    year: int | None
    if match["tahun_awal"]:
        number, year = match["nomor_akhir"], int(match["tahun_awal"])
    elif match["nomor_kata"]:
        number, year = str(numeral(match["nomor_kata"])), _year_of(match)
    else:
        number, year = _split(match["nomor"])
        year = _year_of(match) or year
    end = match.end()
    if year is not None and not (match["tahun_awal"] or _year_of(match)):
        end = match.end("nomor")
    return Law(*resolve(prefix, number, year), start, end)


def _year_of(match: re.Match[str]) -> int | None:
    """The year behind a number. A bare one counts only where the number has none of its own."""
    if match["tahun"]:
        return _year(match["tahun"])
    if match["tahun_kata"]:
        return numeral(match["tahun_kata"])
    own = match["nomor"] and _split(match["nomor"])[1]
    return int(match["tahun_polos"]) if match["tahun_polos"] and not own else None


def _year(digits: str) -> int:
    """Two digits mean this century up to 50, the last one above."""
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (CENTURY if int(digits) <= 50 else CENTURY - 100)


def _split(blob: str) -> tuple[str, int | None]:
    """ "59/2021" -> ("59", 2021); "050-5889" -> ("050-5889", None); "2_2018" -> ("2", 2018)."""
    swapped = re.fullmatch(r"((?:19|20)\d\d)/(\d{1,3})", blob)
    if swapped:
        return swapped[2], int(swapped[1])
    head, separator, tail = blob.rpartition("/")
    if (
        separator
        and tail.isdigit()
        and len(tail) in (2, 4)
        and (tail[:2] in ("19", "20") or len(tail) == 2)
    ):
        return head, _year(tail)
    match = re.fullmatch(r"(.+)[-_.]((?:19|20)\d\d)", blob)
    return (match[1], int(match[2])) if match else (blob, None)


def resolve(prefix: str, nomor: str, tahun: int | None) -> tuple[str, bool]:
    """The id that kind, number and year mean, and whether the registry has it.

    Without a year the only registered regulation of that kind and number is meant. What follows
    the number ("29/prt/m", "600.4/2851/sj") counts only where the registry has it too.
    """
    parts = (nomor.lstrip("0") if nomor.isdigit() else nomor).split("/")
    for candidate in COUSINS.get(prefix, (prefix,)):
        for length in range(len(parts), 0, -1):
            core = "-".join(parts[:length])
            if tahun is not None and f"{candidate}-{core}-{tahun}" in regulations():
                return f"{candidate}-{core}-{tahun}", True
            same = [
                i
                for i in regulations()
                if re.fullmatch(rf"{re.escape(f'{candidate}-{core}')}-\d{{4}}", i)
            ]
            if tahun is None and len(same) == 1 and not prefix.endswith("?"):
                return same[0], True
    known_prefix = COUSINS.get(prefix, (prefix,))[0]
    return f"{known_prefix}-{parts[0]}-{tahun or 'tahun-tidak-disebut'}", False


def _titled(text: str, start: int, after: int, prefix: str) -> Law | None:
    """ "UU tentang Desa": the kind and the whole title, or what people call it."""
    about = ABOUT.match(text, after)
    begin = about.end() if about else after
    match = _titles(prefix)[0].match(text, begin)
    if match is None:
        return None
    return Law(_titles(prefix)[1][_letters(match.group())], True, start, match.end())


@cache
def _titles(prefix: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Titles and nicknames of the regulations of a kind, and which is meant: the latest."""
    meant: dict[str, str] = {}
    kinds = COUSINS.get(prefix, (prefix,))
    every = [r for r in regulations().values() if any(r.id.startswith(f"{k}-") for k in kinds)]
    names: list[str] = []
    for regulation in sorted(every, key=lambda r: (r.tahun, r.id)):
        for name in (regulation.tentang, *_without_kind(regulation.nama_lain)):
            for form in {name.lower(), name.lower().replace(SPM, "spm")}:
                names.append(form)
                meant[_letters(form)] = regulation.id
    return _pattern(names, before=""), meant


def _without_kind(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        match = KIND.match(name)
        if match and not re.search(r"\d", name):
            yield name[match.end() :].strip()


def _letters(name: str) -> str:
    return re.sub(r"[\s,-]+", "", name)


def _pattern(names: list[str], before: str = r"(?<![a-z0-9])") -> re.Pattern[str]:
    every = sorted(set(names), key=lambda name: (-len(name), name))
    bodies = (r"[\s,-]*".join(map(re.escape, re.split(r"[\s,-]+", name))) for name in every)
    return re.compile(rf"{before}(?:{'|'.join(bodies) or '(?!)'})(?![a-z0-9])")


@cache
def nicknames() -> re.Pattern[str]:
    """All names that people use for a regulation, longest first."""
    return _pattern([n.lower() for r in regulations().values() for n in r.nama_lain])


@cache
def _nickname_ids() -> dict[str, str]:
    return {_letters(n.lower()): r.id for r in regulations().values() for n in r.nama_lain}


def _kinds(text: str) -> list[tuple[int, int, str]]:
    """(start, end, prefix) of every kind of regulation named, typing errors allowed."""
    found = [(*m.span(), prefix_of(m.group()) or "") for m in KIND.finditer(text)]
    for match in LONG_WORD.finditer(text):
        near = _nearest_kind(match.group(1))
        if near and not any(
            start < match.end(1) and match.start() < end for start, end, _ in found
        ):
            found.append((*match.span(1), near))
    return sorted(found)


@cache
def _nearest_kind(word: str) -> str | None:
    """The prefix of the kind that a misspelt long word means: two slips away, one if it is short."""
    most = 2 if len(word) >= 8 else 1
    distances = {
        spelling: DamerauLevenshtein.distance(word, spelling, score_cutoff=most)
        for spelling in BY_LETTERS
        if len(spelling) >= 6
    }
    best = min(distances, key=lambda spelling: distances[spelling])
    return BY_LETTERS[best] if distances[best] <= most else None
