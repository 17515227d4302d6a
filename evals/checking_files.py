"""Made-up laporan as files: XLSX, DOCX and PDF."""

from decimal import Decimal
from pathlib import Path

from evals.checking_model import Angka, LaporanBuatan, TabelBuatan, Teks
from evals.pdf_writer import PdfWriter


def write(report: LaporanBuatan, path: Path) -> None:
    """The laporan as .xlsx, .docx or .pdf, by the suffix."""
    {".xlsx": _xlsx, ".docx": _docx, ".pdf": _pdf}[path.suffix](report, path)


def _xlsx(report: LaporanBuatan, path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Narasi"
    for item in report.isi:
        if isinstance(item, Teks):
            sheet.append([item.isi])
    for n, table in enumerate((x for x in report.isi if isinstance(x, TabelBuatan)), 1):
        page = book.create_sheet(f"{n} {table.nama} {table.urusan}"[:31])
        page.append([table.judul])
        page.append([])
        for row in table.kepala:
            page.append(row)
        for cells in table.baris:
            page.append(
                [
                    None if c.nilai == "" else c.nilai if isinstance(c.nilai, str) else _stored(c)
                    for c in cells
                ]
            )
            for at, cell in enumerate(cells, 1):
                if not isinstance(cell.nilai, str):
                    page.cell(page.max_row, at).number_format = _format(cell)
    book.save(path)


def _stored(cell: Angka) -> Decimal:
    assert isinstance(cell.nilai, Decimal)
    return cell.nilai / 100 if cell.jenis == "persen" else cell.nilai


def _format(cell: Angka) -> str:
    places = "." + "0" * cell.desimal if cell.desimal else ""
    return f"0{places}%" if cell.jenis == "persen" else f"#,##0{places}"


def _docx(report: LaporanBuatan, path: Path) -> None:
    from docx import Document

    document = Document()
    for item in report.isi:
        if isinstance(item, TabelBuatan):
            document.add_paragraph(item.judul)
            table = document.add_table(rows=0, cols=item.lebar)
            for texts in [*item.kepala, *([c.teks() for c in row] for row in item.baris)]:
                for cell, text in zip(table.add_row().cells, texts, strict=True):
                    cell.text = text
        elif item.tingkat > 0:
            document.add_heading(item.isi, item.tingkat)
        else:
            document.add_paragraph(item.isi)
    document.save(str(path))


def _pdf(report: LaporanBuatan, path: Path) -> None:
    writer = PdfWriter()
    for item in report.isi:
        if isinstance(item, TabelBuatan):
            writer.paragraph(item.judul)
            rows = [*item.kepala, *([c.teks() for c in row] for row in item.baris)]
            writer.table(rows, [1.0, 6.0, *[2.5] * (item.lebar - 2)])
        else:
            writer.paragraph(item.isi, bold=item.tingkat > 0)
    writer.save(path)
