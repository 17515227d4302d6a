"""`python -m evals all`: runs every task and the bench, and writes `evals/results/latest.md`."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evals import bars, baselines, bench, failures, machine, sections, sections_more
from evals.bars import Verdict
from evals.bench import Measured
from evals.metrics import Figure
from evals.questions import digests
from evals.run import FIGURES, ROWS, TASKS, commit, figures_of, run, task_of, versions
from evals.setup import Setup, index_facts
from evals.tables import bars as bar_table
from evals.tables import table
from evals.tasks import answers, retrieval

RESULTS = Path(__file__).parent / "results" / "latest.md"
LARGEST_P95 = 250
LONGEST_MINUTES = 15


@dataclass(frozen=True)
class Results:
    """Everything that one run of all tasks found."""

    figures: dict[str, list[Figure]]
    folders: dict[str, Path]
    bench: list[Measured]
    minutes: float
    machine: dict[str, str]


def main(
    setup: Setup,
    without: Sequence[str] = (),
    target: Path = RESULTS,
    again: Sequence[str] = (),
) -> int:
    """Runs, writes and says which bars are missed; 1 where one is.

    Args:
        without: Tasks that are left out; the page says so. The main ones cannot be.
        again: Only these tasks are run; the others are taken from their last run.
    """
    # All are imported first: one that cannot be shall say so now and not after ten minutes.
    tasks = {name: task_of(name) for name in TASKS if name not in without}
    started, surroundings = time.monotonic(), machine.facts()
    figures: dict[str, list[Figure]] = {}
    folders: dict[str, Path] = {}
    earlier = 0.0
    for name, task in tasks.items():
        held = last(setup, name) if again and name not in again else None
        folders[name] = held or run(task, setup)
        earlier += took(held) if held else 0.0
        figures[name] = figures_of(folders[name])
        print(f"{name}: {folders[name]} ({(time.monotonic() - started) / 60:.1f} min)", flush=True)
    assert setup.regulations is not None
    measured = bench.measure(setup.work, setup.regulations)
    minutes = (time.monotonic() - started) / 60 + earlier
    results = Results(figures, folders, measured, minutes, surroundings)
    found = verdicts(results)
    target.write_text(write(setup, results, found), encoding="utf-8")
    for verdict in found:
        if not verdict.met:
            word = "missed" if verdict.met is False else "not measured"
            print(f"{word}: {verdict.name}: {verdict.wanted}; {verdict.measured}")
    print(f"written: {target}")
    return 1 if any(v.met is False for v in found) else 0


def last(setup: Setup, name: str) -> Path | None:
    """The folder of the last finished run of a task, or None."""
    found = sorted((setup.work / "runs").glob(f"*-{name}"))
    return next((f for f in reversed(found) if (f / FIGURES).exists()), None)


def took(folder: Path) -> float:
    """The minutes that an earlier run took: from its stamp to its last file."""
    stamp = datetime.strptime(folder.name.split("-")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return ((folder / FIGURES).stat().st_mtime - stamp.timestamp()) / 60


def verdicts(results: Results, half: str = "held_out") -> list[Verdict]:
    """Every bar of the project."""
    found = [
        v for name, figures in results.figures.items() for v in bars.verdicts(name, figures, half)
    ]
    found += bars.not_slower(results.figures["answers"], results.figures["retrieval"], half)
    large = next(m for m in results.bench if m.name == "100,000 chunks: warm ask p95")
    memory = next(m for m in results.bench if m.name == "100,000 chunks: asking, peak memory")
    text = f"{large.value:.1f} ms, {memory.value:.0f} MiB"
    name = "100,000 chunks: warm ask p95, ms; memory said"
    found.append(Verdict("bench", name, f"<= {LARGEST_P95}", text, large.value <= LARGEST_P95))
    fast = results.minutes <= LONGEST_MINUTES
    shown = f"{results.minutes:.1f}"
    return [*found, Verdict("all", "everything, minutes", f"<= {LONGEST_MINUTES}", shown, fast)]


def write(setup: Setup, results: Results, found: list[Verdict]) -> str:
    """The results page."""
    asked = answers.TASK.read(results.folders["answers"] / ROWS)
    places = retrieval.TASK.read(results.folders["retrieval"] / ROWS)
    sets = ("dev", "dev2", "held_out")
    dev, dev2, held_out = (failures.known(half, asked, places) for half in sets)
    figures = results.figures
    parts = [
        sections.INTRODUCTION,
        _surroundings(setup, results),
        "## Bars (held-out half)\n\n" + bar_table(found),
        sections.retrieval(figures["retrieval"]),
        sections.answers(figures["answers"], figures["retrieval"]),
        sections.refusals(figures["refusals"]),
        sections.references(figures["references"]),
        sections_more.ablations(figures["ablations"]),
        *(sections.other(name, f) for name, f in figures.items() if name not in sections.OWN),
        sections_more.speed(results.bench, figures["retrieval"], figures["answers"]),
        "## Known failures, dev half\n\n" + failures.listed(dev),
        "## Known failures, dev2\n\n" + failures.listed(dev2),
        "## Failures, held-out half\n\nCounts only, so that nobody tunes on them.\n\n"
        + failures.counted(asked, "held_out", held_out),
    ]
    return "\n\n".join(parts) + "\n"


def _surroundings(setup: Setup, results: Results) -> str:
    """Machine, versions, data."""
    index = index_facts(setup)
    missing = baselines.missing()
    rows = [
        ["code", commit()],
        *([name, value] for name, value in results.machine.items()),
        ["index", f"{index['chunks']} chunks of {index['regulations']} regulations, "
                  f"code {str(index['code'])[:12]}"],
        ["law of the day", setup.today.isoformat()],
        ["versions", ", ".join(f"{k} {v}" for k, v in versions().items())],
        ["baselines", f"LangChain skipped, not installed: {', '.join(missing)}" if missing
         else "LangChain, all"],
        ["tasks left out", ", ".join(n for n in TASKS if n not in results.figures) or "none"],
        *([f"data set {name}", digest] for name, digest in digests().items()),
        ["whole run", f"{results.minutes:.1f} minutes"],
    ]  # fmt: skip
    return "## Made with\n\n" + table(["what", "value"], rows)
