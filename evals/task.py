"""What a task is: how its rows are made, and how rows become figures. Scoring reads rows only."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from evals.metrics import Figure, Metric, R, aggregate, differences, latency
from evals.setup import OURS, Setup


@dataclass(frozen=True)
class Task(Generic[R]):
    """One eval. `compared` names the metrics that get paired differences, ours minus the other.

    `needs_regulations`: without the shared regulations the task would measure another index.
    """

    name: str
    row: type[R]
    generate: Callable[[Setup], Iterator[R]]
    metrics: Mapping[str, Metric[R]]
    compared: tuple[str, ...] = ()
    needs_regulations: bool = True

    def write(self, setup: Setup, path: Path) -> None:
        """Asks the systems and writes one JSON object a row."""
        with path.open("w", encoding="utf-8") as file:
            for row in self.generate(setup):
                file.write(row.model_dump_json() + "\n")

    def read(self, path: Path) -> list[R]:
        """The rows of an earlier run."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return [self.row.model_validate_json(line) for line in lines]

    def figures(self, rows: Sequence[R]) -> list[Figure]:
        """Every metric of every system; the same rows always give the same figures."""
        chosen = {name: self.metrics[name] for name in self.compared}
        return [*aggregate(rows, self.metrics), *differences(rows, chosen, OURS)]

    def timings(self, rows: Iterable[R]) -> list[Figure]:
        """p50 and p95 of every system: they differ from run to run."""
        return latency(rows)
