"""Where an index lies: one folder per generation and a pointer to the one in use.

A build writes a new generation beside the old one and moves the pointer at the very end, so that
a process killed in the middle leaves the old index usable.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import uuid4

from corpus.errors import IndeksError

DAMAGED = "Indeks rusak. Bangun ulang dengan: spm index build"
POINTER, MANIFEST = "current", "manifest.json"


@dataclass(frozen=True)
class Indexed:
    """One regulation in the index: its file (None: the shipped digest), name, status, sizes."""

    regulasi: str
    nama: str
    tier: str
    berkas: str | None
    sha256: str | None
    chunks: int
    halaman_kosong: tuple[int, ...] = ()
    status: str = "tidak_diketahui"


@dataclass(frozen=True)
class Manifest:
    """What a generation was made from."""

    embedder: str
    code: str
    built: str
    chunks: int
    regulations: tuple[Indexed, ...]
    files: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def current(home: Path) -> Path:
    """The folder of the generation in use.

    Raises:
        IndeksError: no index was built yet.
    """
    pointer = home / "index" / POINTER
    try:
        folder = home / "index" / pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        folder = None
    if folder is None or not (folder / MANIFEST).exists():
        raise IndeksError("Indeks belum dibuat. Jalankan: spm index build")
    return folder


def manifest(folder: Path) -> Manifest:
    """What the generation in `folder` was made from.

    Raises:
        IndeksError: the manifest is damaged.
    """
    try:
        raw = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        raw["regulations"] = tuple(
            Indexed(**{**r, "halaman_kosong": tuple(r["halaman_kosong"])})
            for r in raw["regulations"]
        )
        return Manifest(**{**raw, "problems": tuple(raw.get("problems", ()))})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndeksError(DAMAGED) from error


@contextmanager
def building(home: Path) -> Iterator[Path]:
    """A lock on the index and an empty folder for the next generation, removed on failure.

    Raises:
        IndeksError: another process is building.
    """
    root = home / "index"
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise IndeksError(
                "Indeks sedang dibangun oleh proses lain. Tunggu sampai selesai."
            ) from error
        _sweep(root)
        folder = root / f"gen-{uuid4().hex[:12]}"
        folder.mkdir()
        try:
            yield folder
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def publish(home: Path, folder: Path, made: Manifest) -> None:
    """Makes a finished generation the one in use, and removes the others."""
    (folder / MANIFEST).write_text(json.dumps(asdict(made), ensure_ascii=False, indent=1), "utf-8")
    root = home / "index"
    fresh = root / f"{POINTER}.new"
    fresh.write_text(folder.name, encoding="utf-8")
    os.replace(fresh, root / POINTER)
    _sweep(root)


def _sweep(root: Path) -> None:
    """Removes generations that no pointer names: leftovers of a killed build, or the last one."""
    pointer = root / POINTER
    used = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else None
    for folder in root.glob("gen-*"):
        if folder.name != used:
            shutil.rmtree(folder, ignore_errors=True)
