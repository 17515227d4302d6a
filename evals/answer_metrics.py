"""Rows of whole answers and their metrics.

A citation counts for a need where it names the gold address or a part of it; all needs of a
question must be met.
"""

from assistant.answer import Citation, Status
from evals.addresses import Level, any_meets, cut, of_citation
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.sentences import lines, unsupported


class Row(AnyRow):
    """One question with the answer that a system gave."""

    question: str
    named: str | None
    gold: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]
    expected: Status
    status: Status
    answer: str
    notices: tuple[str, ...]
    citations: tuple[Citation, ...]

    def cited(self, level: Level) -> list[bool]:
        """For every need, whether a citation meets it."""
        addresses = [of_citation(c) for c in self.citations]
        return [any_meets(addresses, need, level) for need in self.gold]

    @property
    def facts_present(self) -> list[bool]:
        """For every key fact, whether the answer or its notices say it."""
        said = " ".join(" ".join((self.answer, *self.notices)).lower().split())
        return [any(a.lower() in said for a in fact.split("|")) for fact in self.facts]

    @property
    def accepted(self) -> set[str]:
        """Regulations that are no mistake: the one named and those of the gold."""
        golds = {cut(gold, "regulation") for need in self.gold for gold in need}
        return golds | ({self.named} if self.named else set())


def cite(level: Level) -> Metric[Row]:
    """Whether the citations meet all needs at a level."""
    return lambda row: float(all(row.cited(level))) if row.gold else None


def needs_cited(row: Row) -> float | None:
    """Share of the needs that a citation meets, at the pasal."""
    return sum(row.cited("pasal")) / len(row.gold) if row.gold else None


def first_citation(row: Row) -> float | None:
    """Whether the first citation meets a need, at the pasal."""
    if not row.gold:
        return None
    first = [of_citation(c) for c in row.citations[:1]]
    return float(any(any_meets(first, need, "pasal") for need in row.gold))


def precision(row: Row) -> float | None:
    """Share of the citations that meet a need, at the pasal; only answers that cite."""
    if not (row.gold and row.citations):
        return None
    good = [any(any_meets([of_citation(c)], n, "pasal") for n in row.gold) for c in row.citations]
    return sum(good) / len(good)


def all_facts(row: Row) -> float | None:
    """Whether every key fact is there."""
    return float(all(row.facts_present)) if row.facts else None


def share_of_facts(row: Row) -> float | None:
    """Share of the key facts that are there."""
    return sum(row.facts_present) / len(row.facts) if row.facts else None


def complete(row: Row) -> float | None:
    """Right in every respect: status, all needs cited at the pasal, all key facts."""
    if row.expected != "answered":
        return None
    return float(row.status == row.expected and all(row.cited("pasal")) and all(row.facts_present))


def status_right(row: Row) -> float | None:
    """Whether the status is exactly the expected one."""
    return float(row.status == row.expected)


def wrong_regulation(row: Row) -> float | None:
    """Where a regulation is named and something cited: whether the first citation is of another."""
    if not (row.named and row.citations):
        return None
    return float(row.citations[0].regulation not in row.accepted)


def unsupported_answer(row: Row) -> float | None:
    """Whether an answer has a line that its citations do not hold."""
    if row.status != "answered":
        return None
    return float(bool(unsupported(row.answer, row.citations, row.question)))


def unsupported_lines(row: Row) -> float | None:
    """Share of the lines of an answer that its citations do not hold."""
    if row.status != "answered":
        return None
    wrong = unsupported(row.answer, row.citations, row.question)
    return len(wrong) / max(1, len(lines(row.answer)))


METRICS: dict[str, Metric[Row]] = {
    "complete": complete,
    "cite_regulation": cite("regulation"),
    "cite_pasal": cite("pasal"),
    "cite_ayat": cite("ayat"),
    "needs_cited": needs_cited,
    "first_citation": first_citation,
    "citation_precision": precision,
    "facts_all": all_facts,
    "facts_share": share_of_facts,
    "status_right": status_right,
    "wrong_regulation": wrong_regulation,
    "unsupported_answer": unsupported_answer,
    "unsupported_lines": unsupported_lines,
}
