"""Numbering, captions, lists and cross references: STR-02, STR-03, STR-05, STR-06, STR-07, STR-08,
STR-10, STR-11, STR-16."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Keparahan, Lulus
from assistant.checking.roles import normal
from ingest.report.model import Blok
from ingest.report.outline import TOC_LINE


def _rule(
    number: str, title: str, need: str, message: str, advice: str,
    severity: Keparahan = "peringatan", main: bool = True,
) -> Aturan:  # fmt: skip
    return Aturan(
        id=number,
        judul=title,
        kelompok="STRUKTUR",
        keparahan=severity,
        utama=main,
        butuh=(need,),
        toleransi="tepat",
        pesan=message,
        saran=advice,
    )


STR_02 = _rule(
    "STR-02", "Nomor ganda", "nomor bab, subbab, tabel, gambar",
    "{jenis} {nomor} dipakai {n} kali.", "Beri nomor yang berbeda.",
)  # fmt: skip
STR_03 = _rule(
    "STR-03", "Nomor loncat", "nomor berurutan",
    "Sesudah {jenis} {sebelum} langsung {nomor}.", "Periksa apakah ada bagian yang hilang.",
)  # fmt: skip
STR_05 = _rule(
    "STR-05", "Judul bab ganda", "judul bab", '{n} bab berjudul sama: "{judul}".',
    "Bedakan judulnya, atau gabungkan isinya.", main=False,
)  # fmt: skip
STR_06 = _rule(
    "STR-06", "Daftar isi tidak sama dengan isi", "daftar isi, judul",
    'Judul "{judul}" ada dalam daftar isi, tetapi tidak ditemukan dalam isi{mirip}.',
    "Perbarui daftar isi.",
)  # fmt: skip
STR_07 = _rule(
    "STR-07", "Daftar tabel/gambar tidak sama dengan keterangannya", "daftar tabel, keterangan",
    'Dalam daftar tertulis "{daftar}", keterangan pada isi {isi}.', "Perbarui daftarnya.",
)  # fmt: skip
STR_08 = _rule(
    "STR-08", "Nomor halaman daftar tidak menaik", "nomor halaman daftar",
    '"{judul}" tertulis di halaman {halaman}, sedangkan {acuan} mulai halaman {batas}.',
    "Perbarui nomor halamannya.",
)  # fmt: skip
STR_10 = _rule(
    "STR-10", "Gaya nomor tabel/gambar bercampur", "keterangan",
    "Nomor pada daftar dan pada isi memakai gaya berbeda ({contoh}), pada {n} dari {semua} butir.",
    "Pakai satu gaya nomor.", "info", False,
)  # fmt: skip
STR_11 = _rule(
    "STR-11", "Rujukan silang tidak menunjuk apa pun", "rujukan, keterangan, judul",
    '"{rujukan}" dirujuk, tetapi tidak ada tabel, gambar, atau bagian bernomor itu.',
    "Perbaiki nomor yang dirujuk.",
)  # fmt: skip
STR_16 = _rule(
    "STR-16", "Identitas atau pengesahan kosong", "nomor, tanggal, pengesahan",
    '"{hal}" tidak diisi.', "Lengkapi sebelum dikirim.",
)  # fmt: skip
RULES = (STR_02, STR_03, STR_05, STR_06, STR_07, STR_08, STR_10, STR_11, STR_16)
SECTION = re.compile(r"^((?:[IVX]+\.)?\d{1,2}(?:\.\d{1,2})+)\.?\s+(.+)$")
CHAPTER = re.compile(r"^bab\s+([ivxlc]+)\b[.:]?\s*(.*)$", re.IGNORECASE)
LABEL = re.compile(
    r"^(tabel|table|gambar|grafik|bagan)\s*:?\s*([\dIVXLa-z]+(?:[.\-][\dIVXa-z]+)*)[.:]?\s*(.*)$",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"(?:(?:lihat|pada|dalam|ditunjukkan pada|disajikan (?:pada|dalam)|sebagaimana(?: pada)?|"
    r"tersaji pada)"
    r"\s+)(?:(tabel|table|gambar|grafik)\s+)?((?:\d{1,2}|[IVX]+)[.\-]\d{1,2}(?:[.\-]\d{1,2})*)"
    r"(?![\d%,]|\s*(?:persen|%|juta|miliar|km))",
    re.IGNORECASE,
)
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
BLANK = re.compile(
    r"^(nomor(?: dokumen| sop)?|tanggal(?: pembuatan| pengesahan| efektif| revisi)?|"
    r"disahkan oleh|ditetapkan di|pada tanggal|nip)\s*[.]?\s*:\s*[.…_\s-]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Nomor:
    """A numbered thing: its kind, number as written, title and block."""

    jenis: str
    nomor: str
    judul: str
    blok: Blok


def plain(number: str) -> str:
    """ "I-1", "1.1" and "1-1" are one number: 1.1."""
    parts = re.split(r"[.\-]", number.strip(".-"))
    return ".".join(str(ROMAN.get(p.upper(), p.lower())) for p in parts)


def captions(k: Konteks) -> list[Nomor]:
    """Captions outside of the lists."""
    found = []
    for block in k.keterangan:
        match = LABEL.match(block.teks)
        if match:
            kind = (
                "Tabel" if match.group(1).lower().startswith("tab") else match.group(1).capitalize()
            )
            found.append(Nomor(kind, match.group(2), match.group(3), block))
    return found


def check(k: Konteks) -> Iterator[Hasil]:
    """Numbers, lists and references.

    Sumber: kaidah dokumen.
    """
    yield from _doubles(k)
    yield from _jumps(k)
    yield from _chapters(k)
    yield from _contents(k)
    yield from _lists(k)
    yield from _pages(k)
    yield from _references(k)
    yield from _blanks(k)


def _parts(k: Konteks) -> Iterator[list[Blok]]:
    """Headings between two starts of the numbering: an appendix numbers anew."""
    part: list[Blok] = []
    for block in k.judul:
        restart = CHAPTER.match(block.teks)
        if re.match(r"lampiran\b", block.teks, re.IGNORECASE) or (
            restart and restart.group(1).upper() == "I" and part
        ):
            yield part
            part = []
        part.append(block)
    yield part


def _sections(part: list[Blok]) -> list[Nomor]:
    found = []
    for block in part:
        match = SECTION.match(block.teks)
        if match:
            found.append(Nomor("Subbab", match.group(1), match.group(2), block))
    return found


def _doubles(k: Konteks) -> Iterator[Hasil]:
    groups: list[list[Nomor]] = [_sections(p) for p in _parts(k)]
    for part in _parts(k):
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
            "jenis": kind,
            "nomor": ", ".join(numbers),
            "n": max(len(items) for items in bundle),
        },
        ditemukan=str(max(len(items) for items in bundle)),
        seharusnya="1",
        kunci=f"nomor/{kind}/{numbers[0]}",
    )


def _jumps(k: Konteks) -> Iterator[Hasil]:
    for part in _parts(k):
        last: dict[str, tuple[int, str]] = {}
        for item in _sections(part):
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


def _chapters(k: Konteks) -> Iterator[Hasil]:
    for part in _parts(k):
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


def _entries(k: Konteks, which: str) -> list[tuple[Blok, str, str]]:
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


def _bare(title: str) -> str:
    """A heading without its number."""
    title = re.sub(r"^bab\s+[ivxlc]+\b[.:]?\s*", "", title, flags=re.IGNORECASE)
    title = re.sub(
        r"^(?:[IVX]+|[ivx]+|\d+|[a-zA-Z])(?:[.\-]\d+)*[.)]\s+|^\d+(?:\.\d+)+\s+", "", title
    )
    return re.sub(r"\s+", " ", re.sub(r"[-–—.]", " ", normal(title))).strip()


def _contents(k: Konteks) -> Iterator[Hasil]:
    entries = _entries(k, "isi")
    if not entries:
        return
    bodies = {_bare(b.teks) for b in k.naskah.blok if b.jenis != "daftar" and len(b.teks) < 200}
    last = _last_entry(k)
    bodies |= {_bare(t.judul) for t in k.naskah.tabel}
    yield from _preface(k, entries)
    for block, title, _ in entries:
        bare = _bare(title)
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
    chapters = {
        ROMAN.get(m.group(1).upper()): _bare(t) for _, t, _ in entries if (m := CHAPTER.match(t))
    }
    for block in k.naskah.blok[:30]:
        told = re.match(r"^[-\s]*([IVX]+)\.\s+(.{12,})$", block.teks)
        listed = chapters.get(ROMAN.get(told.group(1))) if told else None
        if not told or not listed:
            continue
        title = _bare(re.sub(r"\(.*?\)|[;,]|\sdan$", "", told.group(2)))
        # "dan" and "," are style; what is left are words that one of the two does not have.
        words = set(title.split()) ^ set(listed.split())
        ratio = SequenceMatcher(None, title, listed, autojunk=False).ratio()
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
        (normal(told), listed),
        {"judul": told, "daftar": listed},
        ditemukan=told,
        seharusnya=listed,
    )


def _last_entry(k: Konteks) -> bool:
    """Whether the document goes on after its lists at all."""
    return not any(b.jenis == "judul" for b in k.naskah.blok[-len(k.naskah.blok) // 2 :])


def _lists(k: Konteks) -> Iterator[Hasil]:
    """STR-07, and STR-10 where nearly all differ in style only."""
    bodies = captions(k)
    listed = []
    for which in ("tabel", "gambar"):
        for block, text, _ in _entries(k, which):
            match = LABEL.match(text)
            if match:
                kind = "Tabel" if match.group(1).lower().startswith("tab") else "Gambar"
                listed.append(Nomor(kind, match.group(2), match.group(3).strip(" ."), block))
    if not listed or not bodies:
        return
    styled = []
    for item in listed:
        same_title = [b for b in bodies if b.jenis == item.jenis and _alike(b.judul, item.judul)]
        if any(b.nomor.strip(".") == item.nomor.strip(".") for b in same_title):
            yield Lulus("STR-07")
        elif same_title:
            styled.append((item, same_title[0]))
        else:
            same = [
                b for b in bodies if b.jenis == item.jenis and plain(b.nomor) == plain(item.nomor)
            ]
            near = (
                same
                or sorted(
                    (b for b in bodies if b.jenis == item.jenis),
                    key=lambda b: (
                        -SequenceMatcher(None, normal(b.judul), normal(item.judul)).ratio()
                    ),
                )[:1]
            )
            close = (
                near
                and SequenceMatcher(
                    None, normal(near[0].judul), normal(item.judul), autojunk=False
                ).ratio()
                > 0.6
            )
            written = f'"{near[0].blok.teks}"' if close else "tidak ada"
            yield finding(
                STR_07,
                (
                    place(item.blok.letak, item.blok.teks),
                    *([place(near[0].blok.letak, near[0].blok.teks)] if close else []),
                ),
                (item.nomor, normal(item.judul)),
                {"daftar": f"{item.jenis} {item.nomor} {item.judul}", "isi": written},
                ditemukan=item.judul,
            )
    yield from _styles(styled, len(listed))


def _styles(styled: list[tuple[Nomor, Nomor]], all_: int) -> Iterator[Hasil]:
    if len(styled) >= 3 and len(styled) * 2 >= all_:
        item, body = styled[0]
        yield finding(
            STR_10,
            tuple(place(b.blok.letak, b.blok.teks) for _, b in styled),
            (item.nomor, body.nomor),
            {"contoh": f"{item.nomor} dan {body.nomor}", "n": len(styled), "semua": all_},
            putusan="perlu_cek",
        )
        return
    for item, body in styled:
        yield finding(
            STR_07,
            (place(item.blok.letak, item.blok.teks), place(body.blok.letak, body.blok.teks)),
            (item.nomor, body.nomor),
            {"daftar": f"{item.jenis} {item.nomor}", "isi": f'"{body.jenis} {body.nomor}"'},
            ditemukan=item.nomor,
            seharusnya=body.nomor,
        )


def _alike(one: str, two: str) -> bool:
    a, b = normal(one), normal(two)
    if re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    one_, two_ = re.findall(r"[a-z]+", a), re.findall(r"[a-z]+", b)
    if len(one_) == len(two_):
        return all(
            SequenceMatcher(None, x, y, autojunk=False).ratio() >= 0.75
            for x, y in zip(one_, two_, strict=True)
        )
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.95


def _pages(k: Konteks) -> Iterator[Hasil]:
    """Pages of each list rise, and a table of a chapter does not stand before the chapter."""
    starts: dict[int, tuple[int, str]] = {}
    for which in ("isi", "tabel", "gambar"):
        last = 0
        for block, text, page in _entries(k, which):
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


def _references(k: Konteks) -> Iterator[Hasil]:
    known = {plain(c.nomor) for c in captions(k)}
    for block in k.judul:
        match = re.match(r"^((?:[IVX]+|\d{1,2})(?:[.\-]\d{1,2})+)", block.teks)
        if match:
            known.add(plain(match.group(1)))
    objects = {plain(c.nomor) for c in captions(k)}
    if not objects:
        return
    for block in k.narasi:
        for found in REFERENCE.finditer(block.teks):
            wanted = plain(found.group(2))
            pool = objects if found.group(1) else known | objects
            around = block.teks[max(0, found.start() - 30) : found.end() + 20].lower()
            if re.search(r"pasal|ayat|nomor|versi|siha|tahun", around):
                continue
            if wanted in pool:
                yield Lulus("STR-11")
                continue
            yield finding(
                STR_11,
                (place(block.letak, found.group()),),
                (wanted, normal(found.group())),
                {
                    "rujukan": found.group(2)
                    if not found.group(1)
                    else f"{found.group(1)} {found.group(2)}"
                },
                ditemukan=found.group(2),
                putusan="perlu_cek",
            )


def _blanks(k: Konteks) -> Iterator[Hasil]:
    for at, block in enumerate(k.naskah.blok):
        match = BLANK.match(block.teks)
        if match and (k.identitas.jenis == "sop" or at > len(k.naskah.blok) * 0.7 or at < 30):
            yield finding(
                STR_16,
                (place(block.letak, block.teks),),
                (normal(match.group(1)),),
                {"hal": match.group(1)},
            )
