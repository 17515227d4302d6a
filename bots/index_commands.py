"""`spm index …`: build, add, status."""

import json as jsonlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots import settings

if TYPE_CHECKING:
    from ingest.sync import Progress, SyncCounts

app = typer.Typer(help="Indeks peraturan: bangun, tambah, periksa.", no_args_is_help=True)
OWN = "peraturan"


@app.command()
def build(
    source: Annotated[
        list[Path] | None,
        typer.Option("--from", help="Folder berkas peraturan; boleh berulang."),
    ] = None,
) -> None:
    """Membangun atau memutakhirkan indeks dari bahan bawaan dan berkas peraturan Anda."""
    from ingest.sync import regulation_files, remembered

    home = settings.home()
    files: dict[Path, str | None] = {**remembered(home)}
    files.update({p.resolve(): None for p in regulation_files(source or [])})
    _run(home, files)


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Berkas peraturan milik Anda.")],
    id: Annotated[
        str | None, typer.Option("--id", help="Id peraturan, misalnya permendagri-59-2021.")
    ] = None,
) -> None:
    """Menambah naskah peraturan milik Anda; berkasnya disalin agar tetap ada."""
    from ingest.identify import identify
    from ingest.readers import read
    from ingest.sync import remembered

    if id and len(files) > 1:
        raise typer.BadParameter("--id hanya untuk satu berkas.")
    home = settings.home()
    wanted = dict(remembered(home))
    # Every file is read and known before anything is copied.
    known = {path: identify(read(path), id).id for path in files}
    for path, regulation in known.items():
        copy = home / OWN / regulation / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.resolve() != copy.resolve():
            shutil.copyfile(path, copy)
        wanted[copy.resolve()] = id
    _run(home, wanted)


@app.command()
def status(json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False) -> None:
    """Isi indeks: peraturan, tingkat naskah, potongan, penyemat, waktu pembuatan."""
    from dataclasses import asdict

    from corpus import generations

    made = generations.manifest(generations.current(settings.home()))
    if json:
        typer.echo(jsonlib.dumps({"schema": 1, **asdict(made)}, ensure_ascii=False))
        return
    typer.echo(
        f"{made.chunks} potongan dari {len({r.regulasi for r in made.regulations})} peraturan · "
        f"penyemat {made.embedder} · dibuat {made.built}"
    )
    for entry in made.regulations:
        name = entry.nama if len(entry.nama) <= 74 else entry.nama[:73] + "…"
        typer.echo(f"  {entry.tier:9} {entry.status:15} {entry.chunks:5}  {name}")
        if entry.halaman_kosong:
            typer.echo(
                f"            tanpa teks: {len(entry.halaman_kosong)} halaman ({entry.berkas})"
            )


def _run(home: Path, files: dict[Path, str | None]) -> None:
    """Builds with a progress bar; a file that cannot be read costs exit status 2, not the index."""
    from ingest.sync import build as build_index

    with _bar() as progress:
        counts = build_index(home, settings.value("SPM_EMBEDDING") or "lsa", files, progress)
    typer.echo(_summary(counts))
    for problem in counts.problems:
        typer.echo(problem, err=True)
    if counts.problems:
        raise typer.Exit(2)


def _summary(counts: "SyncCounts") -> str:
    if not (counts.created or counts.updated or counts.deleted):
        return f"Indeks sudah mutakhir: {counts.skipped} potongan, tidak ada yang berubah."
    return (
        f"Indeks siap: {counts.created} potongan baru, {counts.updated} diperbarui, "
        f"{counts.deleted} dihapus, {counts.skipped} tetap."
    )


@contextmanager
def _bar() -> Iterator["Progress"]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Menyiapkan", total=None)
        yield lambda step, done, total: bar.update(
            task, description=step, completed=done, total=total if total > 1 else None
        )
