"""The lexical index: BM25 over three fields of every chunk. The only import of bm25s and PyStemmer.

Fields are indexed apart so that a question's score is a weighted sum: heading path, text, and
`tanya` (the everyday questions of a digest unit).
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import Stemmer

from corpus.load import DATA
from corpus.models import Chunk
from corpus.vocabulary import Vocabulary

Scores = npt.NDArray[np.float32]
FIELDS: dict[str, Callable[[Chunk], str]] = {
    "jalur": lambda c: " ".join(c.jalur),
    "teks": lambda c: c.teks,
    "tanya": lambda c: " ".join(c.tanya),
}
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
        self.vocabulary = Vocabulary(self._fields["teks"].vocab_dict)

    def idf(self, stem: str) -> float:
        """How rare a stem is in the texts; a stem that no text has is the rarest of all."""
        index = self._fields["teks"]
        row = index.vocab_dict.get(stem)
        pointers = index.scores["indptr"]
        return self.idf_of(0 if row is None else int(pointers[row + 1] - pointers[row]))

    def idf_of(self, found: int) -> float:
        """The idf of a stem that so many chunks have."""
        total = self._fields["teks"].scores["num_docs"]
        return math.log(1 + (total - found + 0.5) / (found + 0.5))

    def scores(self, field: str, query: Sequence[str]) -> Scores:
        """BM25 of every chunk for stemmed query tokens, (n_chunks,) float32; zeros for none."""
        index = self._fields[field]
        known = [t for t in query if t in index.vocab_dict]
        if not known:
            return np.zeros(index.scores["num_docs"], dtype=np.float32)
        result: Scores = index.get_scores(known)
        return result


def build(chunks: Sequence[Chunk], folder: Path) -> None:
    """Writes the index of some chunks into an empty folder."""
    import bm25s

    for name, text_of in FIELDS.items():
        # An empty field still needs a row, and bm25s needs one word somewhere.
        corpus = [tokens(text_of(chunk)) or ["∅"] for chunk in chunks]
        index = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        index.index(corpus, show_progress=False)
        index.save(str(folder / name), show_progress=False)
