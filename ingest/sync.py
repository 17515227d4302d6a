"""Brings the index up to date with the shipped corpus and the user's regulation files.

What a file was made into is kept by the digest of its bytes and of our parsing code, so that a
second build reads nothing again; chunks are compared by digest, so that only changed ones are
embedded and written.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from corpus import chunkfile, curated, generations, lexical
from corpus.curated import curated_chunks, curated_digest
from corpus.digests import digest_chunks
from corpus.embedding import embedder
from corpus.errors import BerkasError, IndeksError
from corpus.generations import Indexed, Manifest
from corpus.models import Chunk
from corpus.names import full_name
from corpus.registry import get, status_on
from corpus.store import ChunkStore, digest
from corpus.tanya import asked
from ingest.parsed import Parsed, parse_file
from ingest.readers import READERS
from ingest.readers import digest as file_digest

# LSA is fitted again once this share of the chunks is new; below it new texts are folded in.
REFIT_SHARE = 0.1
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class SyncCounts:
    """Chunks by what happened to them, and the files that could not be read (one sentence each)."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    skipped: int = 0
    problems: tuple[str, ...] = ()


@cache
def code_digest() -> str:
    """Changes when our reading of files or the shipped data changes."""
    total = hashlib.sha256()
    for package in ("ingest", "corpus"):
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*")):
            if path.suffix in (".py", ".toml", ".csv", ".txt"):
                total.update(str(path.relative_to(root)).encode() + path.read_bytes())
    return total.hexdigest()


def regulation_files(paths: Iterable[Path]) -> list[Path]:
    """The readable files under some folders, and the files themselves, by name.

    Raises:
        BerkasError: a path does not exist or a folder holds nothing readable.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in READERS and p.is_file()
            )
            if not inside:
                raise BerkasError(f'Folder "{path}" tidak memuat berkas peraturan yang didukung.')
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise BerkasError(f'"{path}" tidak ditemukan. Periksa nama berkas atau foldernya.')
    return found


def build(
    home: Path,
    choice: str,
    sources: dict[Path, str | None],
    progress: Progress = lambda step, done, total: None,
) -> SyncCounts:
    """Makes the index of the shipped corpus and the given files the one in use.

    Args:
        choice: The embedder, as `SPM_EMBEDDING` names it.
        sources: Regulation files, with the id that the user gave or None.

    Raises:
        IndeksError: another process is building.
        MasukanError: the embedder cannot be had.
    """
    old = _previous(home)
    wanted = {str(p): f"{file_digest(p)} {given or ''}" for p, given in sources.items()}
    code = f"{code_digest()} {curated_digest(home)}".strip()
    if old and (old[1].embedder, old[1].code, old[1].files) == (choice, code, wanted):
        return SyncCounts(skipped=old[1].chunks, problems=old[1].problems)
    parsed, problems = _parse_all(home, sources, progress)
    parsed = _one_per_regulation(parsed)
    chunks = [
        *digest_chunks(),
        *curated_chunks(home),
        *(c for p in parsed for c in asked(p.chunks)),
    ]
    usable = old if old and old[1].embedder == choice else None
    with generations.building(home) as folder:
        counts = _write(folder, usable[0] if usable else None, choice, chunks, progress)
        made = Manifest(
            embedder=choice,
            code=code,
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            chunks=len(chunks),
            regulations=(*_shipped(chunks), *(_indexed(p) for p in parsed)),
            files=wanted,
            problems=tuple(problems),
        )
        generations.publish(home, folder, made)
    return replace(counts, problems=tuple(problems))


def _previous(home: Path) -> tuple[Path, Manifest] | None:
    try:
        folder = generations.current(home)
        return folder, generations.manifest(folder)
    except IndeksError:
        return None


def _parse_all(
    home: Path, sources: dict[Path, str | None], progress: Progress
) -> tuple[list[Parsed], list[str]]:
    """Every file as chunks; one that cannot be read costs a sentence, not the others."""
    parsed: list[Parsed] = []
    problems: list[str] = []
    for n, (path, given) in enumerate(sources.items(), 1):
        progress("Membaca berkas", n, len(sources))
        try:
            parsed.append(parse_file(path, given, home / "cache", code_digest()))
        except BerkasError as error:
            problems.append(str(error))
    return parsed, problems


def _one_per_regulation(parsed: Sequence[Parsed]) -> list[Parsed]:
    """One text per regulation: pages can be cited, so a PDF wins, then the one with more units."""
    best: dict[str, Parsed] = {}
    for one in parsed:
        rank = (one.chunks[0].halaman is not None if one.chunks else False, len(one.chunks))
        held = best.get(one.regulasi)
        if held is None or rank > (held.chunks[0].halaman is not None, len(held.chunks)):
            best[one.regulasi] = one
    return list(best.values())


def _write(
    folder: Path,
    old: Path | None,
    choice: str,
    chunks: list[Chunk],
    progress: Progress,
) -> SyncCounts:
    """A whole generation: store, lexical index and chunk file, starting from the old store."""
    if old is not None:
        shutil.copytree(old / "chroma", folder / "chroma")
    store = ChunkStore(folder / "chroma", create=True)
    before = store.digests()
    after = {c.id: digest(c, choice) for c in chunks}
    if len(after) != len(chunks):
        raise IndeksError("Dua potongan peraturan memakai id yang sama; indeks lama tetap dipakai.")
    changed = [c for c in chunks if before.get(c.id) != after[c.id]]
    gone = [i for i in before if i not in after]
    refit = old is None or len(changed) > REFIT_SHARE * len(chunks)
    progress("Menghitung vektor", 0, 1)
    model = embedder(choice, None if refit or old is None else old)
    texts = [embedded_text(c) for c in chunks]
    if refit:
        model.fit(texts)
        changed = chunks
    store.delete(gone)
    store.upsert(
        changed, model.embed([embedded_text(c) for c in changed]), [after[c.id] for c in changed]
    ) if changed else None
    model.save(folder)
    progress("Menulis indeks kata", 0, 1)
    lexical.build(chunks, folder)
    chunkfile.write(chunks, folder)
    updated = sum(i in before and before[i] != d for i, d in after.items())
    created = sum(i not in before for i in after)
    return SyncCounts(created, updated, len(gone), len(after) - updated - created)


def embedded_text(chunk: Chunk) -> str:
    """What is embedded: the headings below the regulation, the text, the everyday questions."""
    return "\n".join([" ".join(chunk.jalur[1:]), chunk.teks, *chunk.tanya])


def _indexed(parsed: Parsed) -> Indexed:
    regulation = get(parsed.regulasi)
    status = status_on(regulation, date.today()).status if regulation else "tidak_diketahui"
    return Indexed(
        parsed.regulasi, parsed.nama, "resmi", parsed.berkas, parsed.sha256,
        len(parsed.chunks), parsed.halaman_kosong, status,
    )  # fmt: skip


def _shipped(chunks: Iterable[Chunk]) -> list[Indexed]:
    counts: dict[str, int] = {}
    for chunk in chunks:
        if chunk.tier == "ringkasan":
            counts[chunk.regulasi] = counts.get(chunk.regulasi, 0) + 1
    result = []
    for regulation_id, n in counts.items():
        regulation = get(regulation_id)
        if regulation is not None:
            status = status_on(regulation, date.today()).status
            result.append(
                Indexed(
                    regulation_id,
                    full_name(regulation),
                    "ringkasan",
                    None,
                    None,
                    n,
                    (),
                    cast(str, status),
                )
            )
    answers = sum(c.tier == "kurasi" for c in chunks)
    if answers:
        result.append(Indexed(curated.SOURCE, curated.LABEL, "kurasi", curated.FILE, None, answers))
    return result


def remembered(home: Path) -> dict[Path, str | None]:
    """The files that the index in use was made from and that still exist, with their given ids."""
    old = _previous(home)
    if old is None:
        return {}
    named = {Path(p): (key.split(" ", 1)[1] or None) for p, key in old[1].files.items()}
    return {p: given for p, given in named.items() if p.exists()}
