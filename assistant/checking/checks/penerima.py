"""Numbers of people: whole, plausible and complete: PEN-02, PEN-06, PEN-08, PEN-10, PEN-13."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checking.checks.capaian import is_plan
from assistant.checking.compare import HUNDRED, P59, PP2, at, finding, key, marks, value, write
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran, normal
from assistant.checking.services import name_of

PEN_02 = Aturan(
    id="PEN-02",
    judul="Jumlah orang bukan bilangan bulat atau negatif",
    kelompok="PENERIMA DAN MUTU",
    keparahan="galat",
    butuh=("kolom jumlah penerima",),
    toleransi="tepat",
    pesan='{label}: {nama} tertulis "{tertulis}", padahal orang dihitung utuh dan tidak negatif.',
    saran="Periksa pemisah ribuan dan angkanya.",
)
PEN_06 = Aturan(
    id="PEN-06",
    judul="Target bukan seluruh warga yang berhak",
    kelompok="PENERIMA DAN MUTU",
    keparahan="peringatan",
    butuh=("target",),
    toleransi="tepat",
    pesan="{label}: target tertulis {target} persen, sedangkan SPM ditujukan bagi semua yang "
    "berhak "
    "(100 persen).",
    dasar=(PP2, P59),
    saran="Tetapkan target 100 persen, atau jelaskan bahwa angka itu bukan target SPM.",
)
PEN_08 = Aturan(
    id="PEN-08",
    judul="Terlayani sama persis dengan sasaran pada banyak layanan",
    kelompok="PENERIMA DAN MUTU",
    keparahan="peringatan",
    butuh=("terlayani", "sasaran", "paling sedikit 5 layanan"),
    toleransi="separuh layanan atau lebih, dan paling sedikit 5",
    pesan="Pada {n} dari {semua} layanan, jumlah terlayani sama persis dengan sasarannya.",
    saran="Lampirkan data pendukung (nama dan alamat disimpan perangkat daerah, bukan di laporan).",
)
PEN_10 = Aturan(
    id="PEN-10",
    judul="Mutu tidak diisi",
    kelompok="PENERIMA DAN MUTU",
    keparahan="peringatan",
    butuh=("blok mutu",),
    toleransi="paling sedikit satu baris kosong",
    pesan="Blok mutu tidak diisi pada {n} baris: {daftar}.",
    dasar=(P59,),
    saran="Isi kebutuhan dan ketersediaan barang, jasa, dan SDM; tanpa itu indeks mutu tidak "
    "terdukung.",
)
PEN_13 = Aturan(
    id="PEN-13",
    judul="Satuan penerima salah atau kosong",
    kelompok="PENERIMA DAN MUTU",
    keparahan="peringatan",
    butuh=("satuan", "blok penerima"),
    toleransi="kamus satuan",
    pesan='{label}: penerima bersatuan "{satuan}".',
    saran="Pakai satuan orang (atau rumah tangga/sambungan rumah untuk air dan sanitasi).",
)
RULES = (PEN_02, PEN_06, PEN_08, PEN_10, PEN_13)
COUNTED: tuple[Peran, ...] = ("sasaran", "terlayani", "belum")
PEOPLE_UNITS = re.compile(
    r"orang|jiwa|warga|penduduk|kk|keluarga|rumah|sr|sambungan|peserta|anak|siswa|ibu|bayi|balita|"
    r"kasus|korban|penderita|pasien|unit rumah|layanan|murid",
    re.IGNORECASE,
)
WRONG_UNITS = re.compile(r"dokumen|rupiah|^rp|persen|^%|paket|kegiatan|laporan|lembar|meter|km")


def check(k: Konteks) -> Iterator[Hasil]:
    """Every record about penerima.

    Sumber: kaidah hitung.
    """
    yield from _whole(k)
    yield from _odd(k)
    yield from _targets(k)
    yield from _same(k)
    yield from _quality(k)
    yield from _units(k)


def _whole(k: Konteks) -> Iterator[Hasil]:
    for record in k.rekaman:
        if record.blok in ("anggaran", "mutu") or (record.layanan is None and not record.total):
            continue
        if re.search(r"persen|%|index|indeks|rata", normal(record.teks("satuan"))):
            continue
        for role in COUNTED:
            number = record.bilangan(role)
            v = value(number)
            if number is None or v is None or number.menyimpang or number.ragu or number.persen:
                continue
            if (v == v.to_integral_value() and v >= 0) or (role == "belum" and v < 0):
                yield Lulus("PEN-02")
                continue
            yield finding(
                PEN_02,
                at(record, role),
                marks(record, role, v),
                {
                    "label": record.label,
                    "nama": at(record, role)[0].nama,
                    "tertulis": number.mentah.strip() or write(v),
                },
                ditemukan=v,
                satuan="orang",
                kunci=key(record),
                urusan=record.urusan,
            )


def _odd(k: Konteks) -> Iterator[Hasil]:
    """A decimal in a column of people's numbers of a base year, all others whole."""
    for grid in k.grid:
        for kolom in grid.of("tahun"):
            cells = [(r, row[kolom.indeks]) for r, row in enumerate(grid.angka)]
            filled = [(r, n) for r, n in cells if n.jenis == "angka" and not n.persen]
            odd = [(r, n) for r, n in filled if n.desimal and not n.menyimpang]
            if not odd or len(odd) * 2 > len(filled):
                continue
            for row, number in odd:
                yield finding(
                    PEN_02,
                    (Tempat(letak=grid.letak(row, kolom.indeks), kutipan=number.mentah),),
                    (normal(grid.label[row]), number.mentah),
                    {
                        "label": grid.label[row],
                        "nama": kolom.teks,
                        "tertulis": number.mentah.strip(),
                    },
                    ditemukan=number.nilai,
                    putusan="perlu_cek",
                )


def _targets(k: Konteks) -> Iterator[Hasil]:
    for record in k.rekaman:
        number = record.bilangan("target")
        v = value(number)
        if number is None or v is None or record.blok == "anggaran" or not record.layanan:
            continue
        heading = normal(" ".join(record.grid.kolom[record.sel["target"]].kepala))
        percent = number.persen or "%" in heading or "persen" in heading
        if not percent or "mutu" in heading:
            continue
        if v >= HUNDRED or (v == 1 and not number.persen):
            yield Lulus("PEN-06")
            continue
        yield finding(
            PEN_06,
            at(record, "target"),
            marks(record, v),
            {"label": record.label, "target": write(v)},
            ditemukan=v,
            seharusnya=HUNDRED,
            selisih=HUNDRED - v,
            satuan="persen",
            kunci=key(record) + "/target",
            urusan=record.urusan,
        )


def _same(k: Konteks) -> Iterator[Hasil]:
    rows: dict[str, tuple[Rekaman, Decimal, Decimal]] = {}
    for record in k.rekaman:
        s, t = value(record.bilangan("sasaran")), value(record.bilangan("terlayani"))
        if (
            record.layanan
            and record.blok != "mutu"
            and s
            and t is not None
            and not is_plan(k, record)
        ):
            rows.setdefault(record.layanan, (record, s, t))
    if len(rows) < 5:
        yield TakDicek("PEN-08", "kurang dari lima layanan dengan sasaran dan terlayani")
        return
    same = [(r, s) for r, s, t in rows.values() if s == t]
    if len(same) < 5 or len(same) * 2 < len(rows):
        yield Lulus("PEN-08")
        return
    yield finding(
        PEN_08,
        tuple(p for r, _ in same for p in at(r, "terlayani")),
        tuple(sorted(f"{r.layanan}={s}" for r, s in same)),
        {"n": len(same), "semua": len(rows)},
        putusan="perlu_cek",
        ditemukan=Decimal(len(same)),
    )


def _quality(k: Konteks) -> Iterator[Hasil]:
    empty = []
    for record in k.rekaman:
        if (
            record.blok != "mutu"
            or record.total
            or not {"sasaran", "terlayani"} <= record.sel.keys()
        ):
            continue
        if record.grid.kelayakan != "layak":
            continue
        numbers = [record.bilangan("sasaran"), record.bilangan("terlayani")]
        if all(n is not None and n.jenis == "kosong" for n in numbers):
            empty.append(record)
        else:
            yield Lulus("PEN-10")
    if not empty:
        return
    names = [r.label for r in empty]
    yield finding(
        PEN_10,
        tuple(p for r in empty for p in at(r, "terlayani")),
        tuple(sorted(normal(n) for n in names)),
        {"n": len(names), "daftar": "; ".join(names[:5]) + ("; ..." if len(names) > 5 else "")},
        putusan="perlu_cek",
    )


def _units(k: Konteks) -> Iterator[Hasil]:
    for record in k.rekaman:
        if "satuan" not in record.sel or "sasaran" not in record.sel or record.total:
            continue
        if record.layanan is None or record.blok in ("mutu", "anggaran"):
            continue
        if record.grid.kelayakan != "layak":
            continue
        unit = record.teks("satuan").strip()
        if PEOPLE_UNITS.search(unit) or (unit and not WRONG_UNITS.search(unit.lower())):
            yield Lulus("PEN-13")
            continue
        yield finding(
            PEN_13,
            at(record, "satuan"),
            marks(record, unit),
            {"label": name_of(record.layanan), "satuan": unit or "(kosong)"},
            ditemukan=unit,
            kunci=key(record) + "/satuan",
            urusan=record.urusan,
        )
