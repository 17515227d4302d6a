"""Personal data: counted and placed, never repeated: PRI-01 to PRI-04.

Sumber: UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
"""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks
from assistant.checking.grid import Grid
from assistant.checking.models import Aturan, DasarAturan, Hasil, Keparahan, Tempat
from assistant.checking.roles import normal
from corpus.regions import regions
from ingest.report.model import Letak

PDP = (DasarAturan(regulasi="uu-27-2022", jenis="hukum"),)


def _rule(number: str, title: str, message: str, advice: str) -> Aturan:
    return Aturan(
        id=number,
        judul=title,
        keparahan="peringatan" if number == "PRI-02" else "galat",
        butuh=("teks dan sel",),
        toleransi="pola yang sah",
        pesan=message,
        dasar=PDP,
        saran=advice,
    )


PRI_01 = _rule(
    "PRI-01", "NIK terbuka", "{n} NIK tercantum terbuka di {tempat}.",
    "Hapus atau samarkan sebelum laporan dikirim.",
)  # fmt: skip
PRI_02 = _rule(
    "PRI-02", "Nomor pribadi lain terbuka", "{n} {hal} tercantum terbuka di {tempat}.",
    "Hapus atau samarkan bila tidak diperlukan.",
)  # fmt: skip
PRI_03 = _rule(
    "PRI-03", "Daftar nama dan alamat", "Tabel memuat {n} baris nama dengan {hal}.",
    "Simpan daftar itu di perangkat daerah; laporkan jumlahnya saja.",
)  # fmt: skip
PRI_04 = _rule(
    "PRI-04", "Data kesehatan atau disabilitas tertaut nama",
    "Tabel memuat {n} baris nama dengan kondisi kesehatan atau disabilitasnya.",
    "Hapus dari laporan: ini data pribadi yang bersifat spesifik.",
)  # fmt: skip
RULES = (PRI_01, PRI_02, PRI_03, PRI_04)
RUN = re.compile(r"(?:\d\D?){9}")  # the shortest of these numbers has ten digits
LONG = re.compile(r"(?<![\d./-])\d{16}(?![\d./-]*\d)")
NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}\s?(?:\d{6}\s?\d\s?\d{3}|\d{7}\s?\d{2}\s?\d)(?!\d)")
NPWP = re.compile(r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)")
PHONE = re.compile(r"(?<![\d.])(?:\+62|62|0)8\d{2}[\s-]?\d{3,4}[\s-]?\d{3,5}(?!\d)")
KK = re.compile(r"(?:no(?:mor)?\.?\s*)?\bkk\b|kartu\s+keluarga", re.IGNORECASE)
MIN_ROWS = 5


def is_nik(digits: str) -> bool:
    """Sixteen digits with a known region and a real date of birth (women: day plus 40)."""
    region = f"{digits[:2]}.{digits[2:4]}"
    if region not in regions():
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= 40 if day > 40 else 0
    return 1 <= day <= 31 and 1 <= month <= 12 and digits[12:] != "0000"


def check(k: Konteks) -> Iterator[Hasil]:
    """Blocks and all tables, the unreadable ones too.

    Sumber: UU Nomor 27 Tahun 2022.
    """
    yield from _numbers(k)
    for grid in k.semua_grid:
        yield from _lists(grid)


def _texts(k: Konteks) -> Iterator[tuple[str, Letak, str]]:
    """Texts with a number as long as those of persons: text, place, and the sheet or "naskah"."""
    for block in k.naskah.blok:
        if RUN.search(block.teks):
            yield block.teks, block.letak, "naskah"
    for table in k.naskah.tabel:
        name = f'lembar "{table.lembar}"' if table.lembar else f"tabel {table.nomor}"
        for row, cells in enumerate(table.baris):
            for column, cell in enumerate(cells.sel):
                text = cell.teks if cell.angka is None else cell.angka.split(".")[0]
                if len(text) >= 10 and RUN.search(text):
                    yield text, table.letak(row, column), name


def _numbers(k: Konteks) -> Iterator[Hasil]:
    niks: dict[str, list[Letak]] = {}
    others: dict[tuple[str, str, Keparahan], list[Letak]] = {}
    for text, letak, where in _texts(k):
        for found in LONG.finditer(text):
            if is_nik(found.group()):
                niks.setdefault(where, []).append(letak)
            elif KK.search(text):
                others.setdefault(("nomor KK", where, "peringatan"), []).append(letak)
        for name, pattern in (("NIP", NIP), ("NPWP", NPWP), ("nomor telepon", PHONE)):
            # A signing official's NIP belongs to the signature.
            signed: Keparahan = "info" if name == "NIP" and where == "naskah" else "peringatan"
            for _ in pattern.finditer(text):
                others.setdefault((name, where, signed), []).append(letak)
    for where, places in niks.items():
        yield _found(PRI_01, places, (where,), {"n": len(places), "tempat": where})
    for (name, where, severity), places in others.items():
        yield _found(
            PRI_02,
            places,
            (name, where),
            {"n": len(places), "hal": name, "tempat": where},
            severity,
        )


def _found(
    rule: Aturan,
    places: list[Letak],
    marks: tuple[str, ...],
    fields: dict[str, object],
    severity: Keparahan | None = None,
) -> Hasil:
    return finding(
        rule,
        tuple(Tempat(letak=p, kutipan="(disamarkan)") for p in places[:20]),
        (*marks, str(len(places))),
        fields,
        keparahan=severity,
        ditemukan=str(len(places)),
    )


def _lists(grid: Grid) -> Iterator[Hasil]:
    names = [c for c in grid.of("nama") if not c.kepala or "kegiatan" not in normal(c.teks)]
    if not names:
        return
    at = names[0].indeks
    rows = [
        r
        for r in range(grid.akhir - grid.kepala)
        if _is_person(grid.tabel.teks(grid.kepala + r, at))
    ]
    for rule, roles, what in (
        (PRI_03, ("alamat", "nik"), "alamat atau NIK"),
        (PRI_04, ("kondisi",), "kondisi"),
    ):
        columns = grid.of(*roles)
        filled = [
            r
            for r in rows
            if any(grid.tabel.teks(grid.kepala + r, c.indeks).strip() for c in columns)
        ]
        if len(filled) >= MIN_ROWS:
            yield _found(
                rule,
                [grid.letak(r, at) for r in filled],
                (normal(grid.judul), what),
                {"n": len(filled), "hal": what},
            )


def _is_person(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z][A-Za-z .,'’-]{2,60}", text.strip()))
