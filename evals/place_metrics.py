"""Rows of retrieval and their metrics.

hit@k: every need of the question is met by the first k; recall@k: the share of needs met. Both at
the level of the pasal unless the name says otherwise. Only questions whose needs are in the index
count (`reachable`); `…_files`: only those whose needs are in the regulation files that the
baselines read as well.
"""

from evals.addresses import Addresses, Level, any_meets, cut
from evals.metrics import Metric
from evals.metrics import Row as AnyRow

DEPTH = 10


class Row(AnyRow):
    """What one system found for one question, the best first."""

    named: str | None
    named_held: bool
    gold: tuple[tuple[str, ...], ...]
    reachable: bool
    in_files: bool
    found: tuple[Addresses, ...]

    def met(self, k: int, level: Level = "pasal") -> list[bool]:
        """For every need, whether the first k meet it."""
        first = [address for hit in self.found[:k] for address in hit]
        return [any_meets(first, need, level) for need in self.gold]

    @property
    def accepted(self) -> set[str]:
        """Regulations that are no mistake: the one named and those of the gold."""
        golds = {cut(gold, "regulation") for need in self.gold for gold in need}
        return golds | ({self.named} if self.named else set())

    def wrong(self, hit: Addresses) -> bool:
        """Whether a hit is of a regulation that was neither named nor wanted."""
        return not {cut(address, "regulation") for address in hit} & self.accepted


def hit(k: int, level: Level = "pasal") -> Metric[Row]:
    """Whether all needs are met by the first k."""
    return lambda row: float(all(row.met(k, level))) if row.reachable else None


def recall(k: int) -> Metric[Row]:
    """Share of the needs that the first k meet."""
    return lambda row: sum(row.met(k)) / len(row.gold) if row.reachable else None


def reciprocal_rank(row: Row) -> float | None:
    """1 / rank of the first hit that meets a need, 0 where none of ten does."""
    if not row.reachable:
        return None
    ranks = (n for n in range(1, DEPTH + 1) if any(row.met(n)))
    return 1 / next(ranks, float("inf"))


def wrong_first(row: Row) -> float | None:
    """Where a regulation is named that the index has: whether the first hit is of another one."""
    if not row.named_held:
        return None
    return float(bool(row.found) and row.wrong(row.found[0]))


def wrong_share(row: Row) -> float | None:
    """Where a regulation is named that the index has: the share of the first five of another."""
    if not row.named_held:
        return None
    return sum(row.wrong(hit) for hit in row.found[:5]) / max(1, len(row.found[:5]))


def named_absent(row: Row) -> float | None:
    """Where a regulation is named that the index has: whether none of the first five is of it."""
    if not row.named_held:
        return None
    return float(all(row.wrong(hit) for hit in row.found[:5]))


def in_files(metric: Metric[Row]) -> Metric[Row]:
    """The metric over the questions that the regulation files alone can answer."""
    return lambda row: metric(row) if row.in_files else None


BASIC: dict[str, Metric[Row]] = {
    **{f"hit@{k}": hit(k) for k in (1, 3, 5, 10)},
    **{f"recall@{k}": recall(k) for k in (1, 3, 5, 10)},
    "mrr@10": reciprocal_rank,
    "hit@5_regulation": hit(5, "regulation"),
    "hit@5_ayat": hit(5, "ayat"),
    "wrong_first": wrong_first,
    "wrong_share@5": wrong_share,
    "named_absent@5": named_absent,
}
METRICS = {**BASIC, **{f"{name}_files": in_files(m) for name, m in BASIC.items()}}
