"""What things cost here: start, build, questions, memory, and an index of 100,000 chunks.

Every command runs in a process of its own. Prints figures and asserts nothing: times depend on the
machine and on what else it does.
"""

import json
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from corpus.models import Model
from evals import baselines
from evals.bars import ENSEMBLE
from evals.process import run
from evals.questions import questions
from evals.setup import prepared

SYNTHETIC = 100_000
REPEATS = 5
QUESTION = "Apa saja jenis pelayanan dasar SPM kesehatan kabupaten/kota?"


class Measured(Model):
    """One figure: what, how much, in which unit."""

    name: str
    value: float
    unit: str


def measure(work: Path, regulations: Path) -> list[Measured]:
    """All of it, in a folder of its own that is removed afterwards."""
    folder = work / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    home, large = folder / "home", folder / "large"
    try:
        found = [*_commands(home, regulations), *_asking("", home), *_agent(home)]
        built = json.loads(run(_module("synthetic", home, large, SYNTHETIC), home).output)
        found += [
            _ms("chunks of the large index", built["chunks"], ""),
            _ms("large index, words only: build", built["seconds"], "s"),
            _ms("large index, words only: build, peak memory", built["peak_mib"], "MiB"),
        ]
        return [*found, *_asking("100,000 chunks: ", large)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ms(name: str, value: float, unit: str) -> Measured:
    return Measured(name=name, value=round(value, 2), unit=unit)


def _module(name: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", f"evals.{name}", *map(str, arguments)]


def _commands(home: Path, regulations: Path) -> list[Measured]:
    spm = [sys.executable, "-m", "bots.cli"]
    build = [*spm, "index", "build", "--from", str(regulations)]
    starts = [run([*spm, "--help"], home) for _ in range(REPEATS)]
    first, second = run(build, home), run(build, home)
    asks = [run([*spm, "ask", QUESTION], home) for _ in range(REPEATS)]
    return [
        _ms("spm --help, median", median(r.seconds for r in starts), "s"),
        _ms("index build, all shared regulations", first.seconds, "s"),
        _ms("index build, peak memory", first.peak_mib, "MiB"),
        _ms("second index build", second.seconds, "s"),
        _ms("cold spm ask (new process), first", asks[0].seconds, "s"),
        _ms("cold spm ask (new process), median", median(r.seconds for r in asks), "s"),
        _ms("cold spm ask, peak memory", max(r.peak_mib for r in asks), "MiB"),
    ]


def _asking(prefix: str, home: Path) -> list[Measured]:
    asked = json.loads(run(_module("asking", home), home).output)
    p50, p95 = np.percentile(asked["ms"], [50, 95])
    return [
        _ms(f"{prefix}loading and first answer", asked["loaded_s"], "s"),
        _ms(f"{prefix}warm ask p50", float(p50), "ms"),
        _ms(f"{prefix}warm ask p95", float(p95), "ms"),
        _ms(f"{prefix}asking, peak memory", asked["peak_mib"], "MiB"),
    ]


def _agent(home: Path) -> list[Measured]:
    """Turns with a scripted model, in chats of 40 messages; 50 at once; 1,000 one after another."""
    got = json.loads(run(_module("agent_bench", home), home).output)
    grown = got["after_mib"] - got["settled_mib"]
    return [
        _ms("turn with a model, beside its wait, p50", got["overhead_p50_ms"], "ms"),
        _ms("turn with a model, beside its wait, p95", got["overhead_p95_ms"], "ms"),
        _ms("of it the extractive answer, p50", got["plain_p50_ms"], "ms"),
        _ms("of it the extractive answer, p95", got["plain_p95_ms"], "ms"),
        _ms("turn with a model, processor time, p95", got["work_p95_ms"], "ms"),
        _ms("50 turns at once, failed", got["together_failed"], ""),
        _ms("50 turns at once, all answered after", got["together_s"], "s"),
        _ms("memory, turn 400 to turn 1,000", grown, "MiB"),
    ]


def ensemble(work: Path, regulations: Path) -> list[Measured]:
    """The EnsembleRetriever's times on the same questions; none where it is not installed."""
    setup = prepared(work / "home", work, regulations, ("dev",))
    system: Any = next((s for s in baselines.systems(setup) if s.name == ENSEMBLE), None)
    if system is None:
        return []
    asked = questions("dev")
    system.search(asked[0], 10)
    times = []
    for question in asked:
        started = time.perf_counter()
        system.search(question, 10)
        times.append(1000 * (time.perf_counter() - started))
    p50, p95 = (float(v) for v in np.percentile(times, [50, 95]))
    return [_ms("EnsembleRetriever p50", p50, "ms"), _ms("EnsembleRetriever p95", p95, "ms")]


def ratios(found: Sequence[Measured]) -> list[Measured]:
    """Our warm ask against the EnsembleRetriever's retrieval alone."""
    by_name = {m.name: m.value for m in found}
    return [
        _ms(f"warm ask / EnsembleRetriever, {q}", by_name[f"warm ask {q}"] / theirs, "x")
        for q in ("p50", "p95")
        if (theirs := by_name.get(f"EnsembleRetriever {q}"))
    ]


def main(work: Path, regulations: Path | None, as_json: bool) -> int:
    """Measures and prints."""
    assert regulations is not None
    found = [*measure(work, regulations), *ensemble(work, regulations)]
    found += ratios(found)
    if as_json:
        print(json.dumps([m.model_dump() for m in found], ensure_ascii=False))
        return 0
    for m in found:
        print(f"{m.name:50} {m.value:10.2f} {m.unit}")
    for name in baselines.missing():
        print(f"EnsembleRetriever not measured: {name} is not installed (extra `evals`)")
    return 0
