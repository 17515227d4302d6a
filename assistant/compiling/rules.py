"""The tunable part of the citation compiler, from `rules.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from corpus.models import Model

Fraksi = Annotated[float, Field(ge=0, le=1)]


class Limits(Model):
    """Thresholds; shares are from 0 to 1."""

    kata_didukung: Fraksi
    kata_jendela: Fraksi
    kata_sendiri: Fraksi
    asing_beruntun: int
    kalimat_selamat: Fraksi
    pertanyaan_terjawab: Fraksi


class Words(Model):
    """Lists of words as the file writes them."""

    penyangkal: tuple[str, ...]
    modal: tuple[str, ...]
    kata_sambung: tuple[str, ...]
    kata_bebas: tuple[str, ...]
    nama_bebas: tuple[str, ...]
    kata_ringan: tuple[str, ...]
    pihak: tuple[str, ...]
    bukan_pihak: tuple[str, ...]
    satuan: dict[str, tuple[str, ...]]
    pengali: dict[str, int]
    pelaku: dict[str, tuple[str, ...]]
    induk: dict[str, str]
    penentu: dict[str, tuple[str, ...]]
    padanan: tuple[tuple[str, ...], ...]
    sudah_dicabut: tuple[str, ...]
    inggris: tuple[str, ...]


class Rules:
    """Thresholds and word lists, made ready for use."""

    def __init__(self, limits: Limits, words: Words) -> None:
        from assistant.compiling.spelling import shape
        from corpus.lexical import stems

        self.limits = limits
        self.penyangkal = frozenset(words.penyangkal)
        self.modal = frozenset(words.modal)
        self.kata_sambung = frozenset(words.kata_sambung)
        self.bebas = frozenset(shape(s) for s in stems(words.kata_bebas))
        self.nama_bebas = frozenset(words.nama_bebas)
        self.unit = {form: name for name, forms in words.satuan.items() for form in (name, *forms)}
        self.satuan = tuple(self.unit)
        self.pengali = words.pengali
        self.pelaku = {
            form: name for name, forms in words.pelaku.items() for form in (name, *forms)
        }
        self.pelaku_awal = frozenset(form.split()[0] for form in self.pelaku)
        self.groups = tuple(
            (name, re.compile(r"\b(?:" + "|".join(forms) + r")\b"))
            for name, forms in words.penentu.items()
        )
        self.induk = words.induk
        self.group = dict(self.groups)
        self.pihak = words.pihak
        self.bukan_pihak = frozenset(words.bukan_pihak)
        self.ringan = frozenset(words.kata_ringan)
        groups = [frozenset(shape(s) for s in stems(" ".join(g).split())) for g in words.padanan]
        self.same = {
            s: frozenset().union(*(g for g in groups if s in g)) for group in groups for s in group
        }
        self.revoked = re.compile("|".join(words.sudah_dicabut))
        self.english = frozenset(words.inggris)


@cache
def rules() -> Rules:
    """The rules that ship."""
    raw = tomllib.loads((files("assistant.compiling") / "rules.toml").read_text(encoding="utf-8"))
    return Rules(Limits.model_validate(raw.pop("batas")), Words.model_validate(raw))
