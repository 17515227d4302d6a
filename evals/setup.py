"""What every task runs on: an index of the shipped corpus and the shared regulations, and a day."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from assistant.pipeline import Assistant
from corpus import generations
from corpus.models import Chunk
from evals.questions import HALVES, SETS, Half
from ingest.sync import build, regulation_files

ROOT = Path(__file__).parent.parent
# The same day in every run: what is in force must not depend on when the evals ran.
TODAY = date(2026, 11, 22)
OURS = "asisten"


@dataclass(frozen=True)
class Setup:
    """One run's surroundings. `regulations` is the folder that baselines read too, or None."""

    home: Path
    work: Path
    regulations: Path | None
    halves: Sequence[Half] = HALVES
    today: date = TODAY

    @property
    def sets(self) -> tuple[Half, ...]:
        """The halves, and with the dev half the second set that is chosen on."""
        return tuple(s for s in SETS if s in self.halves or (s == "dev2" and "dev" in self.halves))

    @cached_property
    def assistant(self) -> Assistant:
        """The real system on this index, loaded once."""
        return Assistant(self.home)

    @cached_property
    def generation(self) -> Path:
        """The folder of the index in use."""
        return generations.current(self.home)

    @cached_property
    def official(self) -> tuple[Chunk, ...]:
        """Chunks of official texts, in the order of the index."""
        held = self.assistant.retriever.chunks
        tiers, codes = held.column("tier")
        rows = [n for n, code in enumerate(codes.tolist()) if tiers[code] == "resmi"]
        return tuple(held.at(row) for row in rows)

    @cached_property
    def digests(self) -> tuple[Chunk, ...]:
        """Chunks of the shipped digests."""
        held = self.assistant.retriever.chunks
        tiers, codes = held.column("tier")
        rows = [n for n, code in enumerate(codes.tolist()) if tiers[code] == "ringkasan"]
        return tuple(held.at(row) for row in rows)

    @cached_property
    def files(self) -> dict[str, Path]:
        """Regulation id -> the file that the index holds of it."""
        paths = regulation_files([self.regulations]) if self.regulations else []
        by_name = {path.name: path for path in paths}
        made = generations.manifest(self.generation).regulations
        return {r.regulasi: by_name[r.berkas] for r in made if r.berkas in by_name}


def work_folder() -> Path:
    """Where runs, the index and cached vectors lie: below SPM_HOME, else `.evals/`."""
    home = os.environ.get("SPM_HOME")
    folder = Path(home).expanduser() / "evals" if home else ROOT / ".evals"
    folder.mkdir(parents=True, exist_ok=True)
    # The folder keeps itself out of git, wherever it lies.
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def regulations_folder() -> Path | None:
    """The shared regulations beside the checkout or where SPM_SHARED says, else None."""
    shared = Path(os.environ.get("SPM_SHARED") or ROOT.parent / "shared")
    folder = shared / "data" / "regulations"
    return folder if folder.is_dir() else None


def prepared(home: Path, work: Path, regulations: Path | None, halves: Sequence[Half]) -> Setup:
    """A setup whose index is up to date with the code, the corpus and the regulation files."""
    paths = regulation_files([regulations]) if regulations else []
    build(home, "lsa", {path.resolve(): None for path in paths})
    return Setup(home, work, regulations, halves)


def index_facts(setup: Setup) -> dict[str, object]:
    """What the index was made from, for the configuration of a run."""
    made = json.loads((setup.generation / generations.MANIFEST).read_text(encoding="utf-8"))
    files = {Path(path).name: digest.split()[0] for path, digest in made["files"].items()}
    return {
        **{name: made[name] for name in ("embedder", "code", "chunks")},
        "regulations": len({r["regulasi"] for r in made["regulations"]}),
        "files": files,
    }
