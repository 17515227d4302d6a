"""What a line of text is: heading, caption, list item, line of a table of contents, paragraph."""

import re

from ingest.report.model import JenisBlok

LIST_HEAD = re.compile(r"^daftar\s+(isi|tabel|gambar|grafik|lampiran|bagan)\s*$", re.IGNORECASE)
CAPTION = re.compile(
    r"^(?:tabel|table|gambar|grafik|bagan)\s*:?\s*"
    r"(?:\d+(?:[.\-]\d+)*|[ivxl]+[.\-]\d+|[a-z][.\-]\d+)[.:]?\s*(?:\S.*)?$",
    re.IGNORECASE,
)
CHAPTER = re.compile(r"^bab\s+[ivxlc]+\b[.:]?\s*(.*)$", re.IGNORECASE)
NUMBERED = re.compile(
    r"^(?:[IVX]+\.)?\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\S)|^[IVX]+\.\d+(?:\.\d+)*\.?\s+"
)
LETTERED = re.compile(r"^(?:[A-Z]|[a-h]|[ivx]{1,4}|[IVX]{1,4})\.\s+(?=[A-Z])")
ITEM = re.compile(
    r"^(?:[-•*–▪]\s+)?(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.])\s+"
    r"|^[-•*▪]\s+"
)
TOC_LINE = re.compile(
    r"^(?P<judul>.*?\S)(?:\t+|\s*\.{3,}\s*|\s{3,})(?P<halaman>\d{1,4}|[ivxl]{1,6})$"
)
MARKUP = re.compile(r"</?(?:ul|ol|li|br|i|b|u|em|strong|p|sup|sub|span)\b[^<>]*>", re.IGNORECASE)
MAX_HEADING = 140


def plain(text: str) -> str:
    """Text without left-over markup, blanks made single (tabs kept)."""
    if "<" in text:
        text = MARKUP.sub(" ", text)
    return re.sub(r"[^\S\t]+", " ", text.replace("*", "")).strip(" ")


def is_heading(text: str) -> bool:
    """A chapter, a short numbered line in title case, or a line in capitals."""
    if len(text) > MAX_HEADING or text.endswith((";", ",", ":")):
        return False
    if CHAPTER.match(text) or re.match(r"^(lampiran|pasal\s+\d+)\b", text, re.IGNORECASE):
        return len(text) < 90 and not text.endswith(".")
    if text.endswith("."):
        return False
    number = NUMBERED.match(text) or LETTERED.match(text)
    if not number:
        return False
    words = list(re.findall(r"[A-Za-z]{4,}", text[number.end() :]))
    capital = sum(w[0].isupper() for w in words)
    return bool(words) and len(words) <= 14 and capital >= 0.6 * len(words)


def level(text: str) -> int:
    """1 for a chapter, otherwise the count of numbers in the heading's own number plus 1."""
    if CHAPTER.match(text):
        return 1
    number = re.match(r"^(?:[IVX]+\.)?(\d+(?:\.\d+)*)", text)
    return 1 + (number.group(1).count(".") + 1 if number else 1)


def kind_of(text: str) -> JenisBlok:
    """Kind of a block that stands outside of tables and tables of contents."""
    if CAPTION.match(text) and len(text) < 260:
        return "keterangan"
    if is_heading(text) or LIST_HEAD.match(text):
        return "judul"
    return "butir" if ITEM.match(text) else "paragraf"
