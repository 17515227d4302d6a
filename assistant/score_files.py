"""Files in, scores out: one laporan, or a folder of all 552 regions."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant import messages
from assistant.read_laporan import SUFFIXES, read_laporan
from assistant.scoring.comparison import ringkas
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.ketentuan import Ketentuan, ketentuan
from assistant.scoring.skor import skor
from corpus.errors import BerkasError, SpmError


def score_file(
    path: Path, hari: date | None = None, ubah: Mapping[str, str] | None = None
) -> HasilSkor:
    """The score of one file, under the parameters of `hari` (the last day of its period).

    Raises:
        SpmError: the file or a cell of it cannot be used, or `ubah` names no known choice.
    """
    laporan = read_laporan(path)
    return skor(laporan, ketentuan(hari or laporan.periode_berakhir(), ubah))


def score_files(
    paths: Sequence[Path],
    hari: date | None = None,
    ubah: Mapping[str, str] | None = None,
    keep: bool = False,
) -> tuple[list[HasilSkor], list[tuple[str, SpmError]]]:
    """Scores of many files, and the files that could not be used with their reasons.

    `keep` keeps the isian behind each score, which steps need and a table does not.
    """
    scores: list[HasilSkor] = []
    failed: list[tuple[str, SpmError]] = []
    rules: dict[date, Ketentuan] = {}
    with _rare_collections():
        for path in paths:
            try:
                laporan = read_laporan(path)
                day = hari or laporan.periode_berakhir()
                if day not in rules:
                    rules[day] = ketentuan(day, ubah)
                result = skor(laporan, rules[day])
            except SpmError as error:
                failed.append((path.name, error))
            else:
                scores.append(result if keep else ringkas(result))
    return scores, failed


def laporan_paths(paths: Sequence[Path]) -> list[Path]:
    """The files themselves, and the laporan in every folder, by name.

    Raises:
        BerkasError: a folder holds no laporan.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES)
        inside = [p for p in inside if not p.name.startswith(("~$", "."))]
        if not inside:
            raise BerkasError(messages.BERKAS_FOLDER_KOSONG.format(nama=path.name))
        found.extend(inside)
    return found


@contextmanager
def _rare_collections() -> Iterator[None]:
    """A laporan is thousands of tuples and no cycle: looking for cycles would take a fifth of
    the time. Workbooks do have cycles, so looking stays on, only seldom."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
