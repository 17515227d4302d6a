"""The language model with its tools. The only import of langchain, inside functions: it takes
seconds, and without a model nobody pays for it.

Any provider of `init_chat_model` ("openai:…", "anthropic:…", "ollama:…") or, with a URL, any
OpenAI-compatible server. One event loop in a thread of its own runs all questions; a question past
its time is cancelled there, which also closes its connection.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from pydantic import SecretStr

from assistant import messages
from assistant.agent_output import last_text, streamed, tokens_used
from assistant.background import Background
from assistant.model import (
    LETTERS_PER_TOKEN,
    Message,
    ModelError,
    ModelSettings,
    Progress,
    Spent,
    transient,
)
from corpus.errors import MasukanError

Tool = Callable[..., str]


class Agent:
    """One configured model. Made once; `write` may be called from several threads.

    Raises:
        MasukanError: the model is misnamed, or its package is not installed.
    """

    def __init__(self, settings: ModelSettings) -> None:
        self.settings = settings
        self._model = _chat_model(settings)
        self._background = Background("model")
        self._free: dict[tuple[str, ...], list[Seat]] = {}

    def write(
        self,
        system: str,
        conversation: Sequence[Message],
        tools: Sequence[Tool],
        on_text: Progress | None = None,
        on_step: Progress | None = None,
    ) -> tuple[str, Spent]:
        """The model's last text and what it cost.

        Args:
            on_text: Called with the text so far, unchecked; the reply is streamed only then.
            on_step: Called with the name of a tool that is about to run.

        Raises:
            ModelError: out of time, over budget, or nothing was said.
            Exception: whatever a provider's library raises when retries are used up.
        """
        spent = Spent()
        work = self._timed(system, conversation, tools, spent, on_text, on_step)
        text = self._background.run(work).strip()
        if not text:
            raise ModelError("kosong")
        return text, spent

    def close(self) -> None:
        """Closes connections and ends the thread; questions still running are abandoned."""
        self._background.close(self._disconnect())

    async def _disconnect(self) -> None:
        client = getattr(self._model, "http_async_client", None)
        if client is not None:
            await client.aclose()

    async def _timed(self, *work: Any) -> str:
        try:
            async with asyncio.timeout(self.settings.seconds):
                return await self._run(*work)
        except TimeoutError as error:
            raise ModelError("waktu") from error

    async def _run(
        self,
        system: str,
        conversation: Sequence[Message],
        tools: Sequence[Tool],
        spent: Spent,
        on_text: Progress | None,
        on_step: Progress | None,
    ) -> str:
        from langsmith import tracing_context

        seat = self._seat(system, tools)
        seat.take(tools, spent, on_step)
        given = {"messages": [{"role": m.role, "content": m.text} for m in conversation]}
        config = {"recursion_limit": 6 * self.settings.calls + 10}
        try:
            # Prompts go to the configured model and nowhere else, whatever the environment says.
            with tracing_context(enabled=False):
                if on_text is None:
                    state = await seat.graph.ainvoke(given, config)
                else:
                    state = await streamed(seat.graph, given, config, on_text)
        except asyncio.CancelledError:
            # A tool of it may still be running in its thread: nobody shall sit there again.
            seat = Seat(seat.key)
            raise
        finally:
            if seat.graph is not None:
                seat.take((), Spent(), None)
                self._free[seat.key].append(seat)
        return last_text(state["messages"])

    def _seat(self, system: str, tools: Sequence[Tool]) -> "Seat":
        """A free seat, or a new one; only the loop's thread comes here."""
        from langchain.agents import create_agent

        key = (system, *(tool.__name__ for tool in tools))
        free = self._free.setdefault(key, [])
        if free:
            return free.pop()
        seat = Seat(key)
        seat.graph = create_agent(
            self._model,
            [_tool(seat, tool) for tool in tools],
            system_prompt=system,
            middleware=_middleware(self.settings, seat),
        )
        return seat


class Seat:
    """A graph with its tools, used by one question at a time and then by the next: to make one
    takes longer than all else that we do in a question."""

    def __init__(self, key: tuple[str, ...]) -> None:
        self.key = key
        self.graph: Any = None
        self.tools: dict[str, Tool] = {}
        self.spent = Spent()
        self.on_step: Progress | None = None

    def take(self, tools: Sequence[Tool], spent: Spent, on_step: Progress | None) -> None:
        """Puts in what one question brings."""
        self.tools = {tool.__name__: tool for tool in tools}
        self.spent, self.on_step = spent, on_step


def _tool(seat: Seat, tool: Tool) -> Any:
    """A function as a tool: its docstring is what the model reads."""
    from langchain_core.tools import StructuredTool

    name, description = tool.__name__, inspect.cleandoc(tool.__doc__ or "")
    made = StructuredTool.from_function(tool, description=description)

    def call(**arguments: Any) -> str:
        return seat.tools[name](**arguments)

    return StructuredTool(
        name=name, description=description, func=call, args_schema=made.args_schema
    )


def _chat_model(settings: ModelSettings) -> Any:
    """The chat model of the settings."""
    if settings.url:
        from langchain_openai import ChatOpenAI
        from openai import DefaultAsyncHttpxClient

        name = (settings.model or "default").removeprefix("openai:")
        return ChatOpenAI(
            model=name, base_url=settings.url, api_key=SecretStr(settings.key or "tidak-ada"),
            timeout=settings.seconds, max_retries=0, temperature=0,
            # One of our own: a shared one would outlive the loop that it belongs to.
            http_async_client=DefaultAsyncHttpxClient(timeout=settings.seconds),
        )  # fmt: skip
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"timeout": settings.seconds, "max_retries": 0}
    if settings.key:
        options["api_key"] = settings.key
    try:
        return init_chat_model(settings.model or "", **options)
    except ImportError as error:
        text = messages.MODEL_NOT_INSTALLED.format(model=settings.model, paket=settings.package)
        raise MasukanError(text) from error
    except ValueError as error:
        raise MasukanError(messages.MODEL_MISNAMED.format(model=settings.model)) from error
    except Exception as error:
        # Whatever a provider's library says of a missing key or a wrong address.
        raise MasukanError(messages.MODEL_UNUSABLE.format(model=settings.model)) from error


def _middleware(settings: ModelSettings, seat: Seat) -> list[Any]:
    """Retries outside, the budget inside: every attempt counts."""
    from langchain.agents.middleware import AgentMiddleware, ModelRetryMiddleware
    from langchain_core.messages import ToolMessage

    class Budget(AgentMiddleware):
        """Counts calls and tokens; the last call gets no tools, so that it must answer."""

        async def awrap_model_call(
            self, request: Any, handler: Callable[[Any], Awaitable[Any]]
        ) -> Any:
            spent = seat.spent
            size = sum(len(str(m.content)) for m in request.messages) // LETTERS_PER_TOKEN
            if spent.calls >= settings.calls or spent.tokens + size > settings.tokens:
                raise ModelError("anggaran")
            spent.calls += 1
            if spent.calls >= settings.calls - settings.retries:
                request = request.override(tools=[])
            response = await handler(request)
            spent.tokens += tokens_used(response, size)
            return response

        async def awrap_tool_call(
            self, request: Any, handler: Callable[[Any], Awaitable[Any]]
        ) -> Any:
            call = request.tool_call
            seat.spent.tool_calls += 1
            if seat.spent.tool_calls > settings.tool_calls:
                text = messages.TOOL_LIMIT
                return ToolMessage(text, name=call["name"], tool_call_id=call["id"], status="error")
            if seat.on_step is not None and call["name"] in messages.STEP:
                seat.on_step(call["name"])
            result = await handler(request)
            if getattr(result, "status", None) == "error":
                result.content = messages.TOOL_WRONG_ARGUMENT
            return result

    retry: Any = ModelRetryMiddleware(
        max_retries=settings.retries, retry_on=transient, on_failure="error",
        initial_delay=settings.first_wait, backoff_factor=2.0, max_delay=8.0, jitter=True,
    )  # fmt: skip
    return [retry, Budget()]
