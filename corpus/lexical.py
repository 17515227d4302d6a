"""The lexical index: BM25 over three fields of every chunk. The only import of bm25s and PyStemmer.

Fields are indexed apart so that a question's score is a weighted sum: heading path, text, and
`tanya` (everyday questions). Every everyday question is a document of its own and a chunk has the
score of its best one: a place gains nothing by having many questions, or one full of keywords.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import Stemmer

from corpus.glossary import spelt_out
from corpus.load import DATA
from corpus.models import Chunk
from corpus.registry import get
from corpus.vocabulary import Vocabulary

Scores = npt.NDArray[np.float32]
# What is indexed under a name: texts, and the rows of the chunks that each of them stands for.
Texts = Iterator[tuple[str, Sequence[int]]]


def _of_each(text_of: Callable[[Chunk], Iterable[str]]) -> Callable[[Sequence[Chunk]], Texts]:
    return lambda chunks: (
        (text, (row,)) for row, chunk in enumerate(chunks) for text in text_of(chunk)
    )


def _of_regulation(chunks: Sequence[Chunk]) -> Texts:
    """The names of every regulation; they speak for all of it."""
    groups: dict[str, list[int]] = {}
    for row, chunk in enumerate(chunks):
        groups.setdefault(chunk.regulasi, []).append(row)
    for regulation_id, rows in groups.items():
        known = get(regulation_id)
        names = (known.tentang, *known.nama_lain) if known else chunks[rows[0]].jalur[:1]
        yield " ".join(names), rows


FIELDS: dict[str, Callable[[Sequence[Chunk]], Texts]] = {
    "judul": _of_regulation,
    "jalur": _of_each(lambda c: (" ".join(c.jalur),)),
    "teks": _of_each(lambda c: (c.teks,)),
    "tanya": _of_each(lambda c: map(spelt_out, c.tanya)),
}
# k1 and b of BM25; everyday questions are short and hardly differ in length.
SHAPE = {"tanya": (1.2, 0.4)}
USUAL = (1.5, 0.75)
LINKS = "links.npy"
WORD = re.compile(r"[^\W\d_]+|\d+")
# One spelling for words that laws and people write in two ways.
SAME = {"terlantar": "telantar", "lansia": "lansia", "ketentraman": "ketenteraman",
        "perlindungan": "pelindungan", "kab": "kabupaten"}  # fmt: skip


@cache
def stopwords() -> frozenset[str]:
    """Function words and the small talk of questions."""
    text = (DATA / "kata_umum.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(" ".join(lines).split())


@cache
def _stemmer() -> Any:
    stemmer = Stemmer.Stemmer("indonesian")
    stemmer.maxCacheSize = 50_000
    return stemmer


def words(text: str) -> list[str]:
    """Lower-case words and numbers, function words left out, not stemmed."""
    return [w for w in WORD.findall(text.lower()) if w not in stopwords()]


def stems(tokens: Sequence[str]) -> list[str]:
    """Snowball stems of words, one spelling each.

    Snowball leaves the suffix -i of verbs ("mengawasi" -> "awasi", beside "pengawasan" -> "awas");
    where it took off a prefix, the -i goes too.
    """
    same = [SAME.get(t, t) for t in tokens]
    return [
        stem[:-1]
        if stem.endswith("i") and len(stem) > 4 and stem != word and word[-1] == "i"
        else stem
        for word, stem in zip(same, _stemmer().stemWords(same), strict=True)
    ]


def tokens(text: str) -> list[str]:
    """What is indexed and searched: stems of the words of a text."""
    return stems(words(text))


class LexicalIndex:
    """BM25 over the chunks of one generation; rows are in the order of `ids.txt`."""

    def __init__(self, folder: Path) -> None:
        import bm25s

        self._fields = {n: bm25s.BM25.load(str(folder / n), mmap=True) for n in FIELDS}
        self._links = {n: np.load(folder / n / LINKS) for n in FIELDS}
        self._n_chunks = int(self._fields["teks"].scores["num_docs"])
        self.vocabulary = Vocabulary(self._fields["teks"].vocab_dict)

    def idf(self, stem: str) -> float:
        """How rare a stem is in the texts; a stem that no text has is the rarest of all."""
        index = self._fields["teks"]
        row = index.vocab_dict.get(stem)
        pointers = index.scores["indptr"]
        return self.idf_of(0 if row is None else int(pointers[row + 1] - pointers[row]))

    def idf_of(self, found: int) -> float:
        """The idf of a stem that so many chunks have."""
        return math.log(1 + (self._n_chunks - found + 0.5) / (found + 0.5))

    def scores(self, field: str, query: Sequence[str]) -> Scores:
        """BM25 of every chunk for stemmed query tokens, (n_chunks,) float32; zeros for none."""
        index = self._fields[field]
        texts, chunks = self._links[field]
        known = [t for t in query if t in index.vocab_dict]
        result: Scores = np.zeros(self._n_chunks, dtype=np.float32)
        if known:
            np.maximum.at(result, chunks, index.get_scores(known)[texts])
        return result


def build(chunks: Sequence[Chunk], folder: Path) -> None:
    """Writes the index of some chunks into an empty folder."""
    import bm25s

    for name, texts_of in FIELDS.items():
        # bm25s needs a text with one word, also for a field that no chunk has.
        pairs = list(texts_of(chunks)) or [("", ())]
        k1, b = SHAPE.get(name, USUAL)
        index = bm25s.BM25(method="lucene", k1=k1, b=b)
        index.index([tokens(text) or ["∅"] for text, _ in pairs], show_progress=False)
        index.save(str(folder / name), show_progress=False)
        links = [(text, row) for text, (_, rows) in enumerate(pairs) for row in rows]
        np.save(folder / name / LINKS, np.array(links, dtype=np.int32).reshape(-1, 2).T)
