"""Where a document begins."""

from assistant.checking.context import Konteks
from ingest.report.model import Letak


def opening(k: Konteks) -> Letak:
    """The first place of a document, for what the document lacks as a whole."""
    if k.naskah.blok:
        return k.naskah.blok[0].letak
    return k.naskah.tabel[0].letak(0) if k.naskah.tabel else Letak()
