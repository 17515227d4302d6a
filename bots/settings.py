"""Settings from the environment, read here and nowhere below the fronts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.model import ModelSettings

SECRET = frozenset({"SPM_MODEL_KEY", "SPM_TELEGRAM_TOKEN", "SPM_DATABASE_URL"})
DEFAULT_HOME = "~/.local/share/asisten-spm"


@dataclass(frozen=True)
class Setting:
    """One environment variable: its name, default and meaning (Indonesian)."""

    name: str
    default: str | None
    arti: str


SETTINGS = (
    Setting("SPM_HOME", DEFAULT_HOME, "tempat indeks, basis data, dan singgahan"),
    Setting("SPM_EMBEDDING", "lsa", "penyemat: lsa atau sentence-transformers:<nama atau jalur>"),
    Setting("SPM_MODEL", None, "model bahasa, misalnya openai:…, anthropic:…, ollama:…"),
    Setting("SPM_MODEL_URL", None, "alamat server model yang seragam OpenAI"),
    Setting("SPM_MODEL_KEY", None, "kunci model"),
    Setting("SPM_TELEGRAM_TOKEN", None, "token bot Telegram"),
    Setting("SPM_TELEGRAM_API_URL", None, "alamat server Bot API lokal"),
    Setting("SPM_ADMIN_IDS", None, "id Telegram para administrator, dipisah koma"),
    Setting("SPM_DATABASE_URL", None, "basis data; bawaan SQLite di SPM_HOME"),
    Setting("SPM_TELEGRAM_WEBHOOK_URL", None, "alamat luar untuk spm bot --webhook"),
    Setting("SPM_BOT_LISTEN", None, "alamat webhook, /sehat, dan /metrik, misalnya 127.0.0.1:8443"),
    Setting("SPM_BOT_UPLOAD_MB", None, "berkas terbesar; bawaan 20, server lokal 64"),
    Setting("SPM_BOT_QUOTAS", None, "kuota harian tiap peran, misalnya petugas=60/5/40"),
    Setting("SPM_BOT_KEEP_NOTES_DAYS", "180", "lama catatan dan alasan disimpan"),
    Setting("SPM_BOT_KEEP_AUDIT_DAYS", "365", "lama jejak kejadian disimpan"),
    Setting("SPM_BOT_KEEP_RESULTS_HOURS", "24", "lama hasil pemeriksaan dapat diunduh ulang"),
)


def value(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """The value of a setting, its default where it is not set or empty."""
    setting = next(s for s in SETTINGS if s.name == name)
    return environment.get(name) or setting.default


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of index and database."""
    return Path(value("SPM_HOME", environment) or DEFAULT_HOME).expanduser()


def model(environment: Mapping[str, str] = os.environ) -> "ModelSettings":
    """The language model; one that is not configured gives extractive answers."""
    from assistant.model import ModelSettings

    return ModelSettings(
        model=value("SPM_MODEL", environment),
        url=value("SPM_MODEL_URL", environment),
        key=value("SPM_MODEL_KEY", environment),
    )


def shown(setting: Setting, environment: Mapping[str, str] = os.environ) -> str:
    """A setting for people: secrets only as set or not set."""
    held = value(setting.name, environment)
    if held is None:
        return "belum diatur"
    return "sudah diatur" if setting.name in SECRET else held
