"""Numbers of cells, read with the convention of their column on top of `ingest.angka`.

The raw text and the printed decimals are kept. Empty, zero and a written "nihil" are three
things. One separator before exactly three digits says nothing by itself: the column does.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.angka import Konvensi, column_convention, parse_number
from ingest.report.model import Sel

Jenis = Literal["angka", "kosong", "nihil", "teks", "galat"]
Isi = Literal["bulat", "persen"] | None
"""What a column counts: whole things, percent, or not known."""

EXCEL_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
UNIT = re.compile(
    r"(?<=[\d)])\s*(?:orang|jiwa|kk|unit|rumah|kasus|paket|dokumen|laporan|layanan|kegiatan|sr|"
    r"rumah tangga|warga negara|anak|lembar|buku)\s*$",
    re.IGNORECASE,
)
SURE = 60  # percent: figures that OCR was less sure of are no number
DIGIT = re.compile(r"\d")
ONE_GROUP = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A number as written. `nilai` None unless `jenis` is "angka".

    `desimal` are the decimals shown, `pengali` what "juta" and the like multiply by. `ragu`: the
    separator may be read in two ways. `menyimpang`: it goes against the column.
    """

    mentah: str
    jenis: Jenis
    nilai: Decimal | None = None
    desimal: int = 0
    pengali: Decimal = Decimal(1)
    persen: bool = False
    rupiah: bool = False
    ragu: bool = False
    menyimpang: bool = False


def _bare(text: str) -> str:
    return UNIT.sub("", text.strip().rstrip("*").rstrip())


def is_number(text: str) -> bool:
    """Whether a text is one number, with or without a unit."""
    if not text or not any(c.isdigit() for c in text):
        return False
    read_ = parse_number(_bare(text))
    return read_ is not None and read_.nilai is not None


def convention(texts: Iterable[str]) -> Konvensi | None:
    """The convention that most numbers of a column follow; None without any evidence.

    Where no text is clear, the separator used before three digits by most of them decides.
    """
    numbers = [_bare(t) for t in texts if any(c.isdigit() for c in t)]
    clear = column_convention(numbers)
    if clear is not None:
        return clear
    votes = Counter(m.group(1) for t in numbers if (m := ONE_GROUP.search(t)))
    if votes["."] == votes[","]:
        return None
    return "id" if votes["."] > votes[","] else "en"


def read(text: str, konvensi: Konvensi | None = None, isi: Isi = None) -> Bilangan:
    """One number of a column that holds `isi`."""
    if not text.strip():
        return Bilangan(text, "kosong")
    if EXCEL_ERROR.search(text):
        return Bilangan(text, "galat")
    bare = _bare(text)
    group = ONE_GROUP.search(bare) if isi == "bulat" else None
    sign: Konvensi | None = None
    if group:
        sign = "id" if group.group(1) == "." else "en"
    elif isi == "persen":
        sign = "id" if "," in bare else "en" if bare.count(".") == 1 else None
    found = parse_number(bare, sign or konvensi)
    if found is None:
        return Bilangan(text, "teks")
    if found.nilai is None:
        return Bilangan(text, "nihil" if found.keadaan == "nihil" else "kosong")
    return Bilangan(
        text,
        "angka",
        found.nilai,
        found.desimal,
        found.pengali,
        found.jenis == "persen",
        found.jenis == "rupiah",
        (found.ambigu or (sign == "en" and konvensi is None)) and "," in bare and isi != "persen",
        sign is not None and konvensi is not None and sign != konvensi and isi == "bulat",
    )


def of_cell(cell: Sel, konvensi: Konvensi | None = None, isi: Isi = None) -> Bilangan:
    """The number of a cell: a spreadsheet's stored number as it is, otherwise its text."""
    if cell.keyakinan is not None and cell.keyakinan < SURE:
        return Bilangan(cell.teks, "teks", ragu=True)
    if cell.angka is None:
        text = cell.teks
        if text and text[0] not in "-–—" and not DIGIT.search(text) and "#" not in text:
            return read(text) if len(text) < 10 else Bilangan(text, "teks")
        return read(text, konvensi, isi)
    percent = cell.teks.endswith("%")
    value = Decimal(cell.angka)
    return Bilangan(
        cell.teks,
        "angka",
        value.scaleb(2) if percent else value,
        cell.desimal or 0,
        Decimal(1),
        percent,
        cell.teks.startswith("Rp"),
    )
