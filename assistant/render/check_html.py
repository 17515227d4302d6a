"""A check as one HTML page: no other file, works offline, prints, fits phone and desktop."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.history import Perbandingan
from assistant.checking.models import HasilPeriksa, Temuan
from assistant.checking.services import urusan_name
from assistant.render import check_columns
from assistant.render.check_card import card
from assistant.render.check_words import (
    counts_text,
    identity_text,
    summary_text,
)
from corpus.catalogue import ORDER
from ingest.report.model import Naskah, Tabel

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
        yield from card(number, result, finding, tables, since)
    yield "</main><footer>"
    for result in results:
        yield f"<p>{escape(summary_text(result))} {escape(counts_text(result))}</p>"
        yield f'<p class="small">SHA-256 {escape(result.sha256)}</p>'
    for result in results:
        yield from check_columns.as_html(result)
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
