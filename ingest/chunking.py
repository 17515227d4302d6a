"""Units of a law to chunks: one per ayat (or pasal without ayat), one per definition of Pasal 1,
annexes by page. Ids are law addresses; every chunk carries its heading path."""

import re
from collections.abc import Iterable, Iterator

from corpus.models import Chunk, Regulasi
from corpus.names import full_name
from ingest.lists import definitions, laid_out
from ingest.units import Heading, Unit

NOTHING = re.compile(r"[^a-z]*(?:huruf [a-z]\W*)?cukup\s*je.{0,3}s[^a-z]*", re.IGNORECASE)
# A unit longer than this has lost a heading in a bad scan; an honest ayat is shorter.
LONGEST = 4_000
UMUM_PART = 1_200
FEWEST_LETTERS = 8


def chunks(units: Iterable[Unit], regulation: Regulasi, berkas: str | None) -> Iterator[Chunk]:
    """Chunks of one regulation in the order of the text, ids unique."""
    seen: dict[str, int] = {}
    for unit in units:
        if NOTHING.fullmatch(unit.teks) or sum(c.isalpha() for c in unit.teks) < FEWEST_LETTERS:
            continue
        for chunk_id, place, text in _pieces(unit):
            seen[chunk_id] = seen.get(chunk_id, 0) + 1
            number = seen[chunk_id]
            yield Chunk(
                id=chunk_id if number == 1 else f"{chunk_id}/{number}",
                regulasi=regulation.id,
                tier="resmi",
                bagian=unit.bagian,
                bab=unit.bab.nomor if unit.bab else None,
                pasal=unit.pasal,
                ayat=unit.ayat,
                jalur=(full_name(regulation), *_path(unit), *place),
                teks=text,
                berkas=berkas,
                halaman=unit.halaman,
                sumber=regulation.sumber,
            )


def _pieces(unit: Unit) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """(id, further headings, text) of the chunks that one unit becomes."""
    if unit.bagian == "lampiran":
        place = f"hal-{unit.halaman}" if unit.halaman else f"baris-{unit.nomor}"
        yield f"{unit.alamat}/{place}", (), unit.teks
        return
    if unit.bagian == "batang_tubuh" and unit.pasal == "1" and not unit.ayat:
        _, items = definitions(unit.teks)
        for item in items:
            yield f"{unit.alamat}/angka-{item.nomor}", (f"angka {item.nomor}",), item.teks
        if items:
            return
    longest = UMUM_PART if unit.pasal is None else LONGEST
    for part in split_long(unit.teks, longest):
        yield unit.alamat, (), laid_out(part)


def split_long(text: str, longest: int) -> list[str]:
    """The text in parts of at most about `longest` characters, cut at ends of sentences."""
    parts = [""]
    for sentence in re.split(r"(?<=[.;])\s+", text):
        if parts[-1] and len(parts[-1]) + len(sentence) > longest:
            parts.append("")
        parts[-1] = f"{parts[-1]} {sentence}".strip()
    return parts


def _heading(word: str, heading: Heading | None) -> tuple[str, ...]:
    return (f"{word} {heading.nomor} {heading.judul}".strip(),) if heading else ()


def _path(unit: Unit) -> tuple[str, ...]:
    """Headings from the bab down: ("BAB II JENIS SPM", "Bagian Ketiga …", "Pasal 6", …)."""
    if unit.bagian == "lampiran":
        name = f"Lampiran {unit.lampiran}" if unit.lampiran else "Lampiran"
        parts = (*_heading("BAB", unit.bab), *_heading("", unit.subbagian))
        return (name, *(p.strip() for p in (*parts, *_heading("", unit.paragraf))))
    path: tuple[str, ...] = ("Penjelasan",) if unit.bagian == "penjelasan" else ()
    path += (*_heading("BAB", unit.bab), *_heading("Bagian", unit.subbagian))
    path += _heading("Paragraf", unit.paragraf)
    if unit.pasal:
        path += (f"Pasal {unit.pasal}",)
    elif unit.bagian == "penjelasan":
        path += ("Umum",)
    return (*path, f"ayat ({unit.ayat})") if unit.ayat else path
