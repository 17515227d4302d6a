"""A notulen as DOCX, in the order and form that Indonesian offices use."""

from collections.abc import Sequence
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from assistant import messages as m
from assistant.render import docx_page as page
from assistant.render import docx_pdf
from assistant.render import docx_tables as tables
from assistant.sessions.minutes_models import BarisTindak, Butir, Notulen
from corpus.errors import MasukanError

LETTERS = "ABCDEFGH"


def check_name(path: Path) -> None:
    """Refuses a name that is neither .docx nor .pdf, before anything is done.

    Raises:
        MasukanError: the name.
    """
    if path.suffix.lower() not in (".docx", ".pdf"):
        raise MasukanError(m.SESI_FORMAT_NOTULEN.format(nama=path.name))


def write_any(notulen: Notulen, path: Path) -> None:
    """Writes .docx, or .pdf where LibreOffice is installed.

    Raises:
        MasukanError: the name is neither.
        BerkasError: the file cannot be written, or LibreOffice did not manage.
    """
    check_name(path)
    if path.suffix.lower() == ".pdf":
        docx_pdf.written(lambda source: write(notulen, source), path)
    else:
        write(notulen, path)


def write(notulen: Notulen, path: Path) -> None:
    """Writes the minutes.

    Raises:
        BerkasError: the file cannot be written.
    """
    document = page.page(m.NOTULEN_KAKI.format(id=notulen.id))
    below = [notulen.judul.upper()] + ([m.NOTULEN_BERJALAN] if notulen.berjalan else [])
    page.title(document, m.NOTULEN_JUDUL, *below)
    tables.plain_table(document, (3.2, 0.4, 13.4), _identity(notulen))
    letters = iter(LETTERS)
    parts = m.NOTULEN_BAGIAN
    if notulen.sebelumnya:
        page.heading(document, f"{next(letters)}. {parts['sebelumnya']}")
        _actions(document, notulen.sebelumnya)
    page.heading(document, f"{next(letters)}. {parts['pembahasan']}")
    if notulen.pembahasan:
        tables.table(document, m.NOTULEN_KOLOM_BAHAS, (1.0, 2.4, 13.6), _discussion(notulen))
    else:
        page.paragraph(document, m.NOTULEN_TANPA_BAHASAN)
    if notulen.temuan:
        page.heading(document, f"{next(letters)}. {parts['temuan']}")
        tables.table(document, m.NOTULEN_KOLOM_TEMUAN, (1.0, 4.0, 12.0), _findings(notulen))
    page.heading(document, f"{next(letters)}. {parts['keputusan']}")
    _numbered(document, notulen.keputusan, m.NOTULEN_TANPA_KEPUTUSAN)
    page.heading(document, f"{next(letters)}. {parts['tindaklanjut']}")
    if notulen.tindaklanjut:
        _actions(document, notulen.tindaklanjut)
    else:
        page.paragraph(document, m.NOTULEN_TANPA_TINDAK)
    if notulen.temuan:
        page.heading(document, f"{next(letters)}. {parts['lampiran']}")
        _numbered(document, [t.lampiran for t in notulen.temuan], "")
    _signatures(document)
    page.save(document, path)


def _identity(notulen: Notulen) -> list[tuple[str, str, str]]:
    people = "; ".join(f"{n}. {name}" for n, name in enumerate(notulen.peserta, 1))
    rows = [(label, ":", value) for label, value in notulen.identitas]
    rows.append((m.NOTULEN_IDENTITAS["peserta"], ":", people or m.NOTULEN_PESERTA_KOSONG))
    return rows


def _discussion(notulen: Notulen) -> list[Sequence[object]]:
    rows: list[Sequence[object]] = []
    number = 0
    for group in notulen.pembahasan:
        rows.append((m.NOTULEN_KELOMPOK.format(urusan=group.urusan, tahapan=group.tahapan),))
        for point in group.butir:
            number += 1
            rows.append((number, point.label, _point(point)))
    return rows


def _point(point: Butir) -> list[tuple[str, bool, bool]]:
    lines = [(point.teks, point.jawaban is not None, False)]
    if point.jawaban is not None:
        lines.append((f"{m.NOTULEN_LABEL['jawab']}: {point.jawaban}", False, False))
    if point.dasar is not None:
        lines.append((point.dasar, False, True))
    return lines


def _findings(notulen: Notulen) -> list[Sequence[object]]:
    return [
        (number, one.nama, [(one.hasil, True, False), *((f, False, False) for f in one.temuan)])
        for number, one in enumerate(notulen.temuan, 1)
    ]


def _actions(document: object, actions: Sequence[BarisTindak]) -> None:
    rows = [(n, a.teks, a.pic, a.tenggat, a.keadaan) for n, a in enumerate(actions, 1)]
    tables.table(document, m.NOTULEN_KOLOM_TINDAK, (1.0, 6.1, 3.1, 3.6, 3.2), rows)


def _numbered(document: object, lines: Sequence[str], none: str) -> None:
    if not lines:
        page.paragraph(document, none)
    for number, line in enumerate(lines, 1):
        made = page.paragraph(document, f"{number}. {line}")
        made.paragraph_format.left_indent = Cm(0.6)
        made.paragraph_format.first_line_indent = Cm(-0.6)


def _signatures(document: object) -> None:
    """Signatures never stand alone on a page: what comes before them goes along."""
    tables.keep_last(document)
    note = page.paragraph(document, m.NOTULEN_PENUTUP, italic=True).paragraph_format
    note.space_before, note.keep_with_next = Pt(8), True
    left, right = m.NOTULEN_TTD
    line = m.NOTULEN_TTD_GARIS
    grid = tables.plain_table(
        document, (8.5, 8.5), [(f"\n{left}\n\n\n\n{line}", f"\n{right}\n\n\n\n{line}")]
    )
    for cell in grid.rows[0].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
