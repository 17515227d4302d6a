"""HTML: the text of its blocks; scripts, styles and navigation left out."""

from html.parser import HTMLParser
from pathlib import Path

from ingest.document import Document, Line
from ingest.readers.text import decode

BLOCKS = frozenset("p div li tr br h1 h2 h3 h4 h5 h6 section article table ul ol dd dt pre".split())
HIDDEN = frozenset("script style nav header footer noscript template".split())


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = [""]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden += 1
        if tag in BLOCKS:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN and self.hidden:
            self.hidden -= 1
        if tag in BLOCKS:
            self.texts.append("")
        if tag in ("td", "th"):
            self.texts[-1] += " "

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts[-1] += data


def read(path: Path) -> Document:
    """One line per block of text."""
    parser = _Blocks()
    parser.feed(decode(path))
    texts = (" ".join(text.split()) for text in parser.texts)
    return Document(path, tuple(Line(text) for text in texts if text))
