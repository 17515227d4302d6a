"""Runs a command in a process of its own and tells what it cost."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.models import Model
from evals.setup import ROOT

LOOK_EVERY_S = 0.01


def peak_mib(process: int | str = "self") -> float:
    """The most memory that a running process has held since it began, in MiB; 0 where it is gone.

    Read from /proc: `ru_maxrss` would count the memory of the process that started this one.
    """
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(match[1]) / 1024 if match else 0.0


class Ran(Model):
    """A finished process: wall time, the most memory it held, what it printed."""

    seconds: float
    peak_mib: float
    output: str


def run(command: Sequence[str], home: Path) -> Ran:
    """One process with its own SPM_HOME.

    Raises:
        RuntimeError: it failed; the message has the end of what it said.
    """
    # The extra process is `spm` as a user would start it.
    environment = {**os.environ, "SPM_HOME": str(home)}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    peaks: list[float] = [0.0]
    watch = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watch.start()
    output = process.communicate()[0].decode()
    watch.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {output[-300:]}")
    seconds = time.perf_counter() - started
    return Ran(seconds=seconds, peak_mib=max(peaks), output=output)


def _watch(process: "subprocess.Popen[bytes]", peaks: list[float]) -> None:
    """Notes the peak memory of a process until it ends."""
    while process.poll() is None:
        # `Popen` returns after the exec, so that what is read here is the new program's own.
        peaks.append(peak_mib(process.pid))
        time.sleep(LOOK_EVERY_S)
