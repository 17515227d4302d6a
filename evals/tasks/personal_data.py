"""Is personal data found, and nothing else taken for it? And does any of it leak?

Beside our own detector: the patterns that refuse a question (`assistant.privacy.find`). On part of
the rows a whole turn with a model is run, and everything that is kept or sent is searched for the
identifier: the log, the database, and every request to the model.
"""

import io
import logging
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from assistant import privacy
from assistant.conversation import Conversation
from assistant.identifiers import find_identifiers
from assistant.memory import Memory
from assistant.model import ModelSettings
from evals.metrics import Metric
from evals.metrics import Row as AnyRow
from evals.model_server import ModelServer, Say
from evals.personal_cases import Case, cases
from evals.setup import OURS, Setup
from evals.task import Task

PATTERNS_ONLY = "pola-penolakan"
TURNS_EVERY = 5
NOW = datetime(2026, 11, 22, 9, 30)


class Row(AnyRow):
    """One text. `secret`: it holds an identifier; `found`: all of it would be masked."""

    secret: bool
    found: bool
    leaked: bool | None = None


def recall(row: Row) -> float | None:
    """Of identifiers: whether it is masked whole."""
    return float(row.found) if row.secret else None


def false_alarm(row: Row) -> float | None:
    """Of look-alikes: whether one is masked."""
    return float(row.found) if not row.secret else None


def leaked(row: Row) -> float | None:
    """Of turns with an identifier: whether it stood in a log, the store or a request."""
    return None if row.leaked is None else float(row.leaked)


METRICS: dict[str, Metric[Row]] = {"recall": recall, "false_alarm": false_alarm, "leaked": leaked}


def generate(setup: Setup) -> Iterator[Row]:
    """Every case under both detectors; every fifth identifier through a whole turn."""
    every = list(cases())
    turns = [c for c in every if c.secret][::TURNS_EVERY]
    leaks = dict(zip(map(id, turns), _leaks(setup, turns), strict=True))
    for n, case in enumerate(every):
        started = time.perf_counter()
        found = _masked_whole(case)
        took = round(1000 * (time.perf_counter() - started), 3)
        yield Row(
            system=OURS, half="dev", id=f"d{n:04d}", group=case.kind, ms=took,
            secret=bool(case.secret), found=found, leaked=leaks.get(id(case)),
        )  # fmt: skip
        yield Row(
            system=PATTERNS_ONLY, half="dev", id=f"d{n:04d}", group=case.kind,
            secret=bool(case.secret), found=bool(privacy.find(case.text)),
        )  # fmt: skip


def _masked_whole(case: Case) -> bool:
    """Whether an identifier is covered whole, or anything at all of a look-alike."""
    spans = find_identifiers(case.text)
    if not case.secret:
        return bool(spans)
    start = case.text.index(case.secret)
    wanted = {n for n in range(start, start + len(case.secret)) if case.text[n].isalnum()}
    return wanted <= {n for s in spans for n in range(s.awal, s.akhir)}


def _leaks(setup: Setup, turns: list[Case]) -> list[bool]:
    """Whether each identifier was kept or sent anywhere in a turn of its own."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            ModelServer(lambda r: Say("Baik [1].")) as server,
        ):
            conversation = Conversation(
                setup.home, clock=lambda: NOW, assistant=setup.assistant,
                model=ModelSettings(url=server.url), memory=Memory(Path(folder) / "p.db"),
            )  # fmt: skip
            for n, case in enumerate(turns):
                conversation.reply(f"u{n}", "c", f"apa itu SPM? {case.text}")
            conversation.close()
            stored = b"".join(p.read_bytes() for p in Path(folder).iterdir()).decode(
                "utf-8", "ignore"
            )
            places = (stored, log.getvalue(), repr(server.requests))
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    return [any(case.secret in place for place in places) for case in turns]


TASK = Task("personal_data", Row, generate, METRICS, needs_regulations=False)
