"""From evidence to citations: labels as people write them, legal status on the day, marks."""

from datetime import date

from assistant.answer import Citation, SourceFile
from corpus.load import sources
from corpus.models import Bagian, Chunk, Regulasi, StatusHukum
from corpus.names import short_name
from corpus.registry import get, status_on

# Units of a digest that tell practice and stand in no regulation are cited by their own source.
PRACTICE = "praktik-"


def is_practice(chunk: Chunk) -> bool:
    """Whether a digest unit tells a practice and not the law."""
    return f"/{PRACTICE}" in chunk.id


def legal_status(regulation_id: str, day: date) -> StatusHukum:
    """Status of a regulation on a day, in the contract's four words."""
    regulation = get(regulation_id)
    if regulation is None:
        return "tidak_diketahui"
    status = status_on(regulation, day).status
    return "tidak_diketahui" if status == "belum_berlaku" else status


def place_label(chunk: Chunk) -> str:
    """ "Pasal 6 ayat (3)", "Penjelasan Pasal 3", "Lampiran halaman 40"; empty if unconfirmed."""
    if not chunk.terverifikasi:
        return ""
    parts = []
    if chunk.bagian == "penjelasan" or "/penjelasan" in chunk.id:
        parts.append("Penjelasan")
    if chunk.bagian == "lampiran":
        page = f", halaman {chunk.halaman}" if chunk.halaman else ""
        return f"{chunk.jalur[1]}{page}"
    if chunk.pasal:
        parts.append(f"Pasal {chunk.pasal}")
    elif parts:
        parts.append("Umum")
    if chunk.ayat:
        parts.append(f"ayat ({chunk.ayat})")
    if chunk.huruf:
        parts.append(f"huruf {chunk.huruf}")
    if "/angka-" in chunk.id:
        parts.append("angka " + chunk.id.split("/angka-")[1].split("/")[0])
    if not parts and "/lampiran-" in chunk.id:
        parts.append("Lampiran " + chunk.id.split("/lampiran-")[1].split("/")[0].upper())
    return " ".join(parts)


def label(chunk: Chunk) -> str:
    """The regulation and the place: "PP Nomor 2 Tahun 2018 Pasal 6 ayat (3)"."""
    regulation = get(chunk.regulasi)
    name = short_name(regulation) if regulation else chunk.jalur[0].split(" tentang ")[0]
    return f"{name} {place_label(chunk)}".strip()


def of_chunk(mark: int, chunk: Chunk, day: date, huruf: str | None = None) -> Citation:
    """The citation of a chunk."""
    if is_practice(chunk):
        return _of_practice(mark, chunk)
    written = label(chunk)
    return Citation(
        mark=mark,
        regulation=chunk.regulasi,
        pasal=chunk.pasal,
        ayat=chunk.ayat,
        huruf=chunk.huruf or huruf,
        bagian=chunk.bagian,
        label=f"{written} huruf {huruf}" if huruf and not chunk.huruf else written,
        tier=chunk.tier,
        legal_status=legal_status(chunk.regulasi, day),
        verified_locator=chunk.terverifikasi,
        text=chunk.teks,
        source=SourceFile(file=chunk.berkas, page=chunk.halaman),
    )


def _of_practice(mark: int, chunk: Chunk) -> Citation:
    source = sources()[chunk.sumber[0]]
    return of_fact(mark, source.id, f"{source.judul} (bukan bunyi peraturan)", chunk.teks)


def of_fact(mark: int, source_id: str, written: str, text: str) -> Citation:
    """A fact that stands in no regulation: cited by its own source."""
    return Citation(
        mark=mark, regulation=source_id, pasal=None, ayat=None, huruf=None, bagian="ringkasan",
        label=written, tier="ringkasan", legal_status="tidak_diketahui", verified_locator=False,
        text=text, source=SourceFile(),
    )  # fmt: skip


def of_registry(
    mark: int, regulation: Regulasi, day: date, text: str, pasal: str | None = None
) -> Citation:
    """What the registry itself says about a regulation."""
    bagian: Bagian = "ringkasan"
    name = short_name(regulation)
    return Citation(
        mark=mark, regulation=regulation.id, pasal=pasal, ayat=None, huruf=None, bagian=bagian,
        label=f"{name} Pasal {pasal}" if pasal else name, tier="ringkasan",
        legal_status=legal_status(regulation.id, day), verified_locator=pasal is not None,
        text=text, source=SourceFile(),
    )  # fmt: skip
