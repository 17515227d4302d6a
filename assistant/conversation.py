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
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import messages, privacy, steering
from assistant.answer import Answer
from assistant.memory import Memory, Turn
from assistant.passport import corpus_version
from assistant.pipeline import DEFAULT_K, Assistant
from assistant.render.answer_text import render
from assistant.replay import Inputs, ask, issue
from assistant.turn import Asked
from assistant.uploaded import Uploaded, read_upload, summary
from corpus import generations
from corpus.errors import SpmError

if TYPE_CHECKING:
    from assistant.agent import ModelSettings, Progress, Why
    from assistant.turn import Written
    from assistant.writing import Writer

LOG = logging.getLogger("asisten_spm.conversation")
DATABASE = "percakapan.db"
MOST_CHATS = 500
# A follow-up leans on what was just said; older questions only cost time.
HISTORY_QUESTIONS = 4


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
        self.memory = memory or Memory(home / DATABASE)
        self.vault = privacy.Vault()
        self._clock = clock
        self._assistant = assistant or Assistant(home)
        self._corpus = corpus_version(generations.current(home))
        # The stemmer and the caches of the answer path are not made for several threads at once.
        self._asking = threading.Lock()
        self._uploads: OrderedDict[tuple[str, str], Uploaded] = OrderedDict()
        self._holding = threading.Lock()
        self.model_name: str | None = None
        self._writer: Writer | None = None
        if model is not None and model.configured:
            from assistant import writing

            self.model_name = model.name
            self._writer = writing.Writer(model, self._assistant, self._asking)

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
        if self._writer is not None:
            self._writer.close()
        self.memory.close()

    def _guarded(self, work: Callable[[], Reply]) -> Reply:
        """Runs a turn; bad input becomes its sentence, our failure a code without message text."""
        try:
            return work()
        except SpmError as error:
            return Reply(str(error))
        except Exception as error:
            code = secrets.token_hex(2).upper()
            LOG.error("turn failed, code %s: %s", code, _places(error))
            return Reply(messages.OUR_FAILURE.format(kode=code), code=code)

    def _reply(
        self, user: str, chat: str, text: str, on: date | None, k: int, progress: "Progress | None"
    ) -> Reply:
        now = self._clock()
        personal = bool(privacy.find(text) or privacy.asks_for(text))
        masked = messages.OWN_QUESTION_HIDDEN if personal else self.vault.mask(user, text)
        turns = self.memory.turns(user, chat, now)
        history = tuple(privacy.without_placeholders(t.text) for t in turns if t.role == "user")[
            -HISTORY_QUESTIONS:
        ]
        # Personal data is refused by the path itself, on the text as written.
        asked = text if personal else privacy.without_placeholders(masked)
        with self._asking:
            plain, day = ask(self._assistant, Inputs(asked, history, now.date(), on, k))
        plain = _quiet(plain)
        upload = self._uploads.get((user, chat))
        turn = Asked(masked, plain, turns, now.date(), day, upload)
        written, why = (None, None) if personal else self._written(turn, progress)
        answer = written.answer if written else plain
        if why is not None:
            notices = (*answer.notices, messages.MODEL_FAILED[why])
            answer = answer.model_copy(update={"notices": notices})
        passport = issue(
            self._assistant,
            Inputs(masked, history, now.date(), on, k),
            answer, written, now, self.model_name if written else None,
            self._corpus,
        )  # fmt: skip
        self.memory.add(
            user, chat, now,
            [Turn("user", masked), Turn("assistant", answer.answer, passport.id)], passport,
        )  # fmt: skip
        shown = answer.model_copy(
            update={"question": text, "answer": self.vault.unmask(user, answer.answer)}
        )
        return Reply(render(shown), shown, passport.id)

    def _written(
        self, turn: Asked, progress: "Progress | None"
    ) -> "tuple[Written | None, Why | None]":
        """The model's answer, or why there is none; a model's failure is never the user's."""
        if self._writer is None or not self._writer.wanted(turn):
            return None, None
        from assistant.agent import ModelError

        try:
            return self._writer.write(turn, progress), None
        except ModelError as error:
            LOG.info("model gave no answer: %s", error.why)
            return None, error.why
        except Exception as error:
            LOG.warning("model failed: %s", _places(error))
            return None, "server"

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


def _quiet(answer: Answer) -> Answer:
    """The answer without what speaks to an assistant in the texts that it quotes."""
    if not any(steering.speaks(t) for t in (answer.answer, *(c.text for c in answer.citations))):
        return answer
    lines = [steering.quiet(line) for line in answer.answer.splitlines()]
    cited = tuple(c.model_copy(update={"text": steering.quiet(c.text)}) for c in answer.citations)
    notices = (*answer.notices, messages.NOTICE_STEERING)
    text = "\n".join(line for line in lines if line.strip()) or messages.NO_SOURCE_AT_ALL
    return answer.model_copy(update={"answer": text, "citations": cited, "notices": notices})


def _places(error: BaseException) -> str:
    """The kind of an exception and where it was raised: its text may quote the user."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    return f"{type(error).__name__} at {places}"
