"""How places, bases and documents of a check are written for people; shared by its renderers."""

from collections.abc import Sequence

from assistant import format as tulis
from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.models import Aturan, DasarAturan, HasilPeriksa, Tempat, Temuan
from assistant.checking.periods import period_name
from corpus.names import short_name
from corpus.registry import get
from ingest.report.model import Letak


def place_text(letak: Letak, berkas: str | None = None) -> str:
    """ "lembar "Pendidikan", sel D14" or "halaman 3, tabel 5, baris 1, kolom 13"."""
    parts = [f'berkas "{berkas}"'] if berkas else []
    if letak.lembar is not None:
        parts.append(f'lembar "{letak.lembar}"')
    if letak.sel:
        parts.append(f"sel {letak.sel}")
        return ", ".join(parts)
    if letak.halaman:
        parts.append(f"halaman {letak.halaman}")
    if letak.tabel:
        parts.append(f"tabel {letak.tabel}")
        if letak.data or letak.baris:
            parts.append(f"baris {letak.data}" if letak.data else f"baris kepala {letak.baris}")
        if letak.kolom:
            parts.append(f"kolom {letak.kolom}")
    if letak.nomor:
        parts.append(f"baris teks {letak.nomor}")
    return ", ".join(parts)


def places_text(places: Sequence[Tempat], most: int = 3) -> str:
    """Several places: cells of one row told together, rows that follow each other as one range.

    At most `most` of these are told, the others counted.
    """
    rows: dict[tuple[object, ...], list[Tempat]] = {}
    for place in places:
        rows.setdefault(_row_of(place), []).append(place)
    ranges: list[list[list[Tempat]]] = []
    for cells in rows.values():
        if ranges and _follows(ranges[-1][-1], cells):
            ranges[-1].append(cells)
        else:
            ranges.append([cells])
    told = [text for each in ranges if (text := _range_text(each))]
    more = f" {m.PERIKSA_TEMPAT_LAGI.format(n=len(told) - most)}" if len(told) > most else ""
    return "; ".join(told[:most]) + more


def _follows(above: list[Tempat], below: list[Tempat]) -> bool:
    """The same columns one row further down in the same table."""
    a, b = above[0], below[0]
    same = (a.berkas, a.letak.lembar, a.letak.tabel) == (b.berkas, b.letak.lembar, b.letak.tabel)
    columns = [t.letak.kolom for t in above] == [t.letak.kolom for t in below]
    return (
        same
        and columns
        and None not in (a.letak.data, b.letak.data, a.letak.kolom)
        and ((a.letak.baris or 0) + 1 == b.letak.baris)
    )


def _range_text(rows: list[list[Tempat]]) -> str:
    """Cells of one row, or the first and the last row of a range with their columns."""
    first, last = rows[0][0].letak, rows[-1][0].letak
    cells = [t.letak.sel or (f"kolom {t.letak.kolom}" if t.letak.kolom else "") for t in rows[0]]
    names = list(dict.fromkeys(c for c in cells if c and (first.tabel or first.sel)))
    start = place_text(first._replace(sel=None, kolom=None), rows[0][0].berkas)
    if len(rows) > 1 and first.sel:
        names = [f"{a} sampai {b.letak.sel}" for a, b in zip(names, rows[-1], strict=False)]
    elif len(rows) > 1:
        start = start.replace(f"baris {first.data}", f"baris {first.data} sampai {last.data}", 1)
        start = start.replace(f"teks {first.nomor}", f"teks {first.nomor} sampai {last.nomor}")
    return ", ".join(part for part in (start, *names) if part)


def other_places(finding: Temuan) -> str:
    """Places of a finding on other rows than its first; empty where there are none."""
    if not finding.tempat:
        return ""
    first = _row_of(finding.tempat[0])
    return places_text([t for t in finding.tempat if _row_of(t) != first], 6)


def _row_of(place: Tempat) -> tuple[object, ...]:
    letak = place.letak
    row = letak.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if letak.sel else letak.baris
    return (place.berkas, letak.halaman, letak.lembar, letak.tabel, row, letak.nomor)


def sentence(finding: Temuan) -> str:
    """Where and what, in one or two sentences."""
    where = place_text(finding.tempat[0].letak, finding.tempat[0].berkas) if finding.tempat else ""
    return f"{where[:1].upper()}{where[1:]}: {finding.pesan}" if where else finding.pesan


def advice(finding: Temuan) -> str:
    """What can be done."""
    return finding.saran or catalogue()[finding.aturan].saran


def basis_text(rule: Aturan) -> str:
    """The basis as people write it."""
    return tulis.joined([_basis(d) for d in rule.dasar])


def _basis(basis: DasarAturan) -> str:
    if basis.regulasi is None:
        return m.PERIKSA_REGISTRI if basis.jenis == "hukum" else m.PERIKSA_KAIDAH
    regulation = get(basis.regulasi)
    name = short_name(regulation) if regulation else basis.regulasi
    return f"{name} {basis.letak}" if basis.letak else name


def period_text(result: HasilPeriksa) -> str:
    """The period of a laporan."""
    return period_name(result.identitas.periode)


def identity_text(result: HasilPeriksa) -> str:
    """What the laporan was read as."""
    return m.PERIKSA_IDENTITAS.format(
        jenis=m.PERIKSA_JENIS[result.identitas.jenis],
        tingkat=m.PERIKSA_TINGKAT[result.identitas.tingkat],
        daerah=result.identitas.nama_daerah or m.PERIKSA_TANPA_DAERAH,
        periode=period_text(result),
    )


def counts_text(result: HasilPeriksa) -> str:
    """How many comparisons held."""
    rules = result.aturan
    return m.PERIKSA_HITUNGAN.format(
        dicek=sum(a.dicek for a in rules),
        lolos=sum(a.lolos for a in rules),
        bulat=sum(a.lolos_pembulatan for a in rules),
        gagal=sum(a.gagal for a in rules),
        tak=sum(a.tak_dapat_dicek for a in rules),
    )


def summary_text(result: HasilPeriksa) -> str:
    """How many findings of each severity."""
    return m.PERIKSA_RINGKAS.format(
        galat=result.banyak("galat"),
        peringatan=result.banyak("peringatan"),
        info=result.banyak("info"),
    )
