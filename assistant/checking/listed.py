"""Lines of the lists of contents, tables and pictures."""

import re

from assistant.checking.context import Konteks
from assistant.checking.roles import normal
from ingest.report.model import Blok
from ingest.report.outline import TOC_LINE


def list_entries(k: Konteks, which: str) -> list[tuple[Blok, str, str]]:
    """Lines of one list (isi, tabel, gambar): block, text and page."""
    found: list[tuple[Blok, str, str]] = []
    inside = False
    for block in k.naskah.blok:
        if block.jenis == "judul" and re.match(r"daftar\s+\w+$", block.teks, re.IGNORECASE):
            inside = block.teks.lower().split()[1] == which
        elif block.jenis == "daftar" and inside:
            match = TOC_LINE.match(block.teks)
            if match:
                title = re.sub(r"[.\s]+$", "", match.group("judul").replace("\t", " "))
                found.append((block, title, match.group("halaman")))
        elif block.jenis != "daftar":
            inside = False
    return found


def bare_title(title: str) -> str:
    """A heading without its number."""
    title = re.sub(r"^bab\s+[ivxlc]+\b[.:]?\s*", "", title, flags=re.IGNORECASE)
    title = re.sub(
        r"^(?:[IVX]+|[ivx]+|\d+|[a-zA-Z])(?:[.\-]\d+)*[.)]\s+|^\d+(?:\.\d+)+\s+", "", title
    )
    return re.sub(r"\s+", " ", re.sub(r"[-–—.]", " ", normal(title))).strip()
