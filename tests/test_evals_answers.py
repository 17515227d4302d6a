"""The metrics of answers and refusals, and the search for unsupported lines, by hand."""

from assistant.answer import Citation, SourceFile, Status
from evals import answer_metrics as answers
from evals.answer_metrics import Row
from evals.sentences import lines, unsupported
from evals.tasks import refusals
from evals.tasks.answers import SWAPPED, swapped

LAW = "Pemerintah Daerah wajib menerapkan SPM untuk pemenuhan jenis pelayanan dasar."
LIST = "Jenis pelayanan dasar terdiri atas:\na. pendidikan anak usia dini;\nb. pendidikan dasar."


def citation(mark: int, text: str, regulation: str = "pp-2-2018", pasal: str = "6") -> Citation:
    return Citation(
        mark=mark, regulation=regulation, pasal=pasal, ayat=None, huruf=None,
        bagian="batang_tubuh", label=f"PP Nomor 2 Tahun 2018 Pasal {pasal}", tier="resmi",
        legal_status="berlaku", verified_locator=True, text=text, source=SourceFile(),
    )  # fmt: skip


def row(
    answer: str,
    *citations: Citation,
    gold: tuple[tuple[str, ...], ...] = (("pp-2-2018/pasal-6",),),
    facts: tuple[str, ...] = (),
    named: str | None = None,
    status: Status = "answered",
    expected: Status = "answered",
) -> Row:
    return Row(
        system="asisten", half="dev", id="q1", group="fact", question="Apa kewajiban daerah?",
        named=named, gold=gold, facts=facts, expected=expected, status=status, answer=answer,
        notices=(), citations=citations,
    )  # fmt: skip


def test_citations_meet_needs() -> None:
    good = row(f"{LAW} [1]", citation(1, LAW))
    assert answers.cite("pasal")(good) == 1.0
    assert answers.first_citation(good) == 1.0
    two = (("pp-2-2018/pasal-6",), ("pp-2-2018/pasal-7",))
    half = row(f"{LAW} [1]", citation(1, LAW), gold=two)
    assert answers.cite("pasal")(half) == 0.0
    assert answers.cite("regulation")(half) == 1.0
    assert answers.needs_cited(half) == 0.5


def test_precision_counts_idle_citations() -> None:
    padded = row(f"{LAW} [1][2]", citation(1, LAW), citation(2, LAW, pasal="9"))
    assert answers.precision(padded) == 0.5


def test_facts_know_alternatives_case_and_white_space() -> None:
    said = row(
        "Setelah\n DICABUT oleh PP", facts=("dicabut|tidak berlaku", "setelah dicabut", "uu")
    )
    assert said.facts_present == [True, True, False]
    assert answers.all_facts(said) == 0.0
    assert answers.share_of_facts(said) == 2 / 3


def test_complete_needs_everything() -> None:
    right = row(f"{LAW} [1]", citation(1, LAW), facts=("wajib",))
    assert answers.complete(right) == 1.0
    assert answers.complete(right.model_copy(update={"facts": ("tidak ada",)})) == 0.0
    assert answers.complete(right.model_copy(update={"status": "clarification"})) == 0.0
    assert answers.complete(right.model_copy(update={"expected": "clarification"})) is None


def test_wrong_regulation_looks_at_the_first_citation() -> None:
    other = citation(1, LAW, regulation="uu-1-2022")
    assert answers.wrong_regulation(row("", other, named="pp-2-2018")) == 1.0
    assert answers.wrong_regulation(row("", citation(1, LAW), named="pp-2-2018")) == 0.0
    assert answers.wrong_regulation(row("", other)) is None


def test_a_line_without_a_mark_belongs_to_the_marked_line_above() -> None:
    found = lines("Pembuka.\nDaftarnya [1]:\na. satu\nb. dua")
    assert [(line.marks, line.own, line.items) for line in found] == [
        ((), False, 0), ((1,), True, 2), ((1,), False, 1), ((1,), False, 0),
    ]  # fmt: skip


def test_unsupported_sees_numbers_words_and_missing_citations() -> None:
    cited = [citation(1, LAW)]
    assert unsupported(f"{LAW} [1]", cited, "") == []
    assert unsupported("Daerah wajib menerapkan SPM dalam 30 hari [1]", cited, "") != []
    assert unsupported("Sanksinya pemberhentian sementara bupati [1]", cited, "") != []
    assert unsupported(LAW, [], "") == [LAW]
    assert unsupported(f"{LAW} [2]", cited, "") != []


def test_unsupported_allows_counts_that_the_text_shows() -> None:
    cited = [citation(1, LIST)]
    said = "Ada {} jenis pelayanan dasar [1]:\n1. pendidikan anak usia dini\n2. pendidikan dasar"
    assert unsupported(said.format(2), cited, "") == []
    assert unsupported(said.format(7), cited, "") != []
    assert unsupported("Bukan 7 jenis pelayanan dasar [1]", cited, "Apakah ada 7 jenis?") == []


def test_swapped_citations_are_found_out() -> None:
    first = row(f"{LAW} [1]", citation(1, LAW))
    second = row(
        "Menteri menetapkan standar teknis [1]", citation(1, "Menteri menetapkan standar teknis")
    )
    assert [answers.unsupported_answer(r) for r in (first, second)] == [0.0, 0.0]
    mixed = list(swapped([first, second]))
    assert [r.system for r in mixed] == [SWAPPED] * 2
    assert [answers.unsupported_answer(r) for r in mixed] == [1.0, 1.0]


def status(expected: Status, given: Status, right: bool | None = None) -> refusals.Row:
    return refusals.Row(
        system="asisten", half="dev", id="q", group="fact", expected=expected, status=given,
        right=right,
    )  # fmt: skip


def test_refusal_metrics() -> None:
    caught = status("unanswerable_no_source", "unanswerable_out_of_scope")
    assert (refusals.refusal(caught), refusals.kind_right(caught)) == (1.0, 0.0)
    assert refusals.refusal(status("unanswerable_no_source", "clarification")) == 0.0
    assert refusals.false_refusal(status("answered", "unanswerable_no_source")) == 1.0
    assert refusals.false_refusal(status("answered", "clarification")) == 0.0
    assert refusals.needless_clarification(status("answered", "clarification")) == 1.0
    assert refusals.clarified(status("clarification", "clarification")) == 1.0
    assert refusals.refusal(status("answered", "answered")) is None


def test_risk_counts_wrong_places_and_answers_that_should_not_be() -> None:
    assert refusals.risk(status("answered", "answered", right=True)) == 0.0
    assert refusals.risk(status("answered", "answered", right=False)) == 1.0
    assert refusals.risk(status("unanswerable_no_source", "answered")) == 1.0
    assert refusals.risk(status("answered", "unanswerable_no_source")) is None
