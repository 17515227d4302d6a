"""What the assistant still gets wrong: questions of the dev half, counts of the held-out one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from evals import answer_metrics as answers
from evals import place_metrics as places
from evals.setup import OURS
from evals.tables import table


def mistakes(answer: answers.Row, found: places.Row | None) -> list[str]:
    """What is wrong with one answer, in words; empty where nothing is."""
    wrong = []
    if answer.status != answer.expected:
        wrong.append(f"status {answer.status}, expected {answer.expected}")
    if found is not None and found.reachable and not all(found.met(5)):
        wrong.append("place not among the first 5")
    if answer.gold and answer.status == "answered" and not all(answer.cited("pasal")):
        wrong.append("gold not cited")
    if answer.status == answer.expected:
        missing = [
            f for f, held in zip(answer.facts, answer.facts_present, strict=True) if not held
        ]
        if missing:
            wrong.append(f"missing: {', '.join(missing)}")
    return wrong


def known(
    half: str, asked: Iterable[answers.Row], found: Iterable[places.Row]
) -> dict[str, tuple[answers.Row, list[str]]]:
    """Question id -> the row and its mistakes, for the rows that have any."""
    by_id = {row.id: row for row in found if row.system == OURS and row.half == half}
    return {
        row.id: (row, wrong)
        for row in asked
        if row.system == OURS and row.half == half and (wrong := mistakes(row, by_id.get(row.id)))
    }


def listed(failures: Mapping[str, tuple[answers.Row, Sequence[str]]]) -> str:
    """One row a question of the dev half."""
    rows = [[i, row.group, row.question, "; ".join(w)] for i, (row, w) in failures.items()]
    return table(["id", "class", "question", "what is wrong"], rows)


def counted(
    asked: Iterable[answers.Row], half: str, failures: Mapping[str, tuple[answers.Row, object]]
) -> str:
    """Failures per class, without saying which: nobody shall tune on the held-out half."""
    total = Counter(row.group for row in asked if row.system == OURS and row.half == half)
    wrong = Counter(row.group for row, _ in failures.values())
    rows = [[group, str(n), str(wrong[group])] for group, n in total.items()]
    rows.append(["all", str(total.total()), str(wrong.total())])
    return table(["class", "questions", "with a mistake"], rows)
