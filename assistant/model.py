"""Which language model answers, what one question may cost, and how it can fail.

Nothing heavy is imported here: `assistant.agent` is where the model's libraries are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Why = Literal["waktu", "anggaran", "server", "kosong", "tanpa_dukungan"]
Progress = Callable[[str], None]
# Letters to a token of Indonesian, on the safe side, where a server does not count tokens.
LETTERS_PER_TOKEN = 3
TRANSIENT = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
# By name, because the classes belong to whichever provider's library is in use.
NETWORK = re.compile(r"Connect|Timeout|Protocol|ReadError|JSONDecode")
# Provider -> the module and the package of it, where the names do not follow the rule.
PACKAGES = {"google_genai": "langchain-google-genai"}


@dataclass(frozen=True)
class ModelSettings:
    """Which model, and how much one question may cost.

    `seconds` is for the whole question, `calls` counts requests to the model with their retries,
    `tool_calls` the tools called, `tokens` everything sent and received.
    """

    model: str | None = None
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    seconds: float = 60.0
    calls: int = 6
    tool_calls: int = 12
    tokens: int = 60_000
    retries: int = 2
    first_wait: float = 0.5

    @property
    def configured(self) -> bool:
        """Whether there is a model at all."""
        return bool(self.model or self.url)

    @property
    def name(self) -> str:
        """The name for passports."""
        return self.model or "default"

    @property
    def package(self) -> str:
        """The package that talks to this model, as pip calls it."""
        provider = "openai" if self.url else (self.model or "").partition(":")[0]
        return PACKAGES.get(provider, f"langchain-{provider.replace('_', '-')}")


class ModelError(Exception):
    """The model gave nothing that can be used; `why` chooses the sentence for the user."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


@dataclass
class Spent:
    """What one question has cost so far."""

    calls: int = 0
    tool_calls: int = 0
    tokens: int = 0


@dataclass(frozen=True)
class Message:
    """One message to the model; the system prompt is given apart."""

    role: Literal["user", "assistant"]
    text: str


def transient(error: Exception) -> bool:
    """Whether another try may help."""
    if isinstance(error, ModelError):
        return False
    status = getattr(error, "status_code", None)
    if status is not None:
        return status in TRANSIENT
    return bool(NETWORK.search(type(error).__name__))
