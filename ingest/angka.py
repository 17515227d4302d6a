"""Indonesian numbers, percent and rupiah: text <-> Decimal with the displayed decimals kept.

"1.234.567,89", "84,881", "1 234", "(1.234)", "Rp2,5 miliar", "1.000,-", "96,83 %", "-", "nihil".
Nothing is guessed: a text such as "1.234" can mean two numbers and says so (`ambigu`) unless the
convention of its column is given. Empty, "nihil" and zero stay three different things.
"""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

Konvensi = Literal["id", "en"]
"""id: 1.234,5; en: 1,234.5."""
Jenis = Literal["bilangan", "persen", "rupiah"]
Keadaan = Literal["isi", "kosong", "nihil"]

MULTIPLIERS = {
    "ribu": Decimal(10) ** 3,
    "rb": Decimal(10) ** 3,
    "juta": Decimal(10) ** 6,
    "jt": Decimal(10) ** 6,
    "miliar": Decimal(10) ** 9,
    "milyar": Decimal(10) ** 9,
    "m": Decimal(10) ** 9,
    "triliun": Decimal(10) ** 12,
    "t": Decimal(10) ** 12,
}
NIL = {"-", "–", "—", "nihil", "n/a", "na", "tidak ada"}
_SHAPE = re.compile(
    r"(?P<open>\()?\s*(?P<minus>[-−–])?\s*(?P<rp>rp\.?|idr)?\s*(?P<minus2>[-−–])?\s*"
    r"(?P<body>\d[\d.,\s]*?)(?P<dash>[,.]\s?(?:-|–|—)+)?\s*"
    rf"(?P<times>{'|'.join(MULTIPLIERS)})?\s*(?P<percent>%|persen)?\s*(?P<close>\))?",
    re.IGNORECASE,
)
_GROUPS = {
    ".": re.compile(r"\d{1,3}(\.\d{3})+"),
    ",": re.compile(r"\d{1,3}(,\d{3})+"),
    " ": re.compile(r"\d{1,3}( \d{3})+"),
}


class Angka(NamedTuple):
    """A number as it was written.

    `nilai` is the value times `pengali`, percent on the scale 0-100; None unless `keadaan` is
    "isi". `desimal` counts the displayed decimals ("100,0" has 1, "100" has 0). `ambigu`: one
    separator before exactly three digits and no convention: read the Indonesian way, unsure.
    """

    tertulis: str
    nilai: Decimal | None
    desimal: int = 0
    jenis: Jenis = "bilangan"
    pengali: Decimal = Decimal(1)
    keadaan: Keadaan = "isi"
    ambigu: bool = False


def parse_number(text: str, konvensi: Konvensi | None = None) -> Angka | None:
    """The number that a text writes, None where it writes none.

    Args:
        text: One cell or word, such as "Rp. 1.000,00" or "47,66%".
        konvensi: Convention of the column; decides "1.234", never overrules a clear text.
    """
    clean = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
    if not clean:
        return Angka(text, None, keadaan="kosong")
    if clean.lower() in NIL:
        return Angka(text, None, keadaan="nihil")
    shape = _SHAPE.fullmatch(clean)
    if shape is None or bool(shape["open"]) != bool(shape["close"]):
        return None
    if shape["minus"] and shape["minus2"]:
        return None
    if shape["times"] and shape["times"].lower() in ("m", "t") and not shape["rp"]:
        return None
    # ",-" is Indonesian; sen have two digits, so three after a separator are thousands
    sure: Konvensi | None = "id" if shape["dash"] and shape["dash"][0] == "," else konvensi
    if shape["rp"] and not shape["times"]:
        sure = "id" if "." in shape["body"] else "en"
    read = _body(shape["body"].strip(), sure)
    if read is None:
        return None
    value, unsure = read
    factor = MULTIPLIERS[shape["times"].lower()] if shape["times"] else Decimal(1)
    if shape["open"] or shape["minus"] or shape["minus2"]:
        value = -value
    kind: Jenis = "persen" if shape["percent"] else "rupiah" if shape["rp"] else "bilangan"
    places = max(0, -int(value.as_tuple().exponent))
    return Angka(text, value * factor, places, kind, factor, "isi", unsure)


def column_convention(texts: Iterable[str]) -> Konvensi | None:
    """What most of the clear texts of a column use; None where none is clear, or at a tie."""
    votes = Counter(vote for text in texts if (vote := _evidence(text)) is not None)
    if not votes or votes["id"] == votes["en"]:
        return None
    return "id" if votes["id"] > votes["en"] else "en"


def interval(angka: Angka) -> tuple[Decimal, Decimal]:
    """Lowest and highest value that rounds to what is displayed: half a last digit either side.

    A whole number of people, units or rupiah without a multiplier is exact.

    Raises:
        ValueError: the text holds no number.
    """
    if angka.nilai is None:
        raise ValueError(f"no number in {angka.tertulis!r}")
    if angka.jenis != "persen" and angka.desimal == 0 and angka.pengali == 1:
        return angka.nilai, angka.nilai
    half = Decimal(5).scaleb(-angka.desimal - 1) * angka.pengali
    return angka.nilai - half, angka.nilai + half


def write_number(value: Decimal) -> str:
    """ "1.234,50": the Indonesian way with the decimals the value has; never rounds."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def _body(text: str, konvensi: Konvensi | None) -> tuple[Decimal, bool] | None:
    """Value of the digits and separators, and whether it is unsure."""
    if " " in text:
        head, mark, tail = text.partition(",")
        if not _GROUPS[" "].fullmatch(head) or (mark and not tail.isdigit()):
            return None
        return Decimal(head.replace(" ", "") + ("." + tail if mark else "")), False
    points, commas = text.count("."), text.count(",")
    if not points and not commas:
        return Decimal(text), False
    if points and commas:
        return _both(text)
    mark = "." if points else ","
    if points + commas > 1:
        return (Decimal(text.replace(mark, "")), False) if _grouped(text, mark) else None
    head, _, tail = text.partition(mark)
    if not tail:
        return None
    if not _grouped(text, mark) or head == "0":
        return Decimal(f"{head}.{tail}"), False
    thousands = mark == ("." if konvensi in ("id", None) else ",")
    value = Decimal(head + tail) if thousands else Decimal(f"{head}.{tail}")
    return value, konvensi is None


def _both(text: str) -> tuple[Decimal, bool] | None:
    """Both separators: the last one, standing once, is the decimal one."""
    point = "." if text.rfind(".") > text.rfind(",") else ","
    group = "," if point == "." else "."
    head, _, tail = text.partition(point)
    if not _grouped(head, group) or not tail.isdigit():
        return None
    return Decimal(f"{head.replace(group, '')}.{tail}"), False


def _grouped(text: str, mark: str) -> bool:
    return _GROUPS[mark].fullmatch(text) is not None


def _evidence(text: str) -> Konvensi | None:
    """The convention that a text can only be written in; None where it fits both."""
    read = parse_number(text)
    if read is None or read.nilai is None or read.ambigu:
        return None
    body = text.rstrip(",.-–— ") if read.desimal == 0 else text
    marks = [mark for mark in body.lower().replace("rp.", "") if mark in ".,"]
    if not marks:
        return None
    return "id" if (marks[-1] == ",") == (read.desimal > 0) else "en"
