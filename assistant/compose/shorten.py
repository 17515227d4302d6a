"""A passage made short enough for a chat without changing a word of it."""

import re

from assistant.question import Question
from corpus.lexical import tokens

LONGEST = 900
CUT = " …"


def shortened(text: str, question: Question, longest: int = LONGEST) -> str:
    """The text if short; else its opening and the pieces that share most words with the question.

    Pieces are list items or sentences and keep their order; what was left out shows as " …".
    """
    if len(text) <= longest:
        return text
    separator = "\n" if "\n" in text else " "
    pieces = text.split("\n") if separator == "\n" else re.split(r"(?<=[.;])\s+", text)
    wanted = {*question.stems, *question.expansion}
    ranked = sorted(
        range(1, len(pieces)),
        key=lambda n: (-len(wanted & set(tokens(pieces[n]))), n),
    )
    kept, size = {0}, len(pieces[0])
    for n in ranked:
        if size + len(pieces[n]) > longest:
            continue
        kept.add(n)
        size += len(pieces[n])
    shown = [pieces[n] for n in sorted(kept)]
    if len(shown) == 1 and len(shown[0]) > longest:
        return shown[0][:longest].rsplit(" ", 1)[0] + CUT
    return separator.join(shown) + CUT
