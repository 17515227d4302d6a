"""What comes out of a run of the agent: text on its way, the last text, tokens."""

from collections.abc import Sequence
from typing import Any

from assistant.model import LETTERS_PER_TOKEN, ModelError, Progress


async def streamed(graph: Any, given: Any, config: Any, on_text: Progress) -> Any:
    """Runs the graph and passes on the text of the message being written."""
    state: Any = given
    shown: dict[str, str] = {}
    async for mode, piece in graph.astream(given, config, stream_mode=["messages", "values"]):
        if mode == "values":
            state = piece
            continue
        chunk, _ = piece
        if type(chunk).__name__ == "AIMessageChunk" and chunk.text:
            key = str(chunk.id)
            shown = {key: shown.get(key, "") + chunk.text}
            on_text(shown[key])
    return state


def last_text(history: Sequence[Any]) -> str:
    """The text of the last message if the model wrote it and asked for no more tools."""
    last = history[-1]
    if type(last).__name__ not in ("AIMessage", "AIMessageChunk") or last.tool_calls:
        raise ModelError("anggaran")
    return str(last.text)


def tokens_used(response: Any, size: int) -> int:
    """Tokens that a server counted, else an estimate from the letters."""
    total = 0
    for message in response.result:
        counted = getattr(message, "usage_metadata", None)
        total += (
            counted["total_tokens"]
            if counted
            else size + len(str(message.content)) // LETTERS_PER_TOKEN
        )
    return total
