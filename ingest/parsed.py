"""A regulation file as chunks, remembered by the digest of its bytes and of our code."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import BerkasError
from corpus.models import Chunk
from corpus.names import full_name
from ingest import ocr
from ingest.chunking import chunks
from ingest.identify import identify
from ingest.readers import digest, read
from ingest.structure import parse


@dataclass(frozen=True)
class Parsed:
    """One regulation file: which regulation, its chunks, and pages without text."""

    regulasi: str
    nama: str
    berkas: str
    sha256: str
    chunks: tuple[Chunk, ...]
    halaman_kosong: tuple[int, ...]


def parse_file(path: Path, given: str | None, cache: Path, code: str) -> Parsed:
    """Chunks of a regulation file, from `cache` where the same bytes were read by the same code.

    Raises:
        BerkasError: the file cannot be read, is not a known regulation, or has no pasal and no
            annex that could be cited.
    """
    # Installing OCR changes what a scan gives.
    reader = "ocr" if ocr.available() else "teks"
    key = cache / f"{digest(path)[:24]}-{code[:12]}-{reader}-{given or ''}.json"
    if key.exists():
        raw = json.loads(key.read_text(encoding="utf-8"))
        return Parsed(
            **{
                **raw,
                "berkas": path.name,
                "chunks": tuple(
                    Chunk.model_validate({**c, "berkas": path.name}) for c in raw["chunks"]
                ),
                "halaman_kosong": tuple(raw["halaman_kosong"]),
            }
        )
    document = read(path)
    if not document.lines:
        raise BerkasError(
            f'Berkas "{path.name}" tidak memuat teks: semua halaman berupa gambar. '
            f"Pasang OCR lalu ulangi: {ocr.HINT}"
        )
    regulation = identify(document, given)
    made = tuple(chunks(parse(document, regulation.id), regulation, path.name))
    if not made:
        raise BerkasError(
            f'Berkas "{path.name}" tidak memuat pasal atau lampiran yang dapat dikutip. '
            "Pastikan berkas itu naskah peraturan."
        )
    parsed = Parsed(
        regulation.id,
        full_name(regulation),
        path.name,
        document.sha256,
        made,
        document.halaman_kosong,
    )
    cache.mkdir(parents=True, exist_ok=True)
    stored = {**asdict(parsed), "chunks": [c.model_dump(mode="json") for c in made]}
    key.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    return parsed
