"""The shipped digests: complete where they claim to be, asked about, and in words of our own."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.digests import digest_chunks, digests
from corpus.registry import get, out_of_range, regulations
from ingest.readers import read

GOLDEN = Path(__file__).parent / "golden" / "pp-2-2018.toml"
LONGEST_SHARED_RUN = 13
WORD = re.compile(r"[a-z0-9]+")
CHUNKS = list(digest_chunks())


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every run of one word more than may be shared."""
    size = LONGEST_SHARED_RUN + 1
    return (tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def test_regulations_with_a_digest() -> None:
    assert {d.regulasi for d in digests()} == {
        "pp-2-2018", "permendagri-59-2021", "permenkes-6-2024", "permendikbudristek-32-2022",
        "permenpupr-13-2023", "permendagri-101-2018", "permendagri-114-2018",
        "permendagri-121-2018", "permendagri-90-2019", "permensos-9-2018", "uu-23-2014",
        "pp-12-2017", "pp-12-2019", "pp-13-2019",
    }  # fmt: skip


def test_ids_of_digest_units_are_unique() -> None:
    assert [i for i, n in Counter(c.id for c in CHUNKS).items() if n > 1] == []


def test_every_ayat_of_pp_2_2018_has_a_digest() -> None:
    golden = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["unit"]
    wanted = {u["id"] for u in golden if "/penjelasan" not in u["id"]}
    held = {re.sub(r"/(?:angka-\d+|huruf-[a-z])?/?ringkasan$", "", c.id) for c in CHUNKS}
    assert wanted - held == set()


def test_every_definition_of_pp_2_2018_has_a_digest() -> None:
    wanted = {f"pp-2-2018/pasal-1/angka-{n}/ringkasan" for n in range(1, 11)}
    assert wanted <= {c.id for c in CHUNKS}


def test_elucidations_that_say_something_have_a_digest() -> None:
    golden = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["unit"]
    wanted = {
        u["id"] for u in golden if "/penjelasan/" in u["id"] and u["awal"] != "cukup jelas"
    } - {"pp-2-2018/penjelasan/umum"}
    held = {c.id.removesuffix("/ringkasan") for c in CHUNKS if "/penjelasan/" in c.id}
    # The digest may tell a whole pasal at once, or its parts apart.
    missing = {i for i in wanted if not any(h.startswith(i) or i.startswith(h) for h in held)}
    assert missing == set()


def test_every_unit_is_asked_about_three_times() -> None:
    few = [c.id for c in CHUNKS if len({t.strip().lower() for t in c.tanya}) < 3]
    assert few == []


def test_no_digest_names_a_pasal_out_of_range() -> None:
    wrong = [
        c.id
        for c in CHUNKS
        if c.pasal and (regulation := get(c.regulasi)) and out_of_range(regulation, c.pasal)
    ]
    assert wrong == []


def test_unconfirmed_place_is_marked_as_such() -> None:
    """A digest unit without pasal, annex or elucidation must not look like a checked place."""
    places = re.compile(r"/(?:pasal-\d|lampiran-|penjelasan)")
    assert [c.id for c in CHUNKS if c.terverifikasi != bool(places.search(c.id))] == []


def test_chunks_carry_their_heading_path() -> None:
    chunk = next(c for c in CHUNKS if c.id == "pp-2-2018/pasal-6/ayat-3/ringkasan")
    assert chunk.jalur[:3] == (
        "PP Nomor 2 Tahun 2018 tentang Standar Pelayanan Minimal",
        "Pasal 6",
        "ayat (3)",
    )
    assert (chunk.tier, chunk.bagian, chunk.pasal, chunk.ayat) == (
        "ringkasan",
        "ringkasan",
        "6",
        "3",
    )


def own_words(text: str) -> list[str]:
    """The words of a text without the titles of regulations, which cannot be said otherwise."""
    plain = " ".join(WORD.findall(text.lower()))
    for regulation in regulations().values():
        plain = plain.replace(" ".join(WORD.findall(regulation.tentang.lower())), "/")
    return plain.split()


@pytest.fixture(scope="module")
def law_runs(shared: Path) -> set[tuple[str, ...]]:
    """Every long run of words in the shared texts."""
    folders = (shared / "data" / "regulations", shared / "data" / "documents")
    paths = [
        p for f in folders for p in sorted(f.rglob("*")) if p.suffix in (".md", ".txt", ".pdf")
    ]
    found: set[tuple[str, ...]] = set()
    for path in paths:
        text = " ".join(line.teks for line in read(path).lines)
        found.update(runs(WORD.findall(text.lower())))
    return found


def test_digests_do_not_repeat_the_law(law_runs: set[tuple[str, ...]]) -> None:
    copied = [
        (c.id, " ".join(run))
        for c in CHUNKS
        for run in runs(own_words(" / ".join((c.teks, *c.tanya))))
        if run in law_runs
    ]
    assert copied == []
