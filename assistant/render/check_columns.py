"""How the tables of a laporan were understood: the role of every column, as text, JSON and HTML."""

from collections.abc import Iterator
from html import escape
from typing import Any

from assistant import messages as m
from assistant.checking.models import HasilPeriksa, TabelDikenali
from assistant.render.check_words import place_text

MAX_HTML = 60


def _where(table: TabelDikenali) -> str:
    return place_text(table.letak._replace(baris=None, kolom=None))


def _columns(table: TabelDikenali) -> Iterator[str]:
    """ "Sasaran = sasaran", one per column that has a heading; of deep headings the lowest two."""
    for heading, role in table.kolom:
        if heading:
            yield f'"{" > ".join(heading.split(" > ")[-2:])}" = {role or "-"}'


def as_text(result: HasilPeriksa) -> Iterator[str]:
    """Lines for the terminal."""
    yield f"{m.PERIKSA_KOLOM}:"
    for table in result.tabel:
        title = table.judul or m.PERIKSA_TANPA_JUDUL
        yield "  " + m.PERIKSA_KOLOM_TABEL.format(letak=_where(table), judul=title)
        if not table.layak:
            yield f"    {m.PERIKSA_TAK_LAYAK}"
            continue
        yield from (f"    {line}" for line in _columns(table))


def as_dicts(result: HasilPeriksa) -> list[dict[str, Any]]:
    """The field `tables` of a document."""
    return [
        {
            "table": t.letak.tabel,
            "sheet": t.letak.lembar,
            "page": t.letak.halaman,
            "line": t.letak.nomor,
            "title": t.judul,
            "checkable": t.layak,
            "columns": [
                {"column": n, "heading": heading, "role": role}
                for n, (heading, role) in enumerate(t.kolom, 1)
            ],
        }
        for t in result.tabel
    ]


def as_html(result: HasilPeriksa) -> Iterator[str]:
    """A part of the page that opens on a click."""
    if not result.tabel:
        return
    yield f"<details><summary>{escape(m.PERIKSA_KOLOM)}</summary><ul>"
    for table in result.tabel[:MAX_HTML]:
        title = table.judul or m.PERIKSA_TANPA_JUDUL
        told = "; ".join(_columns(table)) if table.layak else m.PERIKSA_TAK_LAYAK
        yield f"<li>{escape(_where(table))}: {escape(title)}<br>"
        yield f'<span class="small">{escape(told)}</span></li>'
    if len(result.tabel) > MAX_HTML:
        yield f"<li>{escape(m.PERIKSA_LAGI.format(n=len(result.tabel) - MAX_HTML))}</li>"
    yield "</ul></details>"
