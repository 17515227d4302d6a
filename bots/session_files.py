"""Minutes, recaps and exports as documents of a chat, written into the folder of results."""

from collections.abc import Callable
from pathlib import Path

from assistant import messages as m
from assistant.render import docx_pdf, minutes_docx
from assistant.sessions.minutes_models import Notulen
from bots.bot_types import Out, Post
from bots.session_turn import SessionTurn
from bots.telegram_html import para
from bots.telegram_pages import CAPTION_LIMIT, page
from corpus.errors import BerkasError


def document(st: SessionTurn, name: str, caption: str, write: Callable[[Path], None]) -> Path:
    """Writes a file and adds it to the reply; where it lies.

    Raises:
        BerkasError: it cannot be written.
    """
    folder = f"sesi-{st.turn.incoming.update_id}"
    path = st.office.results / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path)
    shown = page([para(caption)], CAPTION_LIMIT)
    out = Out(
        kind="document", html=shown.html, plain=shown.plain, file=f"{folder}/{name}",
        file_name=name,
    )  # fmt: skip
    st.turn.posts.append(Post(st.turn.incoming.chat, out))
    return path


def minutes(st: SessionTurn, notulen: Notulen) -> None:
    """The minutes as DOCX, and as PDF where LibreOffice manages; where not, that is said."""
    name, told = f"notulen-{notulen.id}", m.SESI_NOTULEN_BERKAS.format(id=notulen.id)
    source = document(st, f"{name}.docx", told, lambda path: minutes_docx.write(notulen, path))
    try:
        document(st, f"{name}.pdf", told, lambda path: docx_pdf.convert(source, path))
    except BerkasError as error:
        st.say(para(str(error)))
