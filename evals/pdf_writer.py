"""Writes plain PDF pages with text and ruled tables: enough to make laporan for evals and tests."""

import zlib
from collections.abc import Sequence
from pathlib import Path

WIDTH, HEIGHT, MARGIN = 842.0, 595.0, 40.0
SIZE, LEADING = 9.0, 12.0
NARROW = set("iljtf.,;:'|!()[] I")


def text_width(text: str, size: float) -> float:
    """About how wide Helvetica sets a text, in points."""
    return (
        sum(0.28 if c in NARROW else 0.72 if c.isupper() or c in "mw%" else 0.56 for c in text)
        * size
    )


def wrap(text: str, width: float, size: float) -> list[str]:
    """Lines no wider than `width`."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line or not lines else lines


class PdfWriter:
    """Pages from top to bottom; landscape A4."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.y = HEIGHT - MARGIN

    def page(self) -> None:
        """A new page."""
        self.pages.append([])
        self.y = HEIGHT - MARGIN

    def _text(self, x: float, y: float, text: str, size: float = SIZE, bold: bool = False) -> None:
        raw = text.encode("cp1252", "replace").replace(b"\\", b"\\\\")
        raw = raw.replace(b"(", b"\\(").replace(b")", b"\\)")
        font = "F2" if bold else "F1"
        body = raw.decode("latin-1")
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({body}) Tj ET")

    def paragraph(self, text: str, bold: bool = False) -> None:
        """A paragraph, and half a line of room behind it."""
        for line in wrap(text, WIDTH - 2 * MARGIN, SIZE):
            if self.y < MARGIN + LEADING:
                self.page()
            self.y -= LEADING
            self._text(MARGIN, self.y, line, SIZE, bold)
        self.y -= LEADING / 2

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A ruled table; `widths` are shares of the line. It goes on over pages."""
        whole = (WIDTH - 2 * MARGIN) / sum(widths)
        size = 7.0
        for row in rows:
            cells = [wrap(t, w * whole - 6, size) for t, w in zip(row, widths, strict=True)]
            height = max(len(c) for c in cells) * (size + 2) + 4
            if self.y - height < MARGIN:
                self.page()
            x = MARGIN
            for lines, width in zip(cells, widths, strict=True):
                box = f"{x:.1f} {self.y - height:.1f} {width * whole:.1f} {height:.1f} re S"
                self.pages[-1].append(box)
                for n, line in enumerate(lines):
                    self._text(x + 3, self.y - (n + 1) * (size + 2), line, size)
                x += width * whole
            self.y -= height
        self.y -= LEADING

    def save(self, path: Path) -> None:
        """Writes the file."""
        objects: list[bytes] = []
        kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(self.pages)))
        objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
        objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode())
        for name in ("Helvetica", "Helvetica-Bold"):
            objects.append(
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding "
                f"/WinAnsiEncoding >>".encode()
            )
        for n, page in enumerate(self.pages):
            stream = zlib.compress("\n".join(["0.5 w", *page]).encode("latin-1"))
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}] "
                f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * n} 0 "
                f"R >>".encode()
            )
            objects.append(
                f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
                + stream
                + b"\nendstream"
            )
        out = bytearray(b"%PDF-1.4\n")
        places = []
        for n, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{n} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{p:010d} 00000 n \n".encode() for p in places)
        out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
        out += f"startxref\n{start}\n%%EOF\n".encode()
        path.write_bytes(bytes(out))
