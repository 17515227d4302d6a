"""A recap as a workbook: every row of every list, with charts that follow its cells."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter

from assistant import format as tulis
from assistant import messages as m
from assistant.render.check_xlsx import safe
from assistant.render.recap_docx import problem_rows
from assistant.render.recap_text import sentences
from assistant.sessions.models import ENTRIES, STAGES
from assistant.sessions.recap_models import Rekap
from assistant.sessions.wording import days, kind_name, region_name, stage_name
from corpus.errors import BerkasError

EDGE = Side(style="thin", color="B0B8C0")
BOX = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
WRAPPED = Alignment(wrap_text=True, vertical="top")
HEAD, BODY, NUMBER = "Kepala Tabel", "Isi Tabel", "Angka Tabel"
LINE_POINTS = 13.5


def write(rekap: Rekap, path: Path) -> None:
    """Writes the workbook.

    Raises:
        BerkasError: the file cannot be written.
    """
    book = Workbook()
    grey = PatternFill("solid", fgColor="D9E2EC")
    plain, bold = Font(name="Calibri", size=10), Font(name="Calibri", size=10, bold=True)
    for style in (
        NamedStyle(HEAD, font=bold, fill=grey, border=BOX, alignment=WRAPPED),
        NamedStyle(BODY, font=plain, border=BOX, alignment=WRAPPED),
        NamedStyle(NUMBER, font=plain, border=BOX, alignment=WRAPPED, number_format="#,##0"),
    ):
        book.add_named_style(style)
    _summary(book.active, rekap)
    _activities(book.create_sheet(m.REKAP_LEMBAR["kegiatan"]), rekap)
    _problems(book.create_sheet(m.REKAP_LEMBAR["masalah"]), rekap)
    _questions(book.create_sheet(m.REKAP_LEMBAR["pertanyaan"]), rekap)
    _open(book.create_sheet(m.REKAP_LEMBAR["terbuka"]), rekap)
    try:
        book.save(path)
    except OSError as error:
        raise BerkasError(m.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def _summary(sheet: Any, rekap: Rekap) -> None:
    sheet.title = m.REKAP_LEMBAR["ringkasan"]
    sheet.append([safe(m.REKAP_JUDUL[rekap.kurun.jenis])])
    sheet.append([safe(m.REKAP_KURUN.format(kurun=rekap.kurun.nama))])
    for line in sentences(rekap):
        sheet.append([safe(line)])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=6
        )
        sheet.cell(sheet.max_row, 1).alignment = WRAPPED
        sheet.row_dimensions[sheet.max_row].height = 3 + LINE_POINTS * _lines(line, 84)
    sheet["A1"].font = Font(name="Calibri", bold=True, size=13)
    sheet.append([])
    kinds = [(kind_name(kind), n) for kind, n in rekap.jenis.items()]
    first = _table(
        sheet, (m.REKAP_GRAFIK_JENIS, m.REKAP_JUMLAH), (44, 12),
        [*kinds, (m.REKAP_JUMLAH, len(rekap.kegiatan))],
    )  # fmt: skip
    _chart(sheet, m.REKAP_GRAFIK_JENIS, first, len(kinds), 2, f"A{sheet.max_row + 2}")
    sheet.page_setup.fitToHeight = 1


def _activities(sheet: Any, rekap: Rekap) -> None:
    extra = m.REKAP_KOLOM_KEGIATAN_LAIN
    header = (*m.REKAP_KOLOM_KEGIATAN, *extra)
    rows = [
        (
            row.nomor, days(row.hari), row.judul, region_name(row.daerah), row.keluaran,
            kind_name(row.kegiatan), row.daerah, *(row.banyak[kind] for kind in ENTRIES),
        )
        for row in rekap.kegiatan
    ]  # fmt: skip
    _table(sheet, header, (5, 18, 30, 20, 42, 18, 9, 9, 8, 10, 9, 11, 9), rows)
    sheet.freeze_panes = "C2"


def _problems(sheet: Any, rekap: Rekap) -> None:
    stages = [stage_name(stage) for stage in (*STAGES, None)]
    header = (m.REKAP_KOLOM_URUSAN, *stages, m.REKAP_JUMLAH)
    rows = problem_rows(rekap)
    first = _table(sheet, header, (44, 16, 16, 16, 16, 14, 12, 12), rows)
    place = f"A{sheet.max_row + 2}"
    _chart(sheet, m.REKAP_GRAFIK_URUSAN, first, len(rows) - 1, len(header), place)


def _questions(sheet: Any, rekap: Rekap) -> None:
    rows = [
        (n, p.teks, p.kali, m.REKAP_STATUS[p.status]) for n, p in enumerate(rekap.pertanyaan, 1)
    ]
    _table(sheet, (*m.REKAP_KOLOM_TANYA, m.REKAP_KOLOM_STATUS), (6, 90, 8, 26), rows)
    sheet.freeze_panes = "A2"


def _open(sheet: Any, rekap: Rekap) -> None:
    unknown = m.NOTULEN_BELUM_DITENTUKAN
    rows = [
        (
            number, t.entri.teks, region_name(t.sesi.daerah), t.entri.pic or unknown,
            tulis.day(t.entri.tenggat) if t.entri.tenggat else unknown,
        )
        for number, t in enumerate(rekap.terbuka, 1)
    ]  # fmt: skip
    _table(sheet, m.REKAP_KOLOM_TERBUKA, (6, 70, 28, 28, 20), rows)
    sheet.freeze_panes = "A2"


def _table(
    sheet: Any, header: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[object]]
) -> int:
    """Appends a ruled table; the row number of its header."""
    sheet.append([safe(name) for name in header])
    first = int(sheet.max_row)
    for row in rows:
        sheet.append([value if isinstance(value, int) else safe(value) for value in row])
    for line in sheet.iter_rows(min_row=first, max_col=len(header)):
        for cell in line:
            is_number = isinstance(cell.value, int)
            cell.style = HEAD if cell.row == first else (NUMBER if is_number else BODY)
        lines = max(_lines(cell.value, width) for cell, width in zip(line, widths, strict=True))
        sheet.row_dimensions[line[0].row].height = 3 + LINE_POINTS * lines
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.print_title_rows = f"{first}:{first}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return first


def _lines(value: object, width: int) -> int:
    """How many lines a text takes in a column of so many characters; no program counts them."""
    return len(wrap(str(value), max(4, width - 2))) or 1


def _chart(sheet: Any, title: str, first: int, count: int, column: int, place: str) -> None:
    if count < 1:
        return
    chart = BarChart()
    chart.type, chart.title, chart.legend = "bar", title, None
    values = Reference(sheet, min_col=column, min_row=first + 1, max_row=first + count)
    chart.add_data(values)
    chart.set_categories(Reference(sheet, min_col=1, min_row=first + 1, max_row=first + count))
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorGridlines = "0", None
    chart.x_axis.scaling.orientation = "maxMin"
    chart.width, chart.height = 20, 2 + 0.9 * count + 1.5
    sheet.add_chart(chart, place)
