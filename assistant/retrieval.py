"""From a question to passages, kept and rejected, each with its score and the reason.

A passage is one place in the law: its official text and the digest of it are one passage, so that
the digest's everyday questions find the official text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from assistant.intent import holds
from assistant.passage import Passage, covered_by, passage_of
from assistant.question import Question
from assistant.ranking import Ranking
from assistant.weights import Weights, shipped
from corpus.chunkfile import ChunkFile
from corpus.citation import Rujukan
from corpus.errors import IndeksError
from corpus.generations import DAMAGED
from corpus.lexical import LexicalIndex, Scores
from corpus.models import Chunk
from corpus.places import DIGEST, above, address_of
from corpus.registry import nearest

# A second chunk of the same place (digest beside official text) adds this share of its score.
AGREEMENT = 0.25
MENDED_COUNTS = 0.3
# A definition of its own beats a pasal that holds many, where a definition is asked for.
DEFINITION = 1.3
# So many ayat of one pasal stand among the first; the others come after all other places.
MOST_OF_A_PASAL = 2

T = TypeVar("T")

__all__ = ["Passage", "Retriever"]


class Retriever:
    """Searches one generation of the index. Loaded once, used for many questions."""

    def __init__(self, folder: Path, weights: Weights | None = None) -> None:
        self.weights = weights or shipped()
        try:
            self.lexical = LexicalIndex(folder)
            self.chunks = ChunkFile(folder)
        except (OSError, ValueError, KeyError) as error:
            raise IndeksError(DAMAGED) from error
        self.ranking = Ranking(self.lexical, self.chunks, self.weights)
        self._regulations = frozenset(self.ranking.regulations)

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
        """The passages of one question, not many of one pasal in a row. Where a regulation is named
        and says anything, other regulations do not answer in its place."""
        scores = self.ranking.scores(question)
        found = self._passages(self.ranking.best(scores), scores, question)
        named = self._named(question)
        if not named:
            return spread(found, _pasal)
        inside = [p for p in found if p.regulation in named]
        return spread(inside, _pasal) or [*self._opening(named), *spread(found, _pasal)]

    def _named(self, question: Question) -> set[str]:
        """The regulations that the question names, or the nearest that the index has of them."""
        ids = (r.regulasi for r in question.references if r.regulasi)
        return {held for i in ids if (held := self.nearest(i))}

    def _opening(self, regulations: Iterable[str]) -> list[Passage]:
        """The first place of regulations of which no word was asked for."""
        first = {self.chunks.ids[row].split("/")[0]: row for row in self._first_rows()}
        ids = [self.chunks.ids[first[r]] for r in regulations]
        return self._grouped(ids, "disebut dalam pertanyaan")

    def _first_rows(self) -> list[int]:
        """The row of the first chunk of every regulation, the digest's before the official one."""
        seen: dict[str, int] = {}
        for row, chunk_id in enumerate(self.chunks.ids):
            seen.setdefault(chunk_id.split("/")[0], row)
        return list(seen.values())

    def holds(self, regulation_id: str) -> bool:
        """Whether the index has anything of a regulation."""
        return regulation_id in self._regulations

    def nearest(self, regulation_id: str) -> str | None:
        """The regulation, or the nearest that replaced it or that it replaced, where indexed."""
        return nearest(regulation_id, self._regulations)

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
        for place in (address, *above(address)):
            ids = [i for i in (place, place + DIGEST) if i in self.chunks.rows]
            if ids:
                return self._grouped(dict.fromkeys(ids), "dasar")[0]
        return None

    def _grouped(self, ids: Iterable[str], why: str) -> list[Passage]:
        groups: dict[str, list[Chunk]] = {}
        for chunk_id in ids:
            chunk = self.chunks.get(chunk_id)
            if chunk is not None:
                groups.setdefault(address_of(chunk_id), []).append(chunk)
        ordered = sorted(groups, key=_in_law_order)
        return [passage_of(a, groups[a], why) for a in ordered]

    def _passages(self, rows: Sequence[int], scores: Scores, question: Question) -> list[Passage]:
        groups: dict[str, list[int]] = {}
        for row in rows:
            groups.setdefault(address_of(self.chunks.ids[row]), []).append(row)
        result, asked = [], self.ranking.asked(question)
        for address, members in groups.items():
            ids = (address, address + DIGEST)
            chunks = [self.chunks.at(r) for r in members]
            held = {c.id for c in chunks}
            chunks += [c for i in ids if i not in held and (c := self.chunks.get(i))]
            ranked = sorted((float(scores[r]) for r in members), reverse=True)
            score = ranked[0] + AGREEMENT * sum(ranked[1:2])
            covered = covered_by(chunks, question)
            cover = self.share(covered, question)
            if question.intents and any(holds(question.intents, c.teks) for c in chunks):
                score *= self.weights.prior.bentuk
            if "definisi" in question.intents and "/angka-" in address:
                score *= DEFINITION
            # A place that holds all the words beats one that repeats some of them.
            score *= 1 - self.weights.prior.cakupan * (1 - cover)
            near = max(float(asked[self.chunks.rows[c.id]]) for c in chunks)
            result.append(passage_of(address, chunks, "kata", score, covered, cover, near))
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


def spread(found: Iterable[T], pasal_of: Callable[[T], str]) -> list[T]:
    """Places in their order, but no more than two of a pasal before all other places."""
    first: list[T] = []
    later: list[T] = []
    seen: Counter[str] = Counter()
    for place in found:
        pasal = pasal_of(place)
        seen[pasal] += 1
        (first if seen[pasal] <= MOST_OF_A_PASAL else later).append(place)
    return [*first, *later]


def _pasal(passage: Passage) -> str:
    return passage.pasal


def _in_law_order(address: str) -> list[tuple[int, str]]:
    """Sorts "ayat-10" behind "ayat-9"."""
    return [(int(n or 0), word) for word, n in re.findall(r"([^\d]+)(\d*)", address)]
