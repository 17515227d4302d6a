"""Webhook, health, metrics, settings, tables, and the fake itself."""

import json
import logging
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import telegram
from typer.testing import CliRunner

from assistant import messages as m
from assistant.pipeline import Assistant
from bots import bot_run, bot_settings, retention
from bots.bot_logging import Redacting
from bots.cli import app
from bots.settings import SETTINGS
from corpus.errors import MasukanError
from tests.bot_harness import ADMIN, ANA, free_port, let_in, running
from tests.fake_telegram import FakeTelegram

QUESTION = "siapa mengawasi SPM kabupaten?"
ROOT = Path(__file__).parent.parent


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
    port = free_port()
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
    port = free_port()
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


@pytest.mark.slow
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


def test_every_setting_that_is_read_is_listed() -> None:
    read = {
        name
        for path in (ROOT / "bots").rglob("*.py")
        for name in re.findall(r'"(SPM_[A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert read == {s.name for s in SETTINGS}
    keep = {s.name: s.default for s in SETTINGS}
    assert keep["SPM_BOT_KEEP_NOTES_DAYS"] == str(retention.Keep.notes_days)
    assert keep["SPM_BOT_KEEP_AUDIT_DAYS"] == str(retention.Keep.audit_days)
    assert keep["SPM_BOT_KEEP_RESULTS_HOURS"] == str(retention.Keep.results_hours)


def test_settings_of_a_server_are_read() -> None:
    told = {"SPM_TELEGRAM_TOKEN": "1:a", "SPM_ADMIN_IDS": "7, 8"}
    cloud = bot_settings.read(told)
    assert (cloud.upload_mb, cloud.admins) == (20, frozenset({7, 8}))
    local = bot_settings.read({**told, "SPM_TELEGRAM_API_URL": "http://127.0.0.1:8081"})
    assert local.upload_mb == 64
    assert bot_settings.read({**told, "SPM_BOT_UPLOAD_MB": "5"}).upload_mb == 5


@pytest.mark.parametrize(
    ("words", "environment", "sentence"),
    [
        ((), {}, m.BOT_TOKEN_BELUM),
        (("--webhook",), {"SPM_TELEGRAM_TOKEN": "1:a"}, m.BOT_SETELAN_WEBHOOK),
    ],
)
def test_the_command_says_what_is_missing(
    words: tuple[str, ...], environment: dict[str, str], sentence: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(app, ["bot", *words])
    assert done.exit_code == 2
    assert done.stderr.strip() == sentence
    helped = CliRunner().invoke(app, ["bot", "--help"])
    assert helped.exit_code == 0
    assert "--webhook" in helped.output


def test_the_files_for_a_server_name_what_exists() -> None:
    unit = (ROOT / "bots/deploy/spm-bot.service").read_text(encoding="utf-8")
    box = (ROOT / "bots/deploy/Containerfile").read_text(encoding="utf-8")
    known = {s.name for s in SETTINGS}
    assert set(re.findall(r"SPM_[A-Z_]+", unit + box)) <= known
    assert re.search(r"^ExecStart=\S+/spm bot$", unit, re.MULTILINE)
    # 2 is what the command ends with where a setting has to be mended by a person.
    assert "RestartPreventExitStatus=2" in unit
    stop = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert stop is not None
    assert int(stop[1]) > bot_run.STOP_SECONDS
    for source in re.findall(r"^COPY (.+) \S+$", box, re.MULTILINE):
        assert all((ROOT / name).exists() for name in source.split())
    assert "spm bot" in box


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze tidak ada")
def test_the_unit_is_understood_by_systemd(tmp_path: Path) -> None:
    text = (ROOT / "bots/deploy/spm-bot.service").read_text(encoding="utf-8")
    program = shutil.which("true") or "/bin/true"
    unit = tmp_path / "spm-bot.service"
    unit.write_text(re.sub(r"ExecStart=\S+", f"ExecStart={program}", text), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True
    )
    said = [line for line in done.stderr.splitlines() if "spm-bot.service" in line]
    assert said == []
