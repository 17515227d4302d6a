"""`spm ask`, `chat`, `show` and `doctor` with a language model behind real HTTP, and without one."""

import io
import json
import os
import pty
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from assistant import messages
from assistant.memory import DATABASE
from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots.cli import main
from evals.model_server import Brain, ModelServer, Say
from tests import fake_model as fake

QUESTION = "Apa saja jenis pelayanan dasar SPM kesehatan kabupaten?"


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]
Serve = Callable[[Brain], ModelServer]


@pytest.fixture
def spm(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], own_home: Path) -> Run:
    """Runs `spm` in this process, with a home of its own and what is typed."""

    def run(*words: str | Path, typed: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["spm", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capfd.readouterr()
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        return Done(status, *capfd.readouterr())

    return run


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a scripted model and names it in the environment."""
    with ExitStack() as stack:

        def serve(brain: Brain) -> ModelServer:
            server = stack.enter_context(ModelServer(brain))
            monkeypatch.setenv("SPM_MODEL", "openai:palsu")
            monkeypatch.setenv("SPM_MODEL_URL", server.url)
            monkeypatch.setenv("SPM_MODEL_KEY", "rahasia-9")
            return server

        yield serve


def asked(spm: Run, *words: str) -> dict[str, Any]:
    done = spm("ask", "--json", *(words or (QUESTION,)))
    assert (done.status, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_the_configured_model_writes_the_answer(spm: Run, model: Serve) -> None:
    server = model(fake.honest)
    answer = asked(spm)
    assert (answer["mode"], answer["status"]) == ("model", "answered")
    assert answer["answer"].endswith("[1].")
    assert [c["mark"] for c in answer["citations"]] == [1]
    assert server.headers[0]["authorization"] == "Bearer rahasia-9"
    assert server.requests[0]["model"] == "palsu"


def test_without_a_model_nothing_of_it_is_imported(own_home: Path) -> None:
    code = (
        "import sys\nfrom bots.cli import main\nsys.argv = ['spm', 'ask', 'apa itu SPM?', '--json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('langchain', 'langchain_core', 'langgraph', 'openai', 'rich', 'chromadb')\n"
        "print([m for m in sys.modules if m.split('.')[0] in heavy])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "SPM_HOME": str(own_home)},
    )  # fmt: skip
    first, heavy = done.stdout.splitlines()
    assert json.loads(first)["mode"] == "extractive"
    assert heavy == "[]"


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (Say(status=401), "server"),
        (Say(raw=b"<html>"), "server"),
        (Say(""), "kosong"),
        (Say("Ada 17 jenis [1]."), "tanpa_dukungan"),
        (Say("TIDAK TERJAWAB"), "tanpa_dukungan"),
    ],
)
def test_a_broken_model_is_said_and_answered_without(
    spm: Run, model: Serve, say: Say, why: str
) -> None:
    model(lambda request: say)
    answer = asked(spm)
    assert (answer["mode"], answer["status"]) == ("extractive", "answered")
    assert messages.MODEL_FAILED[why] in answer["notices"]
    assert "17" not in answer["answer"]


def test_an_answer_is_replayed_by_its_id(spm: Run, model: Serve) -> None:
    model(fake.honest)
    passport = asked(spm)["passport"]
    done = spm("show", passport)
    assert (done.status, done.err) == (0, "")
    assert messages.SHOW_MODE["model"].format(model="openai:palsu") in done.out
    assert QUESTION in done.out
    assert spm("show", "000000000000").status == 1


def test_an_answer_that_was_forged_no_longer_holds(spm: Run, model: Serve, own_home: Path) -> None:
    model(fake.honest)
    passport = asked(spm)["passport"]
    with sqlite3.connect(own_home / DATABASE) as db:
        (body,) = db.execute("select body from passports where id = ?", (passport,)).fetchone()
        kept = json.loads(body)
        kept["sentences"][0]["text"] = "SPM kesehatan ada 99 jenis [1]."
        db.execute("update passports set body = ? where id = ?", (json.dumps(kept), passport))
    db.close()
    done = spm("show", passport)
    assert done.status == 1
    assert "99 jenis" in done.out


def test_questions_asked_apart_do_not_lean_on_each_other(spm: Run, model: Serve) -> None:
    server = model(fake.honest)
    first, second = asked(spm), asked(spm, "apa saja layanan SPM sosial provinsi?")
    assert first["passport"] != second["passport"]
    assert QUESTION not in json.dumps(server.requests[-1], ensure_ascii=False)


def test_a_script_that_reads_text_leaves_nothing_behind(spm: Run, own_home: Path) -> None:
    assert spm("ask", "apa itu SPM?").status == 0
    assert not (own_home / DATABASE).exists()


def test_where_nothing_can_be_kept_the_answer_comes_all_the_same(spm: Run, own_home: Path) -> None:
    (own_home / DATABASE).mkdir()
    answer = asked(spm)
    assert (answer["status"], answer["passport"]) == ("answered", None)
    done = spm("chat", typed="apa itu SPM?\n")
    assert (done.status, done.out) == (2, "")
    assert done.err == messages.MEMORY_UNAVAILABLE.format(berkas=own_home / DATABASE) + "\n"


def test_a_chat_keeps_its_follow_ups_and_names_its_answers(spm: Run, model: Serve) -> None:
    server = model(fake.honest)
    done = spm("chat", typed="apa saja layanan SPM pendidikan kabupaten?\nkalau provinsi?\n\n")
    assert (done.status, done.err) == (0, "")
    said = [m["content"] for m in server.requests[-1]["messages"]]
    assert "apa saja layanan SPM pendidikan kabupaten?" in said
    assert "khusus" in fake.last_user(server.requests[-1]).lower()
    ids = [line.split()[2] for line in done.out.splitlines() if line.startswith("Id jawaban:")]
    assert len(ids) == 2
    assert [spm("show", i).status for i in ids] == [0, 0]


def test_a_chat_forgets_on_request(spm: Run, own_home: Path) -> None:
    done = spm("chat", typed="apa saja layanan SPM sosial?\n/hapus\nkalau provinsi?\n")
    assert messages.CHAT_FORGOTTEN.format(n=2) in done.out
    passport = next(x.split()[2] for x in done.out.splitlines() if x.startswith("Id jawaban:"))
    assert spm("show", passport).status == 1
    stored = b"".join(p.read_bytes() for p in own_home.glob(DATABASE + "*"))
    assert b"layanan SPM sosial" not in stored


def test_a_chat_does_not_lean_on_the_one_before(spm: Run) -> None:
    spm("chat", typed="apa saja layanan SPM pendidikan kabupaten?\n")
    after = spm("chat", typed="kalau provinsi?\n")
    assert "pendidikan khusus" not in after.out.lower()


def test_a_chat_checks_a_laporan(spm: Run, tmp_path: Path) -> None:
    path = tmp_path / "laporan kami.xlsx"
    write_laporan(sample_laporan(), path)
    done = spm("chat", typed=f"/cek {path}\n/cek tidak-ada.xlsx\n/apa\n")
    assert messages.UPLOAD_READ.format(nama="laporan kami.xlsx") in done.out
    assert messages.CHAT_NO_FILE.format(berkas="tidak-ada.xlsx") in done.out
    assert messages.CHAT_COMMANDS in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("anthropic:claude", "pip install langchain-anthropic"),
        ("ollama:llama3", "pip install langchain-ollama"),
        ("gpt", messages.MODEL_MISNAMED.format(model="gpt")),
        ("khayal:gpt", messages.MODEL_MISNAMED.format(model="khayal:gpt")),
        ("openai:gpt", messages.MODEL_UNUSABLE.format(model="openai:gpt")),
    ],
)
@pytest.mark.parametrize("command", [("ask", "apa itu SPM?"), ("chat",)])
def test_a_model_that_cannot_be_had_is_one_sentence(
    spm: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], name: str, said: str
) -> None:
    monkeypatch.setenv("SPM_MODEL", name)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    done = spm(*command)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_doctor_shows_the_model_without_calling_it(
    spm: Run, model: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "jawaban dikutip langsung" in spm("doctor").out
    server = model(fake.honest)
    done = spm("doctor")
    assert (done.status, server.requests) == (0, [])
    assert f"openai:palsu, lewat langchain-openai di {server.url}" in done.out
    assert "rahasia-9" not in done.out
    monkeypatch.delenv("SPM_MODEL_URL")
    monkeypatch.setenv("SPM_MODEL", "anthropic:claude")
    done = spm("doctor")
    assert done.status == 1
    assert "pip install langchain-anthropic" in done.out


@pytest.mark.slow
def test_a_terminal_shows_checked_sentences_while_they_are_written(own_home: Path) -> None:
    """The installed program on a real terminal: a true sentence is seen before the model ends."""

    said: list[str] = []

    def slow(request: fake.Request) -> Say:
        true = fake.honest(request).text
        said.append(true)
        return Say(f"{true}\nAda 47 jenis [1].\n" + f"{true}\n" * 12, drip=0.05)

    with ModelServer(slow) as server:
        screen = on_terminal(
            ["chat"], f"{QUESTION}\n\n", SPM_HOME=str(own_home), SPM_MODEL_URL=server.url
        )
        assert server.requests[0]["stream"] is True
    before, final = screen.split(messages.BASIS, 1)
    # While it is written a sentence has no mark yet; in the answer it has.
    assert said[0].removesuffix(" [1].") + "." in before.replace("\r", "")
    assert "47 jenis" not in screen
    assert messages.CHECKED.split("{")[0] in final


def on_terminal(words: list[str], typed: str, **environment: str) -> str:
    """All that a terminal shows of `spm` until it ends."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bots.cli", *words], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "160", "LINES": "50", **environment},
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, typed.encode())
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:
                break
        elif process.poll() is not None:
            break
    os.close(ours)
    assert process.wait(timeout=20) == 0, shown.decode(errors="replace")
    return shown.decode(errors="replace")
