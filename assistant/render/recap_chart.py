"""A recap as a picture: activities by kind, problems by tahapan and by urusan.

matplotlib is imported when a chart is asked for, here as in `chart.py`.
"""

from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import Any

from assistant import messages as m
from assistant.sessions.models import STAGES
from assistant.sessions.recap_models import Rekap
from assistant.sessions.wording import kind_name, stage_name, urusan_name
from corpus.errors import BerkasError

BLUE, GOLD, INK = "#2F78B4", "#E8B04A", "#222222"
DPI = 160
LINE = 30


def draw(rekap: Rekap, path: Path) -> None:
    """Writes a PNG.

    Raises:
        BerkasError: the file cannot be written.
    """
    try:
        path.write_bytes(picture(rekap))
    except OSError as error:
        raise BerkasError(m.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def picture(rekap: Rekap) -> bytes:
    """The PNG itself, 16 cm wide."""
    from matplotlib.figure import Figure

    panels = series(rekap)
    heights = [0.55 + 0.29 * max(1, len(labels)) for _, labels, _ in panels]
    figure = Figure(figsize=(6.3, sum(heights) + 0.3), dpi=DPI, facecolor="white")
    axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=heights)[:, 0]
    for axis, (title, labels, values), colour in zip(axes, panels, (BLUE, GOLD, GOLD), strict=True):
        _bars(axis, title, labels, values, colour)
    figure.tight_layout()
    made = BytesIO()
    figure.savefig(made, format="png", metadata={"Software": None})
    return made.getvalue()


def series(rekap: Rekap) -> list[tuple[str, list[str], list[int]]]:
    """Title, labels and values of each panel, as the recap counts them."""
    stages = [sum(row.tahapan[at] for row in rekap.masalah) for at in range(len(STAGES) + 1)]
    return [
        (m.REKAP_GRAFIK_JENIS, [kind_name(k) for k in rekap.jenis], list(rekap.jenis.values())),
        (m.REKAP_GRAFIK_TAHAPAN, [stage_name(s) for s in (*STAGES, None)], stages),
        (
            m.REKAP_GRAFIK_URUSAN,
            [urusan_name(row.urusan) for row in rekap.masalah] or [m.REKAP_TIDAK_ADA],
            [row.jumlah for row in rekap.masalah] or [0],
        ),
    ]


def _bars(axis: Any, title: str, labels: list[str], values: list[int], colour: str) -> None:
    places = range(len(labels))
    axis.barh(list(places), values, color=colour, height=0.62)
    axis.set_yticks(list(places), [_short(label) for label in labels], fontsize=7.5, color=INK)
    axis.invert_yaxis()
    axis.set_title(title, fontsize=9, loc="left", weight="bold", color=INK)
    axis.set_xlim(0, max(*values, 1) * 1.12)
    axis.set_xticks([])
    for side in ("top", "right", "bottom"):
        axis.spines[side].set_visible(False)
    for place, value in zip(places, values, strict=True):
        axis.text(value, place, f" {value}", va="center", fontsize=8, color=INK)


def _short(label: str) -> str:
    """At most two lines."""
    lines = wrap(label, LINE)
    return "\n".join(lines[:2]) + ("…" if len(lines) > 2 else "")
