"""Figures as markdown tables."""

from collections.abc import Iterable, Sequence

from evals.bars import Figures, Verdict, pick, shown
from evals.metrics import ALL, Figure

MISSING = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A markdown table; a bar inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines
    )


def cell(figure: Figure | None) -> str:
    """A figure with its interval and n, or a dash."""
    return shown(figure) if figure else MISSING


def systems(figures: Figures, half: str) -> list[str]:
    """The systems of a half, in the order in which they ran."""
    return list(dict.fromkeys(f.system for f in figures if f.half == half and not f.against))


def by_system(figures: Figures, half: str, metrics: Sequence[str]) -> str:
    """One row a system, one column a metric."""
    rows = [
        [s, *(cell(pick(figures, m, system=s, half=half)) for m in metrics)]
        for s in systems(figures, half)
    ]
    return table(["system", *metrics], rows)


def by_metric(figures: Figures, halves: Sequence[str], metrics: Sequence[str], system: str) -> str:
    """One row a metric, one column a half, for one system."""
    rows = [[m, *(cell(pick(figures, m, system=system, half=h)) for h in halves)] for m in metrics]
    return table(["metric", *halves], rows)


def differences(figures: Figures, half: str, metrics: Sequence[str]) -> str:
    """One row a system that ours is compared with; ours minus theirs."""
    others = dict.fromkeys(f.against for f in figures if f.half == half and f.against)
    rows = [
        [f"asisten − {o}", *(cell(pick(figures, m, half=half, against=o)) for m in metrics)]
        for o in others
    ]
    return table(["difference", *metrics], rows)


def classes(columns: Sequence[tuple[str, Figures]], half: str, system: str) -> str:
    """One row a class of question; columns are (metric, figures of its task)."""
    groups = dict.fromkeys(
        f.group for _, figures in columns for f in figures if f.half == half and f.group != ALL
    )
    rows = [
        [g, *(cell(pick(f, m, system=system, half=half, group=g)) for m, f in columns)]
        for g in groups
    ]
    return table(["class", *(m for m, _ in columns)], rows)


def bars(verdicts: Iterable[Verdict]) -> str:
    """One row a bar."""
    words = {True: "met", False: "**missed**", None: "not measured"}
    rows = [[v.name, v.wanted, v.measured, words[v.met]] for v in verdicts]
    return table(["bar", "wanted", "measured", ""], rows)
