"""What a terminal shows while a model writes, and below an answer."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

# Below the text a line stays free for the cursor.
MARGIN = 2


@contextmanager
def written(model: str | None, *, quiet: bool = False) -> Iterator[Callable[[str], None] | None]:
    """Something to call with the text so far; it is gone when the answer itself is printed.

    None where nothing can be shown: no model, no terminal, or `quiet`.
    """
    if model is None or quiet or not sys.stdout.isatty():
        yield None
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    from assistant import messages

    console = Console()
    with Live(Text(messages.CHAT_THINKING), console=console, transient=True) as live:

        def show(text: str) -> None:
            lines = Text(text).wrap(console, console.width)
            # The end of a long text: that is where it grows.
            live.update(Text("\n").join(lines[-max(1, console.height - MARGIN) :]))

        yield show


def show_id(passport: str) -> None:
    """The id of an answer and what it is for."""
    from assistant import messages

    typer.echo("\n" + messages.CHAT_PASSPORT.format(id=passport))
