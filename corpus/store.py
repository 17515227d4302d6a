"""The vector store: chunks, their metadata and vectors in an embedded Chroma. The only import of
chromadb, which takes two seconds and is therefore imported inside.

Always with our own vectors: with Chroma's default embedding function the first `add` would try to
download a model.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus.embedding import Vectors
from corpus.models import Chunk

COLLECTION = "peraturan"
BATCH = 2_000


def digest(chunk: Chunk, embedder_name: str) -> str:
    """Changes when anything of the chunk or the vector space changes."""
    return hashlib.sha256(f"{embedder_name}\n{chunk.model_dump_json()}".encode()).hexdigest()


class ChunkStore:
    """Chunks with vectors on disk. Open it with `create=True` to make an empty one."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False, allow_reset=False)
        self._client: Any = chromadb.PersistentClient(path=str(folder), settings=settings)
        options: dict[str, Any] = {"name": COLLECTION, "embedding_function": None}
        if create:
            options["metadata"] = {"hnsw:space": "cosine"}
            self._collection: Any = self._client.get_or_create_collection(**options)
        else:
            self._collection = self._client.get_collection(**options)

    def upsert(self, chunks: Sequence[Chunk], vectors: Vectors, digests: Sequence[str]) -> None:
        """Writes chunks and their vectors, (n_chunks, dim), batch by batch."""
        for start in range(0, len(chunks), BATCH):
            part = slice(start, start + BATCH)
            self._collection.upsert(
                ids=[c.id for c in chunks[part]],
                embeddings=vectors[part],
                documents=[c.model_dump_json() for c in chunks[part]],
                metadatas=[
                    {"regulasi": c.regulasi, "tier": c.tier, "bagian": c.bagian, "digest": d}
                    for c, d in zip(chunks[part], digests[part], strict=True)
                ],
            )

    def delete(self, ids: Iterable[str]) -> None:
        """Removes chunks by id."""
        every = list(ids)
        for start in range(0, len(every), BATCH):
            self._collection.delete(ids=every[start : start + BATCH])

    def digests(self) -> dict[str, str]:
        """The digest of every stored chunk by id."""
        found = self._collection.get(include=["metadatas"])
        return {i: m["digest"] for i, m in zip(found["ids"], found["metadatas"], strict=True)}

    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The k nearest chunks as (id, cosine similarity), the best first; `vector` is (dim,)."""
        found = self._collection.query(
            query_embeddings=[vector.tolist()], n_results=k, include=["distances"]
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(i, 1.0 - float(d)) for i, d in pairs]

    def count(self) -> int:
        """Number of stored chunks."""
        return int(self._collection.count())
