"""The score of every chunk for a question: weighted BM25 of its fields, and what is known of the
regulation and of the part of it that a chunk stands in."""

from datetime import date
from functools import lru_cache

import numpy as np

from assistant.question import Question
from assistant.weights import FieldWeights, Weights
from corpus.chunkfile import ChunkFile
from corpus.lexical import LexicalIndex, Scores
from corpus.registry import get, status_on

CORE = frozenset({"pp-2-2018", "permendagri-59-2021"})
# Words that fewer than this many chunks use are foreign to the law.
FOREIGN_BELOW = 6
CANDIDATES = 80


class Ranking:
    """Scores the chunks of one generation."""

    def __init__(self, lexical: LexicalIndex, chunks: ChunkFile, weights: Weights) -> None:
        self.lexical = lexical
        self.weights = weights
        self.regulations, self._regulation_of = chunks.column("regulasi")
        parts, part_of = chunks.column("bagian")
        factors = {"penjelasan": weights.prior.penjelasan, "lampiran": weights.prior.lampiran}
        self._part_prior = np.array([factors.get(p, 1.0) for p in parts], np.float32)[part_of]
        self._foreign = lexical.idf_of(FOREIGN_BELOW)
        self._status_prior = lru_cache(maxsize=64)(self._status_prior_on)

    def scores(self, question: Question) -> Scores:
        """Score of every chunk, (n_chunks,) float32; 0 where it has none of the words."""
        total = self._words(question)
        named = self.of_regulations(question)
        # What a word means is often said only in the elucidation.
        as_equals = asks_for_parts(question) or "definisi" in question.intents
        total *= np.where(as_equals, 1.0, self._part_prior)
        # A revoked regulation that the question names is what is asked for.
        total *= np.where(named, 1.0, self._status_prior(question.day, question.past))
        if question.about_spm:
            total *= self._topic_prior()
        if question.kinds:
            total *= self._kind_prior(question.kinds)
        total[named & (total > 0)] += self.weights.prior.disebut * float(total.max(initial=0))
        return total

    def asked(self, question: Question) -> Scores:
        """How near an everyday question of each chunk comes to this one, (n_chunks,) float32."""
        whole = sum(self.lexical.idf(term.stem) for term in question.content)
        return self.lexical.scores("tanya", [*question.stems, *question.mended]) / (whole or 1.0)

    def best(self, scores: Scores) -> list[int]:
        """Rows of the best chunks that have a score, the best first."""
        n = min(CANDIDATES, len(scores))
        top = np.argpartition(-scores, n - 1)[:n]
        # Equal scores are put in the order of the law, so that two runs give the same answer.
        order = sorted(top.tolist(), key=lambda row: (-scores[row], row))
        return [row for row in order if scores[row] > 0]

    def of_regulations(self, question: Question) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which chunks are of a regulation that the question names, (n_chunks,) bool."""
        named = {reference.regulasi for reference in question.references}
        return np.array([r in named for r in self.regulations])[self._regulation_of]

    def _words(self, question: Question) -> Scores:
        own = [*question.stems, *question.mended]
        total = np.zeros(len(self._regulation_of), dtype=np.float32)
        for field in FieldWeights.model_fields:
            weight = getattr(self.weights.field, field)
            if weight:
                total += weight * self.lexical.scores(field, own)
                for factor, added in self._expansions(question):
                    total += weight * factor * self.lexical.scores(field, added)
        return total

    def _expansions(self, question: Question) -> list[tuple[float, list[str]]]:
        """Added stems by weight: a word that the law hardly uses is worth what it stands for."""
        weak: dict[str, None] = {}
        strong: dict[str, None] = {}
        for term in question.content:
            foreign = self.lexical.idf(term.stem) >= self._foreign
            (strong if foreign else weak).update(dict.fromkeys(term.alternatives))
        query = self.weights.query
        return [
            (query.perluasan, [s for s in weak if s not in strong]),
            (query.perluasan_asing, list(strong)),
        ]

    def _topic_prior(self) -> Scores:
        """Factor by how much a regulation is about SPM: its title says so, or it is at the core."""
        prior = self.weights.prior
        factors = [
            prior.inti if r in CORE else prior.spm if _is_spm(r) else 1.0 for r in self.regulations
        ]
        return np.array(factors, dtype=np.float32)[self._regulation_of]

    def _kind_prior(self, kinds: frozenset[str]) -> Scores:
        """Factor by whether a regulation is of a kind that the question names ("permenkes mana")."""
        factors = [
            self.weights.prior.jenis if any(r.startswith(f"{k}-") for k in kinds) else 1.0
            for r in self.regulations
        ]
        return np.array(factors, dtype=np.float32)[self._regulation_of]

    def _status_prior_on(self, day: date, past: bool) -> Scores:
        """Factor by the status of regulations on a day; what did not exist yet counts nothing."""
        factors = []
        for regulation_id in self.regulations:
            regulation = get(regulation_id)
            status = status_on(regulation, day).status if regulation else "tidak_diketahui"
            factors.append(
                self.weights.prior.dicabut if status == "dicabut"
                else 0.0 if status == "belum_berlaku" and past
                else 1.0
            )  # fmt: skip
        return np.array(factors, dtype=np.float32)[self._regulation_of]


def _is_spm(regulation_id: str) -> bool:
    regulation = get(regulation_id)
    return regulation is not None and "pelayanan minimal" in regulation.tentang.lower()


def asks_for_parts(question: Question) -> bool:
    """Whether a question asks for the annex or the elucidation by name."""
    return bool({"lampiran", "penjelasan", "tabel"} & set(question.normal.split()))
