"""The role and the way of writing of every column."""

from collections.abc import Iterator, Mapping

from assistant.checking.grid import MEASURES, Kolom
from assistant.checking.roles import MONEY, Peran, normal, role_of
from ingest.angka import column_convention
from ingest.report.model import Baris
from ingest.report.numbers import convention


def columns(
    paths: list[tuple[str, ...]], data: tuple[Baris, ...], peran: Mapping[str, Peran | None]
) -> Iterator[Kolom]:
    """Columns from the left; `data` are the rows below the header, `peran` the user's roles."""
    money = False
    parts = 0
    rows = data[:2000]
    whole = convention(c.teks for row in rows for c in row.sel if c.angka is None)
    for at, path in enumerate(paths):
        given = next((normal(t) for t in reversed(path) if normal(t) in peran), None)
        role, adds = _role(path, money) if given is None else (peran[given], False)
        if role in ("sasaran", "terlayani", "uraian", "no"):
            money = False
        elif role in MONEY:
            money = True
        parts = parts + 1 if role in ("bulan", "triwulan", "laki", "perempuan") else parts
        texts = [row.sel[at].teks for row in rows if at < len(row.sel)]
        own = column_convention(t for t in texts if any(c.isdigit() for c in t))
        # A column of doubtful separators follows its table.
        yield Kolom(at, path, role, own or whole or convention(texts), adds and parts > 0)


def _role(path: tuple[str, ...], money: bool) -> tuple[Peran | None, bool]:
    """Role from the lowest heading that has one; "Total" below "Terlayani" is the total served."""
    found: list[Peran] = []
    for text in reversed(path):
        role = role_of(text, money)
        # "Pencapaian SPM 2028" above a heading names a group, not a percentage.
        if role and (role != "persen" or text == path[-1] or "%" in text):
            found.append(role)
    if not found:
        return None, False
    if found[0] in ("jumlah",):
        for role in found[1:]:
            if role in ("terlayani", "sasaran", "realisasi_anggaran", "pagu"):
                return role, True
        return "jumlah", True
    if found[0] == "uraian":
        for role in found[1:]:
            if role in MEASURES:
                return role, False
    if found[0] == "terlayani" and any(r in MONEY for r in found[1:]):
        return "realisasi_anggaran", False
    if found[0] == "persen" and any(r in MONEY for r in found[1:]):
        return "serapan", False
    return found[0], False
