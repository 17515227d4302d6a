"""HasilSkor -> PNG: the six urusan with their categories, and penerima beside mutu.

Upright and in large letters, so that it reads on a phone; hatched, so that it reads in grey print.
The only import of matplotlib, made when a chart is asked for.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.render.score_numbers import shown
from assistant.render.score_text import category
from assistant.scoring.hasil import HasilSkor
from assistant.template_layout import LEMBAR, PERIODE
from corpus.errors import BerkasError, MasukanError

WIDTH, HEIGHT, DPI = 6.0, 9.6, 180
# from the lowest category to the highest; dark enough beside white, apart for the colour-blind
COLOURS = ("#B2182B", "#E08214", "#C9A227", "#7FB2D6", "#2F78B4", "#1B4F72")
PENERIMA, MUTU = "#2F78B4", "#E8B04A"
INK = "#222222"


def draw(hasil: HasilSkor, path: Path) -> None:
    """Writes the chart of one score.

    Raises:
        MasukanError: `path` does not end in .png.
        BerkasError: the file cannot be written.
    """
    if path.suffix.lower() != ".png":
        raise MasukanError(messages.TEKS_GRAFIK_FORMAT.format(nama=path.name))
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor="white")
    top, bottom = figure.subplots(2, 1, height_ratios=(1, 1.25))
    _title(figure, hasil)
    _indices(top, hasil)
    _sides(bottom, hasil)
    figure.text(0.03, 0.012, messages.GRAFIK_CATATAN, fontsize=8, color="#555555")
    figure.subplots_adjust(left=0.29, right=0.95, top=0.845, bottom=0.105, hspace=0.32)
    try:
        figure.savefig(path, format="png", metadata={"Software": None})
    except OSError as error:
        raise BerkasError(messages.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def _title(figure: Any, hasil: HasilSkor) -> None:
    laporan = hasil.laporan
    name = laporan.nama_daerah or messages.TEKS_DAERAH_KOSONG
    head = messages.GRAFIK_JUDUL.format(daerah=name)
    period = messages.GRAFIK_PERIODE.format(periode=PERIODE[laporan.triwulan], tahun=laporan.tahun)
    score = messages.GRAFIK_BELUM
    if hasil.indeks is not None and hasil.kategori is not None:
        index = shown(hasil.indeks, hasil.ketentuan)
        score = messages.GRAFIK_DAERAH.format(indeks=index, kategori=hasil.kategori.nama)
    size = min(13.0, 13.0 * 46 / len(head))
    figure.text(0.03, 0.968, head, fontsize=size, weight="bold", color=INK)
    figure.text(0.03, 0.941, period, fontsize=11, color="#555555")
    figure.text(0.03, 0.908, score, fontsize=14, weight="bold", color=INK)


def _indices(axes: Any, hasil: HasilSkor) -> None:
    labels = [LEMBAR[u.urusan.id] for u in hasil.urusan]
    values = [float(u.indeks or 0) for u in hasil.urusan]
    colours = [_colour(hasil, u.indeks) for u in hasil.urusan]
    axes.barh(labels, values, color=colours, height=0.68, zorder=2)
    for bound in (k.batas_bawah for k in hasil.ketentuan.kategori):
        axes.axvline(float(bound), color="#BBBBBB", linewidth=0.8, linestyle=":", zorder=1)
    for n, urusan in enumerate(hasil.urusan):
        text = category(urusan)
        if urusan.indeks is not None:
            text = f"{shown(urusan.indeks, hasil.ketentuan)}  {text}"
        inside = values[n] >= 55
        axes.text(
            values[n] - 1.5 if inside else values[n] + 1.5,
            n,
            text,
            va="center",
            ha="right" if inside else "left",
            fontsize=10,
            weight="bold",
            color="white" if inside and _dark(colours[n]) else INK,
            zorder=3,
        )
    _frame(axes, messages.GRAFIK_URUSAN, hasil)


def _sides(axes: Any, hasil: HasilSkor) -> None:
    labels = [LEMBAR[u.urusan.id] for u in hasil.urusan]
    sides = (
        (-0.2, PENERIMA, "", messages.GRAFIK_PENERIMA, [u.rata_penerima() for u in hasil.urusan]),
        (0.2, MUTU, "///", messages.GRAFIK_MUTU, [u.rata_mutu() for u in hasil.urusan]),
    )
    for offset, colour, hatch, label, values in sides:
        places = [n + offset for n in range(len(labels))]
        lengths = [float(v or 0) for v in values]
        axes.barh(
            places,
            lengths,
            height=0.36,
            color=colour,
            hatch=hatch,
            edgecolor="white" if not hatch else "#8A6414",
            linewidth=0.4,
            label=label,
            zorder=2,
        )
        for place, value, length in zip(places, values, lengths, strict=True):
            axes.text(
                length + 1,
                place,
                shown(value, hasil.ketentuan),
                va="center",
                fontsize=9,
                color=INK,
                zorder=3,
            )
    axes.set_yticks(range(len(labels)), labels)
    _frame(axes, messages.GRAFIK_SISI, hasil)
    axes.set_xlim(0, 114)
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.4, -0.12), ncols=2, frameon=False, fontsize=10
    )


def _frame(axes: Any, title: str, hasil: HasilSkor) -> None:
    bounds = sorted(float(k.batas_bawah) for k in hasil.ketentuan.kategori)
    axes.set_title(title, loc="left", fontsize=11, weight="bold", color=INK)
    axes.set_xlim(0, 101)
    axes.set_xticks(bounds, [f"{bound:.0f}" for bound in bounds], fontsize=9)
    axes.set_xlabel("")
    axes.tick_params(axis="y", labelsize=10, length=0)
    axes.tick_params(axis="x", length=0, colors="#555555")
    axes.invert_yaxis()
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _colour(hasil: HasilSkor, value: Decimal | None) -> str:
    """The category's colour; grey without an index."""
    if value is None:
        return "#777777"
    steps = len(hasil.ketentuan.kategori)
    below = sum(k.batas_bawah <= value for k in hasil.ketentuan.kategori)
    return COLOURS[round((below - 1) * (len(COLOURS) - 1) / max(1, steps - 1))]


def _dark(colour: str) -> bool:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 130
