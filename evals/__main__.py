"""`python -m evals TASK | all | short | bench | score RUN_DIR`.

Exit status: 0; 1 where a bar (or, for `short`, the committed baseline) is missed; 2 misuse.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.errors import SpmError
from evals import bench, report, sections, short
from evals.bars import shown, verdicts
from evals.metrics import ALL, Figure
from evals.questions import HALVES, Half
from evals.run import TASKS, figures_of, run, score, task_of
from evals.setup import Setup, prepared, regulations_folder, work_folder

NO_SHARED = (
    "skipped: no ../shared/data/regulations here (or where SPM_SHARED says); "
    "--regulations DIR names another folder"
)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    made.add_argument("what", choices=[*TASKS, "all", "short", "bench", "score"])
    made.add_argument("folder", nargs="?", type=Path, help="with `score`: the folder of a run")
    made.add_argument("--json", action="store_true", help="figures as JSON")
    made.add_argument("--half", choices=[*HALVES, "both"], default="both")
    made.add_argument("--home", type=Path, help="where the index lies (it is brought up to date)")
    made.add_argument("--regulations", type=Path, help="folder of regulation files")
    made.add_argument(
        "--without",
        action="append",
        default=[],
        choices=[name for name in TASKS if name not in sections.OWN],
        help="with `all`: leave a task out; may be repeated",
    )
    made.add_argument(
        "--again",
        action="append",
        default=[],
        choices=[*TASKS],
        help="with `all`: run only these tasks and take the others from their last run",
    )
    made.add_argument("--update", action="store_true", help="with `short`: write the new baseline")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    chosen = parser().parse_args(arguments)
    if chosen.what == "score":
        if chosen.folder is None:
            parser().error("score needs the folder of a run")
        return _show(chosen.folder, score(chosen.folder), chosen.json)
    halves: tuple[Half, ...] = HALVES if chosen.half == "both" else (chosen.half,)
    regulations = chosen.regulations or regulations_folder()
    if regulations is None and needs_regulations(chosen.what):
        print(NO_SHARED)
        return 0
    work = work_folder()
    home = chosen.home or work / "home"
    if chosen.what == "bench":
        return bench.main(work, regulations, chosen.json)
    setup = prepared(home, work, regulations, halves)
    return _run(chosen, setup)


def needs_regulations(what: str) -> bool:
    """Whether a command would measure something else without the shared regulations."""
    return what not in TASKS or task_of(what).needs_regulations


def _run(chosen: argparse.Namespace, setup: Setup) -> int:
    if chosen.what == "all":
        return report.main(setup, chosen.without, again=chosen.again)
    if chosen.what == "short":
        return short.main(setup, update=chosen.update)
    folder = run(task_of(chosen.what), setup)
    return _show(folder, figures_of(folder), chosen.json)


def _show(folder: Path, figures: Sequence[Figure], as_json: bool) -> int:
    """Prints figures over all classes and the bars; 1 where a bar is missed."""
    task = json.loads((folder / "config.json").read_text(encoding="utf-8"))["task"]
    half = "held_out" if any(f.half == "held_out" for f in figures) else "dev"
    found = verdicts(task, figures, half)
    if as_json:
        bars: list[dict[str, Any]] = [vars(v) for v in found]
        raw = [f.model_dump(mode="json") for f in figures]
        print(json.dumps({"run": str(folder), "figures": raw, "bars": bars}, ensure_ascii=False))
    else:
        for f in figures:
            if f.group == ALL and f.n:
                against = f" - {f.against}" if f.against else ""
                print(f"{f.half:9} {f.system + against:60} {f.metric:24} {shown(f)}")
        for v in found:
            word = {True: "met", False: "MISSED", None: "not measured"}[v.met]
            print(f"bar ({half}) {v.name}: {v.wanted}; {v.measured}: {word}")
        print(f"rows and configuration: {folder}")
    return 1 if any(v.met is False for v in found) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SpmError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
