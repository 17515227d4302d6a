"""Reads the shipped data files into models; the only place that knows they are TOML and CSV."""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import ValidationError

from corpus.errors import CorpusError
from corpus.models import Model, Sumber

T = TypeVar("T", bound=Model)
DATA = files("corpus") / "data"
DIGESTS = files("corpus") / "digests"


def folder(path: Traversable) -> Iterator[Traversable]:
    """The TOML files of a folder, by name."""
    yield from sorted((f for f in path.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def toml(path: Traversable) -> dict[str, Any]:
    """One TOML file as a dict.

    Raises:
        CorpusError: the file is not valid TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path.name}: {error}") from error


def build(model: type[T], row: dict[str, Any], place: str) -> T:
    """One validated model.

    Raises:
        CorpusError: a key is missing, unknown or of the wrong kind; `place` says where.
    """
    try:
        return model.model_validate(row)
    except ValidationError as error:
        raise CorpusError(f"{place}: {error}") from error


def tables(paths: Iterable[Traversable], key: str, model: type[T]) -> tuple[T, ...]:
    """All `[[key]]` tables of some TOML files, in file and then row order."""
    return tuple(
        build(model, row, f"{path.name} [[{key}]] {row.get('id') or row.get('nama') or n}")
        for path in paths
        for n, row in enumerate(toml(path).get(key, []), 1)
    )


def rows(path: Traversable, model: type[T], lists: tuple[str, ...] = ("sumber",)) -> tuple[T, ...]:
    """All rows of a CSV file; columns in `lists` hold several values joined with ';'."""
    reader = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    result = []
    for n, row in enumerate(reader, 2):
        cells: dict[str, Any] = dict(row)
        for name in lists:
            cells[name] = tuple(v.strip() for v in (row[name] or "").split(";") if v.strip())
        result.append(build(model, cells, f"{path.name}:{n}"))
    return tuple(result)


@cache
def sources() -> dict[str, Sumber]:
    """Everything that facts were read in, by id."""
    return {s.id: s for s in tables([DATA / "sources.toml"], "sumber", Sumber)}
