"""Characters of a page to lines of text."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Garis:
    """One line of text: place on the page in points, and its page (1-based)."""

    teks: str
    kiri: float
    kanan: float
    atas: float
    halaman: int
    penuh: bool


def text_lines(chars: list[dict[str, Any]], number: int) -> Iterator[Garis]:
    """Characters to lines by their baseline, blanks put where the gap is wide."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for char in chars:
        rows.setdefault(round(char["bottom"] / 2), []).append(char)
    right = max((c["x1"] for c in chars), default=0.0)
    keys = sorted(rows)
    merged: list[list[dict[str, Any]]] = []
    for at, key in enumerate(keys):
        if at and key - keys[at - 1] == 1 and _apart(merged[-1], rows[key]):
            merged[-1] += rows[key]
        else:
            merged.append(rows[key])
    for row in merged:
        row.sort(key=lambda c: c["x0"])
        text = row[0]["text"]
        for before, char in itertools.pairwise(row):
            gap = char["x0"] - before["x1"]
            if gap > 12 * max(char["size"] / 10, 0.5):
                text += "   "
            elif gap > char["size"] * 0.18:
                text += " "
            text += char["text"]
        if text.strip():
            yield Garis(
                text.strip(), row[0]["x0"], row[-1]["x1"], row[0]["top"], number,
                row[-1]["x1"] > right * 0.88,
            )  # fmt: skip


def _apart(one: list[dict[str, Any]], two: list[dict[str, Any]]) -> bool:
    """Two rows a point apart are one line where no character stands over another."""
    spans = [(c["x0"], c["x1"]) for c in one]
    return not any(a < c["x1"] - 1 and c["x0"] < b - 1 for c in two for a, b in spans)
