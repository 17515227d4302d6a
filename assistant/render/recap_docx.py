"""A recap as DOCX: a chapter that a monthly report can take in as it is."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from assistant import format as tulis
from assistant import messages as m
from assistant.render import docx_page as page
from assistant.render import docx_tables as tables
from assistant.render.recap_chart import picture
from assistant.render.recap_text import sentences
from assistant.sessions.models import STAGES
from assistant.sessions.recap_models import Pertanyaan, Rekap
from assistant.sessions.wording import days, kind_name, region_name, stage_name, urusan_name

LETTERS = "ABCDEFGH"
MOST_QUESTIONS, MOST_OPEN = 20, 60


def write(rekap: Rekap, path: Path) -> None:
    """Writes the recap.

    Raises:
        BerkasError: the file cannot be written.
    """
    head = m.REKAP_JUDUL[rekap.kurun.jenis]
    document = page.page(f"{head}, {rekap.kurun.nama}")
    page.title(document, head, m.REKAP_KURUN.format(kurun=rekap.kurun.nama))
    letters = iter(LETTERS)

    def heading(part: str) -> None:
        page.heading(document, f"{next(letters)}. {m.REKAP_BAGIAN[part]}")

    heading("ringkasan")
    for line in sentences(rekap):
        page.paragraph(document, line)
    heading("kegiatan")
    if not rekap.kegiatan:
        page.paragraph(document, m.REKAP_TIDAK_ADA)
        page.save(document, path)
        return
    tables.table(document, m.REKAP_KOLOM_KEGIATAN, (1.0, 3.1, 3.0, 3.2, 6.7), activity_rows(rekap))
    if rekap.masalah:
        heading("masalah")
        stages = [stage_name(stage) for stage in (*STAGES, None)]
        header = (m.REKAP_KOLOM_URUSAN, *stages, m.REKAP_JUMLAH)
        widths = (3.2, 2.35, 2.4, 2.3, 2.15, 1.75, 1.35, 1.5)
        tables.table(document, header, widths, problem_rows(rekap), head_size=8)
    heading("pertanyaan")
    _questions(document, rekap.pertanyaan)
    if rekap.tanpa_jawaban:
        heading("tanpa_jawaban")
        page.paragraph(document, m.REKAP_TANPA_JAWABAN).paragraph_format.keep_with_next = True
        _questions(document, rekap.tanpa_jawaban)
    heading("terbuka")
    _open(document, rekap)
    heading("grafik")
    document.add_picture(BytesIO(picture(rekap)), width=Cm(15))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    page.save(document, path)


def activity_rows(rekap: Rekap) -> list[Sequence[object]]:
    """The cells of each activity: number, dates, kind, region, output."""
    return [
        (row.nomor, days(row.hari), kind_name(row.kegiatan), region_name(row.daerah), row.keluaran)
        for row in rekap.kegiatan
    ]


def problem_rows(rekap: Rekap) -> list[Sequence[object]]:
    """The cells of each urusan and of their sum, which is that of the rows above."""
    rows: list[Sequence[object]] = [
        (urusan_name(row.urusan), *row.tahapan, row.jumlah) for row in rekap.masalah
    ]
    by_stage = [sum(row.tahapan[at] for row in rekap.masalah) for at in range(len(STAGES) + 1)]
    return [*rows, (m.REKAP_JUMLAH, *by_stage, sum(by_stage))]


def _questions(document: object, asked: Sequence[Pertanyaan]) -> None:
    if not asked:
        page.paragraph(document, m.REKAP_TIDAK_ADA)
        return
    shown = asked[:MOST_QUESTIONS]
    rows = [(n, p.teks, p.kali) for n, p in enumerate(shown, 1)]
    tables.table(document, m.REKAP_KOLOM_TANYA, (1.0, 14.3, 1.7), rows)
    _more(document, len(asked) - len(shown))


def _open(document: object, rekap: Rekap) -> None:
    if not rekap.terbuka:
        page.paragraph(document, m.SESI_TANPA_TERBUKA)
        return
    unknown = m.NOTULEN_BELUM_DITENTUKAN
    shown = rekap.terbuka[:MOST_OPEN]
    rows = [
        (
            number,
            t.entri.teks,
            region_name(t.sesi.daerah),
            t.entri.pic or unknown,
            tulis.day(t.entri.tenggat) if t.entri.tenggat else unknown,
        )
        for number, t in enumerate(shown, 1)
    ]
    tables.table(document, m.REKAP_KOLOM_TERBUKA, (1.0, 5.9, 3.3, 3.2, 3.6), rows)
    _more(document, len(rekap.terbuka) - len(shown))


def _more(document: object, left: int) -> None:
    if left > 0:
        page.paragraph(document, m.REKAP_LEBIH.format(n=tulis.number(left)))
