"""Which month a monthly report is about, wherever it says so: PER-01, PER-02."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant import format as tulis
from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.dates import MONTH_WORDS, contract_start
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Temuan
from ingest.report.model import Letak
from ingest.tanggal import MONTHS

PER_01 = Aturan(
    id="PER-01",
    judul='"Bulan ke-n" tidak sesuai nama bulannya',
    keparahan="galat",
    butuh=("bulan mulai, nomor, nama bulan",),
    pesan="Pekerjaan mulai {mulai}, jadi bulan ke-{n} adalah {benar}; tertulis {tertulis}.",
    saran="Perbaiki nomor atau nama bulannya.",
)
PER_02 = Aturan(
    id="PER-02",
    judul="Judul atau kepala tabel menyebut periode lain",
    keparahan="galat",
    butuh=("periode laporan, judul",),
    pesan='Laporan ini untuk {periode}, tetapi tertulis "{tertulis}".',
    saran="Ganti sisa teks periode lain; periksa juga isi tabelnya.",
)
RULES = (PER_01, PER_02)
NTH = re.compile(
    rf"bulan\s*(?:ke)?\s*[-–—]*\s*(\d{{1,2}})\s*\(\s*({MONTH_WORDS})\b[^)]*\)", re.IGNORECASE
)
BARE_NTH = re.compile(r"(?:bulan|bulanan)\s*(?:ke)?\s*[-–—]\s*(\d{1,2})\b", re.IGNORECASE)
ORDINALS = (
    "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh kesebelas"
).split()


def _texts(k: Konteks) -> Iterator[tuple[str, Letak, bool]]:
    """Blocks, then header cells of tables; True for captions, headings and header cells."""
    for block in k.naskah.blok:
        yield block.teks, block.letak, block.jenis in ("keterangan", "judul")
    for grid in k.grid:
        for row in range(grid.awal, max(grid.kepala, grid.awal + 1)):
            for column, cell in enumerate(grid.tabel.baris[row].sel):
                if cell.teks:
                    yield cell.teks, grid.tabel.letak(row, column), True


def check(k: Konteks) -> Iterator[Hasil]:
    """Every month that a monthly report numbers or names.

    Sumber: kaidah dokumen.
    """
    own = k.identitas.periode.bulan
    if k.identitas.jenis != "konsultan_bulanan" or own is None:
        return
    start = contract_start(k)
    if start is None:
        yield TakDicek("PER-01", "tanggal mulai pekerjaan tidak disebut")
    number = (own - start.month) % 12 + 1 if start else None
    period = f"bulan ke-{number} ({tulis.MONTHS[own - 1]})" if number else tulis.MONTHS[own - 1]
    if number:
        yield from _ordinals(k, number, period)
    for text, letak, title in _texts(k):
        for found in NTH.finditer(text):
            n, month = int(found.group(1)), MONTHS[found.group(2).lower()]
            if start is not None:
                right = (start.month + n - 2) % 12 + 1
                if right == month:
                    yield Lulus("PER-01")
                else:
                    yield finding(
                        PER_01,
                        (place(letak, found.group()),),
                        (str(n), found.group(2).lower()),
                        {
                            "mulai": tulis.MONTHS[start.month - 1],
                            "n": n,
                            "benar": tulis.MONTHS[right - 1],
                            "tertulis": found.group(2),
                        },
                        ditemukan=found.group(2),
                        seharusnya=tulis.MONTHS[right - 1],
                    )
                    continue
            if not title:
                continue
            # The plan for the next month belongs into a report.
            if month in (own, own % 12 + 1):
                yield Lulus("PER-02")
            else:
                yield _other_period(letak, found.group(), period)
        if title and number and not NTH.search(text):
            for bare in BARE_NTH.finditer(text):
                if int(bare.group(1)) not in (number, number + 1):
                    yield _other_period(letak, bare.group(), period)
                else:
                    yield Lulus("PER-02")


def _ordinals(k: Konteks, number: int, period: str) -> Iterator[Hasil]:
    """ "pada bulan pertama" in the report of the seventh month."""
    for block in k.narasi:
        found = re.search(rf"\b(?:pada|dalam)\s+bulan\s+({'|'.join(ORDINALS)})\b", block.teks)
        if not found:
            continue
        if ORDINALS.index(found.group(1)) + 1 in (number, number + 1):
            yield Lulus("PER-02")
            continue
        yield replace(
            _other_period(block.letak, found.group(), period),
            keparahan="peringatan",
            putusan="perlu_cek",
        )


def _other_period(letak: Letak, written: str, period: str) -> Temuan:
    return finding(
        PER_02,
        (place(letak, written),),
        (" ".join(written.lower().split()), period),
        {"periode": period, "tertulis": " ".join(written.split())},
        ditemukan=written,
        seharusnya=period,
        kunci=f"periode/{written}",
    )
