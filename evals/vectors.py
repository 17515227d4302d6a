"""The vector arm: retrieval with the index's own vectors (LSA) mixed in.

Scores are fused as `score / best + w * (cosine - median) / (best cosine - median)`; the cosines of
all chunks come from the store. With w = 0 the ranking is that of the assistant.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

import numpy as np

from assistant.passage import whole_of
from assistant.question import Question as Understood
from assistant.retrieval import spread
from corpus.embedding import embedder
from corpus.places import address_of
from corpus.store import ChunkStore
from evals.addresses import Addresses, of_passage
from evals.questions import Question
from evals.setup import OURS, Setup
from evals.systems import Ours

CANDIDATES = 80


def name_of(weight: float) -> str:
    """How rows name the assistant with a vector arm."""
    return f"{OURS} +lsa {weight:g}"


class Fused:
    """Ours with a vector arm of some weight."""

    def __init__(self, setup: Setup, weight: float, store: ChunkStore) -> None:
        self.name = name_of(weight)
        self._ours, self._weight, self._store = Ours(setup), weight, store
        self._model = embedder("lsa", setup.generation)

    def search(self, question: Question, k: int) -> Sequence[Addresses]:
        understood = self._ours.understood(question).question
        assert understood is not None
        parts = [replace(part, parts=()) for part in understood.parts or (understood,)]
        rankings = [self._ranked(part) for part in parts]
        merged = (hit for row in zip_longest(*rankings) for hit in row if hit is not None)
        named = self._named(understood)
        return list({hit[0]: hit for hit in [*named, *merged]}.values())[:k]

    def _named(self, question: Understood) -> list[Addresses]:
        retriever = self._ours.retriever
        return [of_passage(p) for r in question.references for p in retriever.at(r)]

    def _ranked(self, question: Understood) -> list[Addresses]:
        found = self._ours.retriever.search(question, CANDIDATES)
        words = [p for p in found if p.score != float("inf")]
        best = max((p.score for p in words), default=0.0) or 1.0
        scores = {p.address: p.score / best for p in words}
        hits = {p.address: of_passage(p) for p in words}
        for address, near in self._near(question).items():
            scores[address] = scores.get(address, 0.0) + self._weight * near
            hits.setdefault(address, (address,))
        ranked = sorted((a for a in scores if scores[a] > 0), key=lambda a: -scores[a])
        # Where the question names a regulation that is held, the others stay out here too.
        nearest = self._ours.retriever.nearest
        named = {held for r in question.references if r.regulasi and (held := nearest(r.regulasi))}
        inside = [a for a in ranked if a.split("/")[0] in named]
        return [hits[address] for address in spread(inside or ranked, whole_of)]

    def _near(self, question: Understood) -> dict[str, float]:
        """Address -> cosine scaled so that the median is 0 and the best is 1, none below 0."""
        if not self._weight:
            return {}
        # The typing errors that were mended and the expansions are known to this arm as well.
        text = " ".join((question.normal, *question.mended, *question.expansion))
        found = self._store.search(self._model.embed([text])[0], self._store.count())
        cosines = np.array([cosine for _, cosine in found])
        low, top = float(np.median(cosines)), float(cosines.max(initial=0))
        result: dict[str, float] = {}
        for chunk_id, cosine in found:
            if cosine > low and top > low:
                result.setdefault(address_of(chunk_id), (cosine - low) / (top - low))
        return result
