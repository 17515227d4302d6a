"""A PDF of plain lines, written byte by byte: tests need files whose text layer they know."""

from collections.abc import Sequence
from pathlib import Path

TOP, LEFT, LEADING, SIZE = 780, 70, 16, 10


def write_pdf(path: Path, pages: Sequence[Sequence[str]]) -> Path:
    """One PDF page per list of lines, in Courier; a page without lines has no text."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        text = _content(lines)
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>",
            f"<< /Length {len(text.encode('cp1252'))} >>\nstream\n{text}\nendstream",
        ]
    path.write_bytes(_file(objects))
    return path


def _content(lines: Sequence[str]) -> str:
    shown = [
        f"1 0 0 1 {LEFT} {TOP - LEADING * n} Tm ({_escaped(line)}) Tj"
        for n, line in enumerate(lines)
        if line
    ]
    return "\n".join(["BT", f"/F1 {SIZE} Tf", *shown, "ET"])


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str]) -> bytes:
    """Header, numbered objects, their table of offsets, trailer."""
    body, offsets = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
        f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body + end.encode()
