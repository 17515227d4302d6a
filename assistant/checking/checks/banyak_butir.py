"""A number announced against the list below it: TAB-07."""

import re
from collections.abc import Iterator, Sequence

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.roles import normal
from assistant.checking.sentences import ORDER
from assistant.checking.words import spelled
from ingest.report.model import Blok

TAB_07 = Aturan(
    id="TAB-07",
    judul="Banyaknya butir tidak sama dengan yang disebut",
    keparahan="peringatan",
    butuh=("kalimat pengantar", "daftar"),
    pesan="Disebut {n} {hal}, tercantum {m} butir.",
    saran="Cocokkan bilangan dengan daftarnya.",
)
RULES = (TAB_07,)
ANNOUNCED = re.compile(
    r"(?:sebanyak|terdapat|diperoleh|meliputi|terdiri (?:dari|atas)|yaitu|ada|memuat|"
    r"berjumlah)\s+(\d{1,2})\s*"
    r"(?:\(([a-z\s]+)\))?\s+((?:[a-z-]+\s?){1,5}?)(?:,\s*)?(?:yaitu|antara lain|sebagai "
    r"berikut|adalah|berikut)?"
    r"\s*(?:sebagai berikut)?\s*:\s*$",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """ "3 (tiga) keluaran, yaitu:" and the list right below it.

    Sumber: kaidah dokumen.
    """
    blocks = k.naskah.blok
    for at_, block in enumerate(blocks):
        found = ANNOUNCED.search(block.teks) if block.teks.endswith(":") else None
        if not found:
            continue
        n = int(found.group(1))
        if found.group(2) and spelled(found.group(2)) != n:
            continue
        items = _items(blocks[at_ + 1 :])
        if items == 0:
            continue
        if items == n:
            yield Lulus("TAB-07")
            continue
        yield finding(
            TAB_07,
            (place(block.letak, found.group()),),
            (str(n), normal(found.group(3)), str(items)),
            {"n": n, "hal": " ".join(found.group(3).split()), "m": items},
            ditemukan=str(n),
            seharusnya=str(items),
        )


def _items(blocks: Sequence[Blok]) -> int:
    """Length of the list that starts here: items whose numbers follow one another."""
    count = 0
    for block in blocks:
        match = ORDER.match(block.teks)
        if match is None:
            break
        mark = match.group(1).lower()
        expected = str(count + 1) if mark.isdigit() else chr(ord("a") + count)
        if mark != expected:
            break
        count += 1
    return count
