"""Scripted models for the tests, behind real HTTP (`evals.model_server`)."""

import re
from collections.abc import Sequence

from evals.model_server import Brain, Request, Say

SHOWN = re.compile(
    r"^\[(\d+)\] (.+?) · status: (\w+)\n(.*?)(?=\n\n\[\d+\] |\nDATA |\Z)", re.M | re.S
)


def last_user(request: Request) -> str:
    """The text of the last user message."""
    texts = [m["content"] for m in request["messages"] if m["role"] == "user"]
    return str(texts[-1])


def tool_results(request: Request) -> list[str]:
    """What the tools have answered so far."""
    return [str(m["content"]) for m in request["messages"] if m["role"] == "tool"]


def passages(text: str) -> list[tuple[int, str, str, str]]:
    """(mark, label, status, text) of everything that the model was shown."""
    return [(int(m[1]), m[2], m[3], m[4].strip()) for m in SHOWN.finditer(text)]


def first_sentence(text: str) -> str:
    """The first sentence of a passage, without its end."""
    return re.split(r"(?<=[.;:])\s|\n", text.strip())[0].rstrip(".:;")


def honest(request: Request) -> Say:
    """Says the first sentence of the first passage, with its mark."""
    mark, _, _, text = passages(last_user(request))[0]
    return Say(f"{first_sentence(text)} [{mark}].")


def says(text: str, **options: object) -> Brain:
    """Always the same text."""
    return lambda request: Say(text, **options)  # type: ignore[arg-type]


def in_turn(replies: Sequence[Say]) -> Brain:
    """One reply after the other; the last one for ever."""
    left = list(replies)

    def brain(request: Request) -> Say:
        return left.pop(0) if len(left) > 1 else left[0]

    return brain


def tool_then(name: str, arguments: str, after: Brain) -> Brain:
    """Calls a tool first and speaks when it has answered."""

    def brain(request: Request) -> Say:
        if tool_results(request):
            return after(request)
        return Say(tools=((name, arguments),))

    return brain


def endless(request: Request) -> Say:
    """Never stops calling tools."""
    return Say(tools=(("search_passages", '{"pertanyaan": "spm"}'),))


def of_tool(request: Request) -> Say:
    """Says the first sentence of what the last tool gave."""
    mark, _, _, text = passages(tool_results(request)[-1])[0]
    return Say(f"{first_sentence(text)} [{mark}].")
