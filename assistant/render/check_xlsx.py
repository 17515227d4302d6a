"""A check as a workbook: a list of findings; for a workbook also a copy with its cells marked.

Texts that a spreadsheet would take for formulas are written with an apostrophe in front.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from assistant import messages as m
from assistant.checking.checks import catalogue
from assistant.checking.compare import write as write_number
from assistant.checking.models import HasilPeriksa, Keparahan, Temuan
from assistant.checking.services import urusan_name
from assistant.render.check_json import PLACES
from assistant.render.check_words import (
    advice,
    basis_text,
    identity_text,
    places_text,
    summary_text,
)
from corpus.names import short_name
from corpus.registry import get

COLUMNS = (
    ("Aturan", 9), ("Tingkat", 12), ("Urusan", 16), ("Tempat", 34), ("Pesan", 70),
    ("Tertulis", 16), ("Seharusnya", 16), ("Selisih", 14), ("Saran", 44), ("Dasar", 34),
    ("Putusan", 18), ("Diakui", 20), ("Sidik jari", 20),
)  # fmt: skip
FILLS: dict[Keparahan, PatternFill] = {
    "galat": PatternFill("solid", fgColor="FFC7CE"),
    "peringatan": PatternFill("solid", fgColor="FFEB9C"),
    "info": PatternFill("solid", fgColor="DDEBF7"),
}
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
MAX_COMMENT = 900
LINE_POINTS, MAX_POINTS = 15, 400
CHAR_WIDTH = 1.15  # letters are a little wider than the digits that column widths count


def safe(value: object) -> str:
    """Text that no spreadsheet runs as a formula."""
    text = str(ILLEGAL_CHARACTERS_RE.sub("", "" if value is None else str(value)))
    return "'" + text if text.startswith(RISKY) else text


def write(results: Sequence[HasilPeriksa], path: Path) -> None:
    """The list of findings of all results."""
    book = Workbook()
    _list(book.active, results)
    book.save(path)


def write_marked(result: HasilPeriksa, source: Path, path: Path) -> None:
    """A copy of the workbook that was checked: cells coloured and commented, and the list."""
    book = load_workbook(source, keep_vba=False, keep_links=False)
    for finding in reversed(result.temuan):
        for at, place in enumerate(finding.tempat[:30]):
            letak = place.letak
            if letak.lembar in book.sheetnames and letak.sel:
                _mark(book[letak.lembar][letak.sel], finding, first=at == 0)
    _list(book.create_sheet("Temuan", 0), [result])
    book.save(path)


def _mark(cell: Any, finding: Temuan, first: bool) -> None:
    if type(cell).__name__ == "MergedCell":
        return
    severity = finding.keparahan or "info"
    if first or cell.comment is None:
        cell.fill = FILLS[severity]
    if not first or finding.aturan.startswith("PRI"):
        return
    before = f"{cell.comment.text}\n\n" if cell.comment is not None else ""
    text = f"{before}[{finding.aturan}] {finding.pesan}"
    cell.comment = Comment(
        ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_COMMENT], "Asisten SPM", 160, 320
    )


def _list(sheet: Any, results: Sequence[HasilPeriksa]) -> None:
    sheet.title = "Temuan"
    for result in results:
        sheet.append([safe(m.PERIKSA_JUDUL.format(nama=result.nama))])
        sheet.append([safe(f"{identity_text(result)} {summary_text(result)}")])
    sheet.append([])
    sheet.append([name for name, _ in COLUMNS])
    head = sheet.max_row
    for cell in sheet[head]:
        cell.font = Font(bold=True)
    for finding in (t for r in results for t in r.temuan):
        sheet.append([safe(v) for v in _row(finding)])
        sheet.cell(sheet.max_row, 2).fill = FILLS[finding.keparahan or "info"]
    for row in sheet.iter_rows(min_row=head):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for (_, width), column in zip(
        COLUMNS, sheet.iter_cols(min_row=head, max_row=head), strict=True
    ):
        sheet.column_dimensions[column[0].column_letter].width = width
    for row in sheet.iter_rows(min_row=head + 1):
        sheet.row_dimensions[row[0].row].height = _height([c.value for c in row])
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    _printed(sheet, head)
    sheet.auto_filter.ref = f"A{head}:{sheet.cell(head, len(COLUMNS)).column_letter}{sheet.max_row}"


def _height(values: Sequence[object]) -> float:
    """Points that the longest text of a row needs: programs do not all fit rows by themselves."""
    needed = (
        sum(max(1, ceil(len(line) * CHAR_WIDTH / width)) for line in str(value or "").split("\n"))
        for value, (_, width) in zip(values, COLUMNS, strict=True)
    )
    return min(LINE_POINTS * max(needed), MAX_POINTS)


def _printed(sheet: Any, head: int) -> None:
    """Landscape, all columns on one page, the header on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
    # What only programs need stays on the screen.
    sheet.print_area = f"A1:J{sheet.max_row}"


def _shown(value: Decimal | str | None) -> str:
    """A number the Indonesian way, a regulation by its name, other text as it is."""
    if isinstance(value, Decimal):
        return write_number(value, PLACES)
    regulation = get(value or "")
    return short_name(regulation) if regulation else value or ""


def _row(finding: Temuan) -> list[object]:
    rule = catalogue()[finding.aturan]
    return [
        finding.aturan,
        m.PERIKSA_KEPARAHAN[finding.keparahan or "info"],
        urusan_name(finding.urusan) if finding.urusan else "",
        places_text(finding.tempat, 6),
        finding.pesan,
        _shown(finding.ditemukan),
        _shown(finding.seharusnya),
        _shown(finding.selisih),
        advice(finding),
        basis_text(rule),
        m.PERIKSA_PUTUSAN[finding.putusan],
        finding.diakui or "",
        finding.sidik_jari,
    ]
