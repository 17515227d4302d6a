"""The child process that reads one uploaded file under limits: `python -m ingest.report.child`.

Prints one line of JSON: {"naskah": ...} or {"kesalahan": sentence}. The limits are set before
anything of the file is looked at.
"""

import json
import resource
import sys
import zipfile
from pathlib import Path

from ingest.report.budget import begin

MEMORY = 480 * 1024 * 1024
MAX_OUTPUT = 1024 * 1024  # the child writes no files but its answer


def limit() -> None:
    """Memory, and no files of any size."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_OUTPUT, MAX_OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(argv: list[str]) -> int:
    """Reads `argv[1]` within `argv[2]` seconds."""
    path = Path(argv[1])
    limit()
    begin(float(argv[2]))
    damaged = (
        f'Berkas "{path.name}" rusak dan belum dapat dibaca. '
        "Buka dan simpan ulang berkas itu, lalu coba lagi."
    )
    try:
        print(_answer(path))
    except (MemoryError, TimeoutError):
        print(json.dumps({"kesalahan": too_large(path.name)}))
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError,
            zipfile.BadZipFile, RecursionError, NotImplementedError, SyntaxError,
            AssertionError, EOFError):  # fmt: skip
        # Readers walk damaged files with plain look-ups: their errors mean a damaged file.
        print(json.dumps({"kesalahan": damaged}))
    return 0


def too_large(name: str) -> str:
    """The sentence for a file that does not fit the limits."""
    return (
        f'Berkas "{name}" terlalu besar atau terlalu rumit untuk dibuka dengan aman. '
        "Pecah berkas itu, atau simpan ulang tanpa gambar dan objek tertanam."
    )


def _answer(path: Path) -> str:
    from corpus.errors import BerkasError
    from ingest.report import reader
    from ingest.report.bounds import bounded
    from ingest.report.wire import dumps

    read = reader(path)
    if read is None:
        raise ValueError(path.suffix)
    try:
        return '{"naskah":' + dumps(bounded(read(path))) + "}"
    except BerkasError as error:
        return json.dumps({"kesalahan": str(error)})


if __name__ == "__main__":
    sys.exit(main(sys.argv))
