"""The results page: bars, tables, and no question of the held-out half."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals import answer_metrics as answers
from evals import bars, failures, tables
from evals.bench import Measured
from evals.metrics import Figure
from evals.report import Results, last, took, verdicts
from evals.run import FIGURES
from evals.setup import OURS, Setup
from evals.synthetic import made_up
from tests.test_evals_answers import LAW, citation, row
from tests.test_evals_baselines import chunk


def figure(
    metric: str, value: float | None, *, against: str | None = None, low: float = 0.0, n: int = 50
) -> Figure:
    return Figure(metric=metric, system=OURS, half="held_out", n=n, against=against,
                  value=value, low=low if value is not None else None,
                  high=1.0 if value is not None else None)  # fmt: skip


def test_a_bar_is_met_missed_or_not_measured() -> None:
    bar = next(b for b in bars.BARS if b.metric == "hit@5")
    assert bar.verdict([figure("hit@5", 0.92)], "held_out").met is True
    assert bar.verdict([figure("hit@5", 0.919)], "held_out").met is False
    assert bar.verdict([figure("hit@5", None, n=0)], "held_out").met is None
    assert bar.verdict([], "held_out").met is None


def test_the_margin_is_taken_over_the_best_baseline() -> None:
    weak = figure("hit@5_files", 0.4, against="langchain-minilm", low=0.3)
    strong = figure("hit@5_files", 0.09, against="langchain-bm25", low=0.02)
    blind = figure("hit@5_files", 0.01, against="acak", low=-0.1)
    found = bars.over_baselines([weak, strong, blind], "held_out")
    assert found.met is False
    assert "langchain-bm25" in found.measured
    assert bars.over_baselines([weak, blind], "held_out").met is True
    unsure = figure("hit@5_files", 0.2, against="langchain-bm25", low=-0.01)
    assert bars.over_baselines([unsure], "held_out").met is False
    assert bars.over_baselines([blind], "held_out").met is None


def test_all_bars_of_the_issue_are_judged() -> None:
    large = [Measured(name=f"100,000 chunks: {what}", value=1.0, unit="ms")
             for what in ("warm ask p95", "asking, peak memory")]  # fmt: skip
    names = ("retrieval", "answers", "refusals", "references")
    found = verdicts(Results({n: [] for n in names}, {}, large, 16.0, {}))
    assert len(found) == len([b for b in bars.BARS if b.task in names]) + 1 + 2 + 2
    assert [v.met for v in found if v.task == "all"] == [False]


def test_table_escapes_bars_and_shows_gaps() -> None:
    assert tables.table(["a"], [["x|y"]]) == "| a |\n| --- |\n| x\\|y |"
    assert tables.cell(None) == tables.MISSING
    assert tables.cell(figure("hit@5", 0.5)) == "0.500 [0.000, 1.000] n=50"


def test_failures_of_the_held_out_half_are_only_counted() -> None:
    wrong = row(f"{LAW} [1]", citation(1, LAW, pasal="99")).model_copy(
        update={"half": "held_out", "question": "RAHASIA"}
    )
    right = row(f"{LAW} [1]", citation(1, LAW)).model_copy(update={"half": "held_out", "id": "q2"})
    found = failures.known("held_out", [wrong, right], [])
    assert set(found) == {"q1"}
    page = failures.counted([wrong, right], "held_out", found)
    assert "| fact | 2 | 1 |" in page
    assert "RAHASIA" not in page
    assert "q1" not in page


def test_mistakes_are_told_in_words() -> None:
    bad = row("Belum ada.", facts=("wajib",), status="unanswerable_no_source")
    assert failures.mistakes(bad, None) == ["status unanswerable_no_source, expected answered"]
    partial = row(f"{LAW} [1]", citation(1, LAW, pasal="9"), facts=("denda",))
    assert failures.mistakes(partial, None) == ["gold not cited", "missing: denda"]
    good = row(f"{LAW} [1]", citation(1, LAW), facts=("wajib",))
    assert failures.mistakes(good, None) == []
    assert answers.complete(good) == 1.0


def test_made_up_chunks_are_many_distinct_and_the_same_every_time() -> None:
    real = [chunk("1", LAW)]
    made = list(made_up(real, 400))
    assert len({c.id for c in made}) == 400
    assert made == list(made_up(real, 400))
    assert {w for c in made for w in c.teks.split()} <= set(LAW.split())


def test_the_last_finished_run_of_a_task_is_found(tmp_path: Path) -> None:
    setup = Setup(tmp_path, tmp_path, None)
    assert last(setup, "references") is None
    for stamp in ("20261122T090000000", "20261122T093000000", "20261122T100000000"):
        (tmp_path / "runs" / f"{stamp}-references").mkdir(parents=True)
    finished = tmp_path / "runs" / "20261122T093000000-references"
    (finished / FIGURES).write_text("[]", encoding="utf-8")
    ended = datetime(2026, 11, 22, 9, 33, tzinfo=UTC).timestamp()
    os.utime(finished / FIGURES, (ended, ended))
    found = last(setup, "references")
    assert found == finished
    assert took(finished) == pytest.approx(3.0)
