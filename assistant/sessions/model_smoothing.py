"""A model that mends the sentences of minutes, asked for many of them at once.

What it writes is only a proposal: `smoothing.smoothed` takes a sentence where every number, name
and abbreviation stayed the same. The notes are masked since they were kept.
"""

import logging
import re
from collections.abc import Sequence

from assistant.agent import Agent
from assistant.model import Message, ModelSettings
from assistant.prompt_files import prompt
from assistant.sessions.models import Entri
from assistant.sessions.smoothing import Smooth

LOG = logging.getLogger("asisten_spm.sessions")
AT_ONCE = 40
MENDED = ("masalah", "solusi", "keputusan")
LINE = re.compile(r"^\s*(\d+)[.)]\s+(.+)$", re.MULTILINE)


def model_smooth(settings: ModelSettings, entries: Sequence[Entri]) -> Smooth:
    """The sentences that a model proposes for these entries, as a function of the noted text.

    A model that fails proposes nothing: minutes never wait for it in vain.
    """
    texts = list(dict.fromkeys(e.teks for e in entries if e.jenis in MENDED))
    agent = Agent(settings)
    mended: dict[str, str] = {}
    try:
        for start in range(0, len(texts), AT_ONCE):
            mended |= _mended(agent, texts[start : start + AT_ONCE])
    except Exception as error:
        # Whatever a provider's library raises: the notes stay as they were written.
        LOG.warning("sentences are not smoothed: %s", type(error).__name__)
    finally:
        agent.close()
    return lambda text: mended.get(text, text)


def _mended(agent: Agent, texts: Sequence[str]) -> dict[str, str]:
    """Noted text -> proposed text, for the lines that came back with their number."""
    lines = "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
    reply, _ = agent.write(prompt("notulen"), [Message("user", lines)], ())
    found = {int(n): text for n, text in LINE.findall(reply)}
    return {text: found[n] for n, text in enumerate(texts, 1) if n in found}
