"""Citations of regulations in a laporan, with their place, their title and whether they are law
that the document builds on or history that it tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.citation import find_references, normalise
from ingest.report.model import Blok, Naskah

BASIS = re.compile(r"dasar\s+hukum|landasan\s+hukum|mengingat\b", re.IGNORECASE)
END_OF_BASIS = re.compile(r"memutuskan|menetapkan|^bab\b", re.IGNORECASE)
HISTORY = re.compile(
    r"pengganti|menggantikan|diganti|dicabut|mencabut|sebelum|lama\b|perbedaan|perubahan|tidak\s+lagi|"
    r"awalnya|dahulu|semula|tidak\s+berlaku|permasalahan",
    re.IGNORECASE,
)
NESTED = re.compile(
    r"(?:perubahan\s+(?:\w+\s+)?(?:atas|terhadap)|mengubah|penetapan|pelaksanaan|pencabutan)\s*$",
    re.IGNORECASE,
)
UNCOMMAED = "Pendidikan Kebudayaan Riset dan"
TITLE = re.compile(
    r"^\s*tentang\s+(?P<judul>.+?)(?=\s*\(|[;:.]|\s+sebagai|\s+dengan\s+meng|,?\s+yang\s|,\s|\s+perlu\s|"
    r"\s+ini\b|\s+menggantikan|\s+dan\s+(?:permen|peraturan|undang)|\s+khususnya|\s+dijelaskan|"
    r"\s+maka\b|\s+bahwa\b|\s+pada\s+pasal|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Kutipan:
    """One citation. `dasar`: stands in the list of the legal basis, as item `urut`.

    `bersarang`: part of another regulation's title. `judul`: the title as written.
    """

    regulasi: str
    dikenal: bool
    teks: str
    judul: str
    pasal: str | None
    ayat: str | None
    blok: Blok
    dasar: bool
    urut: int | None
    sejarah: bool
    bersarang: bool
    pertama: bool


def citations(naskah: Naskah) -> tuple[Kutipan, ...]:
    """Every citation in headings, paragraphs and list items, in order."""
    return tuple(_all(naskah))


def _all(naskah: Naskah) -> Iterator[Kutipan]:
    in_basis = False
    count = 0
    for block in naskah.blok:
        if block.jenis == "daftar":
            continue
        if BASIS.search(block.teks) and len(block.teks) < 90:
            in_basis, count = True, 0
            continue
        if END_OF_BASIS.search(block.teks) or (
            in_basis
            and block.jenis == "judul"
            and "nomor" not in block.teks.lower()
            and " no" not in block.teks.lower()
        ):
            in_basis = False
        found = list(_of_block(block, in_basis, count + 1))
        if in_basis and found:
            count += 1
        yield from found


def _of_block(block: Blok, basis: bool, order: int) -> Iterator[Kutipan]:
    # The ministry's name is written with and without its commas.
    written = re.sub(r"(?i)pendidikan,? kebudayaan,? riset,? dan", UNCOMMAED, block.teks)
    text = normalise(written)
    headless = re.match(r"^-?\s*nomor\b", written, re.IGNORECASE) is not None
    first = True
    for found in find_references(written, every=True):
        if found.regulasi is None:
            continue
        before = text[: found.awal]
        sentence = re.split(r"(?<=[a-z\d])\.\s", text[: found.akhir + 120])[-1]
        around = text[max(0, found.awal - 160) : found.akhir + 160]
        title = TITLE.match(text[found.akhir :])
        nested = NESTED.search(before) is not None or bool(
            re.search(r"(?:tentang|menjadi)\s[^;(]*$", before[-260:])
            and "perubahan" in before[-260:]
            and basis
        )
        own = re.match(r"^[-\s]*(\d{1,2})[.)]", block.teks)
        yield Kutipan(
            found.regulasi,
            found.dikenal,
            written[found.awal : found.akhir] if len(written) == len(text) else found.teks,
            _original(written, title.group("judul")) if title else "",
            found.pasal,
            found.ayat,
            block,
            basis,
            (int(own.group(1)) if own else order) if basis else None,
            HISTORY.search(around) is not None or HISTORY.search(sentence) is not None,
            nested or headless,
            first,
        )
        first = False


def _original(text: str, title: str) -> str:
    """The title with the capitals of the document, where it can be found again."""
    at = text.lower().find(title)
    return text[at : at + len(title)] if at >= 0 else title
