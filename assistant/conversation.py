"""One chat: text or a file in, a Reply out. The only catch-all in the project.

    conversation = Conversation(home, clock=datetime.now)
    reply = conversation.reply("42", "chat-7", "siapa mengawasi SPM kabupaten?")
    reply.text                      # what the user reads: answer, Dasar, Catatan
    conversation.reply_to_file("42", "chat-7", Path("/tmp/x.xlsx"), "laporan.xlsx")
    conversation.forget("42")       # on the user's request

Everything blocks and is safe to call from several threads; an asyncio front calls it with
`asyncio.to_thread`. Nothing is raised for bad input or our own failures: both are replies.
"""

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import messages, privacy
from assistant.answer import Answer
from assistant.answering import Answering, places
from assistant.memory import DATABASE, Memory, Turn
from assistant.pipeline import DEFAULT_K, Assistant
from assistant.render.answer_text import render
from assistant.uploaded import Uploaded, read_upload, summary
from corpus.errors import SpmError

if TYPE_CHECKING:
    from assistant.model import ModelSettings, Progress

LOG = logging.getLogger("asisten_spm.conversation")
MOST_CHATS = 500


@dataclass(frozen=True)
class Reply:
    """What goes back to one user.

    Attributes:
        text: The whole reply as plain text, ready to send; personal data is the user's own.
        answer: The structured answer, for fronts that format it themselves; None for files
            and failures.
        passport: Id for `spm show ID`; None where nothing was answered.
        upload: Findings and score, where the message was a file.
        code: Four hex digits that the log has too, where we failed.
    """

    text: str
    answer: Answer | None = None
    passport: str | None = None
    upload: Uploaded | None = None
    code: str | None = None


class Conversation:
    """All chats of one process. Loaded once: index, store and, if configured, the model.

    Args:
        home: Folder of index and database.
        clock: What time it is; `datetime.now` at a front, fixed in tests.
        model: The language model; None gives extractive answers.
        memory: The store; by default the file `percakapan.db` in `home`.
        assistant: An index that is loaded already.
    """

    def __init__(
        self,
        home: Path,
        *,
        clock: Callable[[], datetime],
        model: "ModelSettings | None" = None,
        memory: Memory | None = None,
        assistant: Assistant | None = None,
    ) -> None:
        self.home = home
        self._clock = clock
        # The index first: without one nothing is written.
        self._answering = Answering(home, model, assistant)
        self.memory = memory or Memory(home / DATABASE)
        self._uploads: OrderedDict[tuple[str, str], Uploaded] = OrderedDict()
        self._holding = threading.Lock()

    @property
    def model_name(self) -> str | None:
        """The model's name, None where answers are extractive."""
        return self._answering.model_name

    @property
    def vault(self) -> privacy.Vault:
        """The placeholders of this process."""
        return self._answering.vault

    @vault.setter
    def vault(self, vault: privacy.Vault) -> None:
        self._answering.vault = vault

    def reply(
        self,
        user: str,
        chat: str,
        text: str,
        *,
        on: date | None = None,
        k: int = DEFAULT_K,
        progress: "Progress | None" = None,
    ) -> Reply:
        """The reply to a question.

        Args:
            user: Who asks; placeholders and stored messages belong to one user.
            chat: Where; follow-ups lean on earlier messages of the same user in the same chat.
            on: The day whose law is asked for, where it is not today.
            progress: Called while a model writes, from another thread, with the verified text
                so far; never with a sentence that was not checked.
        """
        return self._guarded(lambda: self._reply(user, chat, text, on, k, progress))

    def reply_to_file(
        self, user: str, chat: str, path: Path, name: str, caption: str = ""
    ) -> Reply:
        """The reply to a file: findings and, for a filled template, the score.

        The file is read and kept in memory for questions about it in this chat; it never
        enters the index. `name` is what the user calls it. A `caption` is answered too.
        """
        return self._guarded(lambda: self._file(user, chat, path, name, caption))

    def forget(self, user: str, chat: str | None = None) -> int:
        """Removes what is kept of a user (in one chat, or everywhere with the passports).

        Returns:
            How many stored messages were removed.
        """
        with self._holding:
            for key in [k for k in self._uploads if k[0] == user and chat in (None, k[1])]:
                del self._uploads[key]
        if chat is None:
            self.vault.forget(user)
        return self.memory.forget(user, chat)

    def close(self) -> None:
        """Ends the model's connections and closes the store."""
        self._answering.close()
        self.memory.close()

    def _guarded(self, work: Callable[[], Reply]) -> Reply:
        """Runs a turn; bad input becomes its sentence, our failure a code without message text."""
        try:
            return work()
        except SpmError as error:
            return Reply(str(error))
        except Exception as error:
            code = secrets.token_hex(2).upper()
            LOG.error("turn failed, code %s: %s", code, places(error))
            return Reply(messages.OUR_FAILURE.format(kode=code), code=code)

    def _reply(
        self, user: str, chat: str, text: str, on: date | None, k: int, progress: "Progress | None"
    ) -> Reply:
        now = self._clock()
        given = self._answering.answer(
            user, text, now, on=on, k=k, turns=self.memory.turns(user, chat, now),
            upload=self._uploads.get((user, chat)), progress=progress,
        )  # fmt: skip
        said = given.passport.answer
        turns = [Turn("user", given.question), Turn("assistant", said, given.passport.id)]
        self.memory.add(user, chat, now, turns, given.passport)
        return Reply(render(given.answer), given.answer, given.passport.id)

    def _file(self, user: str, chat: str, path: Path, name: str, caption: str) -> Reply:
        now = self._clock()
        upload = read_upload(path, name, now.date())
        with self._holding:
            self._uploads[user, chat] = upload
            self._uploads.move_to_end((user, chat))
            while len(self._uploads) > MOST_CHATS:
                self._uploads.popitem(last=False)
        text = summary(upload)
        stored = self.vault.mask(user, text)
        name_only = self.vault.mask(user, messages.UPLOAD_SENT.format(nama=upload.nama))
        self.memory.add(user, chat, now, [Turn("user", name_only), Turn("assistant", stored)])
        if caption.strip():
            answered = self._reply(user, chat, caption, None, DEFAULT_K, None)
            return replace(answered, text=f"{text}\n\n{answered.text}", upload=upload)
        return Reply(text, upload=upload)
