"""Figures from rows, on numbers that can be done by hand."""

import pytest

from evals.metrics import Figure, Row, aggregate, differences, interval, latency, quantile


def row(id: str, ms: float | None, system: str = "a", group: str = "fact") -> Row:
    return Row(system=system, half="dev", id=id, group=group, ms=ms)


def by(figures: list[Figure]) -> dict[tuple[str, str, str], Figure]:
    return {(f.metric, f.system, f.group): f for f in figures}


def test_interval_of_equal_values_has_no_width() -> None:
    assert interval([1.0, 1.0, 1.0]) == (1.0, 1.0, 1.0)


def test_interval_of_a_coin_is_that_of_the_binomial() -> None:
    value, low, high = interval([0.0, 1.0] * 50)
    # 1.96 * sqrt(.25 / 100) = 0.098
    assert value == 0.5
    assert low == pytest.approx(0.402, abs=0.015)
    assert high == pytest.approx(0.598, abs=0.015)


def test_interval_is_the_same_every_time() -> None:
    values = [0.0, 0.3, 1.0, 0.2, 0.9]
    assert interval(values) == interval(list(values))


def test_quantile_of_one_to_hundred() -> None:
    value, low, high = interval([float(n) for n in range(101)], quantile(0.95))
    assert value == 95.0
    assert low < 95.0 <= high


def test_aggregate_counts_only_rows_that_a_metric_applies_to() -> None:
    rows = [row("1", 1), row("2", 0), row("3", None), row("4", 1, group="list")]
    found = by(aggregate(rows, {"share": lambda r: r.ms}))
    assert (found["share", "a", "all"].n, found["share", "a", "all"].value) == (3, 0.666667)
    assert (found["share", "a", "fact"].n, found["share", "a", "fact"].value) == (2, 0.5)
    assert (found["share", "a", "list"].n, found["share", "a", "list"].value) == (1, 1.0)


def test_aggregate_without_any_value_says_so() -> None:
    found = aggregate([row("1", None)], {"share": lambda r: r.ms})
    assert [(f.n, f.value, f.low, f.high) for f in found] == [(0, None, None, None)] * 2


def test_difference_is_paired_by_question() -> None:
    rows = [row("1", 1), row("2", 1), row("3", 0)]
    rows += [row("1", 0, "b"), row("2", 1, "b"), row("9", 1, "b")]
    (found,) = differences(rows, {"share": lambda r: r.ms}, "a")
    assert (found.system, found.against, found.n, found.value) == ("a", "b", 2, 0.5)


def test_difference_leaves_out_pairs_with_a_gap() -> None:
    rows = [row("1", 1), row("2", None), row("1", 0, "b"), row("2", 1, "b")]
    (found,) = differences(rows, {"share": lambda r: r.ms}, "a")
    assert (found.n, found.value) == (1, 1.0)


def test_latency_gives_both_quantiles() -> None:
    found = latency([row(str(n), float(n)) for n in range(101)])
    assert [(f.metric, f.value, f.kind) for f in found] == [
        ("p50", 50.0, "ms"),
        ("p95", 95.0, "ms"),
    ]


def test_half_width() -> None:
    figure = Figure(metric="m", system="a", half="dev", n=9, value=0.5, low=0.4, high=0.7)
    assert figure.half_width == pytest.approx(0.15)
