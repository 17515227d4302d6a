"""The JSON template -> Laporan. Keys in any order; an unknown key is said, never ignored."""

import json
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.entry_check import Macam
from assistant.laporan import ButirMutu, Letak
from assistant.laporan_builder import ItemsOf, LaporanBuilder
from assistant.read_laporan import Bacaan
from assistant.template_layout import JSON_KUNCI, JSON_LAYANAN, JSON_MUTU, KOMPONEN, PERIODE
from corpus.errors import BerkasError

_LAYANAN = frozenset(JSON_LAYANAN)
_all_fields = itemgetter(*JSON_MUTU)
_Places = tuple[Letak, Letak, Letak]
"""Where a mutu item, its kebutuhan and its terpenuhi stand."""


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
        _service(builder, item, n)
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


def _service(builder: LaporanBuilder, item: Any, place: int) -> None:
    path = f"layanan[{place}]"
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
    mutu = builder.mutu_of(id)
    for butir, places in zip(items, _places(place, len(items)), strict=True):
        _mutu(builder, mutu, id, butir, places)


@lru_cache(maxsize=256)
def _places(service: int, items: int) -> list[_Places]:
    """Places of each item of a service; the same in every file, so kept for the next one."""
    paths = [f"layanan[{service}].mutu[{n}]" for n in range(items)]
    return [
        (Letak(jalur=p), Letak(jalur=p + ".kebutuhan"), Letak(jalur=p + ".terpenuhi"))
        for p in paths
    ]


def _mutu(builder: LaporanBuilder, mutu: ItemsOf, id: str, item: Any, places: _Places) -> None:
    at, at_need, at_met = places
    if not isinstance(item, dict):
        builder.check.complain(messages.BENTUK_SALAH, at, bentuk=messages.BENTUK_OBJEK)
        return
    try:
        komponen, name, unit, need, met = _all_fields(item)
        whole = len(item) == len(JSON_MUTU)
    except KeyError:
        komponen, name, unit, need, met = (item.get(key) for key in JSON_MUTU)
        whole = False
    if not whole:
        _unknown(builder, item, JSON_MUTU, f"{at.jalur}.")
    if not isinstance(name, str) or not name.strip():
        builder.check.complain(messages.BUTIR_TANPA_NAMA, at)
        return
    if not isinstance(komponen, str) or komponen not in KOMPONEN:
        komponen = builder.komponen(komponen, at)
        if komponen is None:
            return
    unit = unit if isinstance(unit, str) else None
    kind: Macam = "orang" if unit == "orang" else "jumlah"
    number = builder.check.number
    butir = ButirMutu(komponen, name, unit, number(need, at_need, kind), number(met, at_met, kind))
    if mutu.setdefault((komponen, name), butir) is not butir:
        builder.doubled(id, butir, at)


def _unknown(
    builder: LaporanBuilder, item: dict[str, Any], known: tuple[str, ...], path: str
) -> None:
    for key in item:
        if key not in known:
            at = Letak(jalur=f"{path}{key}")
            builder.check.complain(messages.KUNCI_TAK_DIKENAL, at, daftar=", ".join(known))
