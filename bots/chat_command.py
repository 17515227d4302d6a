"""`spm chat`: questions that lean on each other, in a terminal or through a pipe.

Imports inside the functions: `spm --help` must stay quick.
"""

import sys
from typing import TYPE_CHECKING

import typer

from bots import settings, terminal
from bots.ask_command import USER

if TYPE_CHECKING:
    from assistant.conversation import Conversation

FORGET, CHECK = "/hapus", "/cek"


def chat() -> None:
    """Tanya jawab beruntun di terminal; baris kosong atau Ctrl-D mengakhiri."""
    import secrets
    from datetime import datetime

    from assistant import messages
    from assistant.conversation import Conversation

    if sys.stdin.isatty():
        # With it, arrow keys edit the line and bring earlier ones back.
        import readline  # noqa: F401
    talk = Conversation(settings.home(), clock=datetime.now, model=settings.model())
    # A chat of its own for every run: nothing leans on what was asked last week.
    name = secrets.token_hex(4)
    typer.echo(messages.CHAT_WELCOME)
    try:
        while text := _line():
            _turn(talk, name, text)
    finally:
        talk.close()


def _line() -> str:
    """What the user says; empty at the end."""
    try:
        return input("\n> ").strip()
    except (EOFError, KeyboardInterrupt):
        typer.echo()
        return ""


def _turn(talk: "Conversation", name: str, text: str) -> None:
    """One line: a question, a file, or a word to the program."""
    from assistant import messages

    word, _, rest = text.partition(" ")
    if word == FORGET:
        typer.echo("\n" + messages.CHAT_FORGOTTEN.format(n=talk.forget(USER)))
    elif word == CHECK and rest.strip():
        _check(talk, name, rest.strip())
    elif word.startswith("/"):
        typer.echo("\n" + messages.CHAT_COMMANDS)
    else:
        _ask(talk, name, text)


def _ask(talk: "Conversation", name: str, text: str) -> None:
    from assistant import messages

    try:
        with terminal.written(talk.model_name) as progress:
            reply = talk.reply(USER, name, text, progress=progress)
    except KeyboardInterrupt:
        typer.echo("\n" + messages.CHAT_STOPPED)
        return
    typer.echo("\n" + reply.text)
    if reply.passport:
        terminal.show_id(reply.passport)


def _check(talk: "Conversation", name: str, path: str) -> None:
    from pathlib import Path

    from assistant import messages

    file = Path(path.strip("\"'")).expanduser()
    if not file.is_file():
        typer.echo("\n" + messages.CHAT_NO_FILE.format(berkas=file))
        return
    typer.echo("\n" + talk.reply_to_file(USER, name, file, file.name).text)
