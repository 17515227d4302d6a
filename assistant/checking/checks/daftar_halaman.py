"""Page numbers of the lists: STR-08."""

from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.listed import list_entries
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import CHAPTER, LABEL, ROMAN, plain
from assistant.checking.roles import normal
from ingest.report.model import Blok

STR_08 = Aturan(
    id="STR-08",
    judul="Nomor halaman daftar tidak menaik",
    keparahan="peringatan",
    butuh=("nomor halaman daftar",),
    pesan='"{judul}" tertulis di halaman {halaman}, sedangkan {acuan} mulai halaman {batas}.',
    saran="Perbarui nomor halamannya.",
)
RULES = (STR_08,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Pages of each list rise, and a table of a chapter does not stand before the chapter.

    Sumber: kaidah dokumen.
    """
    starts: dict[int, tuple[int, str]] = {}
    for which in ("isi", "tabel", "gambar"):
        last = 0
        for block, text, page in list_entries(k, which):
            if not page.isdigit():
                continue
            number = int(page)
            chapter = CHAPTER.match(text)
            if which == "isi" and chapter and chapter.group(1).upper() in ROMAN:
                starts[ROMAN[chapter.group(1).upper()]] = (number, text.split(".")[0])
            label = LABEL.match(text)
            of = plain(label.group(2)).split(".")[0] if label else ""
            begun = starts.get(int(of)) if of.isdigit() else None
            if number < last:
                yield _page(block, text, number, "butir sebelumnya", last)
            elif begun and number < begun[0]:
                yield _page(block, text, number, begun[1], begun[0])
            else:
                yield Lulus("STR-08")
            last = max(last, number)


def _page(block: Blok, text: str, page: int, than: str, limit: int) -> Hasil:
    return finding(
        STR_08,
        (place(block.letak, text),),
        (normal(text), str(page)),
        {"judul": text, "halaman": page, "acuan": than, "batas": limit},
        ditemukan=str(page),
    )
