"""The outputs of a consultant, worded in several places: TAB-04."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, Tempat
from assistant.checking.roles import normal
from assistant.checking.sentences import ORDER

TAB_04 = Aturan(
    id="TAB-04",
    judul="Butir yang sama dirumuskan berbeda",
    keparahan="peringatan",
    butuh=("daftar yang sama di beberapa tempat",),
    toleransi="kemiripan kurang dari 0,9",
    pesan='Keluaran ke-{n} dirumuskan berbeda: "{a}" dan "{b}".',
    saran="Pakai satu rumusan sesuai KAK atau perubahannya.",
)
RULES = (TAB_04,)


def check(k: Konteks) -> Iterator[Hasil]:
    """The numbered outputs of a consultant's report, wherever they are listed.

    Sumber: kaidah dokumen.
    """
    if k.identitas.jenis != "konsultan_bulanan":
        return
    lists: list[list[tuple[str, Tempat]]] = list(_output_lists(k))
    for n in range(max((len(each) for each in lists), default=0)):
        worded = [each[n] for each in lists if n < len(each)]
        if len(worded) < 2:
            continue
        first = worded[0]
        other = next((w for w in worded[1:] if _ratio(first[0], w[0]) < 0.9), None)
        if other is None:
            yield Lulus("TAB-04")
            continue
        if _ratio(first[0], other[0]) < 0.3:
            continue
        yield finding(
            TAB_04,
            tuple(t for _, t in worded),
            (str(n + 1), normal(first[0]), normal(other[0])),
            {"n": n + 1, "a": first[0].rstrip(";. "), "b": other[0].rstrip(";. ")},
            ditemukan=other[0],
            seharusnya=first[0],
            putusan="perlu_cek",
        )


def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, normal(one), normal(two), autojunk=False).ratio()


def _output_lists(k: Konteks) -> Iterator[list[tuple[str, Tempat]]]:
    blocks = k.naskah.blok
    for at_, block in enumerate(blocks):
        if re.search(
            r"keluaran[^.]{0,40}(?:sebagai berikut|yaitu)\s*:?\s*$", block.teks, re.IGNORECASE
        ):
            items = []
            for following in blocks[at_ + 1 : at_ + 12]:
                if following.jenis != "butir":
                    break
                text = ORDER.sub("", following.teks)
                items.append((text, place(following.letak, text)))
            if len(items) > 1:
                yield items
    for grid in k.grid:
        rows = range(grid.akhir - grid.kepala)
        start = [r for r in rows if "pencapaian output" in normal(grid.label[r])]
        for begin in start:
            items = []
            for row in range(begin + 1, min(begin + 8, grid.akhir - grid.kepala)):
                label = grid.label[row]
                if not ORDER.match(label):
                    break
                items.append((ORDER.sub("", label), place(grid.letak(row), label)))
            if len(items) > 1:
                yield items
