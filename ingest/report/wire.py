"""A Naskah as JSON and back: how it crosses from the child process to its parent.

JSON and not pickle: what a hostile file made of the child must not run in the parent.
"""

import json
from typing import Any

from ingest.report.model import KOSONG, Baris, Blok, Letak, Naskah, Sel, Tabel


def _cell(cell: Sel) -> Any:
    if cell.angka is None and cell.rumus is None:
        return cell.teks
    return list(cell)


def dumps(naskah: Naskah) -> str:
    """One line of JSON."""
    return json.dumps(
        {
            "nama": naskah.nama,
            "format": naskah.format,
            "blok": naskah.blok,
            "tabel": [
                [
                    t.nomor, t.urutan, t.judul, t.lembar, t.kolom_awal, t.sambungan, t.jalur,
                    t.catatan,
                    [[[_cell(c) for c in b.sel], b.nomor, b.halaman, b.sembunyi] for b in t.baris],
                ]
                for t in naskah.tabel
            ],
            "halaman": naskah.halaman,
            "catatan": naskah.catatan,
            "kosong": naskah.halaman_kosong,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip


def loads(text: str) -> Naskah:
    """The Naskah again.

    Raises:
        ValueError, TypeError, KeyError: the text is not what `dumps` writes.
    """
    raw = json.loads(text)
    return Naskah(
        raw["nama"],
        raw["format"],
        tuple(Blok(kind, line, Letak(*place), depth) for kind, line, place, depth in raw["blok"]),
        tuple(_table(t) for t in raw["tabel"]),
        raw["halaman"],
        catatan=tuple(raw["catatan"]),
        halaman_kosong=tuple(raw["kosong"]),
    )


def _table(raw: list[Any]) -> Tabel:
    number, order, title, sheet, first, joined, path, note, rows = raw
    texts: dict[str, Sel] = {"": KOSONG}

    def cell(value: Any) -> Sel:
        if isinstance(value, str):
            found = texts.get(value)
            if found is None:
                found = texts[value] = Sel(value)
            return found
        return Sel(*value)

    return Tabel(
        number,
        tuple(Baris(tuple([cell(c) for c in cells]), n, page, hid) for cells, n, page, hid in rows),
        order,
        title,
        sheet,
        first,
        joined,
        tuple(path),
        note,
    )
