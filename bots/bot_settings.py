"""Settings of the bot, from the environment."""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant import messages as m
from assistant.sessions.database import default_url
from bots import settings
from bots.quotas import QUOTAS, Quota, parse_quota
from bots.retention import Keep
from corpus.errors import MasukanError

# The cloud API hands over files up to 20 MB, a local server up to 2,000.
CLOUD_MB, LOCAL_MB = 20, 64


@dataclass(frozen=True)
class BotSettings:
    """Everything the bot needs. `quotas` differ from the defaults, by role."""

    home: Path
    token: str = field(repr=False)
    database: str
    sessions: str
    embedding: str = "lsa"
    api_url: str | None = None
    admins: frozenset[int] = frozenset()
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    keep: Keep = field(default_factory=Keep)
    upload_mb: int = CLOUD_MB
    webhook_url: str | None = None
    listen: str | None = None

    @property
    def fingerprint(self) -> str:
        """Eight letters that tell bots apart and tell nobody the token."""
        return hashlib.sha256(self.token.encode()).hexdigest()[:8]

    @property
    def webhook_secret(self) -> str:
        """What Telegram must send along; made from the token, so that nothing has to be set."""
        return hashlib.sha256(b"webhook\0" + self.token.encode()).hexdigest()


def read(environment: Mapping[str, str] = os.environ) -> BotSettings:
    """The settings.

    Raises:
        MasukanError: one is missing or cannot be read.
    """
    token = environment.get("SPM_TELEGRAM_TOKEN", "").strip()
    if not token:
        raise MasukanError(m.BOT_TOKEN_BELUM)
    home = settings.home(environment)
    api_url = settings.value("SPM_TELEGRAM_API_URL", environment)
    return BotSettings(
        home=home,
        token=token,
        database=settings.value("SPM_DATABASE_URL", environment) or f"sqlite:///{home}/bot.db",
        sessions=settings.value("SPM_DATABASE_URL", environment) or default_url(home),
        embedding=settings.value("SPM_EMBEDDING", environment) or "lsa",
        api_url=api_url,
        admins=_admins(environment.get("SPM_ADMIN_IDS", "")),
        quotas=_quotas(environment.get("SPM_BOT_QUOTAS", "")),
        keep=Keep(
            notes_days=_number(environment, "SPM_BOT_KEEP_NOTES_DAYS", Keep.notes_days),
            audit_days=_number(environment, "SPM_BOT_KEEP_AUDIT_DAYS", Keep.audit_days),
            results_hours=_number(environment, "SPM_BOT_KEEP_RESULTS_HOURS", Keep.results_hours),
        ),
        upload_mb=_number(environment, "SPM_BOT_UPLOAD_MB", LOCAL_MB if api_url else CLOUD_MB),
        webhook_url=environment.get("SPM_TELEGRAM_WEBHOOK_URL") or None,
        listen=environment.get("SPM_BOT_LISTEN") or None,
    )


def address(listen: str) -> tuple[str, int]:
    """ "127.0.0.1:8443" as host and port."""
    host, _, port = listen.rpartition(":")
    if not port.isdecimal() or not 0 <= int(port) < 65536:
        cara = "Tulis alamat dan porta, misalnya 127.0.0.1:8443."
        raise _wrong("SPM_BOT_LISTEN", listen, cara)
    return host or "127.0.0.1", int(port)


def _admins(text: str) -> frozenset[int]:
    parts = [p.strip() for p in text.split(",") if p.strip()]
    for part in parts:
        if not re.fullmatch(r"\d{1,15}", part):
            raise MasukanError(m.BOT_ADMIN_SALAH.format(nilai=part))
    return frozenset(map(int, parts))


def _quotas(text: str) -> dict[str, Quota]:
    """ "petugas=60/5/40,sekber=-/-/-"."""
    found = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        role, _, written = part.partition("=")
        quota = parse_quota(written)
        if role not in QUOTAS or quota is None:
            raise _wrong("SPM_BOT_QUOTAS", part, "Tulis peran=tanya/unggah/model: petugas=60/5/40.")
        found[role] = quota
    return found


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not re.fullmatch(r"[1-9]\d{0,4}", text):
        raise _wrong(name, text, "Isi dengan bilangan bulat, 1 atau lebih.")
    return int(text)


def _wrong(name: str, value: str, cara: str) -> MasukanError:
    return MasukanError(m.BOT_SETELAN_SALAH.format(nama=name, nilai=value, cara=cara))
