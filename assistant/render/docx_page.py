"""An official A4 page in DOCX: margins, letters, headings, page numbers. For minutes and recaps."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant import messages as m
from corpus.errors import BerkasError

TEXT_WIDTH = 17.0
FONT = "Arial"
SIZE = 10
CELL_STYLE, HEAD_STYLE = "IsiTabel", "KepalaTabel"


def page(foot: str) -> Any:
    """An empty document with the foot "…, halaman 1 dari 3"."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    section.footer_distance = Cm(0.9)
    _letters(document)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _field(paragraph.add_run(f"{clean(foot)}, {m.HALAMAN} "), "PAGE")
    _field(paragraph.add_run(f" {m.HALAMAN_DARI} "), "NUMPAGES")
    return document


def _letters(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    normal.element.rPr.append(language)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for name, size in (("Title", 13), ("Heading 1", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), FONT)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), FONT)
    document.styles["Footer"].font.size = Pt(8)
    title = document.styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(0)
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    for name, bold in ((CELL_STYLE, False), (HEAD_STYLE, True)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.bold = bold
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        if bold:
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head = document.styles["Heading 1"].paragraph_format
    head.space_before, head.space_after, head.keep_with_next = Pt(7), Pt(2), True


def title(document: Any, text: str, *below: str) -> None:
    """The title and centred lines below it."""
    document.add_paragraph(clean(text), style="Title")
    for line in below:
        paragraph = document.add_paragraph(clean(line))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(4)


def heading(document: Any, text: str) -> None:
    """A heading that stays with what follows."""
    document.add_paragraph(clean(text), style="Heading 1")


def paragraph(document: Any, text: str, *, after: float = 2, italic: bool = False) -> Any:
    """A paragraph of running text; `after` in points."""
    made = document.add_paragraph()
    made.add_run(clean(text)).italic = italic
    made.paragraph_format.space_after = Pt(after)
    return made


def save(document: Any, path: Path) -> None:
    """Writes the file.

    Raises:
        BerkasError: it cannot be written.
    """
    try:
        document.save(str(path))
    except OSError as error:
        raise BerkasError(m.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error


def clean(text: str) -> str:
    """Control characters are no XML."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def _field(run: Any, code: str) -> None:
    """A field that the word processor counts itself."""
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = text
        run._r.append(part)
