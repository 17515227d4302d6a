"""Seeded errors that need more than one cell or word: laws, regions, levels, parts left out."""

import random
from copy import deepcopy
from decimal import Decimal

from corpus.names import full_name
from corpus.regions import regions
from corpus.registry import get
from evals.checking_model import LaporanBuatan, TabelBuatan, Teks, number, text
from evals.checking_mutation import Kesalahan, Mutasi


def narrative(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """Another number in a sentence than in its table."""
    each = rng.choice(report.teks("narasi"))
    head, _, share = each.isi.rpartition("sebesar ")
    value = Decimal(share.split()[0].replace(".", "").replace(",", "."))
    other = value - Decimal("7.3") if value > 20 else value + Decimal("7.3")
    each.isi = f"{head}sebesar {number(other, 'teks', 1).teks()} persen."
    return Kesalahan("TAB-01", ("TAB-01",), kata=f"{number(other, 'teks', 1).teks()} persen")


def twice(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """A regulation listed again."""
    items = report.teks("hukum")
    first = rng.choice(items)
    at = report.isi.index(items[-1])
    again = first.isi.split(". ", 1)[1]
    report.isi.insert(at + 1, Teks(f"{len(items) + 1}. {again}", -1, "hukum"))
    return Kesalahan("HUK-06", ("HUK-06",), kata=again[:30])


def old_law(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """A revoked regulation in the legal basis."""
    items = report.teks("hukum")
    regulation = get("permendagri-100-2018")
    item = next((t for t in items if "59 Tahun 2021" in t.isi), None)
    if item is None or regulation is None:
        return None
    item.isi = f"{item.isi.split('.')[0]}. {full_name(regulation)};"
    return Kesalahan("HUK-03", ("HUK-03",), kata="100 Tahun 2018")


def without(kind: str, rules: tuple[str, ...]) -> Mutasi:
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


def other_region(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """A sentence about a region of another province."""
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


def early(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """Signed before the period was over."""
    each = report.teks("tanggal")[0]
    year = report.tahun - 1 if report.triwulan else report.tahun
    each.isi = f"Sukamaju, 12 Februari {year}"
    return Kesalahan("PER-07", ("PER-07",), kata=f"12 Februari {year}")


def nik(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """A number of a resident left open."""
    report.isi.insert(
        report.isi.index(report.teks("hari")[0]),
        Teks("Contoh penerima dengan NIK 3216044107900001 sudah dilayani.", 0),
    )
    return Kesalahan("PRI-01", ("PRI-01",), kata="(disamarkan)")


def level(report: LaporanBuatan, rng: random.Random) -> Kesalahan | None:
    """A service of the other level."""
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
