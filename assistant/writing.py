"""An answer written by the model and held to its sources, or the reason why there is none.

The extractive answer comes first and decides: what it refuses or asks back stays refused. For the
rest the model gets its passages, code-made sentences and tools, and of what it writes only the
sentences that the citation compiler keeps are delivered.
"""

import re
import secrets
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant import messages, privacy, steering
from assistant.agent import (
    LETTERS_PER_TOKEN,
    Agent,
    Message,
    ModelError,
    ModelSettings,
    Progress,
    Spent,
)
from assistant.answer import Answer, Citation
from assistant.citation_rules import rules
from assistant.compiler import Compiled, Kept, compile_text
from assistant.evidence import Handout
from assistant.format import day as written_day
from assistant.memory import Turn
from assistant.pipeline import Assistant
from assistant.prompt_files import prompt
from assistant.question import understand
from assistant.sentences import MARK
from assistant.tools import Toolbox
from assistant.turn import Asked, Written
from corpus.lexical import tokens

HISTORY_TOKENS = 1_500
LONGEST_PASSAGE = 1_800
NO_ANSWER = "TIDAK TERJAWAB"


class Writer:
    """The model, its tools and the compiler, for many questions."""

    def __init__(
        self, settings: ModelSettings, assistant: Assistant, asking: threading.Lock
    ) -> None:
        self.settings = settings
        self._agent = Agent(settings)
        self._assistant, self._asking = assistant, asking

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
        text, spent = self._agent.write(
            prompt("sistem"),
            [*_history(asked.turns), Message("user", _user_message(asked, handout))],
            toolbox.tools(),
            self._checked_progress(asked, handout, progress),
            (lambda name: progress(messages.STEP[name])) if progress else None,
        )
        if NO_ANSWER in text.upper():
            raise ModelError("tanpa_dukungan")
        compiled = compile_text(text, handout.held, asked.day, asked.question)
        if not self._enough(asked, compiled, handout):
            raise ModelError("tanpa_dukungan")
        return _written(asked, compiled, handout, spent)

    def close(self) -> None:
        """Ends the model's thread."""
        self._agent.close()

    def _hand_out(self, asked: Asked, handout: Handout, toolbox: Toolbox) -> None:
        """Marks for what the extractive answer cites, with the sentences that code made, and for
        the other passages that were found."""
        said = _said_under(asked.plain)
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
                progress(MARK.sub("", "\n".join(k.text for k in kept)))

        return on_text


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def _said_under(plain: Answer) -> dict[int, list[str]]:
    """Sentences that code made, by their marks; a list belongs to the mark of its header."""
    said: dict[int, list[str]] = {}
    blocks: list[tuple[list[int], list[str]]] = []
    for line in plain.answer.splitlines():
        marks = [int(m) for m in MARK.findall(line)]
        if marks or not blocks:
            blocks.append((marks, [line]))
        else:
            blocks[-1][1].append(line)
    for marks, lines in blocks:
        text = re.sub(r"\s+([.:,;])", r"\1", MARK.sub("", "\n".join(lines))).strip()
        for mark in marks:
            said.setdefault(mark, []).append(text)
    return said


def _history(turns: Sequence[Turn]) -> list[Message]:
    """Earlier messages without their marks, the newest that fit the budget, from a question on."""
    kept: list[Message] = []
    room = HISTORY_TOKENS * LETTERS_PER_TOKEN
    for turn in reversed(turns):
        text = " ".join(MARK.sub("", turn.text).split())[:1_200]
        room -= len(text)
        if room < 0:
            break
        kept.append(Message(turn.role, steering.visible(text)))
    kept.reverse()
    while kept and kept[0].role != "user":
        kept.pop(0)
    return kept


def _user_message(asked: Asked, handout: Handout) -> str:
    """The question with its passages as data; the boundary cannot be guessed and so not closed."""
    return prompt("pertanyaan").format(
        hari_ini=written_day(asked.today),
        hari=written_day(asked.day),
        batas=secrets.token_hex(8),
        bacaan="\n\n".join(e.shown(LONGEST_PASSAGE) for e in handout.held.values()),
        berkas=prompt("berkas") if asked.upload else "",
        pertanyaan=steering.visible(asked.question),
    )


def _written(asked: Asked, compiled: Compiled, handout: Handout, spent: Spent) -> Written:
    """The kept sentences with marks from 1, and what was checked as a notice."""
    order = list(dict.fromkeys(m for k in compiled.kept for m in k.marks))
    new = {old: n for n, old in enumerate(order, 1)}
    kept = tuple(
        Kept(_renumbered(k.text, new), tuple(new[m] for m in k.marks), k.item)
        for k in compiled.kept
    )
    evidence = {new[m]: handout.held[m] for m in order}
    citations: list[Citation] = [
        e.citation.model_copy(update={"mark": mark}) for mark, e in evidence.items()
    ]
    counts: dict[str, int] = {}
    for fallen in compiled.dropped:
        counts[fallen.why] = counts.get(fallen.why, 0) + 1
    checked = messages.CHECKED.format(kalimat=len(kept), sitiran=len(citations))
    if compiled.dropped:
        checked += messages.CHECKED_DROPPED.format(n=len(compiled.dropped))
    used = {e.chunk for e in evidence.values()}
    answer = asked.plain.model_copy(
        update={
            "status": "answered",
            "answer": "\n".join(k.text for k in kept),
            "citations": tuple(citations),
            "notices": (*_still_true(asked.plain), *_practice(citations), checked),
            "mode": "model",
            "passages": tuple(
                p.model_copy(update={"kept": p.id in used}) for p in asked.plain.passages
            ),
        }
    )
    return Written(answer, evidence, kept, tuple(sorted(counts.items())), spent.calls)


def _still_true(plain: Answer) -> tuple[str, ...]:
    """Notices of the extractive answer stay: they are about the question's laws, not its words."""
    return plain.notices


def _practice(citations: Sequence[Citation]) -> tuple[str, ...]:
    """A cited place whose number is not confirmed is said to be so."""
    open_ones = any(
        not c.verified_locator and not c.regulation.startswith("sumber-") for c in citations
    )
    return (messages.ARTICLE_UNCONFIRMED,) if open_ones else ()


def _renumbered(text: str, new: dict[int, int]) -> str:
    return MARK.sub(lambda m: f"[{new[int(m.group(1))]}]" if int(m.group(1)) in new else "", text)
