"""`spm show`: an old answer is replayed, and no longer holds when its text or its law changed."""

from datetime import date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.conversation import Conversation
from assistant.memory import DATABASE, Memory
from assistant.passport import corpus_version
from assistant.pipeline import Assistant
from assistant.replay import show, verify
from corpus import generations

NOW = datetime(2026, 11, 22, 9, 30)
TODAY = NOW.date()


@pytest.fixture
def answered(digests_home: Path, digests_only: Assistant, tmp_path: Path) -> tuple[Memory, str]:
    memory = Memory(tmp_path / DATABASE)
    conversation = Conversation(
        digests_home, clock=lambda: NOW, memory=memory, assistant=digests_only
    )
    reply = conversation.reply("u", "c", "siapa yang dikenai sanksi bila SPM tidak dilaksanakan?")
    assert reply.passport is not None
    return memory, reply.passport


def version(home: Path) -> str:
    return corpus_version(generations.current(home))


def test_an_answer_holds_while_nothing_changed(
    answered: tuple[Memory, str], digests_home: Path, digests_only: Assistant
) -> None:
    memory, passport = answered
    text, holds = show(digests_only, memory, passport, TODAY, version(digests_home))
    assert holds
    assert passport in text
    memory.close()


def test_a_changed_text_breaks_it(
    answered: tuple[Memory, str], digests_home: Path, digests_only: Assistant
) -> None:
    memory, passport_id = answered
    passport = memory.passport(passport_id)
    assert passport is not None
    first = passport.citations[0].model_copy(update={"sha256": "0" * 64})
    forged = passport.model_copy(update={"citations": (first, *passport.citations[1:])})
    assert first.chunk is not None
    found = verify(digests_only, forged, TODAY, version(digests_home))
    assert not found.holds
    memory.close()


def test_a_changed_status_breaks_it(
    answered: tuple[Memory, str], digests_home: Path, digests_only: Assistant
) -> None:
    memory, passport_id = answered
    passport = memory.passport(passport_id)
    assert passport is not None
    first = passport.citations[0].model_copy(update={"legal_status": "dicabut"})
    forged = passport.model_copy(update={"citations": (first, *passport.citations[1:])})
    found = verify(digests_only, forged, TODAY, version(digests_home))
    assert any("sudah dicabut" in b for b in found.broken)
    memory.close()


def test_a_sentence_that_its_text_no_longer_supports_breaks_it(
    answered: tuple[Memory, str], digests_home: Path, digests_only: Assistant
) -> None:
    from assistant.passport import Checked

    memory, passport_id = answered
    passport = memory.passport(passport_id)
    assert passport is not None
    lie = Checked(text="Sanksinya denda 90 juta rupiah [1].", marks=(1,))
    forged = passport.model_copy(update={"sentences": (lie,), "mode": "model"})
    found = verify(digests_only, forged, TODAY, version(digests_home))
    assert any("90 juta" in b for b in found.broken)
    memory.close()


def test_another_corpus_is_said(
    answered: tuple[Memory, str], digests_home: Path, digests_only: Assistant
) -> None:
    memory, passport = answered
    text, _ = show(digests_only, memory, passport, date(2026, 11, 23), "000000000000")
    assert "000000000000" in text
    memory.close()


def test_the_command(own_home: Path) -> None:
    import typer

    from bots.show_command import show as command

    app = typer.Typer()
    app.command()(command)
    conversation = Conversation(own_home, clock=lambda: NOW)
    reply = conversation.reply("u", "c", "apa itu SPM?")
    conversation.close()
    done = CliRunner().invoke(app, [reply.passport or ""])
    assert done.exit_code == 0, done.output
    assert CliRunner().invoke(app, ["tidakada"]).exit_code == 1
