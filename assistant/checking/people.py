"""Population that the user gives as a CSV: code of the region, number of people, source."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from assistant import messages as m
from corpus.errors import MasukanError
from corpus.regions import regions
from ingest.report.numbers import read

MOST_BYTES = 4 * 1024 * 1024
COLUMNS = ("kode", "jumlah", "sumber")


@dataclass(frozen=True)
class AcuanPenduduk:
    """The people of a region, 1 or more, and who says so (for the message)."""

    jumlah: Decimal
    sumber: str


def load_population(path: Path) -> dict[str, AcuanPenduduk]:
    """Population by code of the region, from columns kode, jumlah and sumber (comma or semicolon).

    Raises:
        MasukanError: no such file or columns, an unknown code, a number that is none, no source;
            the line is named.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise MasukanError(m.PERIKSA_PENDUDUK_KOLOM.format(berkas=path.name))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MasukanError(m.PERIKSA_PENDUDUK_BACA.format(berkas=path.name)) from error
    first = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in first else ",")
    names = [(n or "").strip().lower() for n in rows.fieldnames or ()]
    if not set(COLUMNS) <= set(names):
        raise MasukanError(m.PERIKSA_PENDUDUK_KOLOM.format(berkas=path.name))
    rows.fieldnames = names
    found: dict[str, AcuanPenduduk] = {}
    for number, row in enumerate(rows, 2):
        code, count, source = ((row[c] or "").strip() for c in COLUMNS)
        people = read(count, "id", "bulat").nilai
        whole = people is not None and people > 0 and people == people.to_integral_value()
        if code not in regions() or people is None or not whole or not source:
            raise MasukanError(m.PERIKSA_PENDUDUK_BARIS.format(berkas=path.name, baris=number))
        found[code] = AcuanPenduduk(people, source)
    return found
