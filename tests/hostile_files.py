"""Forty files that want to hurt whoever opens them, made on the spot."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

Maker = Callable[[Path], None]
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(1, 10))
    + "]><sst>&a9;</sst>"
)
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}'
    "</w:body></w:document>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def zipped(path: Path, parts: dict[str, str | bytes]) -> None:
    """A zip archive of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)


def book(sheet: str, **more: str | bytes) -> Maker:
    """An XLSX with this sheet data."""

    def make(path: Path) -> None:
        parts: dict[str, str | bytes] = {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": RELS,
            "xl/worksheets/sheet1.xml": SHEET.format(sheet),
        }
        zipped(path, {**parts, **{k.replace("__", "/"): v for k, v in more.items()}})

    return make


def word(body: str, document: str = WORD) -> Maker:
    """A DOCX with this body."""

    def make(path: Path) -> None:
        zipped(
            path,
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": PACKAGE,
                "word/document.xml": document.format(body),
            },
        )

    return make


def raw(body: bytes) -> Maker:
    """A file of these bytes."""
    return lambda path: path.write_bytes(body) and None


def pdf(*objects: bytes, root: int = 1) -> Maker:
    """A PDF of these objects, numbered from 1; no cross-reference table worth the name."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return raw(b"%%PDF-1.4\n%s\ntrailer << /Root %d 0 R /Size 99 >>\n%%%%EOF" % (body, root))


def stream(data: bytes, extra: bytes = b"/Filter /FlateDecode") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def deflated(piece: bytes, times: int) -> bytes:
    """A piece repeated many times, compressed without ever holding it all."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _entries(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(6_000):
            archive.writestr(f"xl/x{n}.xml", "")
        archive.writestr("xl/workbook.xml", BOOK)


def _doubled(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/workbooK.xml", BOOK)
    path.write_bytes(buffer.getvalue().replace(b"xl/workbooK.xml", b"xl/workbook.xml"))


def _locked(path: Path) -> None:
    book("<sheetData/>")(path)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))


def _cut(suffix_maker: Maker, keep: float) -> Maker:
    def make(path: Path) -> None:
        suffix_maker(path)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * keep)])

    return make


ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
DEEP = "<w:p>" * 30_000 + "</w:p>" * 30_000
HOSTILE: dict[str, Maker] = {
    "kosong.xlsx": raw(b""),
    "teks-bernama-excel.xlsx": raw(b"ini bukan excel"),
    "pdf-bernama-word.docx": raw(b"%PDF-1.4\n"),
    "word-lama.doc": raw(b"\xd0\xcf\x11\xe0"),
    "zip-tanpa-isi.docx": lambda p: zipped(p, {"a.txt": "a"}),
    "terpotong.xlsx": _cut(book(f"<sheetData>{ROW * 200}</sheetData>"), 0.5),
    "terpotong.docx": _cut(word("<w:p/>"), 0.6),
    "bom-zip.xlsx": lambda p: book("<sheetData/>", xl__media__a=b"\0" * 300_000_000)(p),
    "bom-lembar.xlsx": lambda p: book("<sheetData>" + " " * 120_000_000 + "</sheetData>")(p),
    "tawa.xlsx": book("<sheetData/>", **{"xl__sharedStrings.xml": LAUGHS}),
    "entitas-luar.docx": word(
        "&x;", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + WORD
    ),
    "kuadrat.docx": word("&x;" * 5_000, f'<!DOCTYPE d [<!ENTITY x "{"a" * 90_000}">]>' + WORD),
    "banyak-entri.xlsx": _entries,
    "entri-ganda.xlsx": _doubled,
    "terkunci.xlsx": _locked,
    "sel-terjauh.xlsx": book(
        '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    ),
    "gabung-raksasa.xlsx": book(
        '<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "gabung-banyak.xlsx": book(
        f"<sheetData>{ROW}</sheetData><mergeCells>"
        + '<mergeCell ref="A1:Z9"/>' * 200_000
        + "</mergeCells>"
    ),
    "indeks-lewat.xlsx": book(
        '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData>'
    ),
    "indeks-minus.xlsx": book(
        '<sheetData><row r="1"><c r="A1" t="s"><v>-5</v></c></row></sheetData>'
    ),
    "angka-raksasa.xlsx": book(
        '<sheetData><row r="1"><c r="A1"><v>1e999999999</v></c><c r="B1"><v>NaN</v></c>'
        '<c r="C1"><v>1e-999999</v></c></row></sheetData>'
    ),
    "baris-minus.xlsx": book('<sheetData><row r="-9"><c r="A-9"><v>1</v></c></row></sheetData>'),
    "rumus-jahat.xlsx": book(
        '<sheetData><row r="1"><c r="A1" t="str"><f>cmd|\' /C '
        "calc'!A0</f><v>=1+1</v></c></row></sheetData>"
    ),
    "makro.xlsx": book(f"<sheetData>{ROW}</sheetData>", **{"xl__vbaProject.bin": b"\xd0\xcf"}),
    "tautan-luar.xlsx": book(
        f"<sheetData>{ROW}</sheetData>", **{"xl__externalLinks__e1.xml": "<a/>"}
    ),
    "juta-sel.xlsx": lambda p: book(
        "<sheetData>"
        + "".join(f'<row r="{n}">' + "<c><v>7</v></c>" * 250 + "</row>" for n in range(1, 12_001))
        + "</sheetData>"
    )(p),
    "dalam.docx": word(DEEP),
    "rentang-raksasa.docx": word(
        "<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan "
        'w:val="999999999"/></w:tcPr><w:p/></w:tc>'
        "</w:tr></w:tbl>"
    ),
    "banyak-tabel.docx": word(
        "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 30_000
    ),
    "keluar-folder.docx": lambda p: zipped(p, {"../../etc/x": "a", "word/document.xml": "<a/>"}),
    "lingkar.pdf": pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>"),
    "bom.pdf": lambda p: pdf(CATALOG, PAGES, PAGE, stream(deflated(b"0 0 m " * 500_000, 60)))(p),
    "saringan-berlapis.pdf": lambda p: pdf(
        CATALOG,
        PAGES,
        PAGE,
        stream(
            zlib.compress(deflated(b"\0" * 10_000_000, 20)), b"/Filter [/FlateDecode /FlateDecode]"
        ),
    )(p),
    "banyak-garis.pdf": lambda p: pdf(
        CATALOG,
        PAGES,
        PAGE,
        stream(
            zlib.compress(
                b"".join(
                    b"%d %d m %d 800 l S\n" % (n % 600, n % 800, n % 599) for n in range(300_000)
                )
            )
        ),
    )(p),
    "kepala-saja.pdf": raw(b"%PDF-1.7\n"),
    "sampah.pdf": raw(b"%PDF-1.7\n" + bytes(range(256)) * 4_000),
    "halaman-raksasa.pdf": pdf(
        CATALOG, PAGES, PAGE.replace(b"600 800", b"9999999999 9999999999"), stream(b"BT ET", b"")
    ),
    "satu-baris.txt": raw(b"Pasal 1 ayat " * 700_000),
    "tab.txt": raw(b"1\t" * 1_000_000),
    "pola-jahat.txt": raw(
        b"1." * 40_000
        + b"\n"
        + b"(" * 50_000
        + b"\n"
        + b"Kabupaten A" * 9_000
        + b"\n"
        + b"naik 1 " * 9_000
        + b"\n"
        + b"1.000.000," * 20_000
        + b"\n"
        + b"a\t" * 9
        + b"\n"
    ),
    "nul.txt": raw(b"laporan\0\0\0" * 1_000),
    "bukan-utf.txt": raw(b"\xff\xfe" + b"\xd8\x00" * 50_000),
}
