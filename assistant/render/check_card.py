"""One finding as a card of the HTML page, beside the table that it quotes."""

from collections.abc import Iterator, Mapping
from html import escape

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.history import Perbandingan
from assistant.checking.models import HasilPeriksa, Temuan
from assistant.render.check_quote import quote
from assistant.render.check_words import (
    advice,
    basis_text,
    places_text,
)
from ingest.report.model import Tabel


def card(
    number: int,
    result: HasilPeriksa,
    finding: Temuan,
    tables: Mapping[tuple[str, int], Tabel],
    since: Perbandingan | None,
) -> Iterator[str]:
    """The card; `number` makes its address on the page."""
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
    yield f'<p class="where">{escape(places_text(finding.tempat))}</p>'
    yield from quote(result.nama, finding, tables)
    basis = m.PERIKSA_DASAR.format(dasar=basis_text(rule))
    yield f'<p>{escape(advice(finding))} <span class="small">{escape(basis)}</span></p>'
    if finding.putusan == "perlu_cek":
        yield f'<p class="small">Temuan ini {escape(m.PERIKSA_PERLU_CEK)}.</p>'
    if finding.keyakinan_baca is not None:
        sure = m.PERIKSA_KEYAKINAN.format(n=finding.keyakinan_baca)
        yield f'<p class="small">{escape(sure[:1].upper() + sure[1:])}.</p>'
    if finding.diakui:
        yield f'<p class="note">{escape(m.PERIKSA_DIAKUI.format(alasan=finding.diakui))}</p>'
    if finding.ditekan:
        yield f'<p class="small">Menjelaskan juga: {", ".join(sorted(set(finding.ditekan)))}.</p>'
    yield f'<p class="small mark">{finding.sidik_jari}</p></article>'
