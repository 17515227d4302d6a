"""A check as the JSON of the contract. Keys English, decimals as plain strings with a point."""

import json
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assistant.checking.checks import catalogue
from assistant.checking.examples import Contoh, of_rule
from assistant.checking.history import Perbandingan
from assistant.checking.models import Aturan, HasilPeriksa, Tempat, Temuan
from assistant.render import check_columns
from assistant.render.check_words import advice, sentence

SCHEMA = 1
PLACES = 4


def render(results: Sequence[HasilPeriksa], since: Perbandingan | None = None) -> str:
    """One object; with several files `document` is the first and `documents` lists all."""
    return json.dumps(as_dict(results, since), ensure_ascii=False, indent=1) + "\n"


def as_dict(results: Sequence[HasilPeriksa], since: Perbandingan | None = None) -> dict[str, Any]:
    """The object of the contract.

    Args:
        results: One per file; findings across files stand in the last one.
    """
    first = results[0]
    findings = [t for r in results for t in r.temuan]
    counts = {name: [0, 0, 0, 0, 0] for name in catalogue()}
    reasons: dict[str, list[str]] = {}
    for result in results:
        for c in result.aturan:
            for at, n in enumerate(
                (c.dicek, c.lolos, c.lolos_pembulatan, c.gagal, c.tak_dapat_dicek)
            ):
                counts[c.aturan][at] += n
            reasons.setdefault(c.aturan, []).extend(c.alasan)
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "document": _document(first),
        "findings": [finding(t) for t in findings],
        "rules": [
            {
                "rule": name,
                "checked": n[0],
                "passed": n[1],
                "passed_by_rounding": n[2],
                "failed": n[3],
                "not_checkable": n[4],
                "reasons": list(dict.fromkeys(reasons.get(name, []))),
            }
            for name, n in counts.items()
            if n[0]
        ],
        "summary": {
            s: sum(t.keparahan == s for t in findings) for s in ("galat", "peringatan", "info")
        },
        "suppressed": [finding(t) for r in results for t in r.diredam],
        "notes": [note for r in results for note in r.catatan],
        "score": first.skor_json,
    }
    if len(results) > 1:
        value["documents"] = [_document(r) for r in results]
    if since is not None:
        value["since"] = {
            "new": list(since.baru), "remaining": list(since.tetap), "solved": list(since.selesai)
        }  # fmt: skip
    return value


def _document(result: HasilPeriksa) -> dict[str, Any]:
    identity = result.identitas
    return {
        "name": result.nama,
        "kind": identity.jenis,
        "level": identity.tingkat,
        "daerah": identity.daerah,
        "period": {
            "year": identity.periode.tahun,
            "quarter": identity.periode.triwulan,
            "month": identity.periode.bulan,
        },
        "pages": result.halaman,
        "sha256": result.sha256,
        "ocr": result.ocr,
        "tables": check_columns.as_dicts(result),
    }


def finding(found: Temuan) -> dict[str, Any]:
    """One finding."""
    rule = catalogue()[found.aturan]
    return {
        "rule": found.aturan,
        "severity": found.keparahan,
        "verdict": found.putusan,
        "title": rule.judul,
        "message": sentence(found),
        "locations": [location(t) for t in found.tempat],
        "found": plain(found.ditemukan),
        "expected": plain(found.seharusnya),
        "difference": plain(found.selisih),
        "unit": found.satuan,
        "basis": [
            {"regulation": d.regulasi, "locator": d.letak, "kind": d.jenis} for d in rule.dasar
        ],
        "suggestion": advice(found),
        "consequence": found.akibat,
        "fingerprint": found.sidik_jari,
        "acknowledged": found.diakui,
        "explains": list(found.ditekan),
        "urusan": found.urusan,
        "reading_confidence": found.keyakinan_baca,
    }


def location(place: Tempat) -> dict[str, Any]:
    """One place. `row` counts below the header, where the table has one."""
    letak = place.letak
    value = {
        "page": letak.halaman,
        "sheet": letak.lembar,
        "table": letak.tabel,
        "row": letak.data if letak.data is not None else letak.baris,
        "column": letak.kolom,
        "cell": letak.sel,
        "line": letak.nomor,
        "quote": place.kutipan,
    }
    return {**value, "file": place.berkas} if place.berkas else value


def plain(value: Decimal | str | None) -> str | None:
    """A decimal with a point, four decimals at most; text as it is."""
    if value is None or isinstance(value, str):
        return value
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -PLACES:
        value = value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rules(entries: Sequence[Aturan]) -> str:
    """The catalogue of checks, or one of them."""
    return (
        json.dumps(
            {
                "schema": SCHEMA,
                "rules": [
                    {
                        "rule": r.id,
                        "version": r.versi,
                        "title": r.judul,
                        "group": r.kelompok,
                        "severity": r.keparahan,
                        "first_release": r.utama,
                        "needs": list(r.butuh),
                        "when_empty": r.bila_kosong,
                        "tolerance": r.toleransi,
                        "message": r.pesan,
                        "basis": [
                            {"regulation": d.regulasi, "locator": d.letak, "kind": d.jenis}
                            for d in r.dasar
                        ],
                        "suggestion": r.saran,
                        "related": list(r.terkait),
                        "files": r.berkas,
                        "examples": [_example(e) for e in of_rule(r.id)],
                    }
                    for r in entries
                ],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _example(example: Contoh) -> dict[str, Any]:
    return {
        "kind": example.macam,
        "name": example.nama,
        "input": example.masukan,
        "second": example.kedua,
        "finding": example.temuan,
    }
