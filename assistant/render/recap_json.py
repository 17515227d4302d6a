"""A recap and a comparison as JSON: English keys, values that people read in Indonesian."""

import json
from typing import Any

from assistant.sessions.compare import Perbandingan
from assistant.sessions.models import ENTRIES, STAGES
from assistant.sessions.recap_models import Pertanyaan, Rekap

SCHEMA = 1
KEYS = dict(
    zip(
        ENTRIES,
        ("problems", "solutions", "decisions", "actions", "questions", "checked_laporan"),
        strict=True,
    )
)


def render(rekap: Rekap) -> str:
    """One JSON object; counts are those of the rows in `activities`."""
    held: dict[str, Any] = {
        "schema": SCHEMA,
        "period": {
            "kind": rekap.kurun.jenis,
            "name": rekap.kurun.nama,
            "from": rekap.kurun.awal.isoformat(),
            "to": rekap.kurun.akhir.isoformat(),
        },
        "filters": list(rekap.saringan),
        "activities": [
            {
                "number": row.nomor,
                "session": row.sesi,
                "dates": [day.isoformat() for day in row.hari],
                "kind": row.kegiatan,
                "daerah": row.daerah,
                "title": row.judul,
                "output": row.keluaran,
                "entries": _named(row.banyak),
            }
            for row in rekap.kegiatan
        ],
        "counts": {
            "activities": len(rekap.kegiatan),
            "by_kind": dict(rekap.jenis),
            "by_daerah": rekap.daerah,
            "entries": _named(rekap.banyak),
        },
        "problems": [
            {
                "urusan": row.urusan,
                "stages": dict(zip((*STAGES, "lain"), row.tahapan, strict=True)),
                "total": row.jumlah,
            }
            for row in rekap.masalah
        ],
        "questions": _questions(rekap.pertanyaan),
        "unanswered": _questions(rekap.tanpa_jawaban),
        "open_items": [
            {
                "session": t.sesi.id,
                "number": t.entri.nomor,
                "daerah": t.sesi.daerah,
                "text": t.entri.teks,
                "pic": t.entri.pic,
                "due": t.entri.tenggat.isoformat() if t.entri.tenggat else None,
            }
            for t in rekap.terbuka
        ],
    }
    return json.dumps(held, ensure_ascii=False, indent=2)


def comparison(held: Perbandingan) -> str:
    """One JSON object with a row per region that had a session."""
    rows = [
        {
            "daerah": row.daerah, "name": row.nama, "sessions": row.sesi, "open_items": row.terbuka,
            "galat": row.galat, "peringatan": row.peringatan, "kategori": row.kategori,
            "index": None if row.indeks is None else str(row.indeks), "year": row.tahun,
        }
        for row in held.baris
    ]  # fmt: skip
    told = {
        "schema": SCHEMA, "provinsi": held.provinsi, "period": held.kurun.nama, "regions": rows,
        "without_session": held.tanpa_sesi,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2)


def _named(banyak: dict[str, int]) -> dict[str, int]:
    return {KEYS[kind]: banyak[kind] for kind in ENTRIES}


def _questions(asked: tuple[Pertanyaan, ...]) -> list[dict[str, object]]:
    return [{"question": p.teks, "times": p.kali, "status": p.status} for p in asked]
