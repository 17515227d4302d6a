"""A number used twice: STR-02."""

from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import CHAPTER, Nomor, captions, numbered_parts, plain, sections
from assistant.checking.roles import normal

STR_02 = Aturan(
    id="STR-02",
    judul="Nomor ganda",
    keparahan="peringatan",
    butuh=("nomor bab, subbab, tabel, gambar",),
    pesan="Nomor {jenis} {nomor} {kali}.",
    saran="Beri nomor yang berbeda.",
)
RULES = (STR_02,)


def check(k: Konteks) -> Iterator[Hasil]:
    """Sections and chapters of every part, and captions.

    Sumber: kaidah dokumen.
    """
    groups: list[list[Nomor]] = [sections(p) for p in numbered_parts(k)]
    for part in numbered_parts(k):
        found = [(m, b) for b in part if (m := CHAPTER.match(b.teks))]
        groups.append([Nomor("Bab", m.group(1).upper(), m.group(2), b) for m, b in found])
    groups.append(captions(k))
    for group in groups:
        seen: dict[tuple[str, str], list[Nomor]] = {}
        for item in group:
            seen.setdefault((item.jenis, plain(item.nomor)), []).append(item)
        doubled: dict[str, list[list[Nomor]]] = {}
        for (kind, _), items in seen.items():
            if len(items) == 1:
                yield Lulus("STR-02")
            else:
                doubled.setdefault(kind, []).append(items)
        for kind, sets in doubled.items():
            # A whole run of numbers used again is one slip, not one per number.
            for bundle in [sets] if len(sets) > 3 else [[s] for s in sets]:
                yield _doubled(kind, bundle)


def _doubled(kind: str, bundle: list[list[Nomor]]) -> Hasil:
    numbers = [items[0].nomor for items in bundle]
    return finding(
        STR_02,
        tuple(place(i.blok.letak, i.blok.teks) for items in bundle for i in items),
        (kind, *numbers, *(normal(i.judul) for items in bundle for i in items)),
        {
            "jenis": kind.lower(),
            "nomor": ", ".join(numbers),
            "kali": _times(bundle),
        },
        ditemukan=str(max(len(items) for items in bundle)),
        seharusnya="1",
        kunci=f"nomor/{kind}/{numbers[0]}",
    )


def _times(bundle: list[list[Nomor]]) -> str:
    """ "dipakai 2 kali", or "masing-masing dipakai 2 kali" of several numbers."""
    most = max(len(items) for items in bundle)
    return f"masing-masing dipakai {most} kali" if len(bundle) > 1 else f"dipakai {most} kali"
