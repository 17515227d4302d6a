"""Settings from the environment, read here and nowhere below the fronts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
)


def value(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """The value of a setting, its default where it is not set or empty."""
    setting = next(s for s in SETTINGS if s.name == name)
    return environment.get(name) or setting.default


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of index and database."""
    return Path(value("SPM_HOME", environment) or DEFAULT_HOME).expanduser()


def shown(setting: Setting, environment: Mapping[str, str] = os.environ) -> str:
    """A setting for people: secrets only as set or not set."""
    held = value(setting.name, environment)
    if held is None:
        return "belum diatur"
    return "sudah diatur" if setting.name in SECRET else held
