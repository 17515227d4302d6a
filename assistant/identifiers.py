"""Where personal identifiers stand in a text, found by structure and by the words beside them.

A run of digits alone proves nothing: budgets, account codes and regulation numbers look the same.
A NIK must have a real region and birth date, a NIP real dates, an account number a word that says
so; sixteen digits without structure count only beside such a word.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from corpus.regions import regions


class Identifier(NamedTuple):
    """One identifier: `jenis` is its short upper-case name, `awal` and `akhir` are offsets."""

    jenis: str
    awal: int
    akhir: int


JOIN = r"[\s.\-]?"
LONG_RUN = re.compile(r"(?<![\d.,/-])\d(?:[ .\-]?\d){14,17}(?![ .,/-]?\d)")
NPWP = re.compile(r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[.-]\d{3}\.\d{3}(?!\d)")
MOBILE = re.compile(
    r"(?<![\d.,/-])(?:\(?\+?\s?62\)?[\s.-]{0,2}0?|0)8[1-9]\d?(?:[\s.-]?\d){7,9}(?![\d/]|[.,]\d)"
)
LANDLINE = re.compile(r"(?<!\d)\(0\d{2,3}\)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
ACCOUNT = re.compile(
    r"\b(?P<kata>(?:no(?:mor|mer|\.)?\s*)?(?:rek(?:ening)?|norek)\b|bank\s+[a-z]{2,12}|(?:bca|bri|bni|bsi|btn|bjb|mandiri)\b)"
    r"(?P<antara>[^\d\n]{0,30}?)(?P<isi>(?<![\d.])\d(?:[ .\-]?\d){8,15})(?![\d]|[.,/-]\d)",
    re.IGNORECASE,
)
BUDGET = re.compile(
    r"\b(?:kode|belanja|pendapatan|anggaran|pagu|nomenklatur|akun|sub\s?kegiatan|rincian)\b|\brp",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(r"(?:\brp\.?|\bidr|\brupiah|[=+*/×])\s*$", re.IGNORECASE)
SAYS = {
    "NIK": re.compile(r"\b(?:nik|ktp|e-?ktp|kependudukan)\b", re.IGNORECASE),
    "KK": re.compile(r"\b(?:kk|kartu\s+keluarga)\b", re.IGNORECASE),
    "NPWP": re.compile(r"\bnpwp\b", re.IGNORECASE),
}
NEAR = 32
WORD = r"[A-Z][a-z'’.]+"
NAME = rf"{WORD}(?:\s+(?:{WORD}|bin|binti|[A-Z]\.)){{0,4}}|[A-Z]{{3,}}(?:\s+[A-Z]{{2,}}){{1,4}}"
NAMED = re.compile(
    r"(?i:\bnama(?:\s+(?:lengkap|penerima|pasien|warga|siswa|kepala\s+keluarga))?\s*[:=]\s*"
    r"|\b(?:atas\s+nama|a\.?n\.)\s+(?=[A-Z]))"
    rf"(?P<nama>{NAME})"
)
STREET = r"(?:Jl\.?|Jln\.?|Jalan|Gg\.?|Gang|Kp\.?|Kampung|Dusun|Dsn\.?|Perum(?:ahan)?|Komplek|Blok|Lingk(?:ungan)?\.?)"
ADDRESS = re.compile(
    rf"\b{STREET}\s+(?:[\w.'/-]+\s?,?\s?){{1,8}}?(?:(?:No\.?|Nomor|Nomer)\s*\d+\w?(?:[\s,]+RT\.?\s*\d+(?:\s*/?\s*RW\.?\s*\d+|\s*/\s*\d+)?)?"
    r"|RT\.?\s*\d+(?:[\s,/]*RW\.?\s*\d+|\s*/\s*\d+)?)"
    r"|\bRT\.?\s*\d{1,3}\s*[,/]?\s*RW\.?\s*\d{1,3}",
    re.IGNORECASE,
)
# "3. Siti Aminah | Jl. …", "Siti Aminah; 12-03-1990; Jl. …": a row of a list of people.
ROW_NAME = re.compile(rf"^\s*(?:\d{{1,4}}[.)|;,\t]?\s*)?(?P<nama>{NAME})\s*(?=[|;,\t–-]|\s{{2,}})")


def find_identifiers(text: str) -> list[Identifier]:
    """Every personal identifier, in order, none overlapping."""
    found: list[Identifier] = []
    for one in _candidates(text):
        if all(one.akhir <= held.awal or held.akhir <= one.awal for held in found):
            found.append(one)
    return sorted(found, key=lambda f: f.awal)


def _candidates(text: str) -> Iterator[Identifier]:
    """The surest forms first: what they take, later ones cannot have."""
    for match in EMAIL.finditer(text):
        yield Identifier("SUREL", *match.span())
    for match in NPWP.finditer(text):
        yield Identifier("NPWP", *match.span())
    for match in LONG_RUN.finditer(text):
        kind = _long(text, match)
        if kind:
            yield Identifier(kind, *match.span())
    for pattern in (MOBILE, LANDLINE):
        for match in pattern.finditer(text):
            digits = re.sub(r"\D", "", match.group())
            if 9 <= len(digits) <= 15 and not MONEY_BEFORE.search(text[: match.start()]):
                yield Identifier("TELEPON", *match.span())
    for match in ACCOUNT.finditer(text):
        around = text[max(0, match.start() - 20) : match.start("isi")]
        if not BUDGET.search(around):
            yield Identifier("REKENING", *match.span("isi"))
    yield from _people(text)


def _long(text: str, match: re.Match[str]) -> str | None:
    """What a run of 15 to 18 digits is, None where it is nobody's."""
    digits = re.sub(r"\D", "", match.group())
    before = text[max(0, match.start() - NEAR) : match.start()]
    if MONEY_BEFORE.search(before):
        return None
    if len(digits) == 18:
        return "NIP" if is_nip(digits) else None
    says = next((kind for kind, word in SAYS.items() if word.search(before)), None)
    if len(digits) == 16:
        if says:
            return says
        return "NIK" if is_nik(digits) and not re.search(r"\d[.]\d", match.group()) else None
    return "NPWP" if len(digits) == 15 and says == "NPWP" else None


def is_nik(digits: str) -> bool:
    """Sixteen digits with a known region, a day (women: plus 40) and month, and a serial number."""
    if f"{digits[:2]}.{digits[2:4]}" not in regions() or digits[12:] == "0000":
        return False
    day = int(digits[6:8])
    return _is_day(2000, int(digits[8:10]), day - 40 if day > 40 else day)


def is_nip(digits: str) -> bool:
    """Eighteen digits: birth date, month of appointment (21 for contract staff), sex, serial."""
    born = _is_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    year, month = int(digits[8:12]), int(digits[12:14])
    return (
        born
        and 1940 <= int(digits[:4]) <= 2012
        and 1960 <= year <= 2060
        and (1 <= month <= 12 or month == 21)
        and digits[14] in "12"
    )


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day; in a leap year for what has two digits of year only."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _people(text: str) -> Iterator[Identifier]:
    """Names that are called so, addresses down to the house or RT, and the names beside them."""
    for match in NAMED.finditer(text):
        yield Identifier("NAMA", *match.span("nama"))
    start = 0
    for line in text.splitlines(keepends=True):
        places = list(ADDRESS.finditer(line))
        for match in places:
            yield Identifier("ALAMAT", start + match.start(), start + match.end())
        name = ROW_NAME.match(line) if places else None
        if name and name.end("nama") <= places[0].start():
            yield Identifier("NAMA", start + name.start("nama"), start + name.end("nama"))
        start += len(line)
