"""Completeness against the catalogue, and what was left open: LKP-01, LKP-02, LKP-03, LKP-05,
LKP-08, STR-01.

Sumber: PP Nomor 2 Tahun 2018 Pasal 5 sampai 10 (corpus/data/services).
"""

import re
from collections.abc import Iterator

from assistant.checking.checks.capaian import is_plan
from assistant.checking.compare import P59, PP2, at, finding, value, write
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.roles import normal
from assistant.checking.services import name_of, service_of, urusan_name, urusan_of
from corpus.catalogue import ORDER, of
from corpus.models import UrusanId
from ingest.report.model import Letak
from ingest.report.numbers import EXCEL_ERROR

LKP_01 = Aturan(
    id="LKP-01",
    judul="Enam urusan tidak lengkap",
    kelompok="KELENGKAPAN",
    keparahan="galat",
    butuh=("urusan yang dimuat",),
    toleransi="tepat",
    pesan="Urusan {urusan} tidak ditemukan dalam laporan.",
    dasar=(PP2, P59),
    saran="Tambahkan bagian urusan itu, atau jelaskan mengapa tidak dilaporkan.",
)
LKP_02 = Aturan(
    id="LKP-02",
    judul="Jenis pelayanan tidak lengkap",
    kelompok="KELENGKAPAN",
    keparahan="galat",
    butuh=("tingkat daerah", "layanan yang dimuat"),
    toleransi="tepat",
    pesan="Urusan {urusan}: {n} dari {semua} jenis pelayanan ditemukan; belum ada {daftar}.",
    dasar=(PP2,),
    saran="Lengkapi, atau tulis nihil beserta alasannya.",
)
LKP_03 = Aturan(
    id="LKP-03",
    judul="Sel wajib kosong",
    kelompok="KELENGKAPAN",
    keparahan="peringatan",
    butuh=("sasaran", "terlayani", "capaian"),
    toleransi="tepat",
    pesan="{n} sel {nama} kosong: {daftar}.",
    dasar=(P59,),
    saran="Isi angkanya; bila memang tidak ada, tulis 0 atau nihil.",
)
LKP_05 = Aturan(
    id="LKP-05",
    judul="Capaian di bawah 100 persen tanpa permasalahan",
    kelompok="KELENGKAPAN",
    keparahan="peringatan",
    butuh=("capaian urusan", "bagian permasalahan"),
    toleransi="tepat",
    pesan="Urusan {urusan}: {layanan} baru {persen} persen, tetapi permasalahan dan solusinya "
    "tidak "
    "ditemukan.",
    dasar=(P59,),
    saran="Tambahkan permasalahan dan solusi urusan itu.",
)
LKP_08 = Aturan(
    id="LKP-08",
    judul="Penanda kosong atau galat rumus",
    kelompok="KELENGKAPAN",
    keparahan="peringatan",
    butuh=("teks dan sel",),
    toleransi="pola",
    pesan='{n} kali tertulis "{tertulis}".',
    saran="Isi atau perbaiki sebelum dikirim.",
)
STR_01 = Aturan(
    id="STR-01",
    judul="Bagian wajib tidak ada",
    kelompok="STRUKTUR",
    keparahan="peringatan",
    butuh=("judul bagian", "jenis dokumen"),
    toleransi="tepat",
    pesan='Bagian "{bagian}" tidak ditemukan.',
    dasar=(P59,),
    saran="Tambahkan bagian itu, atau sesuaikan judulnya.",
)
RULES = (LKP_01, LKP_02, LKP_03, LKP_05, LKP_08, STR_01)
WHOLE = ("laporan_tahunan", "espm_triwulan", "rad", "lppd")
PLACEHOLDER = re.compile(
    r"(?<!\w)(x{3,}|lorem ipsum|\[\s*(?:isi|diisi|nama|tanggal|nomor)[^\]]*\]|<\s*(?:isi|"
    r"nama)[^>]*>|"
    r"20(?:\.\.|xx|__)|tbd|diisi kemudian)(?!\w)",
    re.IGNORECASE,
)
# What a yearly laporan must hold, as words of which a heading has at least one.
PARTS: tuple[tuple[str, str], ...] = (
    ("Pendahuluan", r"pendahuluan|latar belakang"),
    ("Dasar Hukum", r"dasar hukum|landasan hukum"),
    ("Penerapan dan Pencapaian SPM", r"pencapaian|penerapan spm|capaian spm"),
    ("Alokasi Anggaran", r"anggaran"),
    ("Dukungan Personil", r"personil|personel|sumber daya manusia|\bsdm\b"),
    ("Permasalahan dan Solusi", r"masalah|kendala|hambatan"),
    ("Program dan Kegiatan", r"program|kegiatan"),
    ("Penutup", r"penutup|kesimpulan"),
)


def check(k: Konteks) -> Iterator[Hasil]:
    """What should be there and is not.

    Sumber: corpus/data/services.
    """
    yield from _coverage(k)
    yield from _empty_cells(k)
    yield from _no_problems(k)
    yield from _placeholders(k)
    yield from _parts(k)


def _coverage(k: Konteks) -> Iterator[Hasil]:
    level = k.identitas.tingkat
    if k.identitas.jenis not in WHOLE or level is None:
        return
    texts = [b.teks for b in (*k.judul, *k.keterangan)] + [t.judul for t in k.naskah.tabel]
    texts += [
        b.teks
        for b in k.narasi
        if re.match(r"\W*(?:[a-z\d.]+\s+)?(?:urusan|bidang)\b", b.teks[:40], re.IGNORECASE)
        and len(b.teks) < 90
    ]
    texts += [t.lembar or "" for t in k.naskah.tabel]
    found: set[str | None] = {r.layanan for r in k.rekaman if r.layanan}
    fields: set[UrusanId] = {r.urusan for r in k.rekaman if r.urusan}
    if len(found) < 3:
        yield TakDicek("LKP-02", "kurang dari tiga jenis pelayanan dikenali dalam tabel")
        return
    for text in texts:
        if len(text) < 200 and (name := urusan_of(text)):
            fields.add(name)
    single = len(fields) == 1
    for urusan_id in ORDER:
        if urusan_id in fields:
            yield Lulus("LKP-01")
            yield from _services(k, urusan_id, found)
        elif not single:
            yield finding(
                LKP_01,
                (Tempat(letak=_start(k), kutipan=k.naskah.nama),),
                (urusan_id,),
                {"urusan": urusan_name(urusan_id)},
                urusan=urusan_id,
            )


def _start(k: Konteks) -> Letak:
    if k.naskah.blok:
        return k.naskah.blok[0].letak
    return k.naskah.tabel[0].letak(0) if k.naskah.tabel else Letak()


def _services(k: Konteks, urusan_id: UrusanId, found: set[str | None]) -> Iterator[Hasil]:
    level = k.identitas.tingkat
    wanted = [s.id for s in of(urusan_id, level)]
    there = [s for s in wanted if s in found]
    missing = [s for s in wanted if s not in found and not _named(k, s)]
    for _ in there:
        yield Lulus("LKP-02")
    if not there or not missing:
        return
    row = next(r for r in k.rekaman if r.layanan == there[-1])
    yield finding(
        LKP_02,
        (Tempat(letak=row.grid.letak(row.baris), kutipan=row.label),),
        tuple(missing),
        {
            "urusan": urusan_name(urusan_id),
            "n": len(wanted) - len(missing),
            "semua": len(wanted),
            "daftar": "; ".join(name_of(s) for s in missing),
        },
        ditemukan=str(len(there)),
        seharusnya=str(len(wanted)),
        urusan=urusan_id,
    )


def _named(k: Konteks, service_id: str) -> bool:
    """Whether a heading or a row of any table names the service, with or without figures."""
    level = k.identitas.tingkat
    if any(service_of(b.teks, level) == service_id for b in (*k.judul, *k.keterangan)):
        return True
    return any(
        service_of(label, level) == service_id for g in k.semua_grid for label in set(g.label)
    )


def _empty_cells(k: Konteks) -> Iterator[Hasil]:
    empty: dict[str, list[tuple[str, Tempat]]] = {}
    for record in k.rekaman:
        if record.layanan is None or record.blok in ("mutu", "anggaran") or record.total:
            continue
        if record.grid.kelayakan != "layak" or is_plan(k, record):
            continue
        if not {"sasaran", "terlayani"} <= record.sel.keys():
            continue
        for role in ("sasaran", "terlayani", "persen"):
            number = record.bilangan(role)
            if number is None:
                continue
            if number.jenis == "kosong" and record.rumus(role) is None:
                place_ = at(record, role)[0]
                empty.setdefault(place_.nama, []).append((record.label, place_))
            else:
                yield Lulus("LKP-03")
    for name, cells in empty.items():
        labels = [label for label, _ in cells]
        yield finding(
            LKP_03,
            tuple(p for _, p in cells),
            (name, *(normal(label) for label in labels)),
            {
                "n": len(cells),
                "nama": name,
                "daftar": "; ".join(labels[:4]) + ("; ..." if len(labels) > 4 else ""),
            },
        )


def _no_problems(k: Konteks) -> Iterator[Hasil]:
    if k.identitas.jenis not in ("laporan_tahunan", "rad", "lppd") or k.naskah.format == "xlsx":
        return
    told = _told(k)
    for urusan_id in ORDER:
        low = [
            (r, v)
            for r in k.rekaman
            if r.urusan == urusan_id
            and r.layanan
            and r.blok != "mutu"
            and not is_plan(k, r)
            and (v := value(r.bilangan("persen"))) is not None
            and v < 100
            and r.grid.kelayakan == "layak"
        ]
        if not low:
            continue
        if urusan_id in told or "semua" in told:
            yield Lulus("LKP-05")
            continue
        record, percent = min(low, key=lambda pair: pair[1])
        yield finding(
            LKP_05,
            at(record, "persen"),
            (urusan_id, normal(record.label)),
            {
                "urusan": urusan_name(urusan_id),
                "layanan": record.label,
                "persen": write(percent),
            },
            putusan="perlu_cek",
            urusan=urusan_id,
        )


def _told(k: Konteks) -> set[str]:
    """Urusan whose problems are told; "semua" where one part tells them for all."""
    told: set[str] = set()
    field: str | None = None
    inside = False
    for block in k.naskah.blok:
        if block.jenis == "daftar":
            continue
        if block.jenis == "judul":
            problem = re.search(r"masalah|kendala|hambatan|solusi", block.teks, re.IGNORECASE)
            named = urusan_of(block.teks)
            if problem:
                inside = True
            elif named is None or block.tingkat <= 1:
                inside = inside and named is not None
            field = named or field
            continue
        talks = re.search(r"permasalahan|kendala|hambatan", block.teks, re.IGNORECASE)
        if (inside or talks) and (urusan_of(block.teks) or field):
            told.add(str(field or urusan_of(block.teks)))
    for grid in k.grid:
        if grid.of("masalah"):
            told |= {str(urusan_of(label)) for label in grid.label} | (
                {"semua"} if len(grid.label) >= 6 else set()
            )
            if (name := urusan_of(" ".join((*grid.tabel.jalur, grid.judul)))) is not None:
                told.add(name)
    return told


def _placeholders(k: Konteks) -> Iterator[Hasil]:
    found: dict[str, list[Tempat]] = {}
    for block in k.naskah.blok:
        if block.jenis != "daftar":
            for match in PLACEHOLDER.finditer(block.teks):
                found.setdefault(match.group(1).lower(), []).append(place(block.letak, block.teks))
    for grid in k.grid:
        for row in range(grid.awal, grid.akhir):
            for column, cell in enumerate(grid.tabel.baris[row].sel):
                text = cell.teks
                if not text or cell.angka is not None:
                    continue
                match_ = EXCEL_ERROR.search(text) or PLACEHOLDER.search(text)
                if match_:
                    where = Tempat(letak=grid.letak_sel(row, column), kutipan=text[:80])
                    found.setdefault(match_.group().strip(), []).append(where)
    for text, places in found.items():
        yield finding(
            LKP_08,
            tuple(places),
            (normal(text), str(len(places))),
            {"n": len(places), "tertulis": text},
            ditemukan=text,
        )
    if not found:
        yield Lulus("LKP-08")


def _parts(k: Konteks) -> Iterator[Hasil]:
    if k.identitas.jenis != "laporan_tahunan" or k.naskah.format == "xlsx":
        return
    titles = [b.teks.lower() for b in k.naskah.blok if b.jenis == "judul"]
    titles += [b.teks.lower()[:60] for b in k.naskah.blok]
    if len(titles) < 8:
        yield TakDicek("STR-01", "judul bagian terlalu sedikit untuk dikenali")
        return
    for name, pattern in PARTS:
        if any(re.search(pattern, t) for t in titles):
            yield Lulus("STR-01")
            continue
        yield finding(
            STR_01,
            (Tempat(letak=_start(k), kutipan=k.naskah.nama),),
            (name,),
            {"bagian": name},
            putusan="perlu_cek",
        )
