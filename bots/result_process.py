"""The results of a check, written by a process of its own: drawing and writing them takes longer
than reading the file, and would hold up everybody's questions.

    names = write_apart(upload, source, folder)        # chart first
"""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.uploaded import Uploaded

LONGEST_SECONDS = 300
# Questions go first where processors are few.
NICE = 10


def write_apart(upload: "Uploaded", source: Path, folder: Path) -> list[str]:
    """Chart and results of a check in `folder`; their names.

    Raises:
        OSError: the process failed or took too long; its own words are in the message.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bots.result_process", str(source), str(folder)],
            input=pickle.dumps(upload), capture_output=True, timeout=LONGEST_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise OSError("results took too long") from None
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        # The kind of the error only: its text may quote the file.
        raise OSError(f"results failed: {''.join(last).partition(':')[0]}")
    return [str(name) for name in json.loads(done.stdout)]


def main() -> None:
    """Reads what came of a check from the standard input, writes the results, prints the names."""
    from bots.check_results import write_results

    os.nice(NICE)
    upload = pickle.load(sys.stdin.buffer)
    print(json.dumps(write_results(upload, Path(sys.argv[1]), Path(sys.argv[2]))))


if __name__ == "__main__":
    main()
