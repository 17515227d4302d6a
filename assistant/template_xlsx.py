"""The XLSX template: instructions, identity and a sheet per urusan, ready to print on A4."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

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
from assistant.template_style import (
    BOX,
    GROUP,
    INPUT,
    OPEN,
    RIGHT,
    WRAP,
    choice,
    font,
    head_cell,
    lines,
    page,
    refuse,
    shape,
)
from corpus import catalogue
from corpus.models import JenisLayanan, UrusanId

MANY = 6
"""Table A with more services than this fills a page; table B then starts on the next one."""
WIDTHS = (13, 44, 36, 13, 17, 17, 17, 10)


def write_xlsx(laporan: Laporan, path: Path) -> None:
    """Writes the workbook; cells to fill in are yellow and unlocked, all others locked."""
    book = Workbook()
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
    sheet["A1"].font = font(14, bold=True)
    for n, sentence in enumerate(messages.TEMPLAT_PETUNJUK, 1):
        for column, text in ((1, n), (2, sentence)):
            cell = sheet.cell(n + 2, column, text)
            cell.font, cell.alignment = font(), WRAP
        sheet.row_dimensions[n + 2].height = 17 if len(sentence) <= 98 else 33
    page(sheet, landscape=False)


def _identity(sheet: Any, laporan: Laporan) -> None:
    for column, width in zip("ABC", (28, 38, 50), strict=True):
        sheet.column_dimensions[column].width = width
    sheet["A1"] = messages.TEMPLAT_JUDUL
    sheet["A1"].font = font(14, bold=True)
    heads = (LEMBAR_IDENTITAS, messages.TEMPLAT_ISIAN, messages.TEMPLAT_KETERANGAN)
    for place, text in enumerate(heads, 1):
        head_cell(sheet, 3, place, text)
    for n, (key, value) in enumerate(identity_cells(laporan).items(), 4):
        label = sheet.cell(n, 1, IDENTITAS[key])
        label.font, label.border, label.alignment = font(), BOX, WRAP
        cell = sheet.cell(n, 2, value)
        cell.alignment = Alignment(horizontal="left", vertical="top")
        cell.font, cell.border = font(), BOX
        cell.number_format = "0" if key == "tahun" else "@"
        if key != "tingkat":
            cell.fill, cell.protection = INPUT, OPEN
        note = sheet.cell(n, 3, messages.TEMPLAT_KETERANGAN_IDENTITAS[key])
        note.font, note.border, note.alignment = font(), BOX, WRAP
        sheet.row_dimensions[n].height = 32 if len(str(note.value)) > 48 else 18
        if key == "periode":
            choice(sheet, cell.coordinate, list(PERIODE.values()))
        if key == "tahun":
            low, high = TAHUN
            rule = DataValidation(type="whole", operator="between", formula1=low, formula2=high)
            refuse(sheet, rule, cell.coordinate, messages.TEMPLAT_GALAT_BULAT)
    page(sheet, landscape=False)


class _Sheet:
    """Writes one urusan's sheet from the top down; `row` is the next free row."""

    def __init__(self, sheet: Any, laporan: Laporan, urusan: UrusanId) -> None:
        self.sheet, self.row = sheet, 1
        name = catalogue.urusan()[urusan].nama
        for column, width in zip("ABCDEFGH", WIDTHS, strict=True):
            sheet.column_dimensions[column].width = width
        self._line(messages.TEMPLAT_URUSAN.format(urusan=name), font(14, bold=True))
        self._line(messages.TEMPLAT_TINGKAT.format(tingkat=TINGKAT[laporan.tingkat]), font())
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
        page(self.sheet, landscape=True)

    def _line(self, text: str, look: Font) -> None:
        self.sheet.cell(self.row, 1, text).font = look
        self.row += 1

    def _head(self, tabel: Tabel) -> None:
        self.row += 1
        self._line(tabel.judul, font(12, bold=True))
        labels = (KODE, tabel.uraian, tabel.komponen, SATUAN, *tabel[4:], PERSEN)
        for column, text in enumerate(labels, 1):
            head_cell(self.sheet, self.row, column, text)
        self.sheet.row_dimensions[self.row].height = 48
        self.row += 1
        self.first = self.row

    def _items(self, item: IsianLayanan, service: JenisLayanan) -> None:
        self._group(f"{service.id} {service.nama}")
        for butir in item.mutu:
            texts = (service.id, butir.nama, KOMPONEN[butir.komponen], butir.satuan)
            self._entry(texts, butir.kebutuhan, butir.terpenuhi, shape(butir.satuan))

    def _group(self, text: str) -> None:
        for column in range(1, len(WIDTHS) + 1):
            cell = self.sheet.cell(self.row, column)
            cell.fill, cell.border = GROUP, BOX
        cell = self.sheet.cell(self.row, 1, text)
        cell.font, cell.alignment = font(bold=True), WRAP
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
                cell.fill, cell.protection = INPUT, OPEN
        choice(self.sheet, f"A{start}:A{self.row - 1}", ids)
        choice(self.sheet, f"C{start}:C{self.row - 1}", list(KOMPONEN.values()))

    def _entry(self, texts: tuple[str | None, ...], left: Nilai, right: Nilai, digits: str) -> None:
        n, sheet = self.row, self.sheet
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(n, column, text)
            cell.font, cell.alignment, cell.border = font(), WRAP, BOX
            if text is None:
                cell.fill, cell.protection = INPUT, OPEN
        for column, value in ((5, left), (6, right)):
            cell = sheet.cell(n, column, value.angka)
            cell.fill, cell.protection, cell.number_format = INPUT, OPEN, digits
            cell.font, cell.alignment, cell.border = font(), RIGHT, BOX
        gap = sheet.cell(n, 7, f'=IF(OR(E{n}="",F{n}=""),"",E{n}-F{n})')
        share = sheet.cell(n, 8, f'=IF(OR(E{n}="",F{n}="",E{n}=0),"",F{n}/E{n})')
        for cell, number_format in ((gap, digits), (share, "0.00%")):
            cell.font, cell.number_format = font(), number_format
            cell.alignment, cell.border = RIGHT, BOX
        tallest = max(lines(text, width) for text, width in zip(texts, WIDTHS, strict=False))
        sheet.row_dimensions[n].height = 13.5 * tallest + 2
        self.row += 1

    def _rule(self, kind: str, tabel: Tabel, sentence: str) -> None:
        rule = DataValidation(type=kind, operator="greaterThanOrEqual", formula1=0)
        refuse(self.sheet, rule, f"E{self.first}:F{self.row - 1}", sentence)
