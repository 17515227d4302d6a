"""The list of contents and the preface against the headings: STR-06."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.listed import bare_title, list_entries
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import CHAPTER, ROMAN
from assistant.checking.roles import normal
from ingest.report.model import Blok

STR_06 = Aturan(
    id="STR-06",
    judul="Daftar isi tidak sama dengan isi",
    keparahan="peringatan",
    butuh=("daftar isi, judul",),
    pesan='Judul "{judul}" ada dalam daftar isi, tetapi tidak ditemukan dalam isi{mirip}.',
    saran="Perbarui daftar isi.",
)
RULES = (STR_06,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every line of the list of contents.

    Sumber: kaidah dokumen.
    """
    entries = list_entries(k, "isi")
    if not entries:
        return
    bodies = {
        bare_title(b.teks) for b in k.naskah.blok if b.jenis != "daftar" and len(b.teks) < 200
    }
    last = _last_entry(k)
    bodies |= {bare_title(t.judul) for t in k.naskah.tabel}
    yield from _preface(k, entries)
    for block, title, _ in entries:
        bare = bare_title(title)
        if not bare or bare in bodies or bare.startswith(("daftar", "lampiran", "kata pengantar")):
            yield Lulus("STR-06")
            continue
        near = max(
            bodies, key=lambda b: SequenceMatcher(None, bare, b, autojunk=False).ratio(), default=""
        )
        close = SequenceMatcher(None, bare, near, autojunk=False).ratio() >= 0.6
        yield finding(
            STR_06,
            (place(block.letak, title),),
            (bare,),
            {"judul": title, "mirip": f' (yang mirip: "{near}")' if close else ""},
            ditemukan=title,
            putusan="perlu_cek" if last else "tidak_konsisten",
        )


def _preface(k: Konteks, entries: list[tuple[Blok, str, str]]) -> Iterator[Hasil]:
    """Chapters told in the preface ("II. Rencana Kerja ...") against those of the list."""
    chapters = {ROMAN.get(m.group(1).upper()): t for _, t, _ in entries if (m := CHAPTER.match(t))}
    for block in k.naskah.blok[:30]:
        told = re.match(r"^[-\s]*([IVX]+)\.\s+(.{12,})$", block.teks)
        listed = chapters.get(ROMAN.get(told.group(1))) if told else None
        if not told or not listed:
            continue
        there = bare_title(listed)
        title = bare_title(re.sub(r"\(.*?\)|[;,]|\sdan$", "", told.group(2)))
        # "dan" and "," are style; what is left are words that one of the two does not have.
        words = set(title.split()) ^ set(there.split())
        ratio = SequenceMatcher(None, title, there, autojunk=False).ratio()
        if not words - {"dan"} or ratio < 0.6:
            yield Lulus("STR-06")
            continue
        yield _other_title(block, told.group(2).rstrip("; "), listed)


def _other_title(block: Blok, told: str, listed: str) -> Hasil:
    rule = STR_06.model_copy(
        update={"pesan": 'Bab disebut "{judul}", dalam daftar isi "{daftar}".'}
    )
    return finding(
        rule,
        (place(block.letak, block.teks),),
        (normal(told), bare_title(listed)),
        {"judul": told, "daftar": listed},
        ditemukan=told,
        seharusnya=listed,
    )


def _last_entry(k: Konteks) -> bool:
    """Whether the document goes on after its lists at all."""
    return not any(b.jenis == "judul" for b in k.naskah.blok[-len(k.naskah.blok) // 2 :])
