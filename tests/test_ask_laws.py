"""Laws of every answer: it never fails, its marks and citations match, it comes out the same."""

import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Status
from assistant.pipeline import Assistant

TODAY = date(2026, 11, 22)
DATASET = Path(__file__).parents[1] / "evals" / "datasets" / "questions_dev.jsonl"
ASKED = [json.loads(line)["question"] for line in DATASET.read_text(encoding="utf-8").splitlines()]
WORDS = sorted({word for question in ASKED for word in question.split()})
KEYS = {
    "schema", "question", "status", "answer", "citations", "notices", "mode", "passages",
    "elapsed_ms", "passport",
}  # fmt: skip
CITATION_KEYS = {
    "mark", "regulation", "pasal", "ayat", "huruf", "bagian", "label", "tier", "legal_status",
    "verified_locator", "text", "source",
}  # fmt: skip
slowly = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(answer: Answer) -> None:
    """What holds for every answer whatever was asked."""
    marks = {int(m) for m in re.findall(r"\[(\d+)\]", answer.answer)}
    assert answer.answer.strip()
    assert [c.mark for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert marks == {c.mark for c in answer.citations}
    assert (answer.status == "answered") == bool(answer.citations)
    assert len(answer.notices) == len(set(answer.notices))
    assert all(c.text and c.label for c in answer.citations)
    assert all(c.pasal is None for c in answer.citations if not c.verified_locator)


@slowly
@given(st.text(max_size=300))
def test_any_text_is_answered_or_refused(digests_only: Assistant, text: str) -> None:
    check(digests_only.ask(text, today=TODAY))


@slowly
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join))
def test_any_words_are_answered_or_refused(either: Assistant, text: str) -> None:
    check(either.ask(text, today=TODAY))


@slowly
@given(st.sampled_from(ASKED), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_any_day_is_answered_or_refused(either: Assistant, text: str, day: date) -> None:
    check(either.ask(text, today=TODAY, on=day))


@pytest.mark.parametrize("question", ASKED)
def test_dev_question_keeps_the_laws(either: Assistant, question: str) -> None:
    check(either.ask(question, today=TODAY))


def test_two_runs_give_the_same(either: Assistant) -> None:
    def all_at_once() -> list[dict[str, object]]:
        answers = [either.ask(q, today=TODAY) for q in ASKED[::5]]
        return [a.model_dump(exclude={"elapsed_ms"}) for a in answers]

    assert all_at_once() == all_at_once()


def test_two_loads_give_the_same(digests_home: Path, digests_only: Assistant) -> None:
    again = Assistant(digests_home)
    for question in ASKED[::10]:
        first = digests_only.ask(question, today=TODAY).model_dump(exclude={"elapsed_ms"})
        assert again.ask(question, today=TODAY).model_dump(exclude={"elapsed_ms"}) == first
    again.retriever.chunks.close()


@pytest.mark.parametrize("question", ["ps 11 ay 2 pp 2/2018", "resep rendang", ""])
def test_json_has_the_keys_of_the_contract(either: Assistant, question: str) -> None:
    raw = json.loads(either.ask(question, today=TODAY).to_json())
    assert raw.keys() == KEYS
    assert (raw["schema"], raw["question"], raw["mode"]) == (1, question, "extractive")
    assert raw["status"] in get_args(Status)
    assert isinstance(raw["elapsed_ms"], int)
    for citation in raw["citations"]:
        assert citation.keys() == CITATION_KEYS
        assert citation["source"].keys() == {"file", "page"}
    for passage in raw["passages"]:
        assert passage.keys() == {"id", "score", "kept"}


def test_passages_tell_what_was_kept(either: Assistant) -> None:
    answer = either.ask("siapa yang mengawasi SPM kabupaten?", today=TODAY, k=5)
    assert len(answer.passages) == 5
    assert any(p.kept for p in answer.passages)
    assert not all(p.kept for p in answer.passages)


@pytest.mark.parametrize("k", [1, 3, 20])
def test_top_k_limits_what_is_looked_at(digests_only: Assistant, k: int) -> None:
    assert len(digests_only.ask("jenis pelayanan dasar SPM", today=TODAY, k=k).passages) <= k
