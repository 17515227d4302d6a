"""The bot's small web server: webhook of Telegram, health, and metrics.

POST /telegram    updates, with Telegram's secret token
GET /sehat        200 while updates are taken and handled, else 503
GET /metrik       counts, in the text format of Prometheus
"""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

import tornado.httpserver
import tornado.web

LARGEST_UPDATE = 1024 * 1024
PATH = "/telegram"
Accept = Callable[[list[dict[str, Any]]], Awaitable[None]]


class _Webhook(tornado.web.RequestHandler):
    def initialize(self, accept: Accept, secret: str) -> None:
        self._accept, self._secret = accept, secret

    async def post(self) -> None:
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            raise tornado.web.HTTPError(403)
        try:
            update = json.loads(self.request.body)
        except ValueError:
            raise tornado.web.HTTPError(400) from None
        # Only when it is in the database is Telegram told that it need not send it again.
        await self._accept([update])


class _Text(tornado.web.RequestHandler):
    def initialize(self, answer: Callable[[], tuple[int, str]]) -> None:
        self._answer = answer

    def get(self) -> None:
        status, text = self._answer()
        self.set_status(status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(text)


def serve(
    host: str,
    port: int,
    health: Callable[[], tuple[int, str]],
    metrics: Callable[[], tuple[int, str]],
    webhook: tuple[Accept, str] | None = None,
) -> tornado.httpserver.HTTPServer:
    """Starts the server; `webhook` is who takes updates and the secret they come with."""
    routes: list[Any] = [
        ("/sehat", _Text, {"answer": health}),
        ("/metrik", _Text, {"answer": metrics}),
    ]
    if webhook is not None:
        routes.append((PATH, _Webhook, {"accept": webhook[0], "secret": webhook[1]}))
    app = tornado.web.Application(routes, log_function=lambda handler: None)
    server = tornado.httpserver.HTTPServer(app, max_body_size=LARGEST_UPDATE)
    server.listen(port, host)
    return server
