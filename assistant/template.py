"""An empty laporan of a level, and writing any laporan as XLSX, CSV or JSON template."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.laporan import KOSONG, ButirMutu, IsianLayanan, Laporan, Nilai
from assistant.scoring.kewenangan import layanan_wajib
from assistant.template_layout import (
    CSV_KOLOM,
    IDENTITAS,
    KOMPONEN,
    PERIODE,
    SCHEMA,
    TINGKAT,
)
from corpus import catalogue, regions
from corpus.errors import BerkasError, MasukanError
from corpus.models import Tingkat
from ingest.angka import write_number


def blank_laporan(
    tingkat: Tingkat, tahun: int, daerah: str | None = None, triwulan: int | None = None
) -> Laporan:
    """A laporan with every service and every known mutu item, nothing filled in.

    Raises:
        MasukanError: no such region, or not one of that level.
    """
    name = None
    if daerah is not None:
        found = regions.regions().get(daerah)
        if found is None:
            raise MasukanError(messages.TEMPLAT_DAERAH_TAK_DIKENAL.format(nilai=daerah))
        if (found.jenis == "provinsi") != (tingkat == "provinsi"):
            raise MasukanError(
                messages.TEMPLAT_DAERAH_TINGKAT.format(daerah=found.nama, tingkat=TINGKAT[tingkat])
            )
        name = found.nama
    services = layanan_wajib(tingkat, daerah, date(tahun, 12, 31))
    return Laporan(
        berkas="",
        daerah=daerah,
        nama_daerah=name,
        tingkat=tingkat,
        tahun=tahun,
        triwulan=triwulan,
        layanan=tuple(
            IsianLayanan(
                s.id,
                mutu=tuple(ButirMutu(m.komponen, m.nama, m.satuan, KOSONG, KOSONG) for m in s.mutu),
            )
            for s in services
        ),
    )


def write_laporan(laporan: Laporan, path: Path) -> None:
    """Writes a laporan in the template's form; the suffix of `path` decides which.

    Raises:
        MasukanError: the suffix is none of .xlsx, .csv, .json.
        BerkasError: the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv", ".json"):
        raise MasukanError(messages.TEMPLAT_FORMAT.format(nama=path.name))
    try:
        if suffix == ".xlsx":
            from assistant.template_xlsx import write_xlsx

            write_xlsx(laporan, path)
        elif suffix == ".csv":
            _write_csv(laporan, path)
        else:
            text = json.dumps(laporan_data(laporan), ensure_ascii=False, indent=1)
            path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise BerkasError(messages.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def identity_cells(laporan: Laporan) -> dict[str, str | int | None]:
    """What stands beside each label of IDENTITAS."""
    return {
        "daerah": laporan.daerah,
        "nama_daerah": laporan.nama_daerah,
        "tingkat": TINGKAT[laporan.tingkat],
        "tahun": laporan.tahun,
        "periode": PERIODE[laporan.triwulan],
        "perangkat_daerah": None,
        "tanggal": None,
    }


def laporan_data(laporan: Laporan) -> dict[str, Any]:
    """The JSON template of a laporan; null is an entry that is not filled in."""
    names = catalogue.services()
    return {
        "schema": SCHEMA,
        "petunjuk": list(messages.TEMPLAT_PETUNJUK[2:8]),
        "daerah": laporan.daerah,
        "nama_daerah": laporan.nama_daerah,
        "level": laporan.tingkat,
        "period": {"year": laporan.tahun, "quarter": laporan.triwulan},
        "layanan": [
            {
                "id": item.id,
                "nama": names[item.id].nama,
                "satuan": names[item.id].satuan,
                "sasaran": _plain(item.sasaran),
                "terlayani": _plain(item.terlayani),
                "pagu_rupiah": _plain(item.pagu),
                "realisasi_rupiah": _plain(item.realisasi),
                "mutu": [
                    {
                        "komponen": butir.komponen,
                        "nama": butir.nama,
                        "satuan": butir.satuan,
                        "kebutuhan": _plain(butir.kebutuhan),
                        "terpenuhi": _plain(butir.terpenuhi),
                    }
                    for butir in item.mutu
                ],
            }
            for item in laporan.layanan
        ],
    }


def _plain(value: Nilai) -> int | float | None:
    if value.angka is None:
        return None
    whole = value.angka == value.angka.to_integral_value()
    return int(value.angka) if whole else float(value.angka)


def _write_csv(laporan: Laporan, path: Path) -> None:
    """Semicolons and a byte order mark: what a spreadsheet set to Indonesian opens rightly."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(CSV_KOLOM)
        writer.writerows(_csv_rows(laporan))


def _csv_rows(laporan: Laporan) -> Iterator[list[str]]:
    empty = [""] * 6
    for key, value in identity_cells(laporan).items():
        text = "" if value is None else str(value)
        yield ["identitas", IDENTITAS[key], text, "", "", *empty]
    names = catalogue.services()
    for item in laporan.layanan:
        service = names[item.id]
        people = [_text(item.sasaran.angka), _text(item.terlayani.angka)]
        money = [_text(item.pagu.angka), _text(item.realisasi.angka)]
        head = ["penerima", item.id, service.nama, "", service.satuan]
        yield [*head, *people, "", "", *money]
        for butir in item.mutu:
            amounts = [_text(butir.kebutuhan.angka), _text(butir.terpenuhi.angka)]
            head = ["mutu", item.id, butir.nama, KOMPONEN[butir.komponen], butir.satuan or ""]
            yield [*head, "", "", *amounts, "", ""]


def _text(value: Decimal | None) -> str:
    """Digits with a decimal comma and no thousands, which no convention can misread."""
    return "" if value is None else write_number(value).replace(".", "")
