"""LangChain's usual retrieval on the same files: recursive splitter 1000/200 with MiniLM in Chroma,
with BM25Retriever, and with EnsembleRetriever over both. All settings are the libraries' own.

The packages are the extra `evals`; without them these systems are skipped and the results say so.
They are imported by name because they need not be there.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.models import Chunk
from corpus.places import address_of
from evals.addresses import Addresses
from evals.overlap import Units
from evals.questions import Question
from evals.setup import Setup
from evals.vectors_cache import MODEL, CachedEmbeddings
from ingest.readers import read

SIZE, OVERLAP, MOST = 1000, 200, 10
LEXICAL = ("langchain_text_splitters", "langchain_community", "langchain_classic", "rank_bm25")
DENSE = ("langchain_chroma", "sentence_transformers", MODEL)
VECTORS, BM25, ENSEMBLE = "langchain-minilm", "langchain-bm25", "langchain-ensemble"
WITH_DIGESTS = "langchain-ensemble+ringkasan"


@dataclass(frozen=True)
class Plain:
    """One chunk of the recursive splitter, and the law addresses that it holds."""

    text: str
    addresses: Addresses


class LangChain:
    """One retriever of LangChain. Earlier turns of a conversation are put before the question."""

    def __init__(self, name: str, retriever: Any, plain: Sequence[Plain]) -> None:
        self.name = name
        self._retriever, self._plain = retriever, plain

    def search(self, question: Question, k: int) -> Sequence[Addresses]:
        asked = " ".join((*question.history, question.question))
        found = self._retriever.invoke(asked)[:k]
        return [self._plain[document.metadata["n"]].addresses for document in found]


def missing() -> list[str]:
    """The packages that the baselines need and that are not installed."""
    return [name for name in (*LEXICAL, *DENSE) if find_spec(name) is None]


def plain_chunks(setup: Setup) -> list[Plain]:
    """The files of the index as LangChain splits them."""
    units: dict[str, list[Chunk]] = {}
    for chunk in setup.official:
        units.setdefault(chunk.regulasi, []).append(chunk)
    texts = ((i, _text(path), units.get(i, [])) for i, path in setup.files.items())
    return list(_split(texts))


def digest_chunks(setup: Setup) -> list[Plain]:
    """The shipped digests, everyday questions included, split in the same way."""
    units: dict[str, list[Chunk]] = {}
    for chunk in setup.digests:
        units.setdefault(chunk.regulasi, []).append(chunk)
    texts = (
        (i, "\n\n".join("\n".join((*c.jalur, c.teks, *c.tanya)) for c in chunks), chunks)
        for i, chunks in units.items()
    )
    return list(_split(texts))


def question_chunks(setup: Setup) -> list[Plain]:
    """The everyday questions of official texts, one chunk a place."""
    asked = {address_of(c.id): c for c in setup.official if c.tanya}
    return [
        Plain("\n".join((*c.jalur, *c.tanya)), (c.regulasi, address))
        for address, c in asked.items()
    ]


def _text(path: Path) -> str:
    return "\n".join(line.teks for line in read(path).lines)


def _split(texts: Iterable[tuple[str, str, list[Chunk]]]) -> Iterator[Plain]:
    splitters: Any = import_module("langchain_text_splitters")
    splitter = splitters.RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    for regulation, text, chunks in texts:
        units = Units(regulation, chunks)
        for piece in splitter.split_text(text):
            yield Plain(piece, units.held(piece))


def systems(setup: Setup) -> list[LangChain]:
    """Every baseline of LangChain; none where a package is missing."""
    if missing():
        return []
    plain = plain_chunks(setup)
    more = [*plain, *digest_chunks(setup), *question_chunks(setup)]
    embeddings = CachedEmbeddings(setup.work / "cache")
    bm25, vectors = _bm25(plain), _chroma(plain, embeddings, "berkas")
    richer = _ensemble(_bm25(more), _chroma(more, embeddings, "berkas-ringkasan"))
    return [
        LangChain(VECTORS, vectors, plain),
        LangChain(BM25, bm25, plain),
        LangChain(ENSEMBLE, _ensemble(bm25, vectors), plain),
        LangChain(WITH_DIGESTS, richer, more),
    ]


def _numbered(plain: Sequence[Plain]) -> dict[str, Any]:
    return {"texts": [p.text for p in plain], "metadatas": [{"n": n} for n in range(len(plain))]}


def _bm25(plain: Sequence[Plain]) -> Any:
    community: Any = import_module("langchain_community.retrievers")
    return community.BM25Retriever.from_texts(**_numbered(plain), k=MOST)


def _chroma(plain: Sequence[Plain], embeddings: CachedEmbeddings, name: str) -> Any:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    store: Any = import_module("langchain_chroma")
    made = store.Chroma.from_texts(
        **_numbered(plain), embedding=embeddings, collection_name=name,
        collection_metadata={"hnsw:space": "cosine"},
    )  # fmt: skip
    return made.as_retriever(search_kwargs={"k": MOST})


def _ensemble(first: Any, second: Any) -> Any:
    classic: Any = import_module("langchain_classic.retrievers")
    return classic.EnsembleRetriever(retrievers=[first, second], weights=[0.5, 0.5])
