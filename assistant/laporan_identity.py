"""Whose laporan it is, of which level and period: read from labelled cells of any format."""

from typing import NamedTuple

from assistant import messages
from assistant.entry_check import EntryCheck, quoted
from assistant.laporan import Letak, Masalah
from assistant.template_layout import IDENTITAS, PERIODE, TAHUN, TINGKAT, WAJIB, normal
from corpus import regions
from corpus.models import Tingkat

Cells = dict[str, tuple[object, Letak]]
"""{key of IDENTITAS: (raw value, its place)}."""


class Identitas(NamedTuple):
    """Whose laporan it is; what could not be read is None and has been complained about."""

    daerah: str | None
    nama_daerah: str | None
    tingkat: Tingkat | None
    tahun: int | None
    triwulan: int | None


def read_identity(cells: Cells, check: EntryCheck) -> Identitas:
    """Reads the identity from {key of IDENTITAS: (raw, place)}."""
    for key in WAJIB:
        if key not in cells:
            sentence = messages.IDENTITAS_HILANG.format(isian=IDENTITAS[key])
            check.masalah.append(Masalah(sentence))
        elif cells[key][0] in (None, ""):
            check.complain(messages.IDENTITAS_KOSONG, cells[key][1], isian=IDENTITAS[key])
    given = {key: pair for key, pair in cells.items() if pair[0] not in (None, "")}
    tingkat = _tingkat(given, check)
    daerah = _daerah(given, tingkat, check)
    name = str(given["nama_daerah"][0]).strip() if "nama_daerah" in given else None
    if daerah is not None:
        name = regions.regions()[daerah].nama
    return Identitas(daerah, name, tingkat, _tahun(given, check), _triwulan(given, check))


def _tingkat(given: Cells, check: EntryCheck) -> Tingkat | None:
    if "tingkat" not in given:
        return None
    raw, letak = given["tingkat"]
    for name, label in TINGKAT.items():
        if normal(raw) in (name, normal(label)):
            return name
    check.complain(
        messages.IDENTITAS_TINGKAT,
        letak,
        nilai=quoted(raw),
        daftar=", ".join(TINGKAT.values()),
    )
    return None


def _daerah(given: Cells, tingkat: Tingkat | None, check: EntryCheck) -> str | None:
    if "daerah" not in given:
        return None
    raw, letak = given["daerah"]
    # a spreadsheet turns the code 32.10 into the number 32.1
    text = (
        f"{raw:05.2f}"
        if isinstance(raw, float) and raw % 1
        else str(raw).strip().removesuffix(".0")
    )
    found = regions.regions().get(text)
    if found is None:
        check.complain(messages.IDENTITAS_DAERAH, letak, nilai=quoted(raw))
        return None
    if tingkat is not None and (found.jenis == "provinsi") != (tingkat == "provinsi"):
        check.complain(
            messages.IDENTITAS_DAERAH_TINGKAT,
            letak,
            daerah=found.nama,
            tingkat=TINGKAT[tingkat],
        )
    return found.kode


def _tahun(given: Cells, check: EntryCheck) -> int | None:
    if "tahun" not in given:
        return None
    raw, letak = given["tahun"]
    text = str(raw).strip().removesuffix(".0")
    low, high = TAHUN
    if len(text) == 4 and text.isascii() and text.isdigit() and low <= int(text) <= high:
        return int(text)
    check.complain(messages.IDENTITAS_TAHUN, letak, nilai=quoted(raw), dari=low, sampai=high)
    return None


def _triwulan(given: Cells, check: EntryCheck) -> int | None:
    if "periode" not in given:
        return None
    raw, letak = given["periode"]
    for quarter, label in PERIODE.items():
        if normal(raw) in (normal(label), str(quarter)):
            return quarter
    check.complain(
        messages.IDENTITAS_TRIWULAN,
        letak,
        nilai=quoted(raw),
        daftar=", ".join(PERIODE.values()),
    )
    return None
