"""From lines to the units of a law: bab, bagian, paragraf, pasal, ayat; penjelasan and lampiran
kept apart from the body.

Numbers decide: a heading or an ayat is accepted where its number follows the last one, so that
"Pasal 12" inside a sentence, a catchword at the foot of a page or a damaged "(21" cannot open a
unit of their own.
"""

import re
from dataclasses import dataclass, field, replace

from corpus.models import Bagian
from ingest.document import Document, Line
from ingest.furniture import clean_pages, clean_text
from ingest.headings import (
    ANNEX_LETTER,
    ANNEX_NUMBER,
    BAB,
    BAGIAN,
    CLOSING,
    DEMI,
    FOOT,
    LAMPIRAN,
    PARAGRAF,
    PENJELASAN,
    PENJELASAN_AYAT,
    UMUM,
)
from ingest.markers import ayat_marker, pasal_number
from ingest.repair import join_lines
from ingest.units import Heading, Unit, merged

TITLE_LINES = 4
OPENING = 30
# An own-line heading may skip numbers (text lost in a bad scan), but not wildly.
MOST_SKIPPED = 12
ENDS = (".", ":", ";", "”", '"')


@dataclass
class _State:
    """Where the reader of lines is. One instance walks one document."""

    regulasi: str
    amends: bool
    mode: str = "pembukaan"
    bab: Heading | None = None
    subbagian: Heading | None = None
    paragraf: Heading | None = None
    pasal: str | None = None
    ayat: str | None = None
    lampiran: str | None = None
    titling: str | None = None
    titled: int = 0
    start: Line | None = None
    buffer: str = ""
    units: list[Unit] = field(default_factory=list)


def parse(document: Document, regulation_id: str) -> list[Unit]:
    """The units of a regulation in the order of the text; none where it has no pasal."""
    paged = any(line.halaman for line in document.lines)
    lines = clean_pages(document.lines) if paged else clean_text(document.lines)
    opening = " ".join(line.teks for line in lines[:40])
    state = _State(regulation_id, amends=bool(re.search(r"PERUBAHAN", opening)))
    previous = ""
    for line in lines:
        _take(state, line, previous)
        previous = line.teks
    _flush(state)
    return merged(state.units)


def _take(state: _State, line: Line, previous: str) -> None:
    """One line: a mode change, a heading, a new unit, or more text."""
    if _change_mode(state, line) or _heading(state, line, previous):
        return
    if state.titling and _title(state, line):
        return
    marker = _unit_marker(state, line, previous)
    if marker is None:
        _text(state, line, line.teks)


def _change_mode(state: _State, line: Line) -> bool:
    text = line.teks
    elucidates = PENJELASAN.fullmatch(text) and text[:OPENING].isupper()
    if state.mode != "lampiran" and elucidates and state.pasal:
        return _enter(state, "penjelasan-umum")
    if state.mode.startswith("penjelasan") and DEMI.fullmatch(text):
        return _enter(state, "penjelasan")
    if state.mode == "penjelasan-umum" and UMUM.fullmatch(text):
        state.buffer, state.start = "", None  # what stood before is the title once more
        return True
    # A text whose word PENJELASAN was lost still announces its elucidation pasal by pasal.
    if state.mode in ("penutup", "badan") and DEMI.fullmatch(text) and state.pasal:
        return _enter(state, "penjelasan")
    if (
        state.pasal
        and state.mode != "pembukaan"
        and LAMPIRAN.fullmatch(text)
        and text[:9].isupper()
    ):
        number = LAMPIRAN.fullmatch(text)
        if state.mode in ("penutup", "lampiran") or text.isupper():
            _enter(state, "lampiran")
            state.lampiran = (number["nomor"] or "").strip() or None if number else None
            return False
    if state.mode == "badan" and CLOSING.match(text):
        return _enter(state, "penutup")
    if state.mode.startswith("penjelasan") and FOOT.match(text):
        return _enter(state, "penutup")
    return False


def _enter(state: _State, mode: str) -> bool:
    _flush(state)
    state.mode, state.start = mode, None
    if mode.startswith(("penjelasan", "lampiran")):
        state.bab = state.subbagian = state.paragraf = state.ayat = None
        state.pasal = state.pasal if mode == "penutup" else None
    if mode == "penjelasan-umum":
        state.start = None
    state.titling = None
    return True


def _heading(state: _State, line: Line, previous: str) -> bool:
    if state.mode not in ("pembukaan", "badan"):
        return False
    for name, pattern in (("bab", BAB), ("subbagian", BAGIAN), ("paragraf", PARAGRAF)):
        match = pattern.fullmatch(line.teks)
        if match is None or (name != "bab" and state.mode == "pembukaan"):
            continue
        if name != "bab" and (len(match["judul"]) > 160 or previous.endswith((" dan", ","))):
            continue
        _flush(state)
        state.mode = "badan"
        number = (
            match["nomor"].replace("l", "I").replace("1", "I") if name == "bab" else match["nomor"]
        )
        setattr(state, name, Heading(number, match["judul"].strip()))
        if name == "bab":
            state.subbagian = state.paragraf = None
        elif name == "subbagian":
            state.paragraf = None
        state.start, state.titling, state.titled = None, name, 0
        return True
    return False


def _title(state: _State, line: Line) -> bool:
    """Lines after a heading are its title until a unit begins."""
    if (
        state.titled >= TITLE_LINES
        or pasal_number(line.teks, None)
        or ayat_marker(line.teks, 1, "")
    ):
        state.titling = None
        return False
    heading = getattr(state, state.titling or "")
    if heading.judul and state.titled == 0:
        state.titling = None
        return False
    joined = join_lines(heading.judul, line.teks)
    setattr(state, state.titling or "", replace(heading, judul=joined))
    state.titled += 1
    return True


def _unit_marker(state: _State, line: Line, previous: str) -> bool | None:
    """Opens the pasal or ayat that the line announces; None where it announces none."""
    if state.mode in ("penutup", "lampiran", "penjelasan-umum"):
        return None
    found = pasal_number(line.teks, _expected(state), roman=state.amends)
    if found and _plausible(state, *found, previous):
        if found[0] == state.pasal and not state.buffer:
            return True  # a catchword said the number already
        _flush(state)
        state.mode = "badan" if state.mode == "pembukaan" else state.mode
        state.pasal, state.ayat, state.start, state.titling = found[0], None, line, None
        rest = found[1]
        if rest:
            again = replace(line, teks=rest)
            if _unit_marker(state, again, "") is None:
                _text(state, again, rest)
        return True
    if state.pasal is None:
        return None
    ayat = _ayat(state, line, previous)
    if ayat is None:
        return None
    _flush(state)
    state.ayat, state.start = ayat[0], line
    _text(state, line, ayat[1])
    return True


def _ayat(state: _State, line: Line, previous: str) -> tuple[str, str] | None:
    expected = int(re.sub(r"\D", "", state.ayat)) + 1 if state.ayat else 1
    if state.mode == "penjelasan":
        match = PENJELASAN_AYAT.fullmatch(line.teks)
        return (match["nomor"], match["sisa"]) if match else None
    if expected == 1 and state.buffer and not state.buffer.endswith((":", ".")):
        return None
    return ayat_marker(line.teks, expected, previous)


def _expected(state: _State) -> int:
    digits = re.sub(r"\D", "", state.pasal or "")
    return int(digits) + 1 if digits else 1


def _plausible(state: _State, number: str, rest: str, previous: str) -> bool:
    own_line, opens_ayat = not rest, rest.startswith("(")
    digits = re.sub(r"\D", "", number)
    if not digits:
        return own_line
    step = int(digits) - (_expected(state) - 1)
    if state.amends:
        return own_line or previous.endswith(ENDS)
    if number != digits:  # Pasal 18A follows 18
        return 0 <= step <= 1
    if step == 0:
        return own_line and not state.buffer
    # Inside a line only a heading is followed by "(1)"; a reference says "ayat (1)".
    most = MOST_SKIPPED if own_line else 4 if opens_ayat else 2 if previous.endswith(ENDS) else 1
    return 1 <= step <= most


def _text(state: _State, line: Line, text: str) -> None:
    if state.mode in ("pembukaan", "penutup"):
        return
    if state.start is None:
        state.start = line
    if state.mode == "lampiran":
        _annex_heading(state, line)
        if state.start.halaman != line.halaman or len(state.buffer) > 1500:
            _flush(state)
            state.start = line
        state.buffer += ("\n" if state.buffer else "") + text
    elif text:
        state.buffer = join_lines(state.buffer, text)


def _annex_heading(state: _State, line: Line) -> None:
    """BAB, "A. …" and "1. …" headings of an annex: every later page part carries them."""
    text = line.teks
    path = (state.bab, state.subbagian, state.paragraf)
    if match := BAB.fullmatch(text):
        path = (Heading(match["nomor"], match["judul"]), None, None)
    elif (match := ANNEX_LETTER.fullmatch(text)) and _follows(state.subbagian, match["nomor"]):
        path = (state.bab, Heading(match["nomor"], match["judul"]), None)
    elif (match := ANNEX_NUMBER.fullmatch(text)) and len(match["judul"].split()) >= 4:
        path = (state.bab, state.subbagian, Heading(match["nomor"], match["judul"]))
    else:
        return
    _flush(state)  # what stands above belongs to the heading before
    state.bab, state.subbagian, state.paragraf = path
    state.start = line


def _follows(last: Heading | None, letter: str) -> bool:
    return letter == "A" or (last is not None and ord(letter) - ord(last.nomor) == 1)


def _flush(state: _State) -> None:
    text, state.buffer = state.buffer.strip(), ""
    if not text or state.start is None or (state.mode == "badan" and state.pasal is None):
        return
    bagian: Bagian = "batang_tubuh"
    if state.mode.startswith("penjelasan"):
        bagian = "penjelasan"
    elif state.mode == "lampiran":
        bagian = "lampiran"
    state.units.append(
        Unit(
            state.regulasi,
            bagian,
            state.bab,
            state.subbagian,
            state.paragraf,
            state.pasal if bagian != "lampiran" else None,
            state.ayat,
            text,
            state.start.halaman,
            state.start.nomor,
            state.lampiran,
        )
    )
