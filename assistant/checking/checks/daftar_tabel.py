"""Lists of tables and pictures against the captions: STR-07, and STR-10 where only the style differs."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.listed import list_entries
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.numbered import LABEL, Nomor, captions, plain
from assistant.checking.roles import normal

STR_07 = Aturan(
    id="STR-07",
    judul="Daftar tabel/gambar tidak sama dengan keterangannya",
    keparahan="peringatan",
    butuh=("daftar tabel, keterangan",),
    pesan='Dalam daftar tertulis "{daftar}"; dalam isi {isi}.',
    saran="Perbarui daftarnya.",
)
STR_10 = Aturan(
    id="STR-10",
    judul="Gaya nomor tabel/gambar bercampur",
    keparahan="info",
    utama=False,
    butuh=("keterangan",),
    pesan="Nomor pada daftar dan pada isi memakai gaya berbeda ({contoh}), pada {n} dari {semua} "
    "butir.",
    saran="Pakai satu gaya nomor.",
)
RULES = (STR_07, STR_10)


def check(k: Konteks) -> Iterator[Hasil]:
    """Every line of the lists of tables and pictures.

    Sumber: kaidah dokumen.
    """
    bodies = captions(k)
    listed = []
    for which in ("tabel", "gambar"):
        for block, text, _ in list_entries(k, which):
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
            written = f'tertulis "{near[0].blok.teks}"' if close else "tidak ditemukan"
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
            {
                "daftar": f"{item.jenis} {item.nomor}",
                "isi": f'tertulis "{body.jenis} {body.nomor}"',
            },
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
