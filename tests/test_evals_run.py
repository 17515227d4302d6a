"""The runner: the written list is the folder, a run is kept whole, and twice gives the same."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals import __main__ as command
from evals import short
from evals.metrics import Figure
from evals.questions import digests, questions, references
from evals.run import CONFIG, FIGURES, ROWS, TASKS, TIMINGS, run, score, task_of
from evals.setup import OURS, Setup
from evals.systems import Ours, with_weights
from evals.tasks.ablations import STEPS
from evals.vectors import Fused

FOLDER = Path(command.__file__).parent / "tasks"


@pytest.fixture
def setup(digests_home: Path, tmp_path: Path) -> Setup:
    return Setup(digests_home, tmp_path, None, halves=("dev",))


def test_tasks_are_the_files_of_the_folder() -> None:
    assert sorted(TASKS) == sorted(p.stem for p in FOLDER.glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("name", TASKS)
def test_every_task_says_its_name_and_compares_metrics_that_it_has(name: str) -> None:
    task = task_of(name)
    assert task.name == name
    assert set(task.compared) <= set(task.metrics)


def test_a_run_keeps_rows_figures_and_configuration(setup: Setup) -> None:
    folder = run(task_of("references"), setup)
    assert {p.name for p in folder.iterdir()} == {ROWS, FIGURES, TIMINGS, CONFIG}
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    assert config["datasets"] == digests()
    assert config["task"] == "references"
    assert {"weights", "index", "commit", "versions", "bootstrap", "today"} <= set(config)
    asked = len(references("dev")) + len(references("dev2"))
    assert len((folder / ROWS).read_text(encoding="utf-8").splitlines()) == 2 * asked


def test_scoring_again_needs_only_the_rows(setup: Setup) -> None:
    folder = run(task_of("references"), setup)
    before = (folder / FIGURES).read_bytes()
    (folder / FIGURES).unlink()
    score(folder)
    assert (folder / FIGURES).read_bytes() == before


@pytest.mark.parametrize("name", ["references", "retrieval", "answers"])
def test_twice_gives_the_same_figures(
    name: str, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evals.baselines.missing", lambda: ["left out"])
    again = replace(setup)  # nothing loaded is shared
    first, second = (run(task_of(name), s) / FIGURES for s in (setup, again))
    assert first != second
    assert first.read_bytes() == second.read_bytes()


def test_every_ablated_weight_exists() -> None:
    for step in STEPS:
        with_weights(step.weights)
    with pytest.raises(KeyError):
        with_weights({"field.paragraf": 0})


def test_a_vector_arm_of_no_weight_is_ours(setup: Setup) -> None:
    from corpus.store import ChunkStore

    fused = Fused(setup, 0.0, ChunkStore(setup.generation / "chroma"))
    ours = Ours(setup)
    asked = [q for q in questions("dev") if q.gold][::8]
    assert [fused.search(q, 10) for q in asked] == [list(ours.search(q, 10)) for q in asked]


def test_a_vector_arm_changes_the_ranking(setup: Setup) -> None:
    from corpus.store import ChunkStore

    fused = Fused(setup, 5.0, ChunkStore(setup.generation / "chroma"))
    ours = Ours(setup)
    asked = [q for q in questions("dev") if q.gold][::8]
    assert [fused.search(q, 10) for q in asked] != [list(ours.search(q, 10)) for q in asked]


def figure(metric: str, value: float, width: float = 0.1) -> Figure:
    return Figure(metric=metric, system=OURS, half="dev", n=9, value=value,
                  low=value - width / 2, high=value + width / 2)  # fmt: skip


def test_guard_lets_noise_pass_and_stops_a_fall() -> None:
    before = [figure("hit@5", 0.8), figure("false_refusal", 0.1)]
    assert short.compare([figure("hit@5", 0.76), figure("false_refusal", 0.14)], before) == []
    assert len(short.compare([figure("hit@5", 0.74), figure("false_refusal", 0.1)], before)) == 1
    assert len(short.compare([figure("hit@5", 0.8), figure("false_refusal", 0.2)], before)) == 1
    assert len(short.compare([figure("hit@5", 0.9)], before)) == 1


def test_nothing_fell_below_the_committed_baseline(full_home: Path, tmp_path: Path) -> None:
    setup = Setup(full_home, tmp_path, None, halves=("dev",))
    assert short.main(setup) == 0


def test_data_sets_are_as_large_and_apart_as_they_say() -> None:
    dev, held_out = questions("dev"), questions("held_out")
    assert len(dev) + len(held_out) >= 300
    assert sum(q.class_ == "paraphrase" for q in (*dev, *held_out)) >= 60
    assert len({q.id for q in (*dev, *held_out)}) == len(dev) + len(held_out)
    topics = [{q.topic for q in half if q.status == "answered"} for half in (dev, held_out)]
    assert not topics[0] & topics[1]
    assert not {r.text for r in references("dev")} & {r.text for r in references("held_out")}


def test_command_prints_figures_and_bars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPM_SHARED", str(tmp_path / "nothing"))
    status = command.main(["references", "--half", "dev", "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert {"run", "figures", "bars"} <= set(printed)
    assert status == (0 if all(b["met"] is not False for b in printed["bars"]) else 1)
    assert command.main(["score", printed["run"]]) == status


@pytest.mark.parametrize("what", ["retrieval", "short", "all", "bench"])
def test_without_shared_data_the_command_skips_with_a_word(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPM_SHARED", str(tmp_path / "nothing"))
    assert command.main([what]) == 0
    assert "skipped" in capsys.readouterr().out
