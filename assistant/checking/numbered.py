"""Numbered things of a document: chapters, sections, tables, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checking.context import Konteks
from ingest.report.model import Blok

SECTION = re.compile(r"^((?:[IVX]+\.)?\d{1,2}(?:\.\d{1,2})+)\.?\s+(.+)$")
CHAPTER = re.compile(r"^bab\s+([ivxlc]+)\b[.:]?\s*(.*)$", re.IGNORECASE)
LABEL = re.compile(
    r"^(tabel|table|gambar|grafik|bagan)\s*:?\s*([\dIVXLa-z]+(?:[.\-][\dIVXa-z]+)*)[.:]?\s*(.*)$",
    re.IGNORECASE,
)
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


@dataclass(frozen=True)
class Nomor:
    """A numbered thing: its kind, number as written, title and block."""

    jenis: str
    nomor: str
    judul: str
    blok: Blok


def plain(number: str) -> str:
    """ "I-1", "1.1" and "1-1" are one number: 1.1."""
    parts = re.split(r"[.\-]", number.strip(".-"))
    return ".".join(str(ROMAN.get(p.upper(), p.lower())) for p in parts)


def captions(k: Konteks) -> list[Nomor]:
    """Captions outside of the lists."""
    found = []
    for block in k.keterangan:
        match = LABEL.match(block.teks)
        if match:
            kind = (
                "Tabel" if match.group(1).lower().startswith("tab") else match.group(1).capitalize()
            )
            found.append(Nomor(kind, match.group(2), match.group(3), block))
    return found


def numbered_parts(k: Konteks) -> Iterator[list[Blok]]:
    """Headings between two starts of the numbering: an appendix numbers anew."""
    part: list[Blok] = []
    for block in k.judul:
        restart = CHAPTER.match(block.teks)
        if re.match(r"lampiran\b", block.teks, re.IGNORECASE) or (
            restart and restart.group(1).upper() == "I" and part
        ):
            yield part
            part = []
        part.append(block)
    yield part


def sections(part: list[Blok]) -> list[Nomor]:
    """Numbered sections among the headings of a part."""
    found = []
    for block in part:
        match = SECTION.match(block.teks)
        if match:
            found.append(Nomor("Subbab", match.group(1), match.group(2), block))
    return found
