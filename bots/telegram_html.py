"""Texts for Telegram: blocks of styled runs, and their HTML.

A block is a paragraph of spans. Markup exists only as the style of a span, so that no text of a
user or a law is ever read as markup, and a split can always close and open it again. No import of
the Telegram library: this is text in, text out.
"""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from assistant import messages
from assistant.answer import Answer
from assistant.render.answer_text import citation_line

Style = Literal["b", "i", "code"]
GAP = "\n\n"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style | None = None


class Block(NamedTuple):
    """A paragraph; `quote`: folded away behind a touch on the phone."""

    spans: tuple[Span, ...]
    quote: bool = False


def para(*parts: str | Span) -> Block:
    """A paragraph of plain and styled runs."""
    return Block(tuple(_clean(p) for p in parts))


def title(text: str) -> Block:
    """A line in bold."""
    return para(Span(text, "b"))


def quote(*parts: str | Span) -> Block:
    """A paragraph that folds away."""
    return para(*parts)._replace(quote=True)


def paragraphs(text: str) -> list[Block]:
    """A plain text as blocks, one a paragraph."""
    return [para(part) for part in re.split(r"\n\s*\n", text) if part.strip()]


def answer_blocks(answer: Answer) -> list[Block]:
    """An answer as a chat shows it: text, notices, and the bases folded away."""
    blocks = paragraphs(answer.answer)
    blocks += [para(Span(f"{messages.NOTICE}: ", "i"), n) for n in answer.notices]
    if answer.citations:
        lines = "\n".join(citation_line(c) for c in answer.citations)
        blocks.append(quote(Span(messages.BASIS, "b"), f"\n{lines}"))
    return blocks


def plain(blocks: Iterable[Block]) -> str:
    """The whole text without markup."""
    return GAP.join(text_of(b).strip() for b in blocks)


def clean(text: str) -> str:
    """A text that can be sent: a lone surrogate cannot at all, control characters are dropped."""
    return CONTROL.sub("\ufffd", text.replace("\r\n", "\n"))


def _clean(part: str | Span) -> Span:
    span = Span(part) if isinstance(part, str) else part
    return span._replace(text=clean(span.text))


def text_of(block: Block) -> str:
    """A block without its styles."""
    return "".join(s.text for s in block.spans)


def shown_html(blocks: Sequence[Block]) -> str:
    """Blocks as the HTML that Telegram reads."""
    return GAP.join(_block_html(b) for b in blocks)


def _block_html(block: Block) -> str:
    # The edges of the text outside tags are stripped as Telegram does.
    inside = "".join(_span_html(s) for s in block.spans).strip()
    return f"<blockquote expandable>{inside}</blockquote>" if block.quote else inside


def _span_html(span: Span) -> str:
    text = html.escape(span.text, quote=False)
    return f"<{span.style}>{text}</{span.style}>" if span.style and text.strip() else text
