"""Names of regions, urusan, services and abbreviations: WIL-01, WIL-03, WIL-07, WIL-08, WIL-10."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.checking.compare import PP2, finding
from assistant.checking.context import Konteks, place
from assistant.checking.identity import region_names
from assistant.checking.models import KAIDAH, Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.records import Rekaman
from assistant.checking.roles import normal
from assistant.checking.services import name_of, service_of
from corpus.catalogue import services
from corpus.models import Daerah
from corpus.regions import regions

WIL_01 = Aturan(
    id="WIL-01",
    judul="Nama daerah lain muncul",
    kelompok="WILAYAH DAN NAMA",
    keparahan="galat",
    butuh=("daerah laporan", "nama daerah dalam judul dan kalimat"),
    toleransi="tepat",
    pesan='"{lain}" disebut dalam laporan {daerah}.',
    saran="Periksa apakah ini sisa salinan dari laporan daerah lain.",
)
WIL_03 = Aturan(
    id="WIL-03",
    judul="Jumlah daerah atau kecamatan salah",
    kelompok="WILAYAH DAN NAMA",
    keparahan="peringatan",
    butuh=("jumlah yang disebut", "acuan"),
    toleransi="tepat",
    pesan="Disebut {n} {hal}, sedangkan {acuan} {m}.",
    saran="Cocokkan dengan kode wilayah Kementerian Dalam Negeri.",
)
WIL_07 = Aturan(
    id="WIL-07",
    judul="Nama jenis pelayanan tidak baku",
    kelompok="WILAYAH DAN NAMA",
    keparahan="peringatan",
    butuh=("nama layanan pada tabel",),
    toleransi="kata inti",
    pesan='Tertulis "{tertulis}", nama bakunya "{baku}".',
    dasar=(PP2,),
    saran="Pakai nama dalam PP Nomor 2 Tahun 2018.",
)
WIL_08 = Aturan(
    id="WIL-08",
    judul="Layanan bukan kewenangan tingkat daerah ini",
    kelompok="WILAYAH DAN NAMA",
    keparahan="galat",
    butuh=("tingkat daerah", "layanan pada tabel"),
    toleransi="tepat",
    pesan='"{layanan}" dilaporkan, padahal itu layanan {tingkat}.',
    dasar=(PP2,),
    saran="Keluarkan dari laporan SPM daerah ini, atau periksa tingkat laporannya.",
)
WIL_10 = Aturan(
    id="WIL-10",
    judul="Kepanjangan singkatan salah",
    kelompok="WILAYAH DAN NAMA",
    keparahan="peringatan",
    butuh=("singkatan dan kepanjangannya",),
    toleransi="tepat",
    pesan='{singkatan} ditulis "{tertulis}", kepanjangannya "{benar}".',
    dasar=(KAIDAH,),
    saran="Perbaiki kepanjangannya.",
)
RULES = (WIL_01, WIL_03, WIL_07, WIL_08, WIL_10)
BORDER = re.compile(
    r"berbatas|batas|sebelah|tetangga|dibanding|studi|kunjungan|kerja sama|asistensi|pembentukan|"
    r"undang-undang|perwakilan|peraturan|benchmark|asal|pindah|rujuk|se-",
    re.IGNORECASE,
)
EXPANSIONS = {
    "SPM": ("standar pelayanan minimal",),
    "RAD": ("rencana aksi daerah",),
    "RKPD": ("rencana kerja pemerintah daerah",),
    "RPJMD": ("rencana pembangunan jangka menengah daerah",),
    "APBD": ("anggaran pendapatan dan belanja daerah",),
    "APBN": ("anggaran pendapatan dan belanja negara",),
    "LPPD": ("laporan penyelenggaraan pemerintahan daerah",),
}
BRACKETED = re.compile(r"\b([A-Z]{3,5})\s*\(([A-Z][A-Za-z]+(?:\s+(?:dan\s+)?[A-Za-z]+){1,6})\)")
COUNTED = re.compile(
    r"(?:terdiri\s+(?:dari|atas)|memiliki|mempunyai|meliputi|dari)\s+(\d{1,3})\s*(?:\([a-z\s]+\)\s*)?"
    r"(kecamatan|kab(?:upaten)?\s*/\s*kota)\b",
    re.IGNORECASE,
)


def check(k: Konteks) -> Iterator[Hasil]:
    """Names.

    Sumber: PP Nomor 2 Tahun 2018; corpus/data/wilayah.csv.
    """
    yield from _other_regions(k)
    yield from _counts(k)
    yield from _service_names(k)
    yield from _level(k)
    yield from _expansions(k)


def _other_regions(k: Konteks) -> Iterator[Hasil]:
    own = regions().get(k.identitas.daerah or "")
    if own is None:
        return
    strange: dict[str, list[Tempat]] = {}
    for block in k.naskah.blok:
        # Borders, titles of laws and comparisons rightly name other regions.
        if block.jenis == "daftar" or BORDER.search(block.teks):
            continue
        for region in region_names(block.teks):
            if _related(own, region):
                yield Lulus("WIL-01")
            else:
                strange.setdefault(region.kode, []).append(place(block.letak, region.nama))
    for grid in k.grid:
        for region in region_names(grid.judul):
            if not _related(own, region):
                strange.setdefault(region.kode, []).append(place(grid.letak(0), grid.judul))
    for code, places in strange.items():
        yield finding(
            WIL_01,
            tuple(places),
            (code, own.kode),
            {"lain": regions()[code].nama, "daerah": own.nama},
            ditemukan=regions()[code].nama,
            seharusnya=own.nama,
            keparahan=None if len(places) > 1 or _in_title(k, places) else "peringatan",
            putusan="perlu_cek",
        )


def _in_title(k: Konteks, places: list[Tempat]) -> bool:
    titles = {b.letak for b in (*k.judul, *k.keterangan)}
    return any(p.letak in titles for p in places)


def _related(own: Daerah, other: Daerah) -> bool:
    """The region itself, its province, or one of a province's own."""
    return other.kode in (own.kode, own.provinsi) or (
        own.jenis == "provinsi" and other.provinsi == own.provinsi
    )


def _counts(k: Konteks) -> Iterator[Hasil]:
    own = regions().get(k.identitas.daerah or "")
    if own is None:
        return
    rows = _subdistrict_rows(k)
    members = sum(r.provinsi == own.provinsi and r.jenis != "provinsi" for r in regions().values())
    for block in k.narasi:
        for found in COUNTED.finditer(block.teks):
            n, thing = int(found.group(1)), normal(found.group(2))
            if thing == "kecamatan":
                reference, source = rows, "tabel dalam dokumen memuat"
            elif own.jenis == "provinsi":
                reference, source = members, "menurut kode wilayah ada"
            else:
                continue
            if reference is None:
                continue
            if n == reference:
                yield Lulus("WIL-03")
                continue
            yield finding(
                WIL_03,
                (place(block.letak, found.group()),),
                (thing, str(n), str(reference)),
                {"n": n, "hal": thing, "acuan": source, "m": reference},
                ditemukan=str(n),
                seharusnya=str(reference),
            )


def _subdistrict_rows(k: Konteks) -> int | None:
    for grid in k.grid:
        named = [c for c in grid.kolom if normal(c.teks) == "kecamatan"]
        if named and grid.kelayakan == "layak" and any(map(grid.is_total, range(len(grid.label)))):
            return sum(
                bool(grid.tabel.teks(grid.kepala + r, named[0].indeks)) and not grid.is_total(r)
                for r in range(len(grid.label))
            )
    return None


# Words that change what a name means; everything else is spelling or style.
CORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kes.kab.03", re.compile(r"\bbayi\b", re.IGNORECASE)),
)


def _service_names(k: Konteks) -> Iterator[Hasil]:
    seen: set[str] = set()
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak" or record.label in seen:
            continue
        seen.add(record.label)
        right = name_of(record.layanan)
        core = next((p for i, p in CORE if i == record.layanan), None)
        if core is None or core.search(record.label):
            yield Lulus("WIL-07")
            continue
        yield _bad_name(record, right)


def _bad_name(record: Rekaman, right: str) -> Hasil:
    column = next(iter(sorted(record.sel.values())), 0)
    letak = record.grid.letak(record.baris, column)
    for row in range(record.grid.awal, record.grid.kepala):
        for at, cell in enumerate(record.grid.tabel.baris[row].sel):
            if cell.teks and cell.teks in record.label:
                letak = record.grid.tabel.letak(row, at)
    return finding(
        WIL_07,
        (place(letak, record.label),),
        (record.layanan or "", normal(record.label)),
        {"tertulis": record.label, "baku": right},
        ditemukan=record.label,
        seharusnya=right,
        urusan=record.urusan,
    )


def _level(k: Konteks) -> Iterator[Hasil]:
    level = k.identitas.tingkat
    if level is None or k.identitas.nama_daerah == "DKI Jakarta":
        return
    levels = [services()[r.layanan].tingkat for r in k.rekaman if r.layanan]
    if len(levels) >= 4 and sum(t != level for t in levels) * 2 > len(levels):
        yield TakDicek("WIL-08", "tingkat laporan tampaknya salah dikenali")
        return
    other = {"kabkota": "provinsi", "provinsi": "kabupaten/kota"}[level]
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak":
            continue
        if services()[record.layanan].tingkat == level:
            yield Lulus("WIL-08")
            continue
        name = name_of(record.layanan)
        if service_of(name, level) and services()[service_of(name, level) or ""].tingkat == level:
            continue
        yield finding(
            WIL_08,
            (place(record.grid.letak(record.baris), record.label),),
            (record.layanan, level),
            {"layanan": record.label, "tingkat": other},
            ditemukan=record.layanan,
            urusan=record.urusan,
            kunci=f"tingkat/{record.layanan}",
        )


def _expansions(k: Konteks) -> Iterator[Hasil]:
    for block in k.naskah.blok:
        for found in BRACKETED.finditer(block.teks):
            right = EXPANSIONS.get(found.group(1))
            written = normal(found.group(2))
            if right is None:
                continue
            if written in right:
                yield Lulus("WIL-10")
                continue
            initials = "".join(w[0] for w in written.split() if w != "dan")
            if (
                initials != found.group(1).lower()
                and SequenceMatcher(None, written, right[0], autojunk=False).ratio() < 0.6
            ):
                continue  # a remark in brackets, no expansion
            yield finding(
                WIL_10,
                (place(block.letak, found.group()),),
                (found.group(1), written),
                {
                    "singkatan": found.group(1),
                    "tertulis": found.group(2),
                    "benar": right[0].title(),
                },
                ditemukan=found.group(2),
                seharusnya=right[0].title(),
            )
