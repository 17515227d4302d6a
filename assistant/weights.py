"""The tunable numbers of retrieval and refusal, from `weights.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from corpus.models import Model


class FieldWeights(Model):
    """Weight of BM25 in each field of a chunk."""

    teks: float
    judul: float
    jalur: float
    tanya: float


class Priors(Model):
    """Factors on a chunk's score; `disebut` is added as a share of the best score."""

    penjelasan: float
    lampiran: float
    dicabut: float
    disebut: float
    jenis: float
    inti: float
    spm: float
    bentuk: float
    cakupan: float


class QueryWeights(Model):
    """Weight of words that were added to the question."""

    perluasan: float
    perluasan_asing: float


class RefuseAt(Model):
    """Least evidence for an answer."""

    asing: float
    dikenal: float
    layanan: float
    ranah_lain: float
    tanya: float


class Weights(Model):
    """All of them."""

    field: FieldWeights
    prior: Priors
    query: QueryWeights
    refuse: RefuseAt


@cache
def shipped() -> Weights:
    """The weights that ship."""
    raw = (files("assistant") / "weights.toml").read_text(encoding="utf-8")
    return Weights.model_validate(tomllib.loads(raw))
