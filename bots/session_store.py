"""What every `spm session` command needs: the store and who acts.

Whoever reaches this machine's database acts as an administrator.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots import settings

if TYPE_CHECKING:
    from assistant.sessions.models import Aktor
    from assistant.sessions.store import SessionStore

Id = Annotated[str, typer.Argument(help="Id sesi, misalnya 20240807-3273-1.")]
Json = Annotated[bool, typer.Option("--json", help="Keluaran JSON.")]
Out = Annotated[Path | None, typer.Option("--out", help="Berkas hasil.")]
Region = Annotated[str | None, typer.Option("--daerah", help="Nama atau kode daerah.")]


@contextmanager
def opened() -> Iterator["tuple[SessionStore, Aktor]"]:
    """The store of SPM_DATABASE_URL, or SQLite in SPM_HOME, closed afterwards."""
    from assistant.sessions.database import default_url
    from assistant.sessions.models import Aktor
    from assistant.sessions.store import SessionStore

    store = SessionStore(settings.value("SPM_DATABASE_URL") or default_url(settings.home()))
    try:
        yield store, Aktor(id="terminal", peran="admin")
    finally:
        store.close()
