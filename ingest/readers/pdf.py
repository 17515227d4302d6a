"""PDF by pypdf, in layout mode: the text layer of a scan keeps ayat numbers apart from their text,
and only the place on the page brings them together again."""

from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from corpus.errors import BerkasError
from ingest import ocr
from ingest.document import Document, Line
from ingest.limits import MAX_PAGES

# A scanned page whose only text is a running head or a stamp counts as a page without text.
MIN_CHARS_WITH_IMAGE = 60
MIN_CHARS = 3
WIDEST_LINE = 300


def has_text(page: PageObject, text: str) -> bool:
    """Whether a page's text layer holds its content, and not only a head over a picture."""
    chars = sum(c.isalnum() for c in text)
    return chars >= MIN_CHARS_WITH_IMAGE or (chars >= MIN_CHARS and not _has_picture(page))


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    if not objects:
        return False
    every = [o.get_object() for o in objects.get_object().values()]
    # A form may hide the picture one level down; that it is not plain text is enough to know.
    return any(o.get("/Subtype") in ("/Image", "/Form") for o in every)


def page_text(page: PageObject) -> str:
    """Text as laid out on the page; plain where a turned or scattered page collapses into lines
    longer than any page is wide."""
    text = page.extract_text(extraction_mode="layout")
    if max((len(line.strip()) for line in text.splitlines()), default=0) > WIDEST_LINE:
        return page.extract_text()
    return text


def page_lines(text: str, number: int) -> list[Line]:
    """Lines of one page, blanks at the left counted as indent."""
    return [
        Line(" ".join(raw.split()), number, None, len(raw) - len(raw.lstrip()))
        for raw in text.splitlines()
        if raw.strip()
    ]


def read(path: Path) -> Document:
    """Text of a PDF page by page; pages without text are read by OCR where tesseract is.

    Raises:
        BerkasError: the file is damaged, encrypted, or has more pages than the limit.
    """
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise BerkasError(
                f'Berkas "{path.name}" dikunci dengan kata sandi. '
                "Simpan ulang tanpa kata sandi, lalu coba lagi."
            )
        pages = list(reader.pages)
        if len(pages) > MAX_PAGES:
            raise BerkasError(
                f'Berkas "{path.name}" memuat {len(pages)} halaman, batasnya {MAX_PAGES}. '
                "Pecah berkas menjadi beberapa bagian."
            )
        texts = [page_text(page) for page in pages]
    except BerkasError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        # pypdf walks damaged objects with plain look-ups: their errors mean a damaged file too.
        raise BerkasError(
            f'Berkas "{path.name}" rusak atau bukan PDF yang utuh. '
            "Buka dan simpan ulang sebagai PDF, lalu coba lagi."
        ) from error
    empty = [n for n, (p, t) in enumerate(zip(pages, texts, strict=True), 1) if not has_text(p, t)]
    lines = [
        line for n, text in enumerate(texts, 1) if n not in empty for line in page_lines(text, n)
    ]
    read_by_ocr = ocr.read_pages(path, empty)
    for n, text in read_by_ocr.items():
        lines += page_lines(text, n)
    lines.sort(key=lambda line: line.halaman or 0)
    return Document(
        path,
        tuple(lines),
        halaman=len(pages),
        halaman_kosong=tuple(n for n in empty if n not in read_by_ocr),
        halaman_ocr=tuple(read_by_ocr),
    )
