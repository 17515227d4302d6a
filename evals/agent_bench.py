"""What a turn with a model costs beside the model: `python -m evals.agent_bench HOME`.

The model is a scripted one in a process of its own that answers with true sentences after a wait.
What is left of a turn without that wait is ours: search, prompt, HTTP, citation compiler, passport,
store. `work` is the processor time of a turn, which does not depend on what else the machine does.
Prints one JSON object; asserts nothing, because times depend on the machine.
"""

import json
import multiprocessing
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from assistant.conversation import Conversation, Reply
from assistant.memory import Memory, Turn
from assistant.model import ModelSettings
from evals.liar import SHOWN
from evals.model_server import ModelServer, Request, Say
from evals.questions import questions

NOW = datetime(2026, 11, 22, 9, 30)
MESSAGES, TURNS, TOGETHER, MANY = 40, 200, 50, 1_000
# Where memory is read: caches are full by then, so what grows after it would grow for ever.
SETTLED = 400
MODEL_S = 0.3
PAGE_MIB = 4096 / 2**20


def truthful(request: Request) -> Say:
    """The first sentences of the passages, with their marks, at once."""
    shown = SHOWN.finditer(str(request["messages"][-1]["content"]))
    said = [f"{_first(m[4])} [{m[1]}]." for m in shown]
    return Say("\n".join(said[:4]))


def slow(request: Request) -> Say:
    """The same after a while, as a quick real model would."""
    return Say(truthful(request).text, wait=MODEL_S)


def _first(text: str) -> str:
    return re.split(r"(?<=[.;:])\s|\n", text.strip())[0].rstrip(".:;")


@contextmanager
def served(brain_name: str) -> Iterator[str]:
    """The URL of a model in a process of its own: its work must not take our interpreter's time."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(brain_name, theirs), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("end")
        process.join(timeout=5)


def _serve(brain_name: str, pipe: Connection) -> None:
    brain = {"truthful": truthful, "slow": slow}[brain_name]
    with ModelServer(brain, keep=False) as server:
        pipe.send(server.url)
        pipe.recv()


@contextmanager
def talking(home: Path, brain_name: str) -> Iterator[tuple[Conversation, Memory]]:
    """A conversation with a store of its own."""
    with tempfile.TemporaryDirectory() as folder, served(brain_name) as url:
        memory = Memory(Path(folder) / "p.db")
        settings = ModelSettings(url=url)
        talk = Conversation(home, clock=lambda: NOW, model=settings, memory=memory)
        yield talk, memory
        talk.close()


def filled(memory: Memory, user: str) -> None:
    """A conversation of 40 messages, as long as real ones."""
    asked = questions("dev")
    for n in range(MESSAGES // 2):
        answer = "Pemerintah daerah menerapkan SPM menurut tahapan yang ditetapkan. " * 6
        turns = [Turn("user", asked[n].question), Turn("assistant", answer)]
        memory.add(user, "c", NOW, turns)


def texts() -> list[str]:
    """Questions that are answered, as an officer types them."""
    return [q.question for q in questions("dev") if q.status == "answered" and not q.history]


def overhead(home: Path) -> dict[str, float]:
    """ms of a turn in a chat of 40 messages, without the wait for the model."""
    asked, by_model = texts(), 0
    wall: list[float] = []
    work: list[float] = []
    plain = extractive(home, asked)
    with talking(home, "slow") as (talk, memory):
        talk.reply("warm", "c", asked[0])
        for n in range(TURNS):
            filled(memory, f"u{n}")
            started, worked = time.perf_counter(), time.process_time()
            reply = talk.reply(f"u{n}", "c", asked[n % len(asked)])
            work.append(1000 * (time.process_time() - worked))
            took = time.perf_counter() - started
            by_model += _by_model(reply)
            # A question that code refuses never went to the model.
            wall.append(1000 * (took - (MODEL_S if took > MODEL_S else 0.0)))
    figures = {
        f"{name}_p{q}_ms": float(np.percentile(times, q))
        for name, times in (("overhead", wall), ("work", work), ("plain", plain))
        for q in (50, 95)
    }
    return {**figures, "by_model": by_model / TURNS}


def extractive(home: Path, asked: list[str]) -> list[float]:
    """ms of the same turns without a model: what the model's turn stands on."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "p.db")
        talk = Conversation(home, clock=lambda: NOW, memory=memory)
        talk.reply("warm", "c", asked[0])
        for n in range(TURNS):
            filled(memory, f"u{n}")
            started = time.perf_counter()
            talk.reply(f"u{n}", "c", asked[n % len(asked)])
            times.append(1000 * (time.perf_counter() - started))
        talk.close()
    return times


def together(home: Path) -> dict[str, float]:
    """50 turns at the same moment: errors, and seconds until the last one is answered."""
    asked = texts()
    with talking(home, "slow") as (talk, _):
        talk.reply("warm", "c", asked[0])
        started = time.perf_counter()
        with ThreadPoolExecutor(TOGETHER) as pool:
            replies = list(
                pool.map(lambda n: talk.reply(f"u{n}", "c", asked[n % len(asked)]), range(TOGETHER))
            )
        took = time.perf_counter() - started
    failed = sum(r.code is not None or r.answer is None for r in replies)
    return {
        "together_failed": failed,
        "together_s": took,
        "together_by_model": sum(map(_by_model, replies)) / TOGETHER,
    }


def memory_growth(home: Path) -> dict[str, float]:
    """MiB held after 400 and after 1,000 turns of as many users."""
    asked = texts()
    with talking(home, "truthful") as (talk, _):
        for n in range(SETTLED):
            talk.reply(f"u{n}", "c", asked[n % len(asked)])
        settled = held_mib()
        for n in range(SETTLED, MANY):
            talk.reply(f"u{n}", "c", asked[n % len(asked)])
        return {"settled_mib": settled, "after_mib": held_mib()}


def held_mib() -> float:
    """The memory that this process holds now, in MiB."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * PAGE_MIB


def _by_model(reply: Reply) -> bool:
    return reply.answer is not None and reply.answer.mode == "model"


def main(home: Path) -> dict[str, float]:
    """All of it."""
    return {**overhead(home), **together(home), **memory_growth(home)}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
