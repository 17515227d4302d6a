"""An answer written by the model and held to its sources, or the reason why there is none.

The extractive answer comes first and decides: what it refuses or asks back stays refused. For the
rest the model gets its passages, code-made sentences and tools, and of what it writes only the
sentences that the citation compiler keeps are delivered.
"""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from assistant import messages, privacy
from assistant.agent import Agent
from assistant.compiling.compiler import Compiled, compile_text, read_ahead
from assistant.compiling.rules import rules
from assistant.delivering import delivered
from assistant.evidence import Handout
from assistant.model import Message, ModelError, ModelSettings, Progress
from assistant.pipeline import Assistant
from assistant.prompt_files import prompt
from assistant.question import understand
from assistant.told import history, said_under, user_message
from assistant.tools import Toolbox
from assistant.turn import Asked, Written
from corpus.lexical import tokens

READ_AHEAD = 5
NO_ANSWER = "TIDAK TERJAWAB"
UNMARKED = re.compile(r"\s*\[\d+\]")


class Writer:
    """The model, its tools and the compiler, for many questions."""

    def __init__(
        self, settings: ModelSettings, assistant: Assistant, asking: threading.Lock
    ) -> None:
        self.settings = settings
        self._agent = Agent(settings)
        self._assistant, self._asking = assistant, asking
        self._reading = ThreadPoolExecutor(1, "reading")

    def wanted(self, asked: Asked) -> bool:
        """Whether the model may answer: what code refused or asked back stays so, but a question
        about the user's own file is nothing that the law base could answer."""
        status = asked.plain.status
        about_file = asked.upload is not None and status.startswith("unanswerable")
        return status == "answered" or about_file

    def write(self, asked: Asked, progress: Progress | None = None) -> Written:
        """The model's answer.

        Raises:
            ModelError: there is none that holds.
            Exception: whatever a provider's library raises.
        """
        handout = Handout()
        toolbox = Toolbox(
            self._assistant, self._asking, handout, asked.today, asked.day, asked.upload
        )
        self._hand_out(asked, handout, toolbox)
        # While the model thinks, the passages that it will most likely cite are read.
        for evidence in list(handout.held.values())[:READ_AHEAD]:
            self._reading.submit(read_ahead, evidence)
        text, spent = self._agent.write(
            prompt("sistem"),
            [*history(asked.turns), Message("user", user_message(asked, handout))],
            toolbox.tools(),
            self._checked_progress(asked, handout, progress),
            (lambda name: progress(messages.STEP[name])) if progress else None,
        )
        if NO_ANSWER in text.upper():
            raise ModelError("tanpa_dukungan")
        compiled = compile_text(text, handout.held, asked.day, asked.question)
        if not self._enough(asked, compiled, handout):
            raise ModelError("tanpa_dukungan")
        return delivered(asked, compiled, handout, spent)

    def close(self) -> None:
        """Ends the model's threads."""
        self._reading.shutdown(wait=True, cancel_futures=True)
        self._agent.close()

    def _hand_out(self, asked: Asked, handout: Handout, toolbox: Toolbox) -> None:
        """Marks for what the extractive answer cites, with the sentences that code made, and for
        the other passages that were found."""
        said = said_under(asked.plain)
        with self._asking:
            chunks = self._assistant.retriever.chunks
            found = [c for ref in asked.plain.passages if (c := chunks.get(ref.id))]
            by_text = {c.teks: c for c in found}
            for citation in asked.plain.citations:
                chunk = by_text.get(citation.text)
                handout.give(citation, facts=said.get(citation.mark, ()), chunk=chunk)
            places = [self._assistant.retriever.place(ref.id.removesuffix("/ringkasan"))
                      for ref in asked.plain.passages]  # fmt: skip
            for passage in places:
                if passage is not None and asked.plain.status == "answered":
                    toolbox.passage(passage)

    def _enough(self, asked: Asked, compiled: Compiled, handout: Handout) -> bool:
        """Whether what is left answers the question."""
        limits = rules().limits
        if not compiled.kept or compiled.survived < limits.kalimat_selamat:
            return False
        if asked.plain.status != "answered":
            return True
        retriever = self._assistant.retriever
        with self._asking:
            wanted = understand(
                privacy.without_placeholders(asked.question),
                retriever.lexical.vocabulary,
                asked.day,
            )
            cited = {m for k in compiled.kept for m in k.marks}
            held = set(tokens(" ".join(k.text for k in compiled.kept)))
            held.update(*(_stems(handout.held[m].text) for m in cited))
            covered = frozenset(
                t.stem for t in wanted.terms
                if t.stem in held or t.mended in held or any(a in held for a in t.alternatives)
            )  # fmt: skip
            share = retriever.share(covered, wanted)
        # A follow-up leans on words that stand in earlier turns; its citations must be those found.
        leaned = cited & set(range(1, len(asked.plain.citations) + 1))
        return share >= limits.pertanyaan_terjawab or bool(leaned)

    def _checked_progress(
        self, asked: Asked, handout: Handout, progress: Progress | None
    ) -> Callable[[str], None] | None:
        """Passes on the sentences that already hold, whenever one more is complete."""
        if progress is None:
            return None
        shown = [""]

        def on_text(text: str) -> None:
            whole = text.rpartition("\n")[0] if "\n" in text else text.rpartition(". ")[0]
            if not whole or whole == shown[0]:
                return
            shown[0] = whole
            kept = compile_text(whole, handout.held, asked.day, asked.question).kept
            if kept:
                progress(UNMARKED.sub("", "\n".join(k.text for k in kept)))

        return on_text


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset(tokens(text))
