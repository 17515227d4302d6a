"""A check for the terminal: worst first, findings of one rule together and counted."""

from collections.abc import Iterator
from itertools import groupby

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.history import Perbandingan
from assistant.checking.models import HasilPeriksa, Temuan
from assistant.render import check_columns
from assistant.render.check_words import (
    advice,
    basis_text,
    counts_text,
    identity_text,
    other_places,
    sentence,
    summary_text,
)

EXAMPLES = 8


def render(result: HasilPeriksa, since: Perbandingan | None = None, columns: bool = False) -> str:
    """The whole result as text; at most eight findings a rule are written out.

    `columns`: with the roles of all columns.
    """
    return "\n".join(_lines(result, since, columns)) + "\n"


def _lines(result: HasilPeriksa, since: Perbandingan | None, columns: bool) -> Iterator[str]:
    yield m.PERIKSA_JUDUL.format(nama=result.nama)
    yield identity_text(result)
    yield m.PERIKSA_UBAH
    yield from result.catatan
    if result.identitas.jenis == "lainnya":
        yield m.PERIKSA_UMUM
    if result.skor:
        yield result.skor
    if columns:
        yield ""
        yield from check_columns.as_text(result)
    yield ""
    yield summary_text(result) if result.temuan else m.PERIKSA_BERSIH
    if since:
        yield since.kalimat()
    for severity, findings in groupby(result.temuan, key=lambda t: t.keparahan or "info"):
        yield ""
        yield f"== {m.PERIKSA_KEPARAHAN[severity]} =="
        for rule, same in groupby(findings, key=lambda t: t.aturan):
            yield from _rule(rule, list(same), since)
    yield ""
    if result.diredam:
        yield m.PERIKSA_DIREDAM.format(n=len(result.diredam))
    yield counts_text(result)
    for counted in result.aturan:
        if counted.tak_dapat_dicek and not counted.dicek - counted.tak_dapat_dicek:
            yield m.PERIKSA_TAK_DICEK.format(
                judul=catalogue()[counted.aturan].judul,
                aturan=counted.aturan,
                alasan="; ".join(counted.alasan),
            )


def _rule(rule: str, findings: list[Temuan], since: Perbandingan | None) -> Iterator[str]:
    entry = catalogue()[rule]
    yield ""
    yield m.PERIKSA_KALI.format(judul=entry.judul, aturan=rule, n=len(findings))
    for finding in findings[:EXAMPLES]:
        notes = [m.PERIKSA_PERLU_CEK] if finding.putusan == "perlu_cek" else []
        if finding.keyakinan_baca is not None:
            notes.append(m.PERIKSA_KEYAKINAN.format(n=finding.keyakinan_baca))
        notes += [m.PERIKSA_DIAKUI.format(alasan=finding.diakui)] if finding.diakui else []
        notes += ["baru"] if since and finding.sidik_jari in since.baru else []
        yield f"- {sentence(finding)}" + (f" ({'; '.join(notes)})" if notes else "")
        if elsewhere := other_places(finding):
            yield "  " + m.PERIKSA_TEMPAT_LAIN.format(tempat=elsewhere)
        if finding.akibat:
            yield "  " + m.PERIKSA_AKIBAT.format(kategori=finding.akibat)
    if len(findings) > EXAMPLES:
        yield "  " + m.PERIKSA_LAGI.format(n=len(findings) - EXAMPLES)
    yield f"  {advice(findings[0])} " + m.PERIKSA_DASAR.format(dasar=basis_text(entry))
