"""A Bot API server on the loopback, with the rules by which Telegram refuses things.

    with FakeTelegram() as fake:                  # in a thread of its own
        ana = fake.user(2002, "Ana")
        ana.says("halo")
        fake.wait(lambda: fake.shown(2002))       # [{"message_id": 2, "text": …}, …]

Or as a process, steered over HTTP: `python -m tests.fake_telegram PORT` (see `_Control`).
"""

import asyncio
import json
import re
import sys
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

import tornado.httpclient
import tornado.httpserver
import tornado.netutil
import tornado.web

from tests.fake_telegram_html import CannotParse, parse, units

TOKEN = "4242:AAFakeTokenForTheLoopbackOnly_0123456"
NAME, BOT_ID = "AsistenSpmUjiBot", 4242
MOST_TEXT, MOST_CAPTION, MOST_RAW = 4096, 1024, 9500
MOST_DOWNLOAD, MOST_UPLOAD, MOST_PHOTO = 20 * 2**20, 50 * 2**20, 10 * 2**20
CONFLICT = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
Json = dict[str, Any]


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, text: str, **parameters: Any) -> None:
        super().__init__(text)
        self.code, self.text, self.parameters = code, text, parameters


class Person:
    """Somebody with a Telegram account, for writing tests."""

    def __init__(self, fake: "FakeTelegram", user: int, name: str) -> None:
        self.fake, self.id, self.name = fake, user, name

    def _sent(self, chat: int | None, **content: Any) -> Json:
        return self.fake.incoming(self, chat or self.id, content)

    def says(self, text: str, chat: int | None = None, **more: Any) -> Json:
        """Sends a text; a leading slash makes it a command as in the apps."""
        if text.startswith("/"):
            length = len(text.split()[0])
            more["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self._sent(chat, text=text, **more)

    def sends(self, name: str, body: bytes, chat: int | None = None, **more: Any) -> Json:
        """Sends a document."""
        file_id = self.fake.keep_file(name, body)
        document = {
            "file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": name,
            "file_size": len(body),
        }  # fmt: skip
        return self._sent(chat, document=document, **more)

    def other(self, kind: str, value: Any, chat: int | None = None, **more: Any) -> Json:
        """Sends a photo, voice, sticker, …"""
        return self._sent(chat, **{kind: value}, **more)

    def presses(self, label: str, chat: int | None = None) -> str:
        """Presses the newest button whose label starts so; the id of the press."""
        for message in reversed(self.fake.shown(chat or self.id)):
            rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
            for button in (b for row in rows for b in row):
                if button["text"].startswith(label):
                    return self.fake.pressed(self, message, button["callback_data"])
        raise AssertionError(f"no button {label!r} in {self.fake.texts(chat or self.id)}")


class FakeTelegram:
    """The server and what it knows. Methods may be called from any thread."""

    def __init__(self, port: int = 0, token: str = TOKEN) -> None:
        self.token, self.port = token, port
        self._lock = threading.RLock()
        self._next_update, self._next_file, self._next_query = 100, 1, 1
        self._next_message: dict[int, int] = defaultdict(lambda: 1)
        self.people: dict[int, Person] = {}
        self.messages: dict[int, dict[int, Json]] = defaultdict(dict)
        self.files: dict[str, tuple[str, bytes]] = {}
        self.updates: deque[Json] = deque()
        self.handed: list[int] = []
        self.queries: set[str] = set()
        self.blocked: set[int] = set()
        self.moved: dict[int, int] = {}
        self.commands: dict[str, list[Json]] = {}
        self.webhook: Json = {}
        self.log: list[Json] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.down = False
        self.flood_per_second = 0
        self._flood: deque[float] = deque()
        self._poll = 0
        self._new = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._server: tornado.httpserver.HTTPServer | None = None
        self.limit_download = MOST_DOWNLOAD

    # --- what a test does ---

    @property
    def url(self) -> str:
        """For SPM_TELEGRAM_API_URL."""
        return f"http://127.0.0.1:{self.port}"

    def user(self, user: int, name: str = "Ana") -> Person:
        """Somebody who can write to the bot."""
        person = self.people.get(user) or Person(self, user, name)
        self.people[user] = person
        return person

    def group(self, chat: int, by: Person) -> None:
        """Puts the bot into a group."""
        member = {"user": self.bot_user(), "status": "member"}
        self.push(
            my_chat_member={
                "chat": self.chat(chat), "from": _user(by), "date": int(time.time()),
                "old_chat_member": {**member, "status": "left"}, "new_chat_member": member,
            }
        )  # fmt: skip

    def incoming(self, person: Person, chat: int, content: Json) -> Json:
        """A message of a person."""
        with self._lock:
            message = self._message(chat, _user(person), content)
            self.push(message=message)
            return message

    def pressed(self, person: Person, message: Json, data: str) -> str:
        """A press of a button."""
        with self._lock:
            query = f"q{self._next_query}"
            self._next_query += 1
            self.queries.add(query)
            self.push(
                callback_query={
                    "id": query, "from": _user(person), "message": message, "data": data,
                    "chat_instance": "1",
                }
            )  # fmt: skip
            return query

    def push(self, update_id: int | None = None, **content: Any) -> int:
        """An update of any content; its id."""
        with self._lock:
            if update_id is None:
                update_id = self._next_update
                self._next_update += 1
            self.updates.append({"update_id": update_id, **content})
        self._wake()
        return update_id

    def push_raw(self, update: Any) -> None:
        """An update that may be malformed or repeated."""
        with self._lock:
            self.updates.append(update)
            if isinstance(update, dict) and isinstance(update.get("update_id"), int):
                self._next_update = max(self._next_update, update["update_id"] + 1)
        self._wake()

    def keep_file(self, name: str, body: bytes) -> str:
        """A file that a person uploaded; its id."""
        with self._lock:
            file_id = f"file{self._next_file}"
            self._next_file += 1
            self.files[file_id] = (name, body)
            return file_id

    def fail(self, method: str, *kinds: str) -> None:
        """The next calls of a method: "cut_before", "cut_after", "502", "429", "400:text", …"""
        with self._lock:
            self.faults[method].extend(kinds)

    def pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        with self._lock:
            return len(self.updates)

    def shown(self, chat: int) -> list[Json]:
        """The bot's own messages in a chat, as they look now."""
        with self._lock:
            found = self.messages[chat].values()
            return [m for m in found if m["from"]["id"] == BOT_ID]

    def texts(self, chat: int) -> list[str]:
        """Text or caption of the bot's messages in a chat."""
        return [m.get("text") or m.get("caption") or "" for m in self.shown(chat)]

    def calls(self, method: str) -> list[Json]:
        """The logged calls of a method."""
        with self._lock:
            return [c for c in self.log if c["method"] == method]

    def wait(self, condition: Callable[[], Any], seconds: float = 20.0, why: str = "") -> Any:
        """Waits until something is so and returns it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = condition()
            if found:
                return found
            time.sleep(0.02)
        recent = [(c["method"], c.get("error")) for c in self.log[-8:]]
        raise AssertionError(f"waited {seconds} s in vain {why}; last calls {recent}")

    # --- running ---

    def __enter__(self) -> "FakeTelegram":
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        assert self._thread is not None
        self._thread.join(5)

    def _run(self, ready: threading.Event) -> None:
        asyncio.run(self.serve(ready))

    async def serve(self, ready: threading.Event | None = None) -> None:
        """Serves until stopped."""
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        self._new = asyncio.Event()
        app = tornado.web.Application(
            [
                (r"/bot([^/]+)/(\w+)", _Method, {"fake": self}),
                (r"/file/bot([^/]+)/(.+)", _File, {"fake": self}),
                (r"/control/(\w+)", _Control, {"fake": self}),
            ],
            log_function=lambda handler: None,
        )
        sockets = tornado.netutil.bind_sockets(self.port, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self._server = tornado.httpserver.HTTPServer(app, max_body_size=80 * 2**20)
        self._server.add_sockets(sockets)
        deliver = asyncio.create_task(self._to_webhook())
        if ready is not None:
            ready.set()
        await self._stop.wait()
        deliver.cancel()
        self._server.stop()
        await self._server.close_all_connections()

    def _wake(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._new.set)

    # --- the methods of the Bot API ---

    async def call(self, method: str, p: Json, files: dict[str, tuple[str, bytes]]) -> Any:
        """Carries out a call. Raises ApiError."""
        handler = getattr(self, f"api_{method.lower()}", None)
        if handler is None:
            raise ApiError(404, "Not Found")
        if method.lower() == "getupdates":
            return await self.api_getupdates(p)
        with self._lock:
            if self.flood_per_second and method.lower().startswith(("send", "edit")):
                self._count_flood()
            return handler(p, files) if method.lower().startswith("send") else handler(p)

    def _count_flood(self) -> None:
        now = time.monotonic()
        while self._flood and self._flood[0] < now - 1:
            self._flood.popleft()
        if len(self._flood) >= self.flood_per_second:
            raise ApiError(429, "Too Many Requests: retry after 1", retry_after=1)
        self._flood.append(now)

    def bot_user(self) -> Json:
        """The bot as a user."""
        return {"id": BOT_ID, "is_bot": True, "first_name": "Asisten SPM", "username": NAME}

    def chat(self, chat: int) -> Json:
        """A chat as Telegram describes it."""
        if chat > 0:
            return {"id": chat, "type": "private", "first_name": self.people[chat].name}
        return {"id": chat, "type": "supergroup", "title": "Grup uji"}

    def api_getme(self, _: Json) -> Json:
        return {
            **self.bot_user(), "can_join_groups": True, "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }  # fmt: skip

    async def api_getupdates(self, p: Json) -> list[Json]:
        if self.webhook:
            raise ApiError(
                409, "Conflict: can't use getUpdates method while webhook is active; use "
                "deleteWebhook to delete the webhook first",
            )  # fmt: skip
        with self._lock:
            self._poll += 1
            mine = self._poll
            offset = p.get("offset")
            if offset is not None:
                kept = [u for u in self.updates if _id(u) is None or _id(u) >= int(offset)]
                self.updates = deque(kept)
        self._wake()
        until = time.monotonic() + min(float(p.get("timeout") or 0), 50)
        while True:
            self._new.clear()
            with self._lock:
                if self._poll != mine:
                    raise ApiError(409, CONFLICT)
                if self.updates or time.monotonic() >= until:
                    batch = list(self.updates)[: int(p.get("limit") or 100)]
                    self.handed += [i for u in batch if (i := _id(u)) is not None]
                    # What has no id could never be confirmed: it is handed over once.
                    self.updates = deque(u for u in self.updates if _id(u) is not None)
                    return batch
            wait = max(0.01, until - time.monotonic())
            try:
                await asyncio.wait_for(self._new.wait(), wait)
            except TimeoutError:
                continue

    def api_setwebhook(self, p: Json) -> bool:
        self.webhook = dict(p)
        self._wake()
        return True

    def api_deletewebhook(self, _: Json) -> bool:
        self.webhook = {}
        return True

    def api_setmycommands(self, p: Json) -> bool:
        scope = p.get("scope") or {"type": "default"}
        if scope["type"] == "chat" and int(scope["chat_id"]) not in self.people:
            raise ApiError(400, "Bad Request: chat not found")
        for one in p["commands"]:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(one["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[f"{scope['type']}:{scope.get('chat_id', '')}"] = p["commands"]
        return True

    def api_sendmessage(self, p: Json, _: Any) -> Json:
        chat = self._writable(p)
        content = self._text(p, "text", MOST_TEXT, "message is too long")
        return self._message(chat, self.bot_user(), {**content, **self._extras(chat, p)})

    def api_senddocument(self, p: Json, files: dict[str, tuple[str, bytes]]) -> Json:
        chat = self._writable(p)
        name, body = self._attached(p, files, "document", MOST_UPLOAD)
        file_id = self.keep_file(name, body)
        content = self._text(p, "caption", MOST_CAPTION, "message caption is too long")
        document = {
            "file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": name,
            "file_size": len(body),
        }  # fmt: skip
        extras = self._extras(chat, p)
        return self._message(chat, self.bot_user(), {"document": document, **content, **extras})

    def api_sendphoto(self, p: Json, files: dict[str, tuple[str, bytes]]) -> Json:
        chat = self._writable(p)
        name, body = self._attached(p, files, "photo", MOST_PHOTO)
        if not body.startswith((b"\x89PNG", b"\xff\xd8")):
            raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
        file_id = self.keep_file(name, body)
        content = self._text(p, "caption", MOST_CAPTION, "message caption is too long")
        photo = [
            {"file_id": file_id, "file_unique_id": f"u{file_id}", "width": 800, "height": 1280,
             "file_size": len(body)}
        ]  # fmt: skip
        extras = self._extras(chat, p)
        return self._message(chat, self.bot_user(), {"photo": photo, **content, **extras})

    def api_sendchataction(self, p: Json, _: Any) -> bool:
        self._writable(p)
        return True

    def api_editmessagetext(self, p: Json) -> Json:
        message = self._editable(p)
        if "text" not in message:
            raise ApiError(400, "Bad Request: there is no text in the message to edit")
        return self._edited(message, self._text(p, "text", MOST_TEXT, "message is too long"), p)

    def api_editmessagecaption(self, p: Json) -> Json:
        message = self._editable(p)
        if "text" in message:
            raise ApiError(400, "Bad Request: there is no caption in the message to edit")
        content = self._text(p, "caption", MOST_CAPTION, "message caption is too long")
        return self._edited(message, content, p)

    def api_answercallbackquery(self, p: Json) -> bool:
        if p["callback_query_id"] not in self.queries:
            raise ApiError(
                400, "Bad Request: query is too old and response timeout expired or query ID is "
                "invalid",
            )  # fmt: skip
        self.queries.discard(p["callback_query_id"])
        if units(p.get("text") or "") > 200:
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    def api_getfile(self, p: Json) -> Json:
        held = self.files.get(p["file_id"])
        if held is None:
            raise ApiError(400, "Bad Request: invalid file_id")
        if len(held[1]) > self.limit_download:
            raise ApiError(400, "Bad Request: file is too big")
        return {
            "file_id": p["file_id"], "file_unique_id": f"u{p['file_id']}",
            "file_size": len(held[1]), "file_path": f"documents/{p['file_id']}",
        }  # fmt: skip

    # --- their rules ---

    def _writable(self, p: Json) -> int:
        chat = int(p["chat_id"])
        if chat in self.moved:
            raise ApiError(
                400, "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat],
            )  # fmt: skip
        if chat in self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat > 0 and chat not in self.people:
            raise ApiError(400, "Bad Request: chat not found")
        return chat

    def _editable(self, p: Json) -> Json:
        message = self.messages[self._writable(p)].get(int(p["message_id"]))
        if message is None:
            raise ApiError(400, "Bad Request: message to edit not found")
        if message["from"]["id"] != BOT_ID:
            raise ApiError(400, "Bad Request: message can't be edited")
        return message

    def _edited(self, message: Json, content: Json, p: Json) -> Json:
        markup = self._extras(message["chat"]["id"], p).get("reply_markup")
        old = {k: message.get(k) for k in ("text", "caption", "entities", "caption_entities")}
        new = {k: content.get(k) for k in old}
        if old == new and message.get("reply_markup") == markup:
            raise ApiError(400, NOT_MODIFIED)
        for key in (*old, "reply_markup"):
            message.pop(key, None)
        message |= content
        if markup is not None:
            message["reply_markup"] = markup
        message["edit_date"] = int(time.time())
        return message

    def _text(self, p: Json, name: str, most: int, too_long: str) -> Json:
        """Text or caption with its entities, as Telegram keeps it."""
        raw = str(p.get(name) or "")
        if len(raw.encode("utf-8", "surrogatepass")) > MOST_RAW:
            raise ApiError(400, f"Bad Request: {too_long}")
        if p.get("parse_mode") == "HTML":
            try:
                text, entities = parse(raw)
            except CannotParse as error:
                raise ApiError(400, f"Bad Request: can't parse entities: {error}") from None
        else:
            text, entities = raw.strip(), []
        if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
            raise ApiError(400, "Bad Request: strings must be encoded in UTF-8")
        if units(text) > most:
            raise ApiError(400, f"Bad Request: {too_long}")
        if not text:
            if name == "text":
                raise ApiError(400, "Bad Request: message text is empty")
            return {}
        key = "entities" if name == "text" else "caption_entities"
        return {name: text, **({key: entities[:100]} if entities else {})}

    def _extras(self, chat: int, p: Json) -> Json:
        extras: Json = {}
        markup = p.get("reply_markup")
        if markup and "inline_keyboard" in markup:
            buttons = [b for row in markup["inline_keyboard"] for b in row]
            if len(buttons) > 100:
                raise ApiError(400, "Bad Request: reply markup is too long")
            for button in buttons:
                if not button["text"].strip():
                    raise ApiError(400, "Bad Request: text buttons are unallowed")
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
            extras["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        reply = p.get("reply_parameters")
        if reply:
            target = self.messages[chat].get(int(reply["message_id"]))
            if target is None and not reply.get("allow_sending_without_reply"):
                raise ApiError(400, "Bad Request: message to be replied not found")
            if target is not None:
                extras["reply_to_message"] = {
                    k: v for k, v in target.items() if k != "reply_to_message"
                }
        return extras

    def _attached(
        self, p: Json, files: dict[str, tuple[str, bytes]], name: str, most: int
    ) -> tuple[str, bytes]:
        value = str(p.get(name) or "")
        held = files.get(value.removeprefix("attach://") if value else name)
        if held is None:
            raise ApiError(400, f"Bad Request: there is no {name} in the request")
        if len(held[1]) > most:
            raise ApiError(413, "Request Entity Too Large")
        if not held[1]:
            raise ApiError(400, "Bad Request: file must be non-empty")
        return held

    def _message(self, chat: int, sender: Json, content: Json) -> Json:
        # Private chats share one row of numbers, as they do for a real bot.
        row = 0 if chat > 0 else chat
        with self._lock:
            number = self._next_message[row]
            self._next_message[row] += 1
            message = {
                "message_id": number, "date": int(time.time()), "chat": self.chat(chat),
                "from": sender, **content,
            }  # fmt: skip
            self.messages[chat][number] = message
            return message

    async def _to_webhook(self) -> None:
        """Posts updates to the webhook, again until it says 200."""
        client = tornado.httpclient.AsyncHTTPClient(force_instance=True)
        while True:
            with self._lock:
                update = self.updates[0] if self.webhook and self.updates else None
            if update is None:
                await asyncio.sleep(0.02)
                continue
            headers = {"Content-Type": "application/json"}
            if self.webhook.get("secret_token"):
                headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook["secret_token"]
            try:
                await client.fetch(
                    self.webhook["url"], method="POST", body=json.dumps(update), headers=headers
                )
            except Exception:
                await asyncio.sleep(0.2)
                continue
            with self._lock:
                self.handed.append(update["update_id"])
                self.updates.popleft()


def _user(person: Person) -> Json:
    return {"id": person.id, "is_bot": False, "first_name": person.name, "language_code": "id"}


def _id(update: Any) -> Any:
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if isinstance(found, int) else None


class _Method(tornado.web.RequestHandler):
    def initialize(self, fake: FakeTelegram) -> None:
        self.fake = fake

    async def post(self, token: str, method: str) -> None:
        fake, entry = self.fake, {"method": method, "at": time.time()}
        p, files = self._parameters()
        entry["p"] = p
        with fake._lock:
            fault = fake.faults[method].popleft() if fake.faults[method] else ""
        if fake.down or fault == "cut_before":
            entry["error"] = "cut_before"
            fake.log.append(entry)
            self._cut()
            return
        try:
            if token != fake.token:
                raise ApiError(401, "Unauthorized")
            self._planned(fault)
            result = await fake.call(method, p, files)
            entry["result"] = json.loads(json.dumps(result))
            answer, status = {"ok": True, "result": result}, 200
        except ApiError as error:
            entry["error"] = f"{error.code} {error.text}"
            status = error.code
            answer = {"ok": False, "error_code": error.code, "description": error.text}
            if error.parameters:
                answer["parameters"] = error.parameters
        fake.log.append(entry)
        if fault.startswith("slow:"):
            await asyncio.sleep(float(fault[5:]))
        if fault == "cut_after":
            entry["error"] = "cut_after"
            self._cut()
            return
        self.set_status(status, "x")
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(answer))

    get = post

    def _planned(self, fault: str) -> None:
        if fault == "502":
            raise ApiError(502, "Bad Gateway")
        if fault == "429":
            raise ApiError(429, "Too Many Requests: retry after 1", retry_after=1)
        if fault[:1].isdigit():
            code, _, text = fault.partition(":")
            raise ApiError(int(code), text)

    def _cut(self) -> None:
        self._finished = True
        self.request.connection.stream.close()  # type: ignore[attr-defined]

    def _parameters(self) -> tuple[Json, dict[str, tuple[str, bytes]]]:
        """Form fields, JSON where they look like it, and files."""
        p: Json = {}
        for name in self.request.arguments:
            value = self.get_argument(name, strip=False)
            p[name] = value
            if name not in ("text", "caption", "offset", "data") and value[:1] in "{[":
                p[name] = json.loads(value)
            elif value in ("True", "true"):
                p[name] = True
        files = {n: (f[0]["filename"], f[0]["body"]) for n, f in self.request.files.items()}
        return p, files


class _File(tornado.web.RequestHandler):
    def initialize(self, fake: FakeTelegram) -> None:
        self.fake = fake

    def get(self, token: str, path: str) -> None:
        held = self.fake.files.get(path.rpartition("/")[2])
        if token != self.fake.token or held is None or len(held[1]) > self.fake.limit_download:
            raise tornado.web.HTTPError(404)
        if self.fake.down:
            raise tornado.web.HTTPError(502)
        self.finish(held[1])


class _Control(tornado.web.RequestHandler):
    """Steers a fake that is a process: POST /control/says, /control/sends, /control/counts."""

    def initialize(self, fake: FakeTelegram) -> None:
        self.fake = fake

    def post(self, what: str) -> None:
        asked = json.loads(self.request.body or b"{}")
        fake = self.fake
        if what == "says":
            for user, text in asked["texts"]:
                fake.user(user, f"Pengguna {user}").says(text)
            self.finish("{}")
        elif what == "sends":
            body = bytes.fromhex(asked["hex"])
            for user in asked["users"]:
                fake.user(user, f"Pengguna {user}").sends(asked["name"], body)
            self.finish("{}")
        elif what == "log":
            since = float(asked.get("since", 0))
            # Without the texts, which would be heavy: method, chat, when, what went wrong.
            rows = [
                [c["method"], c["p"].get("chat_id"), c["at"], c.get("error")]
                for c in fake.log
                if c["at"] >= since and c["method"] != "getUpdates"
            ]
            self.finish(json.dumps({"log": rows}))
        else:
            raise tornado.web.HTTPError(404)


if __name__ == "__main__":
    asyncio.run(FakeTelegram(int(sys.argv[1]) if len(sys.argv) > 1 else 8081).serve())
