"""Chapters of the same title: STR-05."""

from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil
from assistant.checking.numbered import CHAPTER, numbered_parts
from assistant.checking.roles import normal
from ingest.report.model import Blok

STR_05 = Aturan(
    id="STR-05",
    judul="Judul bab ganda",
    keparahan="peringatan",
    utama=False,
    butuh=("judul bab",),
    pesan='{n} bab berjudul sama: "{judul}".',
    saran="Bedakan judulnya, atau gabungkan isinya.",
)
RULES = (STR_05,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Chapters of every part.

    Sumber: kaidah dokumen.
    """
    for part in numbered_parts(k):
        titles: dict[str, list[Blok]] = {}
        for at, block in enumerate(k.naskah.blok):
            match = CHAPTER.match(block.teks)
            if block not in part or not match:
                continue
            after = k.naskah.blok[at + 1] if at + 1 < len(k.naskah.blok) else block
            title = match.group(2) or (after.teks if after.teks.isupper() else "")
            if title:
                titles.setdefault(normal(title), []).append(block)
        for title, blocks in titles.items():
            if len(blocks) > 1:
                yield finding(
                    STR_05,
                    tuple(place(b.letak, b.teks) for b in blocks),
                    (title,),
                    {"n": len(blocks), "judul": title.upper()},
                )
