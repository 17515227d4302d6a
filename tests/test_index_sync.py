"""Bringing the index up to date: what is created, updated, deleted, skipped; run twice, nothing."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus import generations
from corpus.embedding import Vectors, embedder
from corpus.errors import BerkasError, IndeksError, MasukanError
from corpus.store import ChunkStore
from ingest import sync
from ingest.sync import SyncCounts, build, regulation_files, remembered

LAW = """PERATURAN DAERAH KABUPATEN CONTOH
NOMOR 7 TAHUN 2020
TENTANG
LAYANAN AIR BERSIH KAMPUNG
DENGAN RAHMAT TUHAN YANG MAHA ESA
BAB I
KETENTUAN UMUM
Pasal 1
(1) Pemerintah daerah menyediakan Sumur Bersama di setiap kampung.
(2) Sumur Bersama dirawat oleh Petugas Air.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""
ID = "perda-contoh-7-2020"


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """A small regulation of the user's own."""
    path = tmp_path / "perda.txt"
    path.write_text(LAW, encoding="utf-8")
    return path


def chunks_in(home: Path) -> dict[str, str]:
    """The digest of every chunk in the store in use."""
    return ChunkStore(generations.current(home) / "chroma").digests()


def generations_in(home: Path) -> list[Path]:
    return sorted((home / "index").glob("gen-*"))


def test_first_build_creates_every_digest(digests_home: Path) -> None:
    made = generations.manifest(generations.current(digests_home))
    assert made.chunks == len(chunks_in(digests_home)) == sum(r.chunks for r in made.regulations)
    assert {r.tier for r in made.regulations} == {"ringkasan"}
    assert (made.embedder, made.files) == ("lsa", {})


def test_second_build_changes_nothing(own_home: Path) -> None:
    size = generations.manifest(generations.current(own_home)).chunks
    before = {p: p.stat().st_mtime_ns for p in own_home.rglob("*") if p.is_file()}
    assert build(own_home, "lsa", {}) == SyncCounts(skipped=size)
    assert {p: p.stat().st_mtime_ns for p in own_home.rglob("*") if p.is_file()} == before


def test_second_build_of_the_regulations_changes_nothing(full_home: Path) -> None:
    before = generations.current(full_home)
    counts = build(full_home, "lsa", dict(remembered(full_home)))
    assert counts == SyncCounts(skipped=generations.manifest(before).chunks)
    assert generations.current(full_home) == before


def test_new_file_creates_only_its_chunks(own_home: Path, law: Path) -> None:
    old = chunks_in(own_home)
    assert build(own_home, "lsa", {law: ID}) == SyncCounts(created=3, skipped=len(old))
    new = chunks_in(own_home)
    assert {i: d for i, d in new.items() if i in old} == old
    assert new.keys() - old.keys() == {
        f"{ID}/pasal-1/ayat-1",
        f"{ID}/pasal-1/ayat-2",
        f"{ID}/pasal-2",
    }


def test_changed_file_updates_and_deletes(own_home: Path, law: Path) -> None:
    build(own_home, "lsa", {law: ID})
    size = len(chunks_in(own_home))
    changed = LAW.replace("(2) Sumur Bersama dirawat oleh Petugas Air.\n", "")
    law.write_text(changed.replace("di setiap kampung", "di tiap dusun"), encoding="utf-8")
    counts = build(own_home, "lsa", {law: ID})
    assert counts == SyncCounts(updated=1, deleted=1, skipped=size - 2)
    assert f"{ID}/pasal-1/ayat-2" not in chunks_in(own_home)


def test_removed_file_is_deleted(own_home: Path, law: Path) -> None:
    old = chunks_in(own_home)
    build(own_home, "lsa", {law: ID})
    law.unlink()
    assert remembered(own_home) == {}
    assert build(own_home, "lsa", {}) == SyncCounts(deleted=3, skipped=len(old))
    assert chunks_in(own_home) == old


def test_one_generation_is_kept(own_home: Path, law: Path) -> None:
    first = generations.current(own_home)
    build(own_home, "lsa", {law: ID})
    assert generations_in(own_home) == [generations.current(own_home)]
    assert not first.exists()


def test_unreadable_file_costs_only_itself(own_home: Path, law: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4 terpotong")
    counts = build(own_home, "lsa", {broken: None, law: ID})
    assert counts.created == 3
    (problem,) = counts.problems
    assert "rusak.pdf" in problem


def test_unreadable_file_is_named_every_time(own_home: Path, law: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4 terpotong")
    first = build(own_home, "lsa", {broken: None, law: ID})
    assert build(own_home, "lsa", {broken: None, law: ID}).problems == first.problems


def test_two_copies_of_a_law_are_one(own_home: Path, law: Path, tmp_path: Path) -> None:
    longer = tmp_path / "lengkap.txt"
    longer.write_text(LAW + "Pasal 3\nBupati menetapkan tarif air.\n", encoding="utf-8")
    build(own_home, "lsa", {law: ID, longer: ID})
    made = generations.manifest(generations.current(own_home))
    assert [(r.berkas, r.chunks) for r in made.regulations if r.tier == "resmi"] == [
        ("lengkap.txt", 4)
    ]


def test_unregistered_law_has_unknown_status(own_home: Path, law: Path) -> None:
    build(own_home, "lsa", {law: ID})
    made = generations.manifest(generations.current(own_home))
    (entry,) = (r for r in made.regulations if r.regulasi == ID)
    assert (entry.tier, entry.status, entry.berkas) == ("resmi", "tidak_diketahui", "perda.txt")


def test_two_builds_at_once_are_refused(own_home: Path, law: Path) -> None:
    before = generations.current(own_home)
    with (
        generations.building(own_home),
        pytest.raises(IndeksError, match=r"sedang dibangun oleh proses lain"),
    ):
        build(own_home, "lsa", {law: ID})
    assert generations.current(own_home) == before
    assert build(own_home, "lsa", {law: ID}).created == 3


def test_failed_build_leaves_the_old_index(
    own_home: Path, law: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generations.current(own_home)

    def full_disk(chunks: object, folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.sync.lexical.build", full_disk)
    with pytest.raises(OSError, match="No space left"):
        build(own_home, "lsa", {law: ID})
    assert generations_in(own_home) == [generations.current(own_home)] == [before]


class Lengths:
    """A second vector space: three numbers that say how long a text is."""

    name = "panjang"

    def fit(self, texts: Sequence[str]) -> None:
        pass

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.array([[len(t), 1, 0] for t in texts], dtype=np.float32)

    def save(self, folder: Path) -> None:
        pass


def test_another_embedder_means_a_rebuild(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = chunks_in(own_home)
    monkeypatch.setattr(sync, "embedder", lambda choice, folder=None: Lengths())
    assert build(own_home, "panjang", {}) == SyncCounts(created=len(old))
    folder = generations.current(own_home)
    assert generations.manifest(folder).embedder == "panjang"
    # Vectors of the new space only, and every chunk counts as changed.
    store = ChunkStore(folder / "chroma")
    assert len(store.search(np.array([1, 0, 0], dtype=np.float32), 10)) == 10
    assert store.digests().keys() == old.keys()
    assert not set(chunks_in(own_home).values()) & set(old.values())


@pytest.mark.parametrize("choice", ["", "word2vec", "openai:text-embedding-3"])
def test_unknown_embedder_is_refused(own_home: Path, choice: str) -> None:
    before = generations.current(own_home)
    with pytest.raises(MasukanError, match=r"Pilihan: lsa, sentence-transformers"):
        build(own_home, choice, {})
    assert generations_in(own_home) == [before]


def test_vectors_of_lsa_find_their_own_chunk(digests_home: Path) -> None:
    folder = generations.current(digests_home)
    model = embedder("lsa", folder)
    (vector,) = model.embed(["pelayanan kesehatan ibu hamil"])
    assert np.linalg.norm(vector) == pytest.approx(1)
    found = ChunkStore(folder / "chroma").search(vector, 5)
    assert any("kes" in i or "pasal-6" in i for i, _ in found)
    assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)


def test_folder_gives_its_readable_files(tmp_path: Path, law: Path) -> None:
    inner = tmp_path / "peraturan" / "dalam"
    inner.mkdir(parents=True)
    shutil.copy(law, inner / "b.txt")
    (inner / "gambar.png").write_bytes(b"")
    assert regulation_files([tmp_path / "peraturan", law]) == [inner / "b.txt", law]


@pytest.mark.parametrize("name", ["tidak-ada", "kosong"])
def test_folder_without_regulations_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(BerkasError, match=name):
        regulation_files([tmp_path / name])
