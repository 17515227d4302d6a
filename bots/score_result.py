"""What a guided score gives: numbers that were typed as a laporan, its score, and how it reads."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant import messages as m
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Nilai
from assistant.render import score_text
from assistant.render.score_numbers import shown
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.skor import skor
from assistant.template import blank_laporan
from assistant.template_layout import LEMBAR
from bots.telegram_html import Block, Span, para, title
from corpus import catalogue
from corpus.models import Tingkat

State = dict[str, Any]
CHART = "grafik.png"
MOST_NOTES = 6
SERVICE = re.compile(r"^[a-z]+\.(?:kab|prov)\.\d+")


def scored(day: date, state: State) -> HasilSkor:
    """The score of what was typed so far, under the rules of a day."""
    level: Tingkat = "provinsi" if state["tingkat"] == "provinsi" else "kabkota"
    return skor(laporan_of(level, day.year, state["isi"], state.get("daerah")), ketentuan(day))


def laporan_of(
    level: Tingkat, year: int, isi: dict[str, list[str]], region: str | None = None
) -> Laporan:
    """A laporan of the typed numbers; mutu is one item, 100 needed."""
    blank = blank_laporan(level, year, region)
    rows = []
    for one in blank.layanan:
        held = isi.get(one.id)
        if held is None:
            rows.append(IsianLayanan(one.id))
            continue
        sasaran, served, mutu = (Nilai(Decimal(n)) for n in held)
        item = ButirMutu("barang_jasa", m.BOT_SKOR_MUTU, "persen", Nilai(Decimal(100)), mutu)
        rows.append(IsianLayanan(one.id, sasaran, served, (item,)))
    return replace(blank, layanan=tuple(rows))


def result_blocks(hasil: HasilSkor) -> list[Block]:
    """The score as a message: in all, by urusan, what is missing or to be noted."""
    blocks = [title(score_text.title(hasil))]
    missing = [LEMBAR[u.urusan.id] for u in hasil.urusan if u.indeks is None]
    if missing:
        blocks.append(para(m.BOT_SKOR_BELUM_SEMUA.format(urusan=", ".join(missing))))
    else:
        blocks.append(para("\n".join(score_text.heading(hasil)[1:])))
    blocks.append(para("\n".join(urusan_lines(hasil))))
    notes = [] if missing else [_named(n) for n in hasil.catatan()[:MOST_NOTES]]
    blocks += [para("\n".join(f"• {n}" for n in notes))] if notes else []
    return [*blocks, para(Span(m.BOT_SKOR_SENDIRI, "i"))]


def _named(note: str) -> str:
    """A note with the name of its service in the place of the id."""
    return SERVICE.sub(lambda found: catalogue.services()[found[0]].nama, note)


def urusan_lines(hasil: HasilSkor) -> list[str]:
    """A line per urusan that has an index; a table would be too wide for a phone."""
    return [
        m.BOT_SKOR_BARIS.format(
            urusan=u.urusan.nama, indeks=shown(u.indeks, hasil.ketentuan),
            penerima=shown(u.rata_penerima(), hasil.ketentuan),
            mutu=shown(u.rata_mutu(), hasil.ketentuan), kategori=score_text.category(u),
        )
        for u in hasil.urusan
        if u.indeks is not None
    ]  # fmt: skip


def draw_chart(hasil: HasilSkor, folder: Path) -> None:
    """Draws the chart into a folder of its own."""
    from assistant.render.chart import draw

    folder.mkdir(parents=True, exist_ok=True)
    draw(hasil, folder / CHART)
