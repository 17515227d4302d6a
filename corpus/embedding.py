"""One choice of embedder behind one door. The only import of scikit-learn and
sentence_transformers, both inside functions: they take seconds to import.

`lsa`: TF-IDF of stems and TruncatedSVD, fitted on the corpus itself when the index is built; needs
no download. `sentence-transformers:<name or path>`: a trained model, for those who have one.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import IndeksError, MasukanError
from corpus.lexical import tokens

Vectors = npt.NDArray[np.float32]
LSA_DIMENSIONS = 256
TRANSFORMER = "sentence-transformers:"


class Embedder(Protocol):
    """Texts to vectors. `name` says which space the vectors are in; spaces are never mixed."""

    name: str

    def fit(self, texts: Sequence[str]) -> None:
        """Learns from the corpus where the embedder needs that; else does nothing."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """(n_texts, dim) float32, rows of length 1 (or 0 where no word is known)."""

    def save(self, folder: Path) -> None:
        """Keeps what `fit` learned."""


class Lsa:
    """Latent semantic analysis of the corpus."""

    name = "lsa"

    def __init__(self, folder: Path | None = None) -> None:
        self._model: Any = None
        if folder is not None:
            import joblib

            self._model = joblib.load(folder / "lsa.joblib")

    def fit(self, texts: Sequence[str]) -> None:
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline

        words = TfidfVectorizer(
            analyzer=tokens, sublinear_tf=True, min_df=2 if len(texts) > 50 else 1
        )
        counts = words.fit_transform(texts)
        # SVD needs fewer dimensions than the corpus has words and texts.
        dimensions = max(1, min(LSA_DIMENSIONS, counts.shape[1] - 1, counts.shape[0] - 1))
        svd = TruncatedSVD(dimensions, n_iter=4, random_state=0)
        svd.fit(counts)
        self._model = make_pipeline(words, svd)

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self._model is None:
            raise IndeksError("Penyemat LSA belum dilatih. Jalankan: spm index build")
        return _unit_rows(np.asarray(self._model.transform(texts), dtype=np.float32))

    def save(self, folder: Path) -> None:
        import joblib

        joblib.dump(self._model, folder / "lsa.joblib")


class Transformer:
    """A sentence-transformers model by name or path."""

    def __init__(self, model: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise MasukanError(
                "SPM_EMBEDDING memakai sentence-transformers, yang belum terpasang. Jalankan: "
                'pip install torch==2.13.0 "asisten-spm[transformer]"'
            ) from error
        self.name = TRANSFORMER + model
        try:
            self._model: Any = SentenceTransformer(model, device="cpu")
        except (OSError, ValueError) as error:
            raise MasukanError(
                f'Model "{model}" tidak dapat dimuat. Beri folder model yang ada di mesin ini.'
            ) from error

    def fit(self, texts: Sequence[str]) -> None:
        """Nothing to learn: the model is trained."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = self._model.encode(list(texts), batch_size=32, show_progress_bar=False)
        return _unit_rows(np.asarray(vectors, dtype=np.float32))

    def save(self, folder: Path) -> None:
        """Nothing to keep."""


def _unit_rows(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)


def embedder(choice: str, folder: Path | None = None) -> Embedder:
    """The embedder that `SPM_EMBEDDING` names; `folder` holds what it learned before.

    Raises:
        MasukanError: the choice is unknown or its package or model is missing.
    """
    if choice == "lsa":
        return Lsa(folder)
    if choice.startswith(TRANSFORMER):
        return Transformer(choice.removeprefix(TRANSFORMER))
    raise MasukanError(
        f'SPM_EMBEDDING="{choice}" tidak dikenal. '
        "Pilihan: lsa, sentence-transformers:<nama atau jalur>."
    )
