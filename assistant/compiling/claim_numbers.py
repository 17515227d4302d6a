"""Numbers, dates and counts that a text claims, with their units and what stands beside them."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.compiling.rules import rules
from assistant.compiling.spelling import shape_of
from assistant.format import MONTHS
from corpus.lexical import stopwords
from ingest.angka import parse_number

MONTH = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
DATE = re.compile(
    rf"\b(?:(?P<hari>\d{{1,2}})\s+)?(?P<bulan>{'|'.join(MONTH)})(?:\s+(?P<tahun>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
COUNTED = re.compile(
    r"\b(bab|lampiran|triwulan|tw|tahap|semester|kelas|golongan|tipe)\s+([ivx]{1,4}|\d{1,2}|[a-h])\b"
)
# "sekali setahun", "per bulan": how often.
RATE = re.compile(
    r"\b(?:se|per\s*|(?:setiap|tiap)\s+)(tahun|bulan|minggu|hari|triwulan|semester|jam)\b"
)
ONCE = re.compile(r"(?<!\w)(?<!baik )(?<!sama )sekali\b")
BETWEEN = re.compile(
    r"(\d+(?:[.,]\d+)*)\s*(?:tahun|bulan|hari|persen|%|orang)?\s*"
    r"(?:sampai\s+dengan|sampai\s+di\s?bawah|sampai|hingga|s\.?d\.?|[-–—])\s*(?:di\s?bawah\s+)?(\d+(?:[.,]\d+)*)"
)
UNITS = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
ONES = {word: n for n, word in enumerate(UNITS, 1)}
NUMERAL = re.compile(
    rf"\b(?:(?P<puluh>{'|'.join(UNITS)})\s+puluh(?:\s+(?P<sisa>{'|'.join(UNITS)}))?"
    rf"|(?P<belas>{'|'.join(UNITS)})\s+belas|(?P<khusus>sepuluh|sebelas|seratus|seribu)|(?P<satuan>{'|'.join(UNITS)}))\b"
)
HAS_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(UNITS)}|se(?:puluh|belas|ratus|ribu|kali))\b")
DIGIT = re.compile(r"\d")
SPECIAL = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
REACH, WIDE, LIMIT_REACH = 3, 9, 40
APART_WORDS = frozenset(
    "karena sehingga jika bila apabila sedangkan sementara namun tetapi".split()
)


@dataclass(frozen=True)
class Number:
    """A number and the stem of the unit that follows it ("" for none), with its place in words."""

    value: Decimal
    unit: str
    place: int


@dataclass(frozen=True)
class Beside:
    """A number or range as written with its unit, the content stems right before and after, up to
    the next number (`wide`: farther on both sides), and whether it is a most or a least ("terbanyak", "tersedikit")."""

    value: str
    unit: str
    before: frozenset[str]
    after: frozenset[str]
    wide: frozenset[str]
    limit: str = ""


def dates_in(low: str) -> tuple[str, frozenset[tuple[int | None, int, int | None]]]:
    found = frozenset(
        (
            int(m["hari"]) if m["hari"] else None,
            MONTH[m["bulan"]],
            int(m["tahun"]) if m["tahun"] else None,
        )
        for m in DATE.finditer(low)
    )
    return DATE.sub(" ", low), found


def dated_in(low: str) -> Iterable[tuple[str, str]]:
    """A triwulan or tahap and a date right beside it, nothing else of the kind between."""
    found = [(m.start(), f"{counter(m[1])} {count(m[2])}", False) for m in COUNTED.finditer(low)]
    found += [(m.start(), m.group(), True) for m in DATE.finditer(low) if m["hari"]]
    for (_, one, is_date), (_, other, also) in itertools.pairwise(sorted(found)):
        if is_date != also:
            name, day = (other, one) if is_date else (one, other)
            yield name, " ".join(day.split()[:2])


def counter(word: str) -> str:
    return "triwulan" if word == "tw" else word


def count(written: str) -> str:
    return str(ROMAN.get(written, written))


def ranges_in(low: str) -> Iterable[tuple[Decimal, Decimal]]:
    for match in BETWEEN.finditer(low):
        start, end = value_of(match[1]), value_of(match[2])
        if start is not None and end is not None:
            yield start, end


def beside_in(low: str) -> Iterable[Beside]:
    """Numbers in order with what stands beside them; a range is one number."""
    if not DIGIT.search(low):
        return
    low = BETWEEN.sub(lambda m: f" {m[1]}…{m[2]} ", low)
    words: list[str] = []
    found: list[tuple[str, str, int]] = []
    limits: list[str] = []
    for match in re.finditer(
        r"\d[\d.,]*…\d[\d.,]*|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%|[.,;:)]", low
    ):
        word = match.group()
        if word[0].isdigit():
            found.append((_plain(word), "", len(words)))
            words.append("#")
            limits.append(_limit(low[: match.start()]))
        elif found and found[-1][2] == len(words) - 1 and unit_of(word):
            found[-1] = (found[-1][0], unit_of(word), found[-1][2])
        elif word in ".,;:)" or word in APART_WORDS:
            words.append("#")
        elif word not in stopwords() and (one := shape_of(word)) not in rules().bebas:
            words.append(one)
    for (value, unit, place), limit in zip(found, limits, strict=True):
        before, after = words[:place][::-1], words[place + 1 :]
        wide = _until(before, WIDE) | _until(after, WIDE)
        yield Beside(value, unit, _until(before), _until(after), wide, limit)


def _limit(before: str) -> str:
    """ "paling lama" or "paling sedikit" right before a number, as the name of its group."""
    near = re.split(r"[.;,:]", before)[-1][-LIMIT_REACH:]
    places = {
        max(m.end() for m in found): name
        for name in ("terbanyak", "tersedikit")
        if (found := list(rules().group[name].finditer(near)))
    }
    return places[max(places)] if places else ""


def together_in(low: str) -> Iterable[tuple[str, str]]:
    """Pairs of numbers, either way round, with at most one other between them in one piece."""
    for piece in re.split(r"[;]|\.\s", low):
        values = [b.value for b in beside_in(piece)]
        for n, value in enumerate(values):
            for other in values[n + 1 : n + 3]:
                yield value, other
                yield other, value


def _until(words: Iterable[str], reach: int = REACH) -> frozenset[str]:
    """The first content stems up to a number or the end of a piece."""
    return frozenset(itertools.islice(itertools.takewhile(lambda w: w != "#", words), reach))


def _plain(written: str) -> str:
    """ "90…100" and "1.234,50" in one spelling."""
    return "…".join(str(value_of(part.strip(".,")) or part) for part in written.split("…"))


def in_digits(low: str) -> str:
    """ "1 (satu) tahun" -> "1 tahun", "dua belas jenis" -> "12 jenis", "salah satu" stays."""
    low = re.sub(r"(\d\s*%?)\s*\((?:[a-z]+\s?){1,7}\)", r"\1 ", low)

    def written(match: re.Match[str]) -> str:
        if match["satuan"]:
            before = low[: match.start()].rstrip()
            after = low[match.end() :].lstrip()
            alone = match["satuan"] == "satu" and not any(
                after.startswith(u) for u in rules().satuan
            )
            return (
                match.group()
                if alone or before.endswith(("salah", "ke"))
                else str(ONES[match["satuan"]])
            )
        if match["khusus"]:
            return str(SPECIAL[match["khusus"]])
        if match["belas"]:
            return str(10 + ONES[match["belas"]])
        return str(10 * ONES[match["puluh"]] + (ONES[match["sisa"]] if match["sisa"] else 0))

    return NUMERAL.sub(written, low)


def numbers_in(parts: list[str]) -> Iterable[Number]:
    for n, part in enumerate(parts):
        if not part[0].isdigit():
            continue
        value = value_of(part)
        if value is None:
            continue
        after = parts[n + 1] if n + 1 < len(parts) else ""
        if after in rules().pengali and n + 2 < len(parts):
            value, after = value * rules().pengali[after], parts[n + 2]
        elif after in rules().pengali:
            value, after = value * rules().pengali[after], ""
        yield Number(value, unit_of(after), n)


def value_of(written: str) -> Decimal | None:
    """ "1.234,50" -> 1234.5; trailing zeros do not count. A tail that cannot be read is None."""
    read = parse_number(written, "id")
    return read.nilai.normalize() if read and read.nilai is not None else None


def unit_of(word: str) -> str:
    """The unit that a word names, "" for none; words for the same unit are one."""
    return rules().unit.get(word, "")
