"""The JSON template -> Laporan. Keys in any order; an unknown key is said, never ignored."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.entry_check import Macam
from assistant.laporan import ButirMutu, Letak
from assistant.laporan_builder import LaporanBuilder
from assistant.read_laporan import Bacaan
from assistant.template_layout import JSON_KUNCI, JSON_LAYANAN, JSON_MUTU, PERIODE
from corpus.errors import BerkasError

_LAYANAN, _MUTU = frozenset(JSON_LAYANAN), frozenset(JSON_MUTU)


def read(path: Path, sha256: str) -> Bacaan:
    """The laporan of a JSON file.

    Raises:
        BerkasError: the file is no JSON.
    """
    try:
        data = json.loads(path.read_bytes(), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise BerkasError(messages.BERKAS_RUSAK.format(nama=path.name, jenis="JSON")) from error
    return from_data(data, path.name, sha256)


def from_data(data: Any, berkas: str, sha256: str = "") -> Bacaan:
    """The laporan of parsed JSON (numbers as int and Decimal)."""
    builder = LaporanBuilder()
    root = Letak(jalur="(awal)")
    if not isinstance(data, dict):
        builder.check.complain(messages.BENTUK_SALAH, root, bentuk=messages.BENTUK_OBJEK)
        return Bacaan(None, tuple(builder.check.masalah))
    _unknown(builder, data, JSON_KUNCI, "")
    who = builder.identity(_identity(builder, data))
    services = data.get("layanan")
    if not isinstance(services, list):
        at = Letak(jalur="layanan")
        builder.check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_DAFTAR)
        services = []
    for n, item in enumerate(services):
        _service(builder, item, f"layanan[{n}]")
    laporan = builder.build(berkas, who, sha256)
    return Bacaan(laporan, tuple(builder.check.masalah))


def _identity(builder: LaporanBuilder, data: dict[str, Any]) -> dict[str, tuple[object, Letak]]:
    period = data.get("period")
    if not isinstance(period, dict):
        at = Letak(jalur="period")
        builder.check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_OBJEK)
        period = {}
    _unknown(builder, period, ("year", "quarter"), "period.")
    quarter = period.get("quarter")
    yearly = PERIODE[None] if quarter is None else quarter
    return {
        "daerah": (data.get("daerah"), Letak(jalur="daerah")),
        "nama_daerah": (data.get("nama_daerah"), Letak(jalur="nama_daerah")),
        "tingkat": (data.get("level"), Letak(jalur="level")),
        "tahun": (period.get("year"), Letak(jalur="period.year")),
        "periode": (yearly, Letak(jalur="period.quarter")),
    }


def _service(builder: LaporanBuilder, item: Any, path: str) -> None:
    at = Letak(jalur=path)
    if not isinstance(item, dict):
        builder.check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_OBJEK)
        return
    if not item.keys() <= _LAYANAN:
        _unknown(builder, item, JSON_LAYANAN, path + ".")
    found = builder.service(item.get("id"), Letak(jalur=path + ".id"))
    if found is None:
        return
    id, check = found.id, builder.check
    sasaran = check.number(item.get("sasaran"), Letak(jalur=path + ".sasaran"), "orang")
    terlayani = check.number(item.get("terlayani"), Letak(jalur=path + ".terlayani"), "orang")
    builder.add_penerima(id, sasaran, terlayani, at)
    pagu = check.number(item.get("pagu_rupiah"), Letak(jalur=path + ".pagu_rupiah"), "rupiah")
    spent = check.number(
        item.get("realisasi_rupiah"), Letak(jalur=path + ".realisasi_rupiah"), "rupiah"
    )
    builder.add_anggaran(id, pagu, spent, at)
    items = item.get("mutu")
    if items is None:
        return
    if not isinstance(items, list):
        at = Letak(jalur=path + ".mutu")
        check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_DAFTAR)
        return
    for n, butir in enumerate(items):
        _mutu(builder, id, butir, f"{path}.mutu[{n}]")


def _mutu(builder: LaporanBuilder, id: str, item: Any, path: str) -> None:
    at = Letak(jalur=path)
    if not isinstance(item, dict):
        builder.check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_OBJEK)
        return
    if not item.keys() <= _MUTU:
        _unknown(builder, item, JSON_MUTU, path + ".")
    name, unit = item.get("nama"), item.get("satuan")
    if not isinstance(name, str) or not name.strip():
        builder.check.complain(messages.BUTIR_TANPA_NAMA, at)
        return
    komponen = builder.komponen(item.get("komponen"), at)
    if komponen is None:
        return
    unit = unit if isinstance(unit, str) else None
    kind: Macam = "orang" if unit == "orang" else "jumlah"
    number = builder.check.number
    need = number(item.get("kebutuhan"), Letak(jalur=path + ".kebutuhan"), kind)
    met = number(item.get("terpenuhi"), Letak(jalur=path + ".terpenuhi"), kind)
    builder.add_mutu(id, ButirMutu(komponen, name, unit, need, met), at)


def _unknown(
    builder: LaporanBuilder, item: dict[str, Any], known: tuple[str, ...], path: str
) -> None:
    for key in item:
        if key not in known:
            at = Letak(jalur=f"{path}{key}")
            builder.check.complain(messages.KUNCI_TAK_DIKENAL, at, daftar=", ".join(known))
