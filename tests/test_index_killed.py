"""A build that is killed in the middle leaves the old index usable; the next one sweeps up."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from corpus import generations
from corpus.errors import IndeksError
from ingest.sync import build

ROOT = Path(__file__).parents[1]
LAW = "BAB I KETENTUAN UMUM\nPasal 1\nSumur Bersama dirawat oleh Petugas Air setiap bulan.\n"
ID = "perda-contoh-7-2020"
# The build of the product itself; its process kills itself where `at` says.
KILLED = """
import os, signal, sys
from pathlib import Path
from corpus import generations
from corpus.store import ChunkStore
from ingest.sync import build

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

place, name = {
    "chroma": (ChunkStore, "upsert"),
    "penunjuk": (generations.os, "replace"),
}[sys.argv[1]]
setattr(place, name, die)
build(Path(sys.argv[2]), "lsa", {Path(sys.argv[3]): sys.argv[4]})
"""


def answered(home: Path) -> str:
    assistant = Assistant(home)
    answer = assistant.ask("ps 11 ay 2 pp 2/2018", today=date(2026, 11, 22))
    assistant.retriever.chunks.close()
    return answer.answer


@pytest.mark.slow
@pytest.mark.parametrize("at", ["chroma", "penunjuk"])
def test_killed_build_leaves_the_old_index(own_home: Path, tmp_path: Path, at: str) -> None:
    law = tmp_path / "perda.txt"
    law.write_text(LAW, encoding="utf-8")
    before, said = generations.current(own_home), answered(own_home)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, at, str(own_home), str(law), ID],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    leftovers = set((own_home / "index").glob("gen-*")) - {before}
    assert len(leftovers) == 1
    assert generations.current(own_home) == before
    assert answered(own_home) == said

    assert build(own_home, "lsa", {law: ID}).created == 1
    assert set((own_home / "index").glob("gen-*")) == {generations.current(own_home)}
    assert answered(own_home) == said


def test_first_build_killed_leaves_no_index(tmp_path: Path) -> None:
    law, home = tmp_path / "perda.txt", tmp_path / "baru"
    law.write_text(LAW, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "chroma", str(home), str(law), ID],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    with pytest.raises(IndeksError, match=r"^Indeks belum dibuat\. Jalankan: spm index build$"):
        generations.current(home)
