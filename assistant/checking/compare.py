"""Comparing numbers by what their printed decimals allow, and building findings."""

from decimal import Decimal
from typing import Literal

from assistant import format as tulis
from assistant.checking.models import Aturan, DasarAturan, Tempat, Temuan
from assistant.checking.records import Rekaman
from assistant.checking.roles import Peran, normal
from ingest.intervals import Interval, exact, printed, truncated
from ingest.report.numbers import Bilangan

Cocok = Literal["ya", "pembulatan", "tidak"]
HUNDRED = Decimal(100)
PP2 = DasarAturan(regulasi="pp-2-2018", jenis="hukum")
P59 = DasarAturan(regulasi="permendagri-59-2021", jenis="hukum")
HUKUM = DasarAturan(jenis="hukum")
PDP = DasarAturan(regulasi="uu-27-2022", jenis="hukum")


def value(number: Bilangan | None) -> Decimal | None:
    """The value of a number; None for an empty cell, "nihil" or text."""
    return number.nilai if number is not None and number.jenis == "angka" else None


def shown(number: Bilangan) -> Interval:
    """What a printed number may stand for. Whole people, units and rupiah are exact.

    Raises:
        ValueError: the cell holds no number.
    """
    if number.nilai is None:
        raise ValueError(f"no number in {number.mentah!r}")
    if number.pengali != 1:
        return printed(number.nilai, number.desimal, number.pengali)
    if number.persen or number.desimal:
        return printed(number.nilai, number.desimal)
    return exact(number.nilai)


def agree(calculated: Interval, written: Decimal, places: int) -> Cocok:
    """Whether a printed number can be the calculated one: rounded, only cut off, or not."""
    if calculated.meets(printed(written, places)):
        return "ya"
    return "pembulatan" if calculated.meets(truncated(written, places)) else "tidak"


def in_percent(number: Bilangan, share: Decimal) -> tuple[Decimal, int]:
    """A printed percentage and its decimals; "0,9" beside a share of 0.9 means 90 percent.

    Raises:
        ValueError: the cell holds no number.
    """
    if number.nilai is None:
        raise ValueError(f"no number in {number.mentah!r}")
    p, places = number.nilai, number.desimal
    written_as_share = 0 < p <= Decimal("1.5") and abs(share - p) < abs(share * HUNDRED - p)
    if written_as_share and not number.persen:
        return p * HUNDRED, max(places - 2, 0)
    return p, places


def write(number: Decimal | int, places: int | None = None) -> str:
    """A number the Indonesian way, zeros at the end of its decimals left out."""
    decimal = Decimal(number)
    if places is not None:
        decimal = tulis.rounded(decimal, places)
    decimal = (
        decimal.quantize(Decimal(1))
        if decimal == decimal.to_integral_value()
        else decimal.normalize()
    )
    return tulis.number(decimal)


def at(record: Rekaman, *roles: Peran) -> tuple[Tempat, ...]:
    """Places of the cells of a record, with what stands there."""
    return tuple(
        Tempat(letak=record.letak(r), kutipan=record.teks(r), nama=NAMES.get(r, r))
        for r in roles
        if r in record.sel
    )


NAMES: dict[Peran, str] = {
    "sasaran": "jumlah yang harus dilayani",
    "terlayani": "jumlah terlayani",
    "belum": "jumlah belum terlayani",
    "persen": "capaian",
    "pagu": "pagu anggaran",
    "realisasi_anggaran": "realisasi anggaran",
    "sisa": "sisa anggaran",
    "serapan": "persentase realisasi",
}


def key(record: Rekaman) -> str:
    """What ties findings about the same record together."""
    return f"{record.grid.tabel.nomor}/{record.baris}/{min(record.sel.values(), default=0)}"


def marks(record: Rekaman, *values: object) -> tuple[str, ...]:
    """What the fingerprint of a finding about a record is made of: labels and values, no place."""
    headings = record.grid.tabel.judul or record.grid.tabel.lembar or ""
    return (normal(headings), normal(record.label), *(str(v) for v in values))


def finding(
    rule: Aturan,
    places: tuple[Tempat, ...],
    marks_: tuple[str, ...],
    fields: dict[str, object],
    **more: object,
) -> Temuan:
    """A finding with the rule's own message filled in."""
    return Temuan(rule.id, rule.pesan.format(**fields), places, marks_, **more)  # type: ignore[arg-type]
