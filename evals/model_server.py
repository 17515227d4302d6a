"""A scripted language model behind real HTTP in the OpenAI wire format: streaming, tool calls,
errors, slowness. A brain decides what it says; it sees the request as the server got it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Say:
    """One reply of the model.

    `tools` are (name, arguments as JSON text). `status` other than 200 is an error; `raw` is sent
    as the body whatever the protocol says; `wait` seconds before the first byte, `drip` seconds
    between pieces of a stream; `cut`: the connection ends after so many pieces.
    """

    text: str = ""
    tools: tuple[tuple[str, str], ...] = ()
    status: int = 200
    raw: bytes | None = None
    wait: float = 0.0
    drip: float = 0.0
    cut: int | None = None
    usage: bool = True


Brain = Callable[[Request], Say]


@dataclass
class ModelServer:
    """The server; used as a context manager. `requests` are all that came, in order."""

    brain: Brain
    requests: list[Request] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    keep: bool = True

    def __enter__(self) -> "ModelServer":
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Small packets at once: the time of the server must not count as ours.
            disable_nagle_algorithm = True

            def log_message(self, format: str, *args: Any) -> None:
                return

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                request: Request = json.loads(self.rfile.read(length))
                if server.keep:
                    server.requests.append(request)
                    server.headers.append({k.lower(): v for k, v in self.headers.items()})
                _answer(self, request, server.brain(request))

        class Server(ThreadingHTTPServer):
            request_queue_size = 256

        self._http = Server(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)

    @property
    def url(self) -> str:
        """The base URL for `SPM_MODEL_URL`."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"


def _answer(handler: BaseHTTPRequestHandler, request: Request, say: Say) -> None:
    if say.wait:
        time.sleep(say.wait)
    try:
        if say.raw is not None:
            _send(handler, say.status, say.raw)
        elif say.status != 200:
            body = {"error": {"message": "scripted", "type": "server_error", "code": None}}
            _send(handler, say.status, json.dumps(body).encode())
        elif request.get("stream"):
            _stream(handler, request, say)
        else:
            _send(handler, 200, json.dumps(_whole(request, say)).encode())
    except (BrokenPipeError, ConnectionResetError):
        # The client gave up, as it should with a slow server.
        handler.close_connection = True


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _calls(say: Say) -> list[dict[str, Any]]:
    return [
        {"index": n, "id": f"call_{n}", "type": "function",
         "function": {"name": name, "arguments": arguments}}
        for n, (name, arguments) in enumerate(say.tools)
    ]  # fmt: skip


def _usage(request: Request, say: Say) -> dict[str, int]:
    prompt = len(json.dumps(request["messages"])) // 4
    return {"prompt_tokens": prompt, "completion_tokens": len(say.text) // 4 + 1,
            "total_tokens": prompt + len(say.text) // 4 + 1}  # fmt: skip


def _whole(request: Request, say: Say) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": say.text or None}
    if say.tools:
        message["tool_calls"] = _calls(say)
    reason = "tool_calls" if say.tools else "stop"
    body = {"id": "chatcmpl-1", "object": "chat.completion", "created": 0, "model": "palsu",
            "choices": [{"index": 0, "message": message, "finish_reason": reason}]}  # fmt: skip
    return {**body, "usage": _usage(request, say)} if say.usage else body


def _stream(handler: BaseHTTPRequestHandler, request: Request, say: Say) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    for n, piece in enumerate(_pieces(say)):
        if say.cut is not None and n >= say.cut:
            return
        handler.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
        handler.wfile.flush()
        if say.drip:
            time.sleep(say.drip)
    handler.wfile.write(b"data: [DONE]\n\n")


def _pieces(say: Say) -> Iterator[dict[str, Any]]:
    frame = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 0, "model": "palsu"}

    def choice(delta: dict[str, Any], reason: str | None = None) -> dict[str, Any]:
        return {**frame, "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}

    yield choice({"role": "assistant", "content": ""})
    for start in range(0, len(say.text), 40):
        yield choice({"content": say.text[start : start + 40]})
    if say.tools:
        yield choice({"tool_calls": _calls(say)})
    yield choice({}, "tool_calls" if say.tools else "stop")
