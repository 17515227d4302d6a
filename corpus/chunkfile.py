"""Chunks on disk, one JSON object a line, read one by one through a memory map: an answer needs
a handful of them and must not load them all."""

import mmap
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from corpus.errors import IndeksError
from corpus.generations import DAMAGED
from corpus.models import Chunk


def write(chunks: Sequence[Chunk], folder: Path) -> None:
    """Writes `chunks.jsonl`, the offsets of its lines, and the columns to filter by."""
    offsets = [0]
    with (folder / "chunks.jsonl").open("wb") as file:
        for chunk in chunks:
            file.write(chunk.model_dump_json().encode() + b"\n")
            offsets.append(file.tell())
    np.save(folder / "offsets.npy", np.array(offsets, dtype=np.int64))
    np.save(folder / "ids.npy", np.array([c.id for c in chunks], dtype=np.str_))
    for name in ("regulasi", "tier", "bagian"):
        values, codes = np.unique([getattr(c, name) for c in chunks], return_inverse=True)
        np.savez(folder / f"{name}.npz", values=values, codes=codes.astype(np.int32))


Codes = np.ndarray[tuple[int], np.dtype[np.int32]]


def _column(path: Path) -> tuple[list[str], Codes]:
    with np.load(path) as table:
        return table["values"].tolist(), table["codes"]


# The chunks that are asked for again and again are held: some tens of megabytes at most.
MOST_HELD = 4096


class ChunkFile:
    """The chunks of one generation by row or id."""

    def __init__(self, folder: Path) -> None:
        with (folder / "chunks.jsonl").open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._offsets = np.load(folder / "offsets.npy", mmap_mode="r")
        self.ids: list[str] = np.load(folder / "ids.npy").tolist()
        self._at = lru_cache(MOST_HELD)(self._read)
        self.rows = {chunk_id: n for n, chunk_id in enumerate(self.ids)}
        self._columns = {n: _column(folder / f"{n}.npz") for n in ("regulasi", "tier", "bagian")}

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> tuple[list[str], Codes]:
        """Distinct values of a column and the code of every row, (n_chunks,) int32."""
        return self._columns[name]

    def at(self, row: int) -> Chunk:
        """The chunk of a row."""
        return self._at(row)

    def _read(self, row: int) -> Chunk:
        start, end = int(self._offsets[row]), int(self._offsets[row + 1])
        try:
            return Chunk.model_validate_json(self._map[start:end])
        except ValidationError as error:
            raise IndeksError(DAMAGED) from error

    def get(self, chunk_id: str) -> Chunk | None:
        """The chunk of an id, or None."""
        row = self.rows.get(chunk_id)
        return None if row is None else self.at(row)

    def close(self) -> None:
        """Lets go of the file."""
        self._map.close()
