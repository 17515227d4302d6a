"""The shipped digests as chunks."""

from collections.abc import Iterator

from corpus.errors import CorpusError
from corpus.load import DIGESTS, build, folder, toml
from corpus.models import Chunk, Ringkasan, UnitRingkasan
from corpus.names import short_name
from corpus.registry import get


def digests() -> Iterator[Ringkasan]:
    """Every digest that ships, by file name."""
    for path in folder(DIGESTS):
        yield build(Ringkasan, toml(path), path.name)


def address(regulation_id: str, unit: UnitRingkasan) -> str:
    """The law address that a unit digests, without the tier."""
    parts = [regulation_id]
    named = (("lampiran", unit.lampiran), ("pasal", unit.pasal), ("ayat", unit.ayat))
    for word, number in (*named, ("huruf", unit.huruf)):
        if number:
            parts.append(f"{word}-{number.lower()}")
    if unit.kunci:
        parts.append(unit.kunci)
    return "/".join(parts)


def locator(unit: UnitRingkasan) -> tuple[str, ...]:
    """The place as people write it: ("Pasal 6", "ayat (3)")."""
    parts = [f"Lampiran {unit.lampiran}"] if unit.lampiran else []
    if unit.pasal:
        parts.append(f"Pasal {unit.pasal}")
    if unit.ayat:
        parts.append(f"ayat ({unit.ayat})")
    if unit.huruf:
        parts.append(f"huruf {unit.huruf}")
    return tuple(parts)


def digest_chunks() -> Iterator[Chunk]:
    """One chunk per unit of every digest.

    Raises:
        CorpusError: a digest of a regulation that the registry does not know.
    """
    for digest in digests():
        regulation = get(digest.regulasi)
        if regulation is None:
            raise CorpusError(f"digest of unregistered {digest.regulasi!r}")
        for unit in digest.unit:
            place = locator(unit)
            yield Chunk(
                id=address(digest.regulasi, unit) + "/ringkasan",
                regulasi=digest.regulasi,
                tier="ringkasan",
                bagian="ringkasan",
                pasal=unit.pasal,
                ayat=unit.ayat,
                huruf=unit.huruf,
                jalur=(short_name(regulation), *place, unit.topik),
                teks=unit.isi,
                tanya=unit.tanya,
                terverifikasi=bool(place),
                sumber=unit.sumber or digest.sumber,
            )
