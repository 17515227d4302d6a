"""Runs a command in a process of its own and tells what it cost."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.models import Model
from evals.setup import ROOT


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
    assert process.stdout is not None
    output = process.stdout.read().decode()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {output[-300:]}")
    seconds = time.perf_counter() - started
    return Ran(seconds=seconds, peak_mib=usage.ru_maxrss / 1024, output=output)
