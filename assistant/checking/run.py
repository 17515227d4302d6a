"""Runs all checks over a laporan and brings their findings together: root causes first."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assistant import format as tulis
from assistant import messages as m
from assistant.checking.checks import CHECKS, catalogue
from assistant.checking.choices import NONE, Pilihan
from assistant.checking.context import Konteks, build, recognised
from assistant.checking.masking import masked
from assistant.checking.models import (
    RANK,
    Hasil,
    HasilPeriksa,
    HitunganAturan,
    Keparahan,
    Lulus,
    TakDicek,
    Temuan,
)
from assistant.checking.roots import roots
from assistant.checking.score import compared, score_of
from ingest.report.model import Naskah

LOWER: dict[Keparahan, Keparahan] = {
    "galat": "peringatan", "peringatan": "peringatan", "info": "info",
}  # fmt: skip


def check(
    naskah: Naskah,
    hari: date,
    pilihan: Pilihan = NONE,
) -> HasilPeriksa:
    """All findings about one laporan, worst first.

    Args:
        naskah: The laporan as it was read.
        hari: The day whose law counts where the laporan itself is not dated.
        pilihan: What the user says about the laporan.
    """
    return check_context(build(naskah, hari, pilihan))


def check_context(k: Konteks) -> HasilPeriksa:
    """All findings about one laporan, and its score where it holds enough for one."""
    results = [result for check_ in CHECKS for result in check_(k)]
    score = score_of(k)
    if score is None or score.indeks is None or score.kategori is None:
        return gathered(k, results)
    name = score.kategori.nama
    shown = m.PERIKSA_SKOR.format(nilai=tulis.number(score.indeks, 2), kategori=name)
    return replace(
        gathered(k, [*results, *compared(k, score)]),
        skor=shown,
        skor_json={"index": str(score.indeks), "kategori": name},
    )


def gathered(k: Konteks, results: Iterable[Hasil]) -> HasilPeriksa:
    """Results of the checks as one: counted, weighed, with consequences folded into their roots."""
    results = list(results)
    suspect = frozenset(g.tabel.nomor for g in k.grid if g.kelayakan == "curiga")
    findings = [_weighed(k, r, suspect) for r in results if isinstance(r, Temuan)]
    findings = _unique(findings)
    kept, folded = _folded(findings)
    return HasilPeriksa(
        k.naskah.nama,
        k.identitas,
        k.naskah.halaman,
        k.naskah.sha256,
        k.naskah.ocr,
        tuple(sorted(kept, key=_order)),
        counted(results),
        k.naskah.catatan,
        diredam=tuple(folded),
        tabel=recognised(k),
    )


def counted(results: Iterable[Hasil]) -> tuple[HitunganAturan, ...]:
    """What became of every rule, in catalogue order; rules that met nothing count 0."""
    numbers = {name: [0, 0, 0, 0] for name in catalogue()}
    reasons: dict[str, dict[str, None]] = {name: {} for name in catalogue()}
    for result in results:
        if isinstance(result, Lulus):
            numbers[result.aturan][1 if result.pembulatan else 0] += 1
        elif isinstance(result, TakDicek):
            numbers[result.aturan][3] += 1
            reasons[result.aturan][result.alasan] = None
        else:
            numbers[result.aturan][2] += 1
    return tuple(
        HitunganAturan(name, p + r + f + n, p, r, f, n, tuple(reasons[name]))
        for name, (p, r, f, n) in numbers.items()
    )


def _weighed(k: Konteks, finding: Temuan, suspect: frozenset[int]) -> Temuan:
    """The finding with its severity and fingerprint. In a table that is only half trusted, or
    read by OCR, nothing is an error by itself."""
    severity = finding.keparahan or catalogue()[finding.aturan].keparahan
    private = finding.aturan.startswith("PRI")
    doubtful = any(t.letak.tabel in suspect for t in finding.tempat if t.letak.tabel)
    read_by_ocr = _read_by_ocr(k, finding)
    if (doubtful or read_by_ocr) and not private:
        severity = LOWER[severity]
        finding = replace(
            finding,
            putusan="perlu_cek" if finding.putusan == "tidak_konsisten" else finding.putusan,
        )
    text = "|".join((finding.aturan, *finding.sidik))
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    return replace(
        finding,
        keparahan=severity,
        keyakinan_baca=_sure(k, finding) if read_by_ocr else None,
        sidik_jari=mark,
        pesan=masked(finding.pesan),
        tempat=tuple(t.model_copy(update={"kutipan": masked(t.kutipan)}) for t in finding.tempat),
        ditemukan=masked(finding.ditemukan)
        if isinstance(finding.ditemukan, str)
        else finding.ditemukan,
    )


def _read_by_ocr(k: Konteks, finding: Temuan) -> bool:
    """Whether any place of a finding was read by OCR; one without a page may have been."""
    pages = {t.letak.halaman for t in finding.tempat}
    return k.naskah.ocr and bool(pages & {None, *k.naskah.halaman_ocr})


def _sure(k: Konteks, finding: Temuan) -> int | None:
    """How sure OCR was of the least sure number of a finding, in percent."""
    tables = {t.nomor: t for t in k.naskah.tabel}
    sure: list[int] = []
    for place in finding.tempat:
        table = tables.get(place.letak.tabel or 0)
        if table is None or not place.letak.baris or not place.letak.kolom:
            continue
        cells = table.baris[place.letak.baris - 1].sel
        cell = cells[place.letak.kolom - 1] if place.letak.kolom <= len(cells) else None
        if cell is not None and cell.keyakinan is not None:
            sure.append(cell.keyakinan)
    return min(sure, default=None)


def _unique(findings: list[Temuan]) -> list[Temuan]:
    """Findings with the same fingerprint told apart by a running number, in order."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        n = seen.get(finding.sidik_jari, 0)
        seen[finding.sidik_jari] = n + 1
        result.append(
            replace(finding, sidik_jari=f"{finding.sidik_jari}-{n + 1}") if n else finding
        )
    return result


def _folded(findings: list[Temuan]) -> tuple[list[Temuan], list[Temuan]]:
    """Findings kept, with the names of those that they explain, and the explained ones."""
    root_by_effect = roots(findings)
    effects: dict[str, list[str]] = {}
    for finding in findings:
        top = _top(finding.sidik_jari, root_by_effect)
        if top is not None:
            effects.setdefault(top, []).append(finding.aturan)
    folded = [f for f in findings if f.sidik_jari in root_by_effect]
    kept = [
        replace(f, ditekan=tuple(effects.get(f.sidik_jari, ())))
        for f in findings
        if f.sidik_jari not in root_by_effect
    ]
    return kept, folded


def _top(mark: str, root_by_effect: dict[str, str]) -> str | None:
    """The last root of a finding; None where it has none."""
    seen = set()
    root = root_by_effect.get(mark)
    while root in root_by_effect and root not in seen:
        seen.add(root)
        root = root_by_effect[root]
    return root


def _order(finding: Temuan) -> tuple[int, int, int, str]:
    """Findings with a consequence, then personal data, then by severity and verdict."""
    sure = 1 if finding.putusan in ("perlu_cek", "tidak_dapat_dicek") else 0
    severity = RANK[finding.keparahan or "info"]
    first = 0 if finding.akibat else 1 if finding.aturan.startswith("PRI") and severity == 0 else 2
    return (first, severity, sure, finding.aturan)
