"""How the XLSX template looks: colours, borders, drop-downs, paper."""

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from assistant import messages

LINE = Side(style="thin", color="9AA5B1")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEAD = PatternFill("solid", fgColor="1F4E78")
GROUP = PatternFill("solid", fgColor="DDE7F0")
INPUT = PatternFill("solid", fgColor="FFF8DC")
WRAP = Alignment(wrap_text=True, vertical="top")
CENTER = Alignment(wrap_text=True, vertical="center", horizontal="center")
RIGHT = Alignment(vertical="top", horizontal="right")
OPEN = Protection(locked=False)


def font(size: int = 10, bold: bool = False, color: str = "000000") -> Font:
    """Arial: every machine has it or a twin of the same width."""
    return Font(name="Arial", size=size, bold=bold, color=color)


def shape(satuan: str | None) -> str:
    """Whole numbers for things that are counted, two decimals for measures."""
    return "#,##0.00" if satuan in (None, "persen", "nilai", "indeks") else "#,##0"


def lines(text: str | None, width: int) -> int:
    """Lines a wrapped text takes in a column of `width` characters, words kept whole."""
    count, used = 1, 0
    for word in (text or "").split():
        if used and used + 1 + len(word) > width - 2:
            count, used = count + 1, len(word)
        else:
            used += len(word) + bool(used)
    return count


def head_cell(sheet: Any, row: int, column: int, text: str) -> None:
    """A column heading: white on blue."""
    cell = sheet.cell(row, column, text)
    cell.font = font(bold=True, color="FFFFFF")
    cell.fill, cell.alignment, cell.border = HEAD, CENTER, BOX


def choice(sheet: Any, cells: str, values: list[str]) -> None:
    """A drop-down list; together the values have at most 255 characters."""
    rule = DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True)
    refuse(sheet, rule, cells, messages.TEMPLAT_GALAT_PILIHAN)


def refuse(sheet: Any, rule: DataValidation, cells: str, sentence: str) -> None:
    """Puts a rule on cells, with the sentence for what breaks it."""
    rule.allow_blank = True
    rule.showErrorMessage, rule.error, rule.errorTitle = True, sentence, messages.TEMPLAT_JUDUL
    sheet.add_data_validation(rule)
    rule.add(cells)


def page(sheet: Any, landscape: bool) -> None:
    """Locks the sheet and sets it on A4, as wide as the paper."""
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
