"""Bounds on what was read: no single text, and no sum of texts, may keep the checks busy."""

from dataclasses import replace

from corpus.errors import BerkasError
from ingest.limits import MAX_CELLS
from ingest.report.model import Baris, Naskah, Sel

MAX_BLOCK = 12_000
MAX_CELL = 2_000
MAX_BLOCKS = 40_000
MAX_CHARS = 12_000_000
MAX_WIDTH = 512


def bounded(naskah: Naskah) -> Naskah:
    """The Naskah with over-long texts cut, which it says.

    Raises:
        BerkasError: more blocks, cells or characters than any laporan has.
    """
    chars = sum(len(b.teks) for b in naskah.blok)
    cells = 0
    cut = any(len(b.teks) > MAX_BLOCK for b in naskah.blok)
    for table in naskah.tabel:
        for row in table.baris:
            cells += len(row.sel)
            chars += sum(len(c.teks) for c in row.sel)
            cut = cut or len(row.sel) > MAX_WIDTH or any(len(c.teks) > MAX_CELL for c in row.sel)
    if len(naskah.blok) > MAX_BLOCKS or cells > MAX_CELLS or chars > MAX_CHARS:
        raise BerkasError(
            f'Isi berkas "{naskah.nama}" terlalu panjang untuk satu laporan. '
            "Pecah berkas itu menjadi beberapa bagian."
        )
    if not cut:
        return naskah
    return replace(
        naskah,
        blok=tuple(b._replace(teks=b.teks[:MAX_BLOCK]) for b in naskah.blok),
        tabel=tuple(replace(t, baris=tuple(_row(r) for r in t.baris)) for t in naskah.tabel),
        catatan=(*naskah.catatan, "Sebagian teks sangat panjang dan dipotong sebelum diperiksa."),
    )


def _row(row: Baris) -> Baris:
    cells = tuple(_cell(c) for c in row.sel[:MAX_WIDTH])
    return row._replace(sel=cells)


def _cell(cell: Sel) -> Sel:
    return cell if len(cell.teks) <= MAX_CELL else cell._replace(teks=cell.teks[:MAX_CELL])
