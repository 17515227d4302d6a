"""A check as a letter-ready list in DOCX."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.shared import Pt

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.models import HasilPeriksa
from assistant.render.check_words import (
    advice,
    basis_text,
    counts_text,
    identity_text,
    other_places,
    sentence,
    summary_text,
)


def write(results: Sequence[HasilPeriksa], path: Path) -> None:
    """One numbered list per severity and file."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    for result in results:
        document.add_heading(_clean(m.PERIKSA_JUDUL.format(nama=result.nama)), 1)
        document.add_paragraph(_clean(identity_text(result)))
        document.add_paragraph(_clean(m.PERIKSA_SURAT.format(nama=result.nama)))
        document.add_paragraph(_clean(summary_text(result)))
        for severity, name in m.PERIKSA_KEPARAHAN.items():
            findings = [t for t in result.temuan if t.keparahan == severity]
            if not findings:
                continue
            document.add_heading(name, 2)
            for number, finding in enumerate(findings, 1):
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{number}. {_clean(sentence(finding))} ")
                if elsewhere := other_places(finding):
                    told = m.PERIKSA_TEMPAT_LAIN.format(tempat=elsewhere)
                    paragraph.add_run(_clean(told) + " ")
                paragraph.add_run(_clean(advice(finding)) + " ").italic = True
                basis = m.PERIKSA_DASAR.format(dasar=basis_text(catalogue()[finding.aturan]))
                paragraph.add_run(f"[{finding.aturan}] {basis}")
        document.add_paragraph(_clean(counts_text(result)))
    document.save(str(path))


def _clean(text: str) -> str:
    """Control characters are no XML."""
    return "".join(c for c in text if c >= " " or c in "\t\n")
