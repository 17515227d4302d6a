"""Changes told in a sentence, from one number to another: ARI-16."""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding, write
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal
from assistant.checking.sentences import number_in
from ingest.intervals import printed
from ingest.report.model import Blok

ARI_16 = Aturan(
    id="ARI-16",
    judul="Selisih dalam narasi salah",
    keparahan="peringatan",
    butuh=("nilai awal", "nilai akhir", "selisih"),
    toleransi="interval; selisih poin atau persen",
    pesan="Dari {a} menjadi {b}: {arah} {poin} poin atau {nisbi} persen, tertulis {tertulis}.",
    saran="Hitung ulang selisihnya, dan sebutkan apakah poin atau persen.",
)
RULES = (ARI_16,)
NUM = r"(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
CHANGE = re.compile(
    rf"(naik|meningkat|bertambah|turun|menurun|berkurang)\s+(?:sebesar\s+|"
    rf"sebanyak\s+)?{NUM}\s*(%|persen|poin)?"
    rf"[^.;\d]{{0,40}}?\bdari\s+{NUM}\s*(?:%|persen)?[^.;\d]{{0,40}}?(?:menjadi|ke|hingga)\s+{NUM}",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    rf"\bdari\s+{NUM}\s*(?:%|persen)?[^.;\d]{{0,40}}?(?:menjadi|ke|hingga)\s+{NUM}\s*(?:%|persen)?"
    rf"[^.;\d]{{0,30}}?(?:atau\s+)?(naik|meningkat|bertambah|turun|menurun|berkurang)\s+"
    rf"(?:sebesar\s+|sebanyak\s+)?{NUM}\s*(%|persen|poin)?",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every change told in a sentence.

    Sumber: kaidah hitung.
    """
    for block in k.narasi:
        for found in CHANGE.finditer(block.teks):
            yield from _change(
                block,
                found,
                found.group(1),
                found.group(2),
                found.group(4),
                found.group(5),
                found.group(3),
            )
        for found in FROM_TO.finditer(block.teks):
            yield from _change(
                block,
                found,
                found.group(3),
                found.group(4),
                found.group(1),
                found.group(2),
                found.group(5),
            )


def _change(
    block: Blok, found: re.Match[str], verb: str, by: str, old: str, new: str, unit: str | None
) -> Iterator[Hasil]:
    a, b, d = number_in(old), number_in(new), number_in(by)
    if a.nilai is None or b.nilai is None or d.nilai is None or a.nilai == 0:
        return
    up = verb.lower() in ("naik", "meningkat", "bertambah")
    diff = b.nilai - a.nilai
    points = printed(abs(diff), max(a.desimal, b.desimal)) if a.desimal or b.desimal else None
    relative = abs(diff) / a.nilai * 100
    written = printed(d.nilai, d.desimal)
    holds = (points.meets(written) if points else abs(diff) == d.nilai) or (
        unit not in ("poin",) and printed(relative, d.desimal).meets(written)
    )
    if holds and (diff >= 0) == up:
        yield Lulus("ARI-16")
        return
    yield finding(
        ARI_16,
        (place(block.letak, found.group()),),
        (normal(found.group()),),
        {
            "a": write(a.nilai),
            "b": write(b.nilai),
            "arah": "naik" if diff >= 0 else "turun",
            "poin": write(abs(diff)),
            "nisbi": write(relative, 2),
            "tertulis": f"{verb.lower()} {by} {unit or ''}".strip(),
        },
        ditemukan=d.nilai,
        seharusnya=abs(diff),
    )
