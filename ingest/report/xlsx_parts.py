"""Parts of a workbook as XML: elements one by one, shared texts, styles."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from ingest.report.number_format import Tampilan, style_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def elements(book: zipfile.ZipFile, name: str, tag: str) -> Iterator[Element]:
    """Elements of one part by their end tag; each is emptied after use."""
    with book.open(name) as file:
        root: Element | None = None
        for event, element in iterparse(file, events=("start", "end")):
            if event == "start":
                root = element if root is None else root
                continue
            if element.tag == tag:
                yield element
                element.clear()
                if root is not None and len(root) > 500:
                    root.clear()


def shared_texts(book: zipfile.ZipFile) -> Iterator[str]:
    """Texts that cells name by their place in this list, phonetic guides left out."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return
    for item in elements(book, "xl/sharedStrings.xml", f"{MAIN}si"):
        phonetic = {t for r in item.iter(f"{MAIN}rPh") for t in r.iter(f"{MAIN}t")}
        yield "".join(t.text or "" for t in item.iter(f"{MAIN}t") if t not in phonetic)


def styles_of(book: zipfile.ZipFile) -> list[Tampilan]:
    """How each cell style shows numbers, by index."""
    if "xl/styles.xml" not in book.namelist():
        return []
    custom: dict[int, str] = {}
    for item in elements(book, "xl/styles.xml", f"{MAIN}numFmt"):
        custom[int(item.get("numFmtId", "0"))] = item.get("formatCode", "")
    result: list[Tampilan] = []
    for group in elements(book, "xl/styles.xml", f"{MAIN}cellXfs"):
        result = [style_of(int(x.get("numFmtId", "0")), custom) for x in group]
    return result
