"""The shipped digests as chunks."""

from collections.abc import Iterator

from corpus.errors import CorpusError
from corpus.load import DIGESTS, build, folder, toml
from corpus.models import Chunk, Ringkasan, UnitRingkasan
from corpus.names import full_name
from corpus.registry import get

ELUCIDATION = "penjelasan"


def digests() -> Iterator[Ringkasan]:
    """Every digest that ships, by file name."""
    for path in folder(DIGESTS):
        yield build(Ringkasan, toml(path), path.name)


def address(regulation_id: str, unit: UnitRingkasan) -> str:
    """The law address that a unit digests, without the tier."""
    named = (("lampiran", unit.lampiran), ("pasal", unit.pasal), ("ayat", unit.ayat))
    place = [f"{word}-{n.lower()}" for word, n in (*named, ("huruf", unit.huruf)) if n]
    key = unit.kunci or ""
    if key.startswith(ELUCIDATION):
        # The official text has its elucidation under a branch of its own; the digest follows it.
        rest = key.removeprefix(ELUCIDATION).strip("-")
        return "/".join([regulation_id, ELUCIDATION, *place, *([rest] if rest else [])])
    return "/".join([regulation_id, *place, *([key] if key else [])])


def locator(unit: UnitRingkasan) -> tuple[str, ...]:
    """The place as people write it: ("Pasal 6", "ayat (3)")."""
    parts = ["Penjelasan"] if (unit.kunci or "").startswith(ELUCIDATION) else []
    if unit.lampiran:
        parts.append(f"Lampiran {unit.lampiran}")
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
                jalur=(full_name(regulation), *place, unit.topik),
                teks=unit.isi,
                tanya=unit.tanya,
                terverifikasi=bool(place),
                sumber=unit.sumber or digest.sumber,
            )
