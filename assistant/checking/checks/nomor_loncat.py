"""A number left out: STR-03."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import numbered_parts, plain, sections
from assistant.checking.roles import normal

STR_03 = Aturan(
    id="STR-03",
    judul="Nomor loncat",
    keparahan="peringatan",
    butuh=("nomor berurutan",),
    pesan="Sesudah {jenis} {sebelum} langsung {nomor}.",
    saran="Periksa apakah ada bagian yang hilang.",
)
RULES = (STR_03,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Sections of every part, below the same number.

    Sumber: kaidah dokumen.
    """
    for part in numbered_parts(k):
        last: dict[str, tuple[int, str]] = {}
        for item in sections(part):
            *head, tail = plain(item.nomor).split(".")
            if not tail.isdigit():
                continue
            above = ".".join(head)
            before = last.get(above)
            number = int(tail)
            if before and number > before[0] + 1:
                yield finding(
                    STR_03,
                    (place(item.blok.letak, item.blok.teks),),
                    (item.nomor, before[1], normal(item.judul)),
                    {"jenis": "subbab", "sebelum": before[1], "nomor": item.nomor},
                    ditemukan=item.nomor,
                    selisih=Decimal(number - before[0] - 1),
                )
            elif before:
                yield Lulus("STR-03")
            last[above] = (number, item.nomor)
