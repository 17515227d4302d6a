"""`spm` as people run it: exit statuses of the contract, plain sentences, never a stack trace."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bots.cli import main
from bots.settings import SETTINGS
from corpus import generations

SPM = Path(sys.executable).parent / "spm"


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def spm(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `spm` through its own entry point, in this process."""

    def run(*words: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["spm", *map(str, words)])
        monkeypatch.setenv("COLUMNS", "200")
        capfd.readouterr()
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        return Done(status, *capfd.readouterr())

    return run


@pytest.fixture
def indexed(digests_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SPM_HOME with the index of the shipped digests."""
    monkeypatch.setenv("SPM_HOME", str(digests_home))


def test_help_names_every_command(spm: Run) -> None:
    done = spm("--help")
    assert done.status == 0
    for name in ("ask", "chat", "doctor", "index", "regulation"):
        assert name in done.out


def test_help_of_the_index(spm: Run) -> None:
    done = spm("index", "--help")
    assert (done.status, [w for w in ("build", "add", "status") if w not in done.out]) == (0, [])


@pytest.mark.usefixtures("indexed")
def test_ask_shows_answer_and_basis(spm: Run) -> None:
    done = spm("ask", "ps 11 ay 2 pp 2/2018")
    assert (done.status, done.err) == (0, "")
    answer, basis = done.out.strip().split("\n\n")
    assert answer.startswith("PP Nomor 2 Tahun 2018 Pasal 11 ayat (2): ")
    assert basis == "Dasar:\n[1] PP Nomor 2 Tahun 2018 Pasal 11 ayat (2) · ringkasan · berlaku"


@pytest.mark.usefixtures("indexed")
def test_refusal_is_no_failure(spm: Run) -> None:
    done = spm("ask", "resep rendang", "--json")
    assert done.status == 0
    assert json.loads(done.out)["status"] == "unanswerable_out_of_scope"


@pytest.mark.usefixtures("indexed")
def test_ask_on_a_day(spm: Run) -> None:
    done = spm("ask", "pp 2/2018 pasal 6 ayat 3", "--on", "2018-06-01", "--json")
    assert json.loads(done.out)["notices"] == [
        "PP Nomor 2 Tahun 2018 belum berlaku pada 1 Juni 2018."
    ]


@pytest.mark.usefixtures("indexed")
def test_file_of_questions_keeps_its_order(spm: Run, tmp_path: Path) -> None:
    questions = ["ps 11 ay 2 pp 2/2018", "resep rendang", "kapan lapor SPM tw 3?", "resep rendang"]
    path = tmp_path / "pertanyaan.txt"
    path.write_text("\ufeff" + "\n\n".join(questions) + "\n  \n", encoding="utf-8")
    done = spm("ask", "--file", path, "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 0
    assert [row["question"] for row in rows] == questions
    assert [row["status"] for row in rows] == [
        "answered", "unanswerable_out_of_scope", "answered", "unanswerable_out_of_scope",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("ask",),
        ("ask", "satu", "--file", "dua.txt"),
        ("ask", "satu", "--on", "kemarin"),
        ("ask", "satu", "--top-k", "0"),
        ("ask", "satu", "--tidak-ada"),
        ("ask", "--file", "tidak-ada.txt"),
        ("tidak-ada",),
        ("index", "tidak-ada"),
        ("index", "build", "--from", "tidak-ada"),
        ("index", "add"),
        ("index", "add", "tidak-ada.pdf"),
        ("index", "add", "a.pdf", "b.pdf", "--id", "pp-2-2018"),
        ("regulation",),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("indexed")
def test_misuse_is_2_without_a_stack_trace(spm: Run, words: tuple[str, ...]) -> None:
    done = spm(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.strip()
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", [("ask", "apa itu SPM?"), ("index", "status"), ("chat",)])
def test_without_an_index_the_command_is_named(spm: Run, words: tuple[str, ...]) -> None:
    assert spm(*words) == Done(2, "", "Indeks belum dibuat. Jalankan: spm index build\n")


@pytest.mark.parametrize(
    ("file", "words"),
    [("manifest.json", ("index", "status")), ("chunks.jsonl", ("ask", "ps 11 ay 2 pp 2/2018"))],
)
def test_damaged_index_is_told_in_a_sentence(
    spm: Run, own_home: Path, file: str, words: tuple[str, ...]
) -> None:
    (generations.current(own_home) / file).write_text("{", encoding="utf-8")
    done = spm(*words)
    assert (done.status, done.out) == (2, "")
    assert "spm index build" in done.err


def test_damaged_index_is_built_again(spm: Run, own_home: Path) -> None:
    (generations.current(own_home) / "manifest.json").write_text("{", encoding="utf-8")
    assert spm("index", "build").status == 0
    assert spm("index", "status").status == 0


def test_unreadable_questions_are_told(spm: Run, own_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "pertanyaan.txt"
    path.write_bytes(b"\xff\xfe\xfa\x00")
    done = spm("ask", "--file", path)
    assert done.status == 2
    assert done.err == (
        f'Berkas pertanyaan "{path}" tidak dapat dibaca. Simpan sebagai teks UTF-8.\n'
    )


def test_known_regulation(spm: Run) -> None:
    done = spm("regulation", "permendagri 100/2018", "--on", "2026-11-22", "--json")
    raw = json.loads(done.out)
    assert (done.status, raw.pop("confidence"), bool(raw.pop("sources"))) == (0, "tinggi", True)
    assert raw == {
        "schema": 1,
        "citation": "permendagri 100/2018",
        "known": True,
        "regulation": "permendagri-100-2018",
        "name": "Permendagri Nomor 100 Tahun 2018 tentang Penerapan Standar Pelayanan Minimal",
        "day": "2026-11-22",
        "legal_status": "dicabut",
        "changed_by": "permendagri-59-2021",
        "successors": ["permendagri-59-2021"],
        "pasal": None,
        "ayat": None,
        "huruf": None,
        "pasal_in_range": True,
    }


@pytest.mark.parametrize(
    ("citation", "in_range"), [("ps 26 pp 2/2018", True), ("ps 27 pp 2/2018", False)]
)
def test_regulation_says_whether_the_pasal_exists(spm: Run, citation: str, in_range: bool) -> None:
    raw: dict[str, Any] = json.loads(spm("regulation", citation, "--json").out)
    assert raw["pasal_in_range"] is in_range


@pytest.mark.parametrize("citation", ["permenkes 99/2030", "resep rendang", ""])
def test_unknown_regulation_is_1_and_not_denied(spm: Run, citation: str) -> None:
    done = spm("regulation", citation)
    assert (done.status, done.err) == (1, "")
    assert "itu tidak berarti peraturannya tidak ada" in done.out


@pytest.mark.usefixtures("indexed")
def test_doctor_of_a_sound_installation(spm: Run) -> None:
    done = spm("doctor")
    assert (done.status, "BELUM ADA" in done.out) == (0, False)
    assert [s.name for s in SETTINGS if s.name not in done.out] == []


def test_doctor_names_the_command_that_mends(spm: Run) -> None:
    done = spm("doctor")
    assert done.status == 1
    assert "Indeks belum dibuat. Jalankan: spm index build" in done.out


@pytest.mark.usefixtures("indexed")
def test_doctor_keeps_secrets(spm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPM_TELEGRAM_TOKEN", "123456:rahasia-sekali")
    monkeypatch.setenv("SPM_MODEL_KEY", "kunci-rahasia")
    monkeypatch.setenv("SPM_DATABASE_URL", "postgresql://spm:sandi-basis@db/spm")
    shown = spm("doctor").out
    assert "rahasia" not in shown
    assert "sandi-basis" not in shown
    assert shown.count("sudah diatur") >= 2


@pytest.mark.usefixtures("indexed")
def test_index_status_as_json(spm: Run) -> None:
    raw = json.loads(spm("index", "status", "--json").out)
    assert (raw["schema"], raw["embedder"]) == (1, "lsa")
    assert raw["chunks"] == sum(r["chunks"] for r in raw["regulations"])
    assert {r["tier"] for r in raw["regulations"]} == {"ringkasan"}


def test_chat_ends_with_an_empty_line(digests_home: Path) -> None:
    """The installed script in a process of its own, talked to through its pipes."""
    done = subprocess.run(
        [str(SPM), "chat"], input="ps 11 ay 2 pp 2/2018\nresep rendang\n\n", text=True,
        capture_output=True, check=False, timeout=120, env={"SPM_HOME": str(digests_home)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "[1] PP Nomor 2 Tahun 2018 Pasal 11 ayat (2)" in done.stdout
    assert "di luar bahan yang saya miliki" in done.stdout


def test_output_stands_on_any_terminal(digests_home: Path) -> None:
    """A terminal without UTF-8 must not turn an answer into a stack trace."""
    done = subprocess.run(
        [str(SPM), "ask", "ps 11 ay 2 pp 2/2018"], capture_output=True, check=False, timeout=120,
        env={"SPM_HOME": str(digests_home), "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"Pasal 11 ayat (2)" in done.stdout
