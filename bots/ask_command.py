"""`spm ask`: one question or a file of them, each on its own.

Imports inside the functions: `spm --help` must stay quick.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots import settings, terminal

if TYPE_CHECKING:
    from assistant.memory import Memory

# Placeholders and passports belong to somebody: here to whoever sits at this machine.
USER = "terminal"


def ask(
    question: Annotated[
        str | None, typer.Argument(help="Pertanyaan dalam bahasa sehari-hari.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Satu pertanyaan per baris.")] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Keluaran JSON, satu objek per baris.")
    ] = False,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="Hari hukum yang ditanyakan."),
    ] = None,
    top_k: Annotated[int, typer.Option("--top-k", min=1, max=50, help="Banyaknya bacaan.")] = 8,
) -> None:
    """Menjawab satu pertanyaan, atau satu berkas pertanyaan, dengan dasar pasalnya."""
    from assistant.answering import Answering
    from assistant.render.answer_text import render
    from bots.questions import lines_of

    if (question is None) == (file is None):
        raise typer.BadParameter('Beri satu pertanyaan, atau --file BERKAS. Contoh: spm ask "…"')
    questions = lines_of(file) if file else [question or ""]
    answering = Answering(settings.home(), settings.model())
    # A passport is kept where somebody sees its id: a script that wants one reads the JSON.
    memory = _store() if json or sys.stdout.isatty() else None
    day = on.date() if on else None
    for text in questions:
        with terminal.written(answering.model_name, quiet=json) as progress:
            given = answering.answer(USER, text, datetime.now(), on=day, k=top_k, progress=progress)
        kept = memory is not None and memory.keep(USER, given.passport)
        answer = given.answer if kept else given.answer.model_copy(update={"passport": None})
        typer.echo(answer.to_json() if json else render(answer))
        if kept and not json:
            terminal.show_id(given.passport.id)
    answering.close()
    if memory is not None:
        memory.close()


def _store() -> "Memory | None":
    """Where passports are kept; None where nothing can be written, which hinders no answer."""
    from assistant.memory import DATABASE, Memory
    from corpus.errors import MasukanError

    try:
        return Memory(settings.home() / DATABASE)
    except MasukanError:
        return None
