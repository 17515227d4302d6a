"""The documentation cannot lie: every command shown with output is run and compared."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bots.cli import app

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def shown_commands(name: str) -> list[tuple[str, str]]:
    """(command, output) of every console block of a document."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pairs = []
    for block in BLOCK.findall(text):
        command, _, output = block.partition("\n")
        pairs.append((command.removeprefix("$ "), output.strip()))
    return pairs


SPM = [
    (n, c, o)
    for n in ("README.md", "README.id.md")
    for c, o in shown_commands(n)
    if c.startswith("spm ")
]


@pytest.mark.parametrize(("document", "command", "output"), SPM, ids=[c for _, c, _ in SPM])
def test_shown_output_is_real(
    document: str, command: str, output: str, digests_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPM_HOME", str(digests_home))
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert result.output.strip() == output


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    shown = {c for n in ("README.md", "README.id.md")
             for c in re.findall(r"\bmake ([a-z-]+)", (ROOT / n).read_text())}  # fmt: skip
    assert shown
    assert shown <= targets


def test_shell_commands_exist() -> None:
    known = {
        *(c.name or c.callback.__name__ for c in app.registered_commands if c.callback),
        *(g.name for g in app.registered_groups),
    }
    used = {
        line.split()[1]
        for n in ("README.md", "README.id.md")
        for block in SHELL.findall((ROOT / n).read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.startswith("spm ")
    }
    assert used
    assert used <= known


def test_every_command_has_help() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert (command.callback.__doc__ or "").strip()


def test_figures_are_those_of_the_results_page() -> None:
    page = (ROOT / "evals" / "results" / "latest.md").read_text(encoding="utf-8").splitlines()
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.partition("## How good is it?")[2].partition("\n## ")[0]
    rows = [line for line in shown.splitlines() if line.startswith("| ")]
    assert len(rows) > 5
    assert [row for row in rows if row not in page] == []
