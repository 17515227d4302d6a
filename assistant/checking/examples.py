"""Worked examples of every rule: laporan that pass it, fail it, or give it nothing to check."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.checking.models import JenisDokumen
from corpus.models import Tingkat

Macam = Literal["lolos", "gagal", "kosong", "batas"]


class Contoh(BaseModel):
    """One example: laporan as plain text, tabs between cells.

    `kedua`: the later laporan, for rules that compare two. `rumus`: formulas by "row,column"
    (1-based) of the first table. `temuan`: whether the rule reports something; then `baris` and
    `kolom` are the line of the text and the column of the first place. `pembulatan`: holds only
    by rounding.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    aturan: str
    macam: Macam
    nama: str
    temuan: bool
    masukan: str
    kedua: str | None = None
    rumus: Mapping[str, str] = {}
    tingkat: Tingkat | None = None
    jenis: JenisDokumen | None = None
    baris: int | None = None
    kolom: int | None = None
    pembulatan: bool | None = None


@cache
def examples() -> tuple[Contoh, ...]:
    """All examples, file by file."""
    folder = files("assistant.checking") / "examples"
    return tuple(
        Contoh.model_validate(case)
        for path in sorted(folder.iterdir(), key=lambda p: p.name)
        if path.name.endswith(".toml")
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
    )


def of_rule(rule: str) -> tuple[Contoh, ...]:
    """The examples of one rule."""
    return tuple(e for e in examples() if e.aturan == rule)
