"""From a question to passages, kept and rejected, each with its score and the reason.

A passage is one place in the law: its official text and the digest of it are one passage, so that
the digest's everyday questions find the official text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

import numpy as np

from assistant.intent import holds
from assistant.question import Question
from assistant.weights import Weights, shipped
from corpus.chunkfile import ChunkFile
from corpus.citation import Rujukan
from corpus.errors import IndeksError
from corpus.generations import DAMAGED
from corpus.lexical import LexicalIndex, Scores, tokens
from corpus.models import Chunk
from corpus.registry import get, status_on

CORE = frozenset({"pp-2-2018", "permendagri-59-2021"})
DIGEST = "/ringkasan"
CANDIDATES = 80
PART = re.compile(r"/\d+$")
# A second chunk of the same place (digest beside official text) adds this share of its score.
AGREEMENT = 0.25
MENDED_COUNTS = 0.3
# A definition of its own beats a pasal that holds many, where a definition is asked for.
DEFINITION = 1.3
FOREIGN_BELOW = 6


@dataclass(frozen=True)
class Passage:
    """One place in the law. `official` and `digest` are the two texts we may have of it.

    `score` is the weighted BM25; `covered` are the question's stems that it holds and `cover`
    their share by idf; `why` says why it was found or rejected.
    """

    address: str
    official: Chunk | None
    digest: Chunk | None
    score: float
    covered: frozenset[str]
    cover: float
    why: str

    @property
    def best(self) -> Chunk:
        """The text to cite: the official one where there is one."""
        chunk = self.official or self.digest
        assert chunk is not None
        return chunk

    @property
    def explained(self) -> Chunk:
        """The text to read out: the digest where there is one."""
        chunk = self.digest or self.official
        assert chunk is not None
        return chunk


def _in_law_order(address: str) -> list[tuple[int, str]]:
    """Sorts "ayat-10" behind "ayat-9"."""
    return [(int(n or 0), word) for word, n in re.findall(r"([^\d]+)(\d*)", address)]


def address_of(chunk_id: str) -> str:
    """The law address of a chunk: without the tier and the number of a part."""
    return PART.sub("", chunk_id.removesuffix(DIGEST))


class Retriever:
    """Searches one generation of the index. Loaded once, used for many questions."""

    def __init__(self, folder: Path, weights: Weights | None = None) -> None:
        self.weights = weights or shipped()
        try:
            self.lexical = LexicalIndex(folder)
            self.chunks = ChunkFile(folder)
        except (OSError, ValueError, KeyError) as error:
            raise IndeksError(DAMAGED) from error
        self._regulations, self._regulation_of = self.chunks.column("regulasi")
        parts, part_of = self.chunks.column("bagian")
        factors = {
            "penjelasan": self.weights.prior.penjelasan,
            "lampiran": self.weights.prior.lampiran,
        }
        self._part_prior = np.array([factors.get(p, 1.0) for p in parts], np.float32)[part_of]
        # Words that fewer than this many chunks use are foreign to the law.
        self._foreign = self.lexical.idf_of(FOREIGN_BELOW)
        self._status_prior = lru_cache(maxsize=64)(self._status_prior_on)

    def search(self, question: Question, k: int) -> list[Passage]:
        """The k best passages, the best first; places that the question names come before all.

        A question with several parts gets the best of each part in turn.
        """
        named = [p for r in question.references for p in self.at(r)]
        rankings = [self._ranked(part) for part in question.parts or (question,)]
        merged = [p for row in zip_longest(*rankings) for p in row if p is not None]
        result: dict[str, Passage] = {}
        for passage in [*named, *merged]:
            result.setdefault(passage.address, passage)
        return list(result.values())[:k]

    def _ranked(self, question: Question) -> list[Passage]:
        scores = self._scores(question)
        return self._passages(self._best_rows(scores), scores, question)

    def holds(self, regulation_id: str) -> bool:
        """Whether the index has anything of a regulation."""
        return regulation_id in self._regulations

    def at(self, reference: Rujukan) -> list[Passage]:
        """The passages at a place that a question names, in the order of the law."""
        if reference.regulasi is None or reference.pasal is None:
            return []
        place = f"{reference.regulasi}/pasal-{reference.pasal.lower()}"
        if reference.ayat:
            place += f"/ayat-{reference.ayat.lower()}"
        ids = [i for i in (place, place + DIGEST) if i in self.chunks.rows]
        if not ids or not reference.ayat:
            ids += [
                i for i in self.chunks.ids if i.startswith(place + "/") and "penjelasan" not in i
            ]
        return self._grouped(dict.fromkeys(ids), "disebut dalam pertanyaan")

    def place(self, address: str) -> Passage | None:
        """The passage at a law address, or at the nearest place above it."""
        parts = address.split("/")
        while len(parts) > 1:
            ids = [i for i in ("/".join(parts), "/".join(parts) + DIGEST) if i in self.chunks.rows]
            if ids:
                return self._grouped(dict.fromkeys(ids), "dasar")[0]
            parts.pop()
        return None

    def _grouped(self, ids: Iterable[str], why: str) -> list[Passage]:
        groups: dict[str, list[Chunk]] = {}
        for chunk_id in ids:
            chunk = self.chunks.get(chunk_id)
            if chunk is not None:
                groups.setdefault(address_of(chunk_id), []).append(chunk)
        ordered = sorted(groups, key=_in_law_order)
        return [_passage(a, groups[a], float("inf"), frozenset(), 1.0, why) for a in ordered]

    def _scores(self, question: Question) -> Scores:
        """Score of every chunk, (n_chunks,) float32."""
        weights = self.weights
        total = np.zeros(len(self.chunks), dtype=np.float32)
        for field in ("teks", "jalur", "tanya"):
            weight = getattr(weights.field, field)
            if weight:
                total += weight * self.lexical.scores(field, [*question.stems, *question.mended])
                for factor, added in self._expansions(question):
                    total += weight * factor * self.lexical.scores(field, added)
        named = np.array(
            [r in {ref.regulasi for ref in question.references} for r in self._regulations]
        )[self._regulation_of]
        # What a word means is often said only in the elucidation.
        as_equals = _asks_for_parts(question) or "definisi" in question.intents
        total *= np.where(as_equals, 1.0, self._part_prior)
        # A revoked regulation that the question names is what is asked for.
        total *= np.where(named, 1.0, self._status_prior(question.day, question.past))
        if question.about_spm:
            total *= self._topic_prior()
        total[named & (total > 0)] += weights.prior.disebut * float(total.max(initial=0))
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
            prior.inti if r in CORE else prior.spm if _is_spm(r) else 1.0 for r in self._regulations
        ]
        return np.array(factors, dtype=np.float32)[self._regulation_of]

    def _status_prior_on(self, day: date, past: bool) -> Scores:
        """Factor by the status of regulations on a day; what did not exist yet counts nothing."""
        factors = []
        for regulation_id in self._regulations:
            regulation = get(regulation_id)
            status = status_on(regulation, day).status if regulation else "tidak_diketahui"
            factors.append(
                self.weights.prior.dicabut if status == "dicabut"
                else 0.0 if status == "belum_berlaku" and past
                else 1.0
            )  # fmt: skip
        return np.array(factors, dtype=np.float32)[self._regulation_of]

    def _best_rows(self, scores: Scores) -> list[int]:
        n = min(CANDIDATES, len(scores))
        top = np.argpartition(-scores, n - 1)[:n]
        # Equal scores are put in the order of the law, so that two runs give the same answer.
        order = sorted(top.tolist(), key=lambda row: (-scores[row], row))
        return [row for row in order if scores[row] > 0]

    def _passages(self, rows: Sequence[int], scores: Scores, question: Question) -> list[Passage]:
        groups: dict[str, list[int]] = {}
        for row in rows:
            groups.setdefault(address_of(self.chunks.ids[row]), []).append(row)
        result = []
        for address, members in groups.items():
            ids = (address, address + DIGEST)
            chunks = [self.chunks.at(r) for r in members]
            held = {c.id for c in chunks}
            chunks += [c for i in ids if i not in held and (c := self.chunks.get(i))]
            ranked = sorted((float(scores[r]) for r in members), reverse=True)
            score = ranked[0] + AGREEMENT * sum(ranked[1:2])
            covered = _covered(chunks, question)
            cover = self.share(covered, question)
            if question.intents and any(holds(question.intents, c.teks) for c in chunks):
                score *= self.weights.prior.bentuk
            if "definisi" in question.intents and "/angka-" in address:
                score *= DEFINITION
            # A place that holds all the words beats one that repeats some of them.
            score *= 1 - self.weights.prior.cakupan * (1 - cover)
            result.append(_passage(address, chunks, score, covered, cover, "kata"))
        return sorted(result, key=lambda p: -p.score)

    def share(self, stems: frozenset[str], question: Question) -> float:
        """Share by idf that some stems are of the question's words.

        A word that had to be mended to be found counts for little: "rendang" is no "rentang".
        """
        total = held = 0.0
        for term in question.content:
            idf = self.lexical.idf(term.stem)
            total += idf
            if term.stem in stems:
                held += idf * (MENDED_COUNTS if term.mended else 1.0)
        return held / total if total else 0.0


def _is_spm(regulation_id: str) -> bool:
    regulation = get(regulation_id)
    return regulation is not None and "pelayanan minimal" in regulation.tentang.lower()


def _asks_for_parts(question: Question) -> bool:
    return bool({"lampiran", "penjelasan", "tabel"} & set(question.normal.split()))


def _passage(
    address: str,
    chunks: list[Chunk],
    score: float,
    covered: frozenset[str],
    cover: float,
    why: str,
) -> Passage:
    official = next((c for c in chunks if c.tier == "resmi"), None)
    digest = next((c for c in chunks if c.tier != "resmi"), None)
    return Passage(address, official, digest, score, covered, cover, why)


def _covered(chunks: Iterable[Chunk], question: Question) -> frozenset[str]:
    """The question's stems that the texts of a passage hold, as such or as what they stand for."""
    held: set[str] = set()
    for chunk in chunks:
        held.update(tokens(" ".join((*chunk.jalur, chunk.teks, *chunk.tanya))))
    return frozenset(
        t.stem
        for t in question.terms
        if t.stem in held or t.mended in held or any(a in held for a in t.alternatives)
    )
