"""What the model is told: earlier messages, the question, and the passages as data."""

import re
import secrets
from collections.abc import Sequence

from assistant import steering
from assistant.answer import Answer
from assistant.compiling.sentences import MARK
from assistant.evidence import Handout
from assistant.format import day as written_day
from assistant.memory import Turn
from assistant.model import LETTERS_PER_TOKEN, Message
from assistant.prompt_files import prompt
from assistant.turn import Asked

HISTORY_TOKENS = 1_500
LONGEST_PASSAGE = 1_800


def said_under(plain: Answer) -> dict[int, list[str]]:
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


def history(turns: Sequence[Turn]) -> list[Message]:
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


def user_message(asked: Asked, handout: Handout) -> str:
    """The question with its passages as data; the boundary cannot be guessed and so not closed."""
    return prompt("pertanyaan").format(
        hari_ini=written_day(asked.today),
        hari=written_day(asked.day),
        batas=secrets.token_hex(8),
        bacaan="\n\n".join(e.shown(LONGEST_PASSAGE) for e in handout.held.values()),
        berkas=prompt("berkas") if asked.upload else "",
        pertanyaan=steering.visible(asked.question),
    )
