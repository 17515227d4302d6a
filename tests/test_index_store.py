"""The vector store on disk: writing, reading back, deleting, searching with vectors of our own."""

from pathlib import Path

import numpy as np
import pytest

from corpus.chunkfile import ChunkFile, write
from corpus.models import Chunk
from corpus.store import ChunkStore, digest


def chunk(number: int, text: str = "Menteri menetapkan standar teknis.") -> Chunk:
    return Chunk(
        id=f"perda-7-2020/pasal-{number}",
        regulasi="perda-7-2020",
        tier="resmi",
        bagian="batang_tubuh",
        pasal=str(number),
        jalur=("Perda Nomor 7 Tahun 2020", f"Pasal {number}"),
        teks=text,
        berkas="perda.pdf",
        halaman=number,
        sumber=("sumber-pengguna",),
    )


CHUNKS = [chunk(n) for n in range(1, 4)]
VECTORS = np.eye(3, dtype=np.float32)
DIGESTS = ["satu", "dua", "tiga"]


@pytest.fixture
def store(tmp_path: Path) -> ChunkStore:
    """A store of three chunks that lie at right angles."""
    made = ChunkStore(tmp_path / "chroma", create=True)
    made.upsert(CHUNKS, VECTORS, DIGESTS)
    return made


def test_what_was_written_is_there(store: ChunkStore) -> None:
    assert store.count() == 3
    assert store.digests() == dict(zip((c.id for c in CHUNKS), DIGESTS, strict=True))


def test_store_is_kept_on_disk(store: ChunkStore, tmp_path: Path) -> None:
    assert ChunkStore(tmp_path / "chroma").digests() == store.digests()


def test_nearest_comes_first(store: ChunkStore) -> None:
    found = store.search(np.array([0.1, 1.0, 0.5], dtype=np.float32), 3)
    assert [i for i, _ in found] == [CHUNKS[1].id, CHUNKS[2].id, CHUNKS[0].id]
    length = float(np.linalg.norm([0.1, 1.0, 0.5]))
    assert [s for _, s in found] == pytest.approx(
        [1 / length, 0.5 / length, 0.1 / length], abs=1e-5
    )


def test_upsert_replaces_a_chunk(store: ChunkStore) -> None:
    store.upsert([chunk(1, "Teks baru.")], np.array([[0, 0, 1]], dtype=np.float32), ["baru"])
    assert store.count() == 3
    assert store.digests()[CHUNKS[0].id] == "baru"
    found = store.search(np.array([1, 0, 0], dtype=np.float32), 1)
    assert found[0][1] == pytest.approx(0, abs=1e-5)


def test_deleted_chunk_is_not_found(store: ChunkStore) -> None:
    store.delete([CHUNKS[0].id])
    assert store.digests().keys() == {CHUNKS[1].id, CHUNKS[2].id}
    found = store.search(VECTORS[0], 2)
    assert CHUNKS[0].id not in [i for i, _ in found]
    store.delete([])
    assert store.count() == 2


def test_vectors_of_another_space_are_refused(store: ChunkStore) -> None:
    with pytest.raises(Exception, match="dimension"):
        store.upsert([chunk(9)], np.ones((1, 4), dtype=np.float32), ["lain"])
    assert store.count() == 3


def test_store_that_was_not_made_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="does not exist"):
        ChunkStore(tmp_path / "tidak-ada")


def test_digest_follows_every_field() -> None:
    base = digest(CHUNKS[0], "lsa")
    assert digest(chunk(1), "lsa") == base
    changes = {
        "teks": "Lain.", "halaman": 9, "tanya": ("apa?",), "terverifikasi": False,
        "jalur": ("Lain",), "berkas": None,
    }  # fmt: skip
    others = [digest(CHUNKS[0].model_copy(update={k: v}), "lsa") for k, v in changes.items()]
    assert base not in others
    assert len(set(others)) == len(changes)
    assert digest(CHUNKS[0], "sentence-transformers:x") != base


def test_chunk_file_gives_chunks_back(tmp_path: Path) -> None:
    write(CHUNKS, tmp_path)
    file = ChunkFile(tmp_path)
    assert len(file) == 3
    assert [file.at(row) for row in range(3)] == CHUNKS
    assert [file.get(c.id) for c in CHUNKS] == CHUNKS
    assert file.get("perda-7-2020/pasal-99") is None
    values, codes = file.column("regulasi")
    assert ([values[c] for c in codes]) == ["perda-7-2020"] * 3
    file.close()
