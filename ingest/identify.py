"""Which regulation a file is: what it says of itself, then what its name says."""

import re
from pathlib import Path

from corpus.citation import find_references
from corpus.errors import BerkasError
from corpus.kinds import KINDS
from corpus.models import Regulasi
from corpus.registry import get
from ingest.document import Document
from ingest.repair import mend_text

OPENING_CHARS = 4_000
# "pp-2018-17" and "pp-17-2018-spm" both name PP 17/2018.
BY_NAME = re.compile(r"(?P<jenis>[a-z]+(?:-[a-z]+)?)-(?P<a>[\d.]+)-(?P<b>[\d.]+)(?:\D.*)?")
# What a regulation calls itself stands in capitals; the laws that it cites do not.
SELF = re.compile(
    r"(?:PERATURAN|UNDANG-?\s?UNDANG|KEPUTUSAN|INSTRUKSI|SURAT EDARAN)[A-Z\s,.()-]{0,140}?"
    r"NOMOR\s*:?\s*[\w./-]+\s+TAHUN\s+[\dOIl]{4}"
)
TITLE = re.compile(
    r"TENTANG\s+(?P<judul>[A-Z][A-Z0-9 ,./()-]{5,300}?)\s+(?:DENGAN RAHMAT|BAB I|Menimbang|Pasal 1)"
)


def opening(document: Document) -> str:
    """The first characters of the text, mended and in one line."""
    text = " ".join(line.teks for line in document.lines[:80])[:OPENING_CHARS]
    return mend_text(" ".join(text.split()))


def _by_name(path: Path) -> str | None:
    match = BY_NAME.fullmatch(path.stem.lower())
    if match is None or match["jenis"] not in KINDS:
        return None
    for number, year in ((match["a"], match["b"]), (match["b"], match["a"])):
        if get(f"{match['jenis']}-{number}-{year}"):
            return f"{match['jenis']}-{number}-{year}"
    return None


def identify(document: Document, given: str | None = None) -> Regulasi:
    """The regulation that a file is.

    Args:
        given: Id that the user names (`--id`); it may be one that the registry does not know.

    Raises:
        BerkasError: the file names no registered regulation and no id was given.
    """
    if given:
        return get(given) or _unregistered(given, opening(document))
    by_name = _by_name(document.path)
    if by_name and (found := get(by_name)):
        return found
    own = SELF.search(opening(document))
    for reference in find_references(own.group()) if own else ():
        found = get(reference.regulasi or "") if reference.dikenal else None
        if found is not None and reference.awal == 0:
            return found
    raise BerkasError(
        f'Berkas "{document.path.name}" belum dikenali sebagai peraturan terdaftar. '
        "Sebutkan peraturannya dengan --id, misalnya --id permendagri-59-2021."
    )


def _unregistered(given: str, text: str) -> Regulasi:
    """A regulation only the user knows: its status stays unknown, and answers say so."""
    match = re.fullmatch(
        r"(?P<jenis>[a-z]+(?:-[a-z]+)*)-(?P<nomor>[\d.]+(?:-\d+)?)-(?P<tahun>\d{4})", given
    )
    if match is None:
        raise BerkasError(
            f'Id "{given}" belum sesuai bentuk jenis-nomor-tahun, misalnya perbup-bekasi-33-2024.'
        )
    kind = match["jenis"]
    title = TITLE.search(text)
    return Regulasi(
        id=given,
        jenis=kind.upper() if len(kind) <= 3 else kind.replace("-", " ").title(),
        nomor=match["nomor"],
        tahun=int(match["tahun"]),
        tentang=title["judul"].title() if title else "(judul belum terbaca)",
        status="tidak_diketahui",
        sumber=("sumber-pengguna",),
        keyakinan="sedang",
    )
