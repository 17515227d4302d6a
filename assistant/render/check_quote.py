"""The table around the cells of a finding, as HTML."""

from collections.abc import Iterator, Mapping
from html import escape

from assistant.checking.masking import masked
from assistant.checking.models import Temuan
from ingest.report.model import Letak, Tabel
from ingest.report.numbers import is_number

MAX_COLUMNS = 9
MAX_MARKED = 40
MAX_QUOTES = 3


def quote(name: str, finding: Temuan, tables: Mapping[tuple[str, int], Tabel]) -> Iterator[str]:
    """The table around the marked cells, or the sentence."""
    private = finding.aturan.startswith("PRI")
    first = finding.tempat[0] if finding.tempat else None
    if first is None or private:
        return
    table = tables.get((first.berkas or name, first.letak.tabel or 0))
    if table is None or first.letak.baris is None:
        for quoted in list(dict.fromkeys(t.kutipan for t in finding.tempat if t.kutipan))[
            :MAX_QUOTES
        ]:
            yield f"<blockquote>{escape(quoted)}</blockquote>"
        return
    marked = {
        (t.letak.baris - 1, t.letak.kolom - 1): at == 0
        for at, t in reversed(list(enumerate(finding.tempat[:MAX_MARKED])))
        if t.letak.tabel == table.nomor and t.letak.baris and t.letak.kolom
    }
    yield from _table(table, marked, first.letak)


def _table(table: Tabel, marked: Mapping[tuple[int, int], bool], where: Letak) -> Iterator[str]:
    rows = sorted({r for r, _ in marked} | {(where.baris or 1) - 1})
    header = list(range(_header_rows(table, where)))
    shown_rows = header + [r for r in rows if r not in header][:12]
    columns = _columns(table, marked)
    yield '<div class="scroll"><table>'
    if table.judul:
        yield f"<caption>{escape(table.judul[:160])}</caption>"
    for row in shown_rows:
        yield "<tr>"
        for column in columns:
            text = masked(table.teks(row, column))
            short = text if len(text) <= 60 else text[:57] + "..."
            kind = "th" if row in header else "td"
            hit = marked.get((row, column))
            css = "" if hit is None else ' class="hit"' if hit else ' class="part"'
            yield f"<{kind}{css}>{escape(short)}</{kind}>"
        yield "</tr>"
    yield "</table></div>"


def _header_rows(table: Tabel, where: Letak) -> int:
    depth = (where.baris or 1) - (where.data or where.baris or 1)
    return max(0, min(depth, 5, len(table.baris) - 1))


def _columns(table: Tabel, marked: Mapping[tuple[int, int], bool]) -> list[int]:
    """The label and the marked columns, at most nine: what a phone can show."""
    width = max(len(r.sel) for r in table.baris)
    if width <= MAX_COLUMNS:
        return list(range(width))
    hits = sorted({c for _, c in marked})
    label = [c for c in (0, 1) if not is_number(_first(table, c))][:1]
    chosen: list[int] = []
    for column in [*label, *hits]:
        if 0 <= column < width and column not in chosen and len(chosen) < MAX_COLUMNS:
            chosen.append(column)
    return sorted(chosen)


def _first(table: Tabel, column: int) -> str:
    """The last filled cell of a column: a label or a number."""
    texts = [table.teks(r, column) for r in range(len(table.baris))]
    return next((t for t in reversed(texts) if t), "")
