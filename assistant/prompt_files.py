"""The prompts in `prompts/`, one a file, in Indonesian."""

from functools import cache
from importlib.resources import files


@cache
def prompt(name: str) -> str:
    """The text of `<name>.md`."""
    return (files("assistant") / "prompts" / f"{name}.md").read_text(encoding="utf-8")
