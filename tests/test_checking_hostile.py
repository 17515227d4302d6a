"""Hostile uploads: none crashes or hangs the tool, each within 10 seconds and 512 MB."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import BerkasError
from ingest.sandbox import read
from tests.hostile_files import HOSTILE

SECONDS, MEGABYTES = 10, 512
# Processor seconds are the bar; on a machine that does other work, wall time says little.
ROOT = Path(__file__).parent.parent


TOOL = """
import resource, sys
from datetime import date
from pathlib import Path
from assistant.checking.run import check
from corpus.errors import BerkasError
from ingest.sandbox import read
try:
    print("OK", check(read(Path(sys.argv[1]), with_ocr=False), date(2026, 11, 22)).nama)
except BerkasError as error:
    print("KALIMAT", error)
own, children = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
# ru_maxrss of this process would be that of the test run that forked it; VmHWM starts at exec.
status = Path("/proc/self/status").read_text()
peak = int(status.split("VmHWM:")[1].split()[0])
print(max(peak, children.ru_maxrss) // 1024, round(cpu, 1))
"""


# These take more than a few seconds each, most of them up to the tool's own limit.
SLOW = {"saringan-berlapis.pdf", "bom.pdf", "banyak-garis.pdf", "satu-baris.txt"}


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.slow) if n in SLOW else n for n in HOSTILE]
)
def test_hostile_file_is_survived(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    HOSTILE[name](path)
    done = subprocess.run(
        [sys.executable, "-c", TOOL, str(path)],
        capture_output=True, text=True, timeout=120, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said, used = done.stdout.strip().splitlines()
    memory, seconds = used.split()
    assert name in said
    assert len(said) < 320
    assert int(memory) < MEGABYTES
    assert float(seconds) < SECONDS


def test_there_are_forty() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize(
    ("name", "word"),
    [("makro.xlsx", "makro"), ("tautan-luar.xlsx", "tautan")],
)
def test_ignored_contents_are_said(name: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / name
    HOSTILE[name](path)
    assert any(word in note for note in read(path).catatan)


def test_directory_and_missing_file_give_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tidak-ada.pdf"):
        with pytest.raises(BerkasError):
            read(path)
