"""Webhook, health, metrics, settings, tables, and the fake itself."""

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import telegram
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from assistant import messages as m
from assistant.pipeline import Assistant
from bots import bot_settings, retention
from bots.bot_logging import Redacting
from bots.bot_store import Store
from bots.bot_tables import Feedback, Table
from corpus.errors import MasukanError
from tests.bot_harness import ADMIN, ANA, let_in, running
from tests.bot_load import _free_port
from tests.fake_telegram import FakeTelegram

QUESTION = "siapa mengawasi SPM kabupaten?"


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


def fetch(url: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(url, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def test_webhook_with_secret_health_and_metrics(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    more = {"SPM_TELEGRAM_WEBHOOK_URL": url, "SPM_BOT_LISTEN": f"127.0.0.1:{port}"}
    with running(own_home, fake, digests_only, webhook=True, settings=more) as bot:
        let_in(fake, ANA)
        fake.user(ANA).says(QUESTION)
        fake.wait(lambda: "[1]" in fake.texts(ANA)[-1])
        assert fetch(f"{url}/sehat") == (200, "sehat\n")
        assert "spm_bot_updates_handled_total 3" in fetch(f"{url}/metrik")[1]
        update = json.dumps({"update_id": 1, "message": {}}).encode()
        assert fetch(f"{url}/telegram", update)[0] == 403
        secret = {"X-Telegram-Bot-Api-Secret-Token": bot.settings.webhook_secret}
        assert fetch(f"{url}/telegram", b"{bukan json", **secret)[0] == 400
        # Repeated and in the wrong order, as Telegram does after a failed delivery.
        message = {"chat": fake.chat(ANA), "date": 1, "text": "/bantuan", "message_id": 77,
                   "from": {"id": ANA, "is_bot": False, "first_name": "Ana"}}  # fmt: skip
        before = len(fake.shown(ANA))
        for n in (703, 701, 703, 702, 701):
            body = json.dumps({"update_id": n, "message": message}).encode()
            assert fetch(f"{url}/telegram", body, **secret)[0] == 200
        fake.wait(lambda: len(fake.shown(ANA)) == before + 3)
        assert fetch(f"{url}/lain")[0] == 404
    assert fake.webhook["secret_token"] == bot.settings.webhook_secret
    assert fake.token not in json.dumps(fake.webhook)


def test_health_says_when_telegram_is_silent(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    port = _free_port()
    more = {"SPM_BOT_LISTEN": f"127.0.0.1:{port}"}
    with running(own_home, fake, digests_only, settings=more) as bot:
        assert fetch(f"http://127.0.0.1:{port}/sehat")[0] == 200
        bot.service.alive_at -= 1000
        bot.carrier.offset = None
        assert fetch(f"http://127.0.0.1:{port}/sehat")[0] == 503


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, m.BOT_TOKEN_BELUM),
        ({"SPM_TELEGRAM_TOKEN": "1:a", "SPM_ADMIN_IDS": "@nama"}, '"@nama"'),
        ({"SPM_TELEGRAM_TOKEN": "1:a", "SPM_BOT_QUOTAS": "petugas=1"}, "SPM_BOT_QUOTAS"),
        ({"SPM_TELEGRAM_TOKEN": "1:a", "SPM_BOT_UPLOAD_MB": "0"}, "SPM_BOT_UPLOAD_MB"),
    ],
)
def test_wrong_settings_are_sentences(environment: dict[str, str], words: str) -> None:
    with pytest.raises(MasukanError) as refused:
        bot_settings.read(environment)
    assert words in str(refused.value)


def test_nothing_shows_the_token(fake: FakeTelegram) -> None:
    settings = bot_settings.read({"SPM_TELEGRAM_TOKEN": fake.token})
    assert fake.token not in repr(settings)
    try:
        raise ValueError(f"https://api.telegram.org/bot{fake.token}/getMe")
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "%s", (fake.token,), None)
        record.exc_info = (type(error), error, error.__traceback__)
    line = Redacting(fake.token).format(record)
    assert fake.token.partition(":")[2] not in line
    assert "[token]" in line


def test_the_fakes_replies_are_of_the_librarys_types(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant
) -> None:
    with running(own_home, fake, digests_only):
        let_in(fake, ANA)
        ana = fake.user(ANA)
        ana.says(QUESTION)
        fake.wait(lambda: len(fake.shown(ANA)) == 2)
        ana.presses("[1]")
        ana.sends("catatan.txt", b"Laporan SPM Kabupaten Bekasi tahun 2023")
        fake.wait(lambda: any("document" in one for one in fake.shown(ANA)), 60)
    checked = set()
    types: dict[str, Any] = {
        "getMe": telegram.User, "sendMessage": telegram.Message, "sendPhoto": telegram.Message,
        "sendDocument": telegram.Message, "editMessageText": telegram.Message,
        "getFile": telegram.File,
    }  # fmt: skip
    for call in fake.log:
        kind = types.get(call["method"])
        if kind is not None and "result" in call:
            read = kind.de_json(call["result"], None)
            assert unknown(read) == [], call
            checked.add(call["method"])
    assert checked >= {"getMe", "sendMessage", "sendDocument", "editMessageText", "getFile"}
    for update in fake.log:
        if update["method"] == "getUpdates":
            for raw in update.get("result") or []:
                assert unknown(telegram.Update.de_json(raw, None)) == []
    assert ADMIN in fake.people


def unknown(held: Any) -> list[str]:
    """Fields of a reply that the library does not know, at any depth."""
    found = list(held.api_kwargs)
    for name in held.__slots__:
        value = getattr(held, name, None)
        values = value if isinstance(value, tuple | list) else [value]
        for one in values:
            if isinstance(one, telegram.TelegramObject):
                found += unknown(one)
    return found
