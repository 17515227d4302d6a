"""`spm`: the terminal front. Translates between a command line and the rooms below, nothing else.

Everything heavy is imported inside the command that needs it: `spm --help` must stay quick.
"""

import sys
from datetime import date, datetime
from typing import Annotated

import typer

from bots import (
    ask_command,
    bot_command,
    chat_command,
    check_commands,
    index_commands,
    score_commands,
    session_commands,
    settings,
    show_command,
)
from corpus.errors import SpmError

app = typer.Typer(
    help="Asisten SPM: jawaban berdasar pasal, nilai IP SPM, dan pemeriksaan laporan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(index_commands.app, name="index")
app.add_typer(session_commands.app, name="session")
app.command("ask")(ask_command.ask)
app.command("chat")(chat_command.chat)
app.command("score")(score_commands.score)
app.command("template")(score_commands.template)
app.command("check")(check_commands.check)
app.command("rules")(check_commands.rules)
app.command("show")(show_command.show)
app.command("bot")(bot_command.bot)
DAY = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="Hari hukum yang ditanyakan."),
]


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


@app.command()
def regulation(
    citation: Annotated[str, typer.Argument(help='Sitiran, misalnya "permendagri 59/21".')],
    on: DAY = None,
    json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
) -> None:
    """Menjelaskan sebuah sitiran: peraturan apa, statusnya, dan penggantinya."""
    from assistant.render import regulation as shown

    found = shown.describe(citation, _day(on) or date.today())
    typer.echo(shown.to_json(found) if json else shown.to_text(found))
    if not found.known:
        raise typer.Exit(1)


@app.command()
def doctor() -> None:
    """Memeriksa pemasangan dan menyebut perintah untuk memperbaikinya."""
    from bots.doctor import report

    text, healthy = report(settings.home())
    typer.echo(text)
    if not healthy:
        raise typer.Exit(1)


def main() -> None:
    """The outermost edge of the terminal: a user's mistake is one sentence and exit status 2."""
    try:
        app()
    except SpmError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
