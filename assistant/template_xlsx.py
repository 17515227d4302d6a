"""The XLSX template: instructions, identity and a sheet per urusan, ready to print on A4."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from assistant import messages
from assistant.laporan import IsianLayanan, Laporan, Nilai
from assistant.template import identity_cells
from assistant.template_layout import (
    BARIS_TAMBAHAN,
    IDENTITAS,
    KODE,
    KOMPONEN,
    LEMBAR,
    LEMBAR_IDENTITAS,
    LEMBAR_PETUNJUK,
    PERIODE,
    PERSEN,
    SATUAN,
    TABEL,
    TAHUN,
    TINGKAT,
    Tabel,
)
from corpus import catalogue
from corpus.models import JenisLayanan, UrusanId

MANY = 6
"""Table A with more services than this fills a page; table B then starts on the next one."""
WIDTHS = (14, 46, 30, 13, 18, 18, 18, 11)
_LINE = Side(style="thin", color="9AA5B1")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="1F4E78")
_GROUP = PatternFill("solid", fgColor="DDE7F0")
_INPUT = PatternFill("solid", fgColor="FFF8DC")
_WRAP = Alignment(wrap_text=True, vertical="top")
_CENTER = Alignment(wrap_text=True, vertical="center", horizontal="center")
_RIGHT = Alignment(vertical="top", horizontal="right")
_OPEN = Protection(locked=False)


def _font(size: int = 10, bold: bool = False, color: str = "000000") -> Font:
    return Font(name="Arial", size=size, bold=bold, color=color)


def write_xlsx(laporan: Laporan, path: Path) -> None:
    """Writes the workbook; cells to fill in are yellow and unlocked, all others locked."""
    book = Workbook()
    normal = book._named_styles["Normal"]  # the only way to a default font in openpyxl
    normal.font = _font()
    _instructions(book.active)
    _identity(book.create_sheet(LEMBAR_IDENTITAS), laporan)
    services = catalogue.services()
    for urusan, label in LEMBAR.items():
        items = [item for item in laporan.layanan if services[item.id].urusan == urusan]
        _Sheet(book.create_sheet(label), laporan, urusan).write(items)
    book.save(path)


def _instructions(sheet: Any) -> None:
    sheet.title = LEMBAR_PETUNJUK
    sheet.column_dimensions["A"].width = 6
    sheet.column_dimensions["B"].width = 92
    sheet["A1"] = f"{messages.TEMPLAT_JUDUL}: {messages.TEMPLAT_KOLOM_PETUNJUK}"
    sheet["A1"].font = _font(14, bold=True)
    for n, sentence in enumerate(messages.TEMPLAT_PETUNJUK, 1):
        sheet.cell(n + 2, 1, n).alignment = Alignment(vertical="top", horizontal="center")
        sheet.cell(n + 2, 2, sentence).alignment = _WRAP
        sheet.row_dimensions[n + 2].height = 17 if len(sentence) <= 98 else 33
    _page(sheet, landscape=False)


def _identity(sheet: Any, laporan: Laporan) -> None:
    for column, width in zip("ABC", (28, 38, 50), strict=True):
        sheet.column_dimensions[column].width = width
    sheet["A1"] = messages.TEMPLAT_JUDUL
    sheet["A1"].font = _font(14, bold=True)
    heads = (LEMBAR_IDENTITAS, messages.TEMPLAT_ISIAN, messages.TEMPLAT_KETERANGAN)
    for place, text in enumerate(heads, 1):
        _head_cell(sheet, 3, place, text)
    for n, (key, value) in enumerate(identity_cells(laporan).items(), 4):
        label = sheet.cell(n, 1, IDENTITAS[key])
        label.border, label.alignment = _BOX, _WRAP
        cell = sheet.cell(n, 2, value)
        cell.border, cell.alignment = _BOX, Alignment(horizontal="left", vertical="top")
        cell.number_format = "0" if key == "tahun" else "@"
        if key != "tingkat":
            cell.fill, cell.protection = _INPUT, _OPEN
        note = sheet.cell(n, 3, messages.TEMPLAT_KETERANGAN_IDENTITAS[key])
        note.border, note.alignment = _BOX, _WRAP
        sheet.row_dimensions[n].height = 32 if len(str(note.value)) > 48 else 18
        if key == "periode":
            _choice(sheet, cell.coordinate, list(PERIODE.values()))
        if key == "tahun":
            low, high = TAHUN
            rule = DataValidation(type="whole", operator="between", formula1=low, formula2=high)
            _refuse(sheet, rule, cell.coordinate, messages.TEMPLAT_GALAT_BULAT)
    _page(sheet, landscape=False)


class _Sheet:
    """Writes one urusan's sheet from the top down; `row` is the next free row."""

    def __init__(self, sheet: Any, laporan: Laporan, urusan: UrusanId) -> None:
        self.sheet, self.row = sheet, 1
        name = catalogue.urusan()[urusan].nama
        for column, width in zip("ABCDEFGH", WIDTHS, strict=True):
            sheet.column_dimensions[column].width = width
        self._line(messages.TEMPLAT_URUSAN.format(urusan=name), _font(14, bold=True))
        self._line(messages.TEMPLAT_TINGKAT.format(tingkat=TINGKAT[laporan.tingkat]), _font())
        sheet.freeze_panes = "A3"

    def write(self, items: list[IsianLayanan]) -> None:
        """The three tables, then page set-up."""
        services = catalogue.services()
        pairs = [(item, services[item.id]) for item in items]
        penerima, mutu, anggaran = TABEL
        self._head(penerima)
        for item, service in pairs:
            texts = (service.id, service.nama, service.penerima, service.satuan)
            self._entry(texts, item.sasaran, item.terlayani, "#,##0")
        self._rule("whole", penerima, messages.TEMPLAT_GALAT_BULAT)
        if len(items) > MANY:
            self.sheet.row_breaks.append(Break(id=self.row))
        self._head(mutu)
        for item, service in pairs:
            self._items(item, service)
        self._extra([service.id for _, service in pairs])
        self._rule("decimal", mutu, messages.TEMPLAT_GALAT_ANGKA)
        self._head(anggaran)
        for item, service in pairs:
            agencies = ", ".join(service.perangkat_daerah)
            texts = (service.id, service.nama, agencies, "rupiah")
            self._entry(texts, item.pagu, item.realisasi, "#,##0")
        self._rule("decimal", anggaran, messages.TEMPLAT_GALAT_ANGKA)
        _page(self.sheet, landscape=True)

    def _line(self, text: str, font: Font) -> None:
        self.sheet.cell(self.row, 1, text).font = font
        self.row += 1

    def _head(self, tabel: Tabel) -> None:
        self.row += 1
        self._line(tabel.judul, _font(12, bold=True))
        labels = (KODE, tabel.uraian, tabel.komponen, SATUAN, *tabel[4:], PERSEN)
        for column, text in enumerate(labels, 1):
            _head_cell(self.sheet, self.row, column, text)
        self.sheet.row_dimensions[self.row].height = 48
        self.row += 1
        self.first = self.row

    def _items(self, item: IsianLayanan, service: JenisLayanan) -> None:
        self._group(f"{service.id} {service.nama}")
        for butir in item.mutu:
            texts = (service.id, butir.nama, KOMPONEN[butir.komponen], butir.satuan)
            self._entry(texts, butir.kebutuhan, butir.terpenuhi, _shape(butir.satuan))

    def _group(self, text: str) -> None:
        for column in range(1, len(WIDTHS) + 1):
            cell = self.sheet.cell(self.row, column)
            cell.fill, cell.border = _GROUP, _BOX
        cell = self.sheet.cell(self.row, 1, text)
        cell.font, cell.alignment = _font(bold=True), _WRAP
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=8)
        self.sheet.row_dimensions[self.row].height = 16 if len(text) <= 130 else 31
        self.row += 1

    def _extra(self, ids: list[str]) -> None:
        self._group(messages.TEMPLAT_BUTIR_LAIN)
        start = self.row
        for _ in range(BARIS_TAMBAHAN):
            self._entry((None, None, None, None), Nilai(None), Nilai(None), "#,##0")
            for column in range(1, 5):
                cell = self.sheet.cell(self.row - 1, column)
                cell.fill, cell.protection = _INPUT, _OPEN
        _choice(self.sheet, f"A{start}:A{self.row - 1}", ids)
        _choice(self.sheet, f"C{start}:C{self.row - 1}", list(KOMPONEN.values()))

    def _entry(self, texts: tuple[str | None, ...], left: Nilai, right: Nilai, shape: str) -> None:
        n, sheet = self.row, self.sheet
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(n, column, text)
            cell.alignment, cell.border = _WRAP, _BOX
            if text is None:
                cell.fill, cell.protection = _INPUT, _OPEN
        for column, value in ((5, left), (6, right)):
            cell = sheet.cell(n, column, value.angka)
            cell.fill, cell.protection, cell.number_format = _INPUT, _OPEN, shape
            cell.alignment, cell.border = _RIGHT, _BOX
        gap = sheet.cell(n, 7, f'=IF(OR(E{n}="",F{n}=""),"",E{n}-F{n})')
        share = sheet.cell(n, 8, f'=IF(OR(E{n}="",F{n}="",E{n}=0),"",F{n}/E{n})')
        for cell, number_format in ((gap, shape), (share, "0.00%")):
            cell.number_format, cell.alignment, cell.border = number_format, _RIGHT, _BOX
        lines = max(_lines(text, width) for text, width in zip(texts, WIDTHS, strict=False))
        sheet.row_dimensions[n].height = 13.5 * lines + 2
        self.row += 1

    def _rule(self, kind: str, tabel: Tabel, sentence: str) -> None:
        rule = DataValidation(type=kind, operator="greaterThanOrEqual", formula1=0)
        _refuse(self.sheet, rule, f"E{self.first}:F{self.row - 1}", sentence)


def _shape(satuan: str | None) -> str:
    """Whole numbers for things that are counted, two decimals for measures."""
    return "#,##0.00" if satuan in (None, "persen", "nilai", "indeks") else "#,##0"


def _lines(text: str | None, width: int) -> int:
    """Lines a wrapped text takes in a column of `width` characters, words kept whole."""
    lines, used = 1, 0
    for word in (text or "").split():
        if used and used + 1 + len(word) > width - 2:
            lines, used = lines + 1, len(word)
        else:
            used += len(word) + bool(used)
    return lines


def _head_cell(sheet: Any, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = _font(bold=True, color="FFFFFF")
    cell.fill, cell.alignment, cell.border = _HEAD, _CENTER, _BOX


def _choice(sheet: Any, cells: str, values: list[str]) -> None:
    rule = DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True)
    _refuse(sheet, rule, cells, messages.TEMPLAT_GALAT_PILIHAN)


def _refuse(sheet: Any, rule: DataValidation, cells: str, sentence: str) -> None:
    rule.allow_blank = True
    rule.showErrorMessage, rule.error, rule.errorTitle = True, sentence, messages.TEMPLAT_JUDUL
    sheet.add_data_validation(rule)
    rule.add(cells)


def _page(sheet: Any, landscape: bool) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # False allows: people widen columns
    sheet.protection.formatRows = False
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.8
    sheet.page_margins.footer = 0.4
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
