"""One question: the extractive answer, the model's where it holds, and the passport of it.

It remembers nothing: `assistant.conversation` keeps chats, and a front that asks once keeps the
passport itself.
"""

import logging
import threading
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import messages, privacy, steering
from assistant.answer import Answer
from assistant.issuing import Inputs, ask, issue
from assistant.passport import Passport, corpus_version
from assistant.pipeline import DEFAULT_K, Assistant
from corpus import generations

if TYPE_CHECKING:
    from assistant.memory import Turn
    from assistant.model import ModelSettings, Progress, Why
    from assistant.turn import Asked, Written
    from assistant.uploaded import Uploaded
    from assistant.writing import Writer

LOG = logging.getLogger("asisten_spm.conversation")
# A follow-up leans on what was just said; older questions only cost time.
HISTORY_QUESTIONS = 4


@dataclass(frozen=True)
class Given:
    """What a question got. `question` and the passport are masked and may be kept; `answer` is
    the user's own, with the user's values put back."""

    question: str
    answer: Answer
    passport: Passport


class Answering:
    """Index and, if configured, the model; loaded once, used from several threads.

    Args:
        home: Folder of the index.
        model: The language model; None gives extractive answers.
        assistant: An index that is loaded already.

    Raises:
        IndeksError: there is no index.
        MasukanError: the model is misnamed, or its package is not installed.
    """

    def __init__(
        self, home: Path, model: "ModelSettings | None" = None, assistant: Assistant | None = None
    ) -> None:
        self.assistant = assistant or Assistant(home)
        self.vault = privacy.Vault()
        self.model_name: str | None = None
        self._corpus = corpus_version(generations.current(home))
        # The stemmer and the caches of the answer path are not made for several threads at once.
        self._asking = threading.Lock()
        self._writer: Writer | None = None
        if model is not None and model.configured:
            from assistant import writing

            self.model_name = model.name
            self._writer = writing.Writer(model, self.assistant, self._asking)

    def answer(
        self,
        user: str,
        text: str,
        now: datetime,
        *,
        on: date | None = None,
        k: int = DEFAULT_K,
        turns: "Sequence[Turn]" = (),
        upload: "Uploaded | None" = None,
        progress: "Progress | None" = None,
    ) -> Given:
        """The answer to one question.

        Args:
            user: Whose placeholders are used.
            now: Its day is the one whose law is meant where neither `on` nor the question says.
            turns: Earlier messages of the same conversation, masked, the oldest first.
            progress: Called while a model writes, from another thread, with the verified text
                so far; never with a sentence that was not checked.
        """
        started = time.perf_counter()
        personal = bool(privacy.find(text) or privacy.asks_for(text))
        masked = messages.OWN_QUESTION_HIDDEN if personal else self.vault.mask(user, text)
        said = [privacy.without_placeholders(t.text) for t in turns if t.role == "user"]
        history = tuple(said[-HISTORY_QUESTIONS:])
        # Personal data is refused by the path itself, on the text as written.
        asked = text if personal else privacy.without_placeholders(masked)
        with self._asking:
            plain, day = ask(self.assistant, Inputs(asked, history, now.date(), on, k))
        plain, written = _quiet(plain), None
        if self._writer is not None and not personal:
            from assistant.turn import Asked

            turn = Asked(masked, plain, turns, now.date(), day, upload)
            written, why = self._written(self._writer, turn, progress)
            if why is not None:
                plain = _noted(plain, messages.MODEL_FAILED[why])
        answer = written.answer if written else plain
        passport = issue(
            self.assistant, Inputs(masked, history, now.date(), on, k), answer, written, now,
            self.model_name if written else None, self._corpus,
        )  # fmt: skip
        own = {
            "question": text,
            "answer": self.vault.unmask(user, answer.answer),
            "passport": passport.id,
            "elapsed_ms": round(1000 * (time.perf_counter() - started)),
        }
        return Given(masked, answer.model_copy(update=own), passport)

    def close(self) -> None:
        """Ends the model's connections."""
        if self._writer is not None:
            self._writer.close()

    def _written(
        self, writer: "Writer", turn: "Asked", progress: "Progress | None"
    ) -> "tuple[Written | None, Why | None]":
        """The model's answer, or why there is none; a model's failure is never the user's."""
        from assistant.model import ModelError

        if not writer.wanted(turn):
            return None, None
        try:
            return writer.write(turn, progress), None
        except ModelError as error:
            LOG.info("model gave no answer: %s", error.why)
            return None, error.why
        except Exception as error:
            LOG.warning("model failed: %s", places(error))
            return None, "server"


def places(error: BaseException) -> str:
    """The kind of an exception and where it was raised: its text may quote the user."""
    frames = traceback.extract_tb(error.__traceback__)
    found = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    return f"{type(error).__name__} at {found}"


def _noted(answer: Answer, notice: str) -> Answer:
    return answer.model_copy(update={"notices": (*answer.notices, notice)})


def _quiet(answer: Answer) -> Answer:
    """The answer without what speaks to an assistant in the texts that it quotes."""
    if not any(steering.speaks(t) for t in (answer.answer, *(c.text for c in answer.citations))):
        return answer
    lines = [steering.quiet(line) for line in answer.answer.splitlines()]
    cited = tuple(c.model_copy(update={"text": steering.quiet(c.text)}) for c in answer.citations)
    text = "\n".join(line for line in lines if line.strip()) or messages.NO_SOURCE_AT_ALL
    return _noted(
        answer.model_copy(update={"answer": text, "citations": cited}), messages.NOTICE_STEERING
    )
