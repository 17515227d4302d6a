"""Single errors put into a correct laporan: the rules that may report each, and its place."""

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from corpus.names import full_name
from corpus.regions import regions
from corpus.registry import get
from evals.checking_reports import Angka, LaporanBuatan, TabelBuatan, Teks, make, number, text


@dataclass(frozen=True)
class Kesalahan:
    """One seeded error: rules that may report it and the cell (table kind's object id, data row,
    column) or the words that stand where it is."""

    nama: str
    aturan: tuple[str, ...]
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kata: str = ""


Mutasi = Callable[[LaporanBuatan, random.Random], Kesalahan | None]


def _pick(
    report: LaporanBuatan,
    rng: random.Random,
    kind: str,
    wanted: Callable[[list[Angka]], bool] = lambda r: True,
) -> tuple[int, TabelBuatan, int] | None:
    """A table's place among all tables, the table and one of its plain rows."""
    tables = [x for x in report.isi if isinstance(x, TabelBuatan)]
    choices = [
        (n, t, r)
        for n, t in enumerate(tables)
        if t.nama == kind
        for r, row in enumerate(t.baris)
        if row[0].nilai != "" and wanted(row)
    ]
    return rng.choice(choices) if choices else None


def _value(cell: Angka) -> Decimal:
    assert isinstance(cell.nilai, Decimal)
    return cell.nilai


def _changed(
    kind: str,
    column: int,
    rules: tuple[str, ...],
    change: Callable[[list[Angka], random.Random], None],
    wanted: Callable[[list[Angka]], bool] = lambda r: True,
) -> Mutasi:
    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        found = _pick(report, rng, kind, wanted)
        if found is None:
            return None
        at, table, row = found
        change(table.baris[row], rng)
        return Kesalahan(rules[0], rules, at, row, column)

    return mutate


def _add(column: int, low: int, high: int) -> Callable[[list[Angka], random.Random], None]:
    def change(row: list[Angka], rng: random.Random) -> None:
        cell = row[column]
        cell.nilai = (
            _value(cell) + rng.randint(low, high) * rng.choice((1, -1))
            if low > 0
            else _value(cell) + rng.randint(-high, -low)
        )

    return change


def _percent(row: list[Angka], rng: random.Random) -> None:
    row[6].nilai = max(Decimal(1), _value(row[6]) - Decimal(rng.randint(11, 200)) / 10)


def _set(column: int, value: Decimal | str) -> Callable[[list[Angka], random.Random], None]:
    def change(row: list[Angka], rng: random.Random) -> None:
        row[column].nilai = value

    return change


def _half(row: list[Angka], rng: random.Random) -> None:
    row[4] = Angka(_value(row[4]) - Decimal("0.5"), "bulat", 1)


def _over(row: list[Angka], rng: random.Random) -> None:
    row[4].nilai = _value(row[3]) + rng.randint(5, 500)


def _total(kind: str, column: int, rules: tuple[str, ...]) -> Mutasi:
    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        tables = [x for x in report.isi if isinstance(x, TabelBuatan)]
        for n, table in enumerate(tables):
            if table.nama == kind:
                cell = table.baris[-1][column]
                cell.nilai = _value(cell) + (
                    rng.randint(3, 90)
                    if cell.jenis == "bulat"
                    else rng.randint(3, 90) * 10_000
                    if cell.jenis == "rupiah"
                    else 3
                )
                return Kesalahan(rules[0], rules, n, len(table.baris) - 1, column)
        return None

    return mutate


def _wording(kind: str, old: str, new: str, rules: tuple[str, ...], mark: str = "") -> Mutasi:
    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        for each in report.teks(kind):
            if old in each.isi:
                each.isi = each.isi.replace(old, new)
                return Kesalahan(rules[0], rules, kata=mark or new)
        return None

    return mutate


def _narrative(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    each = rng.choice(report.teks("narasi"))
    head, _, share = each.isi.rpartition("sebesar ")
    value = Decimal(share.split()[0].replace(".", "").replace(",", "."))
    other = value - Decimal("7.3") if value > 20 else value + Decimal("7.3")
    each.isi = f"{head}sebesar {number(other, 'teks', 1).teks()} persen."
    return Kesalahan("TAB-01", ("TAB-01",), kata=f"{number(other, 'teks', 1).teks()} persen")


def _twice(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    items = report.teks("hukum")
    first = rng.choice(items)
    at = report.isi.index(items[-1])
    again = first.isi.split(". ", 1)[1]
    report.isi.insert(at + 1, Teks(f"{len(items) + 1}. {again}", -1, "hukum"))
    return Kesalahan("HUK-06", ("HUK-06",), kata=again[:30])


def _old_law(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    items = report.teks("hukum")
    regulation = get("permendagri-100-2018")
    item = next((t for t in items if "59 Tahun 2021" in t.isi), None)
    if item is None or regulation is None:
        return None
    item.isi = f"{item.isi.split('.')[0]}. {full_name(regulation)};"
    return Kesalahan("HUK-03", ("HUK-03",), kata="100 Tahun 2018")


def _without(kind: str, rules: tuple[str, ...]) -> Mutasi:
    """Takes away one urusan, or one row of one."""

    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        if kind == "layanan":
            tables = [t for t in report.tabel("penerima") if len(t.baris) > 2]
            table = rng.choice(tables)
            row = rng.randrange(len(table.baris))
            name = table.baris[row][1].teks()
            del table.baris[row]
            for other in report.tabel("mutu"):
                other.baris = [r for r in other.baris if r[1].nilai != name]
            report.isi = [x for x in report.isi if not (isinstance(x, Teks) and x.nama == "narasi")]
            return Kesalahan(rules[0], rules)
        headings = report.teks("urusan")
        heading = rng.choice(headings)
        start = report.isi.index(heading)
        end = start + 1
        while end < len(report.isi):
            item = report.isi[end]
            if isinstance(item, Teks) and item.tingkat > 0:
                break
            end += 1
        title = heading.isi.split("Urusan ")[1]
        report.isi = [
            x
            for n, x in enumerate(report.isi)
            if not start <= n < end
            and not (isinstance(x, TabelBuatan) and x.nama in ("indeks", "anggaran"))
        ]
        return Kesalahan(rules[0], rules, kata=title)

    return mutate


def _inserted(kind: str, each: Teks, rules: tuple[str, ...], mark: str) -> Mutasi:
    def mutate(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
        spots = report.teks(kind)
        if not spots:
            return None
        report.isi.insert(report.isi.index(spots[-1]) + 1, deepcopy(each))
        return Kesalahan(rules[0], rules, kata=mark)

    return mutate


def _other_region(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    other = rng.choice(
        [d for d in regions().values() if d.jenis == "kabupaten" and d.nama not in report.daerah]
    )
    own = next(d for d in regions().values() if report.daerah.endswith(d.nama))
    if other.provinsi == own.provinsi:
        return None
    report.isi.insert(
        report.isi.index(report.teks("hari")[0]),
        Teks(f"Masyarakat {other.nama} telah menerima pelayanan dasar sepanjang tahun.", 0),
    )
    return Kesalahan("WIL-01", ("WIL-01",), kata=other.nama)


def _early(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    each = report.teks("tanggal")[0]
    year = report.tahun - 1 if report.triwulan else report.tahun
    each.isi = f"Sukamaju, 12 Februari {year}"
    return Kesalahan("PER-07", ("PER-07",), kata=f"12 Februari {year}")


def _nik(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    report.isi.insert(
        report.isi.index(report.teks("hari")[0]),
        Teks("Contoh penerima dengan NIK 3216044107900001 sudah dilayani.", 0),
    )
    return Kesalahan("PRI-01", ("PRI-01",), kata="(disamarkan)")


def _level(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    if report.tingkat != "kabkota":
        return None
    tables = [x for x in report.isi if isinstance(x, TabelBuatan)]
    for n, table in enumerate(tables):
        if table.nama == "penerima" and table.urusan == "pendidikan":
            row = deepcopy(table.baris[-1])
            row[0], row[1] = text(str(len(table.baris) + 1)), text("Pendidikan Menengah")
            table.baris.append(row)
            return Kesalahan("WIL-08", ("WIL-08",), n, len(table.baris) - 1, None)
    return None


def below(row: list[Angka]) -> bool:
    """Some are still to be served, and clearly so."""
    return _value(row[4]) < _value(row[3]) and _value(row[6]) < Decimal("99")


MUTASI: dict[str, Mutasi] = {
    "persen salah": _changed("penerima", 6, ("ARI-01",), _percent, below),
    "ditulis 100": _changed("penerima", 6, ("ARI-02",), _set(6, Decimal(100)), below),
    "terlayani melebihi": _changed("penerima", 4, ("PEN-01",), _over),
    "terlayani salah": _changed(
        "penerima",
        4,
        ("ARI-01", "ARI-02", "ARI-04"),
        lambda r, g: setattr(r[4], "nilai", max(Decimal(0), _value(r[4]) // 2)),
        lambda r: _value(r[4]) > 20,
    ),
    "belum salah": _changed("penerima", 5, ("ARI-04",), _add(5, 3, 40)),
    "pecahan orang": _changed("penerima", 4, ("PEN-02",), _half, below),
    "sasaran nol": _changed("penerima", 3, ("ARI-18", "PEN-01"), _set(3, Decimal(0))),
    "sel kosong": _changed("penerima", 4, ("LKP-03",), _set(4, "")),
    "satuan salah": _changed("penerima", 2, ("PEN-13",), _set(2, "dokumen")),
    "penanda kosong": _changed("penerima", 4, ("LKP-08",), _set(4, "#REF!")),
    "mutu melebihi": _changed(
        "mutu", 4, ("PEN-11",), lambda r, g: setattr(r[4], "nilai", _value(r[3]) + 7)
    ),
    "mutu belum salah": _changed("mutu", 5, ("ARI-04",), _add(5, 3, 15)),
    "jumlah penduduk": _changed("penduduk", 4, ("ARI-06", "ARI-05"), _add(4, 11, 400)),
    "total penduduk": _total("penduduk", 4, ("ARI-05", "ARI-06")),
    "total laki-laki": _total("penduduk", 2, ("ARI-05", "ARI-06")),
    "total pagu": _total("anggaran", 2, ("ANG-04", "ARI-05", "ANG-03")),
    "total realisasi": _total("anggaran", 3, ("ANG-04", "ARI-05", "ANG-03")),
    "realisasi melebihi": _changed(
        "anggaran", 3, ("ANG-01",), lambda r, g: setattr(r[3], "nilai", _value(r[2]) + 5_000_000)
    ),
    "serapan salah": _changed("anggaran", 5, ("ANG-02",), _add(5, 3, 9)),
    "sisa salah": _changed(
        "anggaran",
        4,
        ("ANG-03",),
        lambda r, g: setattr(r[4], "nilai", _value(r[4]) + g.randint(2, 90) * 100_000),
    ),
    "kategori salah": _changed(
        "indeks",
        5,
        ("ARI-11",),
        lambda r, g: setattr(
            r[5], "nilai", "Belum Tuntas" if r[5].nilai != "Belum Tuntas" else "Tuntas Utama"
        ),
    ),
    "indeks salah": _changed("indeks", 4, ("ARI-09",), _add(4, 4, 9)),
    "rata-rata salah": _total("indeks", 4, ("ARI-08", "ARI-09")),
    "narasi salah": _narrative,
    "terbilang salah": _wording("pembuka", "6 (enam)", "6 (lima)", ("ARI-14",), "6 (lima)"),
    "butir kurang": _wording("daftar", "3 (tiga)", "4 (empat)", ("TAB-07",), "4 (empat)"),
    "dikutip ganda": _twice,
    "dasar dicabut": _old_law,
    "judul salah": _wording(
        "hukum",
        "tentang Pemerintahan Daerah",
        "tentang Pemerintah Daerah",
        ("HUK-04",),
        "Pemerintah Daerah",
    ),
    "pasal di luar": _wording("pasal", "Pasal 18", "Pasal 518", ("HUK-05",), "Pasal 518"),
    "jenis peraturan": _wording(
        "hukum",
        "Permendagri Nomor 59 Tahun 2021",
        "Permenkes Nomor 59 Tahun 2021",
        ("HUK-02",),
        "Permenkes Nomor 59",
    ),
    "hari salah": _wording(
        "hari", "Selasa, 9 Januari", "Rabu, 9 Januari", ("PER-05",), "Rabu, 9 Januari"
    ),
    "tanggal dini": _early,
    "daerah lain": _other_region,
    "nik terbuka": _nik,
    "kepanjangan salah": _inserted(
        "pembuka",
        Teks("Penerapan SPM (Standar Pelayanan Bersama) dilaporkan setiap triwulan.", 0),
        ("WIL-10",),
        "Standar Pelayanan Bersama",
    ),
    "nomor ganda": _wording("subbab", "1.3 Sistematika", "1.2 Sistematika", ("STR-02",), "1.2"),
    "nomor loncat": _wording("subbab", "1.3 Sistematika", "1.7 Sistematika", ("STR-03",), "1.7"),
    "selisih narasi": _inserted(
        "pembuka",
        Teks("Capaian gabungan naik 9,9 persen dari 85,20 persen menjadi 88,30 persen.", 0),
        ("ARI-16",),
        "naik 9,9",
    ),
    "urusan hilang": _without("urusan", ("LKP-01",)),
    "layanan hilang": _without("layanan", ("LKP-02",)),
    "bukan kewenangan": _level,
}


def seeded(seed: int, name: str) -> tuple[LaporanBuatan, Kesalahan] | None:
    """A laporan with one error; None where this laporan has no place for it."""
    report = make(seed)
    error = MUTASI[name](report, random.Random(seed * 7919 + len(name)))
    return None if error is None else (report, error)
