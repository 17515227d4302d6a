"""`spm bot`: the Telegram bot. Imports inside the functions: `spm --help` must stay quick."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bots.bot_settings import BotSettings


def bot(
    webhook: Annotated[
        bool, typer.Option("--webhook", help="Terima kiriman lewat webhook, bukan polling.")
    ] = False,
) -> None:
    """Menjalankan bot Telegram; Ctrl-C atau SIGTERM menghentikannya dengan tertib."""
    from assistant import messages as m
    from bots import bot_logging, bot_run, bot_settings
    from corpus.errors import MasukanError, SpmError

    try:
        settings = bot_settings.read()
        if webhook and not settings.webhook_url:
            raise MasukanError(m.BOT_SETELAN_WEBHOOK)
        bot_logging.set_up(settings.token)
        with bot_run.only_instance(settings):
            busy = _run(settings, webhook)
    except SpmError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    if busy:
        _leave()


def _run(settings: "BotSettings", webhook: bool) -> bool:
    """Runs the bot; whether a file was still being checked when it stopped."""
    import asyncio
    from datetime import datetime

    from assistant.conversation import Conversation
    from assistant.model import ModelSettings
    from bots import bot_run
    from bots.settings import value

    url = value("SPM_MODEL_URL")
    model = ModelSettings(value("SPM_MODEL"), url, value("SPM_MODEL_KEY"))
    conversation = Conversation(settings.home, clock=datetime.now, model=model)

    def reload(old: Conversation) -> Conversation:
        fresh = Conversation(settings.home, clock=datetime.now, model=model, memory=old.memory)
        fresh.vault = old.vault
        return fresh

    place = (url or (value("SPM_MODEL") or "").partition(":")[0]) if model.configured else None
    running = bot_run.Bot(settings, conversation, place, reload)
    asyncio.run(bot_run.run(running, webhook, lambda text: typer.echo(text, err=True)))
    return running.jobs.busy


def _leave() -> None:
    """Ends the process at once: Python would wait for the check of a file, minutes perhaps. The
    file is in the queue still, and the next start takes it up again."""
    import logging
    import os
    import sys

    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
