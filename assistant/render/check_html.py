"""A check as one HTML page: no other file, works offline, prints, fits phone and desktop."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.history import Perbandingan
from assistant.checking.masking import masked
from assistant.checking.models import HasilPeriksa, Temuan
from assistant.checking.services import urusan_name
from assistant.render.check_words import (
    advice,
    basis_text,
    counts_text,
    identity_text,
    place_text,
    summary_text,
)
from corpus.catalogue import ORDER
from ingest.report.model import Letak, Naskah, Tabel
from ingest.report.numbers import is_number

MAX_COLUMNS = 9
MAX_MARKED = 40
MAX_CARDS = 1_000


def render(
    results: Sequence[HasilPeriksa],
    documents: Sequence[Naskah],
    since: Perbandingan | None = None,
) -> str:
    """The page. `documents` are the Naskah of the results, for the quoted tables."""
    style = (files("assistant.render") / "check_page.css").read_text(encoding="utf-8")
    script = (files("assistant.render") / "check_page.js").read_text(encoding="utf-8")
    tables = {(n.nama, t.nomor): t for n in documents for t in n.tabel}
    body = "".join(_body(results, tables, since))
    title = escape(m.PERIKSA_JUDUL.format(nama=results[0].nama))
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{style}</style></head><body>{body}"
        f"<script>{script}</script></body></html>\n"
    )


def _body(
    results: Sequence[HasilPeriksa],
    tables: Mapping[tuple[str, int], Tabel],
    since: Perbandingan | None,
) -> Iterator[str]:
    findings = [(r, t) for r in results for t in r.temuan]
    yield "<header>"
    for result in results:
        yield f"<h1>{escape(m.PERIKSA_JUDUL.format(nama=result.nama))}</h1>"
        yield f"<p>{escape(identity_text(result))}</p>"
        for note in result.catatan:
            yield f'<p class="note">{escape(note)}</p>'
        if result.skor:
            yield f'<p class="note">{escape(result.skor)}</p>'
    if since:
        yield f"<p>{escape(since.kalimat())}</p>"
    yield "</header>"
    yield from _filters([t for _, t in findings])
    yield '<main aria-live="polite">'
    if not findings:
        yield f"<p>{escape(m.PERIKSA_BERSIH)}</p>"
    if len(findings) > MAX_CARDS:
        yield f'<p class="note">{escape(m.PERIKSA_LAGI.format(n=len(findings) - MAX_CARDS))}</p>'
    for number, (result, finding) in enumerate(findings[:MAX_CARDS], 1):
        yield from _card(number, result, finding, tables, since)
    yield "</main><footer>"
    for result in results:
        yield f"<p>{escape(summary_text(result))} {escape(counts_text(result))}</p>"
        yield f'<p class="small">SHA-256 {escape(result.sha256)}</p>'
    yield from _rules(results)
    yield "</footer>"


def _filters(findings: Sequence[Temuan]) -> Iterator[str]:
    yield '<nav class="bar" aria-label="Saring temuan"><div class="chips">'
    for severity, name in m.PERIKSA_KEPARAHAN.items():
        count = sum(t.keparahan == severity for t in findings)
        yield (
            f'<button type="button" class="chip {severity}" data-sev="{severity}" '
            f'aria-pressed="true"><b>{count}</b> {name}</button>'
        )
    yield "</div>"
    present = [u for u in ORDER if any(t.urusan == u for t in findings)]
    if present:
        yield '<label>Urusan <select id="urusan"><option value="">semua</option>'
        for name in present:
            yield f'<option value="{name}">{escape(urusan_name(name))}</option>'
        yield '<option value="-">tanpa urusan</option></select></label>'
    yield '<span id="count" class="small"></span></nav>'


def _card(
    number: int,
    result: HasilPeriksa,
    finding: Temuan,
    tables: Mapping[tuple[str, int], Tabel],
    since: Perbandingan | None,
) -> Iterator[str]:
    severity = finding.keparahan or "info"
    rule = catalogue()[finding.aturan]
    new = since is not None and finding.sidik_jari in since.baru
    yield (
        f'<article class="{severity}" data-sev="{severity}" data-urusan="{finding.urusan or "-"}" '
        f'id="t{number}"><h2><span class="badge">{m.PERIKSA_KEPARAHAN[severity]}</span> '
        f'<span class="code">{finding.aturan}</span> {escape(rule.judul)}'
        f"{' <span class=tag>baru</span>' if new else ''}</h2>"
    )
    yield f'<p class="msg">{escape(finding.pesan)}</p>'
    if finding.akibat:
        yield f'<p class="note">{escape(m.PERIKSA_AKIBAT.format(kategori=finding.akibat))}</p>'
    yield f'<p class="where">{escape(_places(finding))}</p>'
    yield from _quote(result.nama, finding, tables)
    basis = m.PERIKSA_DASAR.format(dasar=basis_text(rule))
    yield f'<p>{escape(advice(finding))} <span class="small">{escape(basis)}</span></p>'
    if finding.putusan == "perlu_cek":
        yield f'<p class="small">Temuan ini {escape(m.PERIKSA_PERLU_CEK)}.</p>'
    if finding.diakui:
        yield f'<p class="note">{escape(m.PERIKSA_DIAKUI.format(alasan=finding.diakui))}</p>'
    if finding.ditekan:
        yield f'<p class="small">Menjelaskan juga: {", ".join(sorted(set(finding.ditekan)))}.</p>'
    yield f'<p class="small mark">{finding.sidik_jari}</p></article>'


def _places(finding: Temuan) -> str:
    """The places, cells of one row told together."""
    rows: dict[str, list[str]] = {}
    for place in finding.tempat:
        letak = place.letak
        cell = letak.sel or (f"kolom {letak.kolom}" if letak.tabel and letak.kolom else "")
        row = place_text(letak._replace(sel=None, kolom=None), place.berkas)
        rows.setdefault(row, []).append(cell)
    told = [
        ", ".join(part for part in (row, *dict.fromkeys(cells)) if part)
        for row, cells in rows.items()
    ]
    told = [text for text in told if text]
    more = f" dan {len(told) - 3} tempat lain" if len(told) > 3 else ""
    return "; ".join(told[:3]) + more


def _quote(name: str, finding: Temuan, tables: Mapping[tuple[str, int], Tabel]) -> Iterator[str]:
    """The table around the marked cells, or the sentence."""
    private = finding.aturan.startswith("PRI")
    first = finding.tempat[0] if finding.tempat else None
    if first is None or private:
        return
    table = tables.get((first.berkas or name, first.letak.tabel or 0))
    if table is None or first.letak.baris is None:
        if first.kutipan:
            yield f"<blockquote>{escape(first.kutipan)}</blockquote>"
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
    label = next((c for c in (0, 1) if not is_number(_first(table, c))), 0)
    chosen: list[int] = []
    for column in [label, *hits]:
        if 0 <= column < width and column not in chosen and len(chosen) < MAX_COLUMNS:
            chosen.append(column)
    return sorted(chosen)


def _first(table: Tabel, column: int) -> str:
    """The last filled cell of a column: a label or a number."""
    texts = [table.teks(r, column) for r in range(len(table.baris))]
    return next((t for t in reversed(texts) if t), "")


def _rules(results: Sequence[HasilPeriksa]) -> Iterator[str]:
    yield '<details><summary>Yang diperiksa</summary><div class="scroll"><table><tr><th>Aturan</th>'
    heads = ("Judul", "Dicek", "Cocok", "Pembulatan", "Tidak", "Tak dapat dicek")
    yield "".join(f"<th>{head}</th>" for head in heads) + "</tr>"
    for counted in (c for r in results for c in r.aturan if c.dicek):
        rule = catalogue()[counted.aturan]
        yield (
            f"<tr><td>{counted.aturan}</td><td>{escape(rule.judul)}</td><td>{counted.dicek}</td>"
            f"<td>{counted.lolos}</td><td>{counted.lolos_pembulatan}</td><td>{counted.gagal}</td>"
            f"<td>{counted.tak_dapat_dicek} {escape('; '.join(counted.alasan))}</td></tr>"
        )
    yield "</table></div></details>"
