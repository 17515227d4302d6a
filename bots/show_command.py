"""`spm show ID`: replays and verifies an earlier answer."""

from datetime import date
from typing import Annotated

import typer

from bots import settings


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id jawaban, misalnya 3f2a91c07b5e.")],
) -> None:
    """Memutar ulang jawaban lama dan memeriksa apakah dasarnya masih sama."""
    from assistant.memory import DATABASE, Memory
    from assistant.passport import corpus_version
    from assistant.pipeline import Assistant
    from assistant.replay import show as shown
    from corpus import generations

    home = settings.home()
    folder = generations.current(home)
    memory = Memory(home / DATABASE)
    try:
        text, holds = shown(Assistant(home), memory, id, date.today(), corpus_version(folder))
    finally:
        memory.close()
    typer.echo(text)
    if not holds:
        raise typer.Exit(1)
