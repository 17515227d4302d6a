"""Answers that administrators gave to questions without a source: a tier of their own.

They lie in `kurasi.jsonl` in the home of the index, one a line:

    {"nomor": 3, "tanya": "…", "isi": "…", "hari": "2026-11-22"}
"""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import Field

from corpus.models import Chunk, Model, Teks

FILE, SOURCE, LABEL = (
    "kurasi.jsonl",
    "sumber-kurasi",
    "Jawaban administrator (bukan bunyi peraturan)",
)


class Kurasi(Model):
    """One curated answer; `tanya` is masked."""

    nomor: int = Field(ge=1)
    tanya: Teks
    isi: Teks
    hari: date


def curated(home: Path) -> list[Kurasi]:
    """All curated answers; the last one of a number counts."""
    try:
        lines = (home / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    found = (Kurasi.model_validate_json(line) for line in lines if line.strip())
    return list({one.nomor: one for one in found}.values())


def keep(home: Path, answer: Kurasi) -> None:
    """Adds a curated answer, or replaces the one of the same number."""
    kept = {one.nomor: one for one in curated(home)} | {answer.nomor: answer}
    text = "".join(
        json.dumps(one.model_dump(mode="json"), ensure_ascii=False) + "\n" for one in kept.values()
    )
    fresh = home / f"{FILE}.new"
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, home / FILE)


def curated_chunks(home: Path) -> Iterator[Chunk]:
    """One chunk per curated answer."""
    for one in curated(home):
        yield Chunk(
            id=f"{SOURCE}/jawaban-{one.nomor}", regulasi=SOURCE, tier="kurasi", bagian="ringkasan",
            jalur=(LABEL, one.tanya), teks=one.isi, tanya=(one.tanya,), sumber=(SOURCE,),
        )  # fmt: skip


def curated_digest(home: Path) -> str:
    """Changes when a curated answer does; empty where there are none."""
    path = home / FILE
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
