"""Two or more files of one region compared, each with the next in time."""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checking.checks.antarberkas import TAB_08, WKT_01, WKT_02, WKT_07, WKT_08
from assistant.checking.compare import at, finding, shown, write
from assistant.checking.context import Konteks, is_plan
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.periods import period_name
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran
from assistant.checking.services import name_of
from ingest.intervals import printed

Kunci = tuple[str, Peran]
MEASURES: dict[Peran, str] = {
    "sasaran": "Sasaran",
    "terlayani": "Jumlah terlayani",
    "persen": "Capaian",
    "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran",
}
QUARTERS = ("I", "II", "III", "IV")
MIN_CELLS = 10
SAME_SHARE = Decimal("0.6")


def figures(k: Konteks) -> dict[Kunci, Rekaman]:
    """The first statement of each measure of each service."""
    found: dict[Kunci, Rekaman] = {}
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak" or is_plan(k, record):
            continue
        if record.blok == "mutu" or record.total:
            continue
        for role in MEASURES:
            number = record.bilangan(role)
            if number is not None and number.nilai is not None:
                found.setdefault((record.layanan, role), record)
    return found


def _when(k: Konteks) -> tuple[int, int]:
    period = k.identitas.periode
    return period.tahun or 0, period.triwulan or 5


def across(contexts: Sequence[Konteks]) -> Iterator[Hasil]:
    """Findings between files, in the order of their periods."""
    ordered = sorted(contexts, key=_when)
    for one, two in itertools.pairwise(ordered):
        a, b = one.identitas, two.identitas
        if a.daerah != b.daerah:
            yield TakDicek("TAB-08", "berkas-berkas itu bukan dari daerah yang sama")
            continue
        if a.periode.tahun is None or b.periode.tahun is None:
            yield TakDicek("TAB-08", "tahun salah satu berkas tidak dikenali")
            continue
        yield from _pair(one, two)


def _pair(one: Konteks, two: Konteks) -> Iterator[Hasil]:
    a, b = one.identitas.periode, two.identitas.periode
    same_year = a.tahun == b.tahun
    if same_year and a.triwulan == b.triwulan:
        yield from _equal(TAB_08, one, two)
    elif same_year and a.triwulan == 4 and b.triwulan is None:
        yield from _equal(WKT_08, one, two)
    elif same_year and a.triwulan and b.triwulan:
        yield from _quarters(one, two)
    elif not same_year:
        yield from _years(one, two)


def _places(one: Konteks, two: Konteks, key: Kunci, a: Rekaman, b: Rekaman) -> tuple[Tempat, ...]:
    first = [p.model_copy(update={"berkas": two.naskah.nama}) for p in at(b, key[1])]
    second = [p.model_copy(update={"berkas": one.naskah.nama}) for p in at(a, key[1])]
    return (*first, *second)


def _common(one: Konteks, two: Konteks) -> Iterator[tuple[Kunci, Rekaman, Rekaman]]:
    left, right = figures(one), figures(two)
    for key, record in left.items():
        if key in right:
            yield key, record, right[key]


def _values(key: Kunci, a: Rekaman, b: Rekaman) -> tuple[Decimal, Decimal]:
    one, two = a.bilangan(key[1]), b.bilangan(key[1])
    assert one is not None
    assert two is not None
    assert one.nilai is not None
    assert two.nilai is not None
    return one.nilai, two.nilai


def _meets(key: Kunci, a: Rekaman, b: Rekaman) -> bool:
    one, two = a.bilangan(key[1]), b.bilangan(key[1])
    assert one is not None
    assert two is not None
    assert one.nilai is not None
    assert two.nilai is not None
    if key[1] == "persen":
        return printed(one.nilai, one.desimal).meets(printed(two.nilai, two.desimal))
    return shown(one).meets(shown(two))


def _equal(rule: Aturan, one: Konteks, two: Konteks) -> Iterator[Hasil]:
    for key, a, b in _common(one, two):
        x, y = _values(key, a, b)
        if _meets(key, a, b):
            yield Lulus(rule.id, x != y)
            continue
        yield finding(
            rule,
            _places(one, two, key, a, b),
            (*key, str(x), str(y)),
            {
                "nama": MEASURES[key[1]],
                "layanan": name_of(key[0]),
                "a": write(x),
                "b": write(y),
                "periode": period_name(two.identitas.periode),
            },
            ditemukan=y,
            seharusnya=x,
            selisih=abs(x - y),
            urusan=b.urusan,
        )


def _quarters(one: Konteks, two: Konteks) -> Iterator[Hasil]:
    first, last = one.identitas.periode.triwulan or 1, two.identitas.periode.triwulan or 1
    names = {"awal": QUARTERS[first - 1], "akhir": QUARTERS[last - 1]}
    for key, a, b in _common(one, two):
        x, y = _values(key, a, b)
        rule = {"terlayani": WKT_01, "sasaran": WKT_02}.get(key[1])
        if rule is None:
            continue
        if (rule is WKT_01 and y >= x) or (rule is WKT_02 and x == y):
            yield Lulus(rule.id)
            continue
        yield finding(
            rule,
            _places(one, two, key, a, b),
            (*key, str(x), str(y)),
            {**names, "layanan": name_of(key[0]), "a": write(x), "b": write(y)},
            ditemukan=y,
            selisih=abs(x - y),
            satuan="orang",
            urusan=b.urusan,
        )


def _years(one: Konteks, two: Konteks) -> Iterator[Hasil]:
    pairs = [
        (key, a, b)
        for key, a, b in _common(one, two)
        if key[1] != "persen" and _values(key, a, b)[0] != 0
    ]
    if len(pairs) < MIN_CELLS:
        yield TakDicek("WKT-07", "kurang dari sepuluh angka yang dapat dibandingkan")
        return
    same = [(key, a, b) for key, a, b in pairs if len(set(_values(key, a, b))) == 1]
    if Decimal(len(same)) < SAME_SHARE * len(pairs):
        yield Lulus("WKT-07")
        return
    yield finding(
        WKT_07,
        tuple(p for key, a, b in same for p in _places(one, two, key, a, b)[:1]),
        (str(one.identitas.periode.tahun), str(two.identitas.periode.tahun), str(len(same))),
        {
            "n": len(same),
            "semua": len(pairs),
            "awal": one.identitas.periode.tahun,
            "akhir": two.identitas.periode.tahun,
        },
        putusan="perlu_cek",
        ditemukan=str(len(same)),
    )
