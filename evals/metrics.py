"""Rows to figures: means and quantiles, each with n and a 95 % bootstrap interval.

A metric is a function of one row that gives a number, or None where it does not apply to the row.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeVar

import numpy as np
import numpy.typing as npt

from corpus.models import Model

SEED, RESAMPLES = 20_261_122, 10_000
TAIL = 2.5
ALL = "all"
Values = npt.NDArray[np.float64]
Statistic = Callable[[Values], Values]


class Row(Model):
    """What every row of every task has. `group` is the class of the question; `ms` its time."""

    system: str
    half: str
    id: str
    group: str
    ms: float | None = None


R = TypeVar("R", bound=Row)
Metric = Callable[[R], float | None]


class Figure(Model):
    """One number of the results. `against`: a paired difference, system minus `against`.

    `value`, `low` and `high` are None where no row applies. Times are in ms.
    """

    metric: str
    system: str
    half: str
    group: str = ALL
    against: str | None = None
    kind: Literal["share", "ms"] = "share"
    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def half_width(self) -> float:
        """Half the width of the interval; 0 where there is none."""
        if self.low is None or self.high is None:
            return 0.0
        return (self.high - self.low) / 2


def mean(samples: Values) -> Values:
    """The mean of every resample, (resamples, n) to (resamples,)."""
    result: Values = samples.mean(axis=-1)
    return result


def quantile(share: float) -> Statistic:
    """The statistic that gives a quantile of every resample."""
    return lambda samples: np.quantile(samples, share, axis=-1)


def interval(values: Sequence[float], statistic: Statistic = mean) -> tuple[float, float, float]:
    """(value, low, high) of a statistic: percentile bootstrap, the same seed every time."""
    data = np.asarray(values, dtype=np.float64)
    low, high = np.percentile(statistic(data[_draws(len(data))]), [TAIL, 100 - TAIL])
    value = float(statistic(data[None, :])[0])
    return round(value, 6), round(float(low), 6), round(float(high), 6)


@lru_cache(maxsize=64)
def _draws(n: int) -> npt.NDArray[np.uint16]:
    """Which rows every resample takes, (resamples, n)."""
    return np.random.default_rng(SEED).integers(0, n, size=(RESAMPLES, n), dtype=np.uint16)


def aggregate(rows: Iterable[R], metrics: Mapping[str, Metric[R]]) -> list[Figure]:
    """Every metric of every system and half, over all rows and for each class."""
    figures = []
    for (system, half), members in _by_system(rows).items():
        groups = {ALL: members}
        for row in members:
            groups.setdefault(row.group, []).append(row)
        for group, inside in groups.items():
            for name, metric in metrics.items():
                values = [v for row in inside if (v := metric(row)) is not None]
                figures.append(_figure(name, system, half, group, values))
    return figures


def _figure(name: str, system: str, half: str, group: str, values: Sequence[float]) -> Figure:
    made = Figure(metric=name, system=system, half=half, group=group, n=len(values))
    if not values:
        return made
    value, low, high = interval(values)
    return made.model_copy(update={"value": value, "low": low, "high": high})


def _by_system(rows: Iterable[R]) -> dict[tuple[str, str], list[R]]:
    found: dict[tuple[str, str], list[R]] = {}
    for row in rows:
        found.setdefault((row.system, row.half), []).append(row)
    return found


def differences(rows: Iterable[R], metrics: Mapping[str, Metric[R]], system: str) -> list[Figure]:
    """Paired differences of a system to every other one, over the rows that both have."""
    grouped = _by_system(rows)
    figures = []
    for (other, half), theirs in grouped.items():
        ours = {row.id: row for row in grouped.get((system, half), [])}
        if other == system or not ours:
            continue
        for name, metric in metrics.items():
            pairs = [(metric(ours[r.id]), metric(r)) for r in theirs if r.id in ours]
            values = [a - b for a, b in pairs if a is not None and b is not None]
            figure = _figure(name, system, half, ALL, values)
            figures.append(figure.model_copy(update={"against": other}))
    return figures


def latency(rows: Iterable[Row]) -> list[Figure]:
    """p50 and p95 of every system and half, in ms."""
    figures = []
    for (system, half), members in _by_system(rows).items():
        values = [v for row in members if (v := row.ms) is not None]
        for name, share in (("p50", 0.5), ("p95", 0.95)):
            if values:
                value, low, high = interval(values, quantile(share))
                figures.append(
                    Figure(metric=name, system=system, half=half, kind="ms", n=len(values),
                           value=value, low=low, high=high)
                )  # fmt: skip
    return figures
