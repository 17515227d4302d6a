"""Sessions and entries to table rows and back. Times are kept in UTC without a zone."""

import json
from datetime import UTC, date, datetime
from typing import Any

from assistant.sessions.models import Entri, Jawaban, LaporanDiperiksa, Peserta, Sesi


def to_utc(moment: datetime) -> datetime:
    """A moment as it is kept: UTC, to the microsecond, without a zone.

    Raises:
        ValueError: the moment does not know its zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment.isoformat()}")
    return moment.astimezone(UTC).replace(tzinfo=None)


def from_utc(moment: datetime) -> datetime:
    """The kept moment with its zone."""
    return moment.replace(tzinfo=UTC)


def session_values(sesi: Sesi) -> dict[str, Any]:
    """Columns of a session."""
    values = {name: getattr(sesi, name) for name in Sesi.model_fields}
    values["hari_pertama"] = sesi.hari[0]
    values["hari"] = json.dumps([day.isoformat() for day in sesi.hari])
    values["fasilitator"] = json.dumps(sesi.fasilitator, ensure_ascii=False)
    values["peserta"] = json.dumps([p.model_dump() for p in sesi.peserta], ensure_ascii=False)
    values["dibuka"] = to_utc(sesi.dibuka)
    values["ditutup"] = to_utc(sesi.ditutup) if sesi.ditutup else None
    return values


def session_of(row: Any) -> Sesi:
    """A session from its row."""
    return Sesi(
        id=row.id,
        daerah=row.daerah,
        topik=row.topik,
        kegiatan=row.kegiatan,
        hari=tuple(date.fromisoformat(day) for day in json.loads(row.hari)),
        jam_mulai=row.jam_mulai,
        jam_selesai=row.jam_selesai,
        zona=row.zona,
        tempat=row.tempat,
        daring=row.daring,
        fasilitator=tuple(json.loads(row.fasilitator)),
        peserta=tuple(Peserta(**p) for p in json.loads(row.peserta)),
        chat=row.chat,
        keluaran=row.keluaran,
        dibuka=from_utc(row.dibuka),
        ditutup=from_utc(row.ditutup) if row.ditutup else None,
    )


def entry_values(entri: Entri) -> dict[str, Any]:
    """Columns of an entry; the answer or the laporan is one JSON text."""
    values = {n: getattr(entri, n) for n in Entri.model_fields if n not in ("jawaban", "laporan")}
    values["dicatat"] = to_utc(entri.dicatat)
    inner = entri.jawaban or entri.laporan
    values["isi"] = inner.model_dump_json() if inner else None
    values["status"] = entri.jawaban.status if entri.jawaban else None
    return values


def entry_of(row: Any) -> Entri:
    """An entry from its row."""
    inner = row.isi or "null"
    return Entri(
        sesi=row.sesi,
        nomor=row.nomor,
        jenis=row.jenis,
        teks=row.teks,
        urusan=row.urusan,
        tahapan=row.tahapan,
        pic=row.pic,
        tenggat=row.tenggat,
        pasti=row.pasti,
        penulis=row.penulis,
        asal=row.asal,
        dicatat=from_utc(row.dicatat),
        beres=row.beres,
        beres_catatan=row.beres_catatan,
        jawaban=Jawaban.model_validate_json(inner) if row.jenis == "tanya" and row.isi else None,
        laporan=(
            LaporanDiperiksa.model_validate_json(inner)
            if row.jenis == "lampiran" and row.isi
            else None
        ),
    )
