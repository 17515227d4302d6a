"""How the bot bears load: python -m tests.bot_load HOME_WITH_INDEX [OUT.md]   (make bench-bot)

Three processes as in life: the fake Bot API, the bot, and this driver. Questions at a steady pace
by 200 users, all 200 at once, and the pace again beside 20 uploads; every question is another one
of the evals' dev questions. Prints one JSON object, and writes the page of figures.
"""

import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from itertools import cycle
from pathlib import Path
from typing import Any

from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots.bot_store import Store
from bots.bot_tables import User
from corpus.generations import current, manifest
from tests.bot_harness import free_port
from tests.fake_telegram import TOKEN

USERS, UPLOADS, PER_SECOND, SECONDS = 200, 20, 50, 15
ROOT = Path(__file__).parent.parent
ASKED = ("questions_dev.jsonl", "questions_dev2.jsonl")
PAGE = """# The Telegram bot under load

Made by `make bench-bot`: the fake Bot API, the bot (no model, {chunks} passages in the index) and
a driver, as three processes on this machine. {users} users; every question is another one of the
evals' {asked} dev questions; answered means that the fake has taken the reply's sendMessage.

| what | questions | answered | per second | p50 s | p95 s | longest s | bot CPU ms each | load |
|---|---|---|---|---|---|---|---|---|
{rows}

{uploads} workbooks uploaded together were all checked and sent back after {uploads_s} s. Beside them
a question took {slower} times as long (p50; p95 {slower_p95} times). Memory of the bot (RSS): {before}
MB before the uploads, {after} MB after everything.

Load is the machine's 1-minute average at the end of the row, of {cores} cores shared with whatever
else ran: {machine}.
"""


def main(index: Path, out: Path | None = None) -> None:
    """Runs everything, prints the figures and writes the page."""
    home = Path(tempfile.mkdtemp()) / "home"
    home.mkdir()
    shutil.copytree(index / "index", home / "index")
    _people(home)
    port = free_port()
    environment = {
        **os.environ, "SPM_HOME": str(home), "SPM_TELEGRAM_TOKEN": TOKEN,
        "SPM_TELEGRAM_API_URL": f"http://127.0.0.1:{port}", "SPM_ADMIN_IDS": "1001",
        "SPM_BOT_QUOTAS": "petugas=-/-/-",
    }  # fmt: skip
    log = (home / "log.txt").open("wb")
    fake = subprocess.Popen([sys.executable, "-m", "tests.fake_telegram", str(port)])
    bot = subprocess.Popen([sys.executable, "-m", "bots.cli", "bot"], env=environment, stderr=log)
    driver = Driver(port, bot.pid)
    try:
        driver.until_ready()
        driver.burst(20)
        result = {"users": USERS, "steady": driver.steady(), "at_once": driver.burst(USERS)}
        before = _memory(bot.pid)
        driver.upload(home)
        result["beside_uploads"] = driver.steady()
        result["uploads_s"] = driver.uploads_done()
        result["alone_again"] = driver.steady()
        result["memory_mb"] = {"before_uploads": before, "after": _memory(bot.pid)}
        result["log_lines"] = (home / "log.txt").read_bytes().count(b"\n")
        print(json.dumps(result, indent=1))
        if out is not None:
            out.write_text(page(result, index), encoding="utf-8")
    finally:
        bot.terminate()
        bot.wait(60)
        fake.kill()
        log.close()
        shutil.rmtree(home.parent, ignore_errors=True)


def questions() -> list[str]:
    """The questions of the evals' dev half, in an order that mixes their kinds."""
    found = []
    for name in ASKED:
        text = (ROOT / "evals" / "datasets" / name).read_text(encoding="utf-8")
        found += [json.loads(line)["question"] for line in text.splitlines()]
    random.Random(6).shuffle(found)
    return found


def page(result: dict[str, Any], index: Path) -> str:
    """The figures as Markdown."""
    names = {
        "steady": f"{PER_SECOND} a second", "at_once": "all at once",
        "beside_uploads": f"{PER_SECOND} a second beside uploads",
        "alone_again": f"{PER_SECOND} a second once more",
    }  # fmt: skip
    columns = (
        "questions", "answered", "per_second", "p50_s", "p95_s", "max_s", "cpu_ms_per_question",
        "machine_load",
    )  # fmt: skip
    rows = [
        " | ".join([f"| {name}", *(f"{result[key][c]:g}" for c in columns)]) + " |"
        for key, name in names.items()
    ]
    alone, beside = result["steady"], result["beside_uploads"]
    return PAGE.format(
        rows="\n".join(rows), users=USERS, uploads=UPLOADS, uploads_s=result["uploads_s"],
        slower=round(beside["p50_s"] / alone["p50_s"], 1),
        slower_p95=round(beside["p95_s"] / alone["p95_s"], 1),
        before=result["memory_mb"]["before_uploads"], after=result["memory_mb"]["after"],
        cores=os.cpu_count(), machine=platform.machine(), asked=len(questions()),
        chunks=manifest(current(index)).chunks,
    )  # fmt: skip


class Driver:
    """Asks through the fake and reads from its log when the answers came."""

    def __init__(self, port: int, bot: int) -> None:
        self._port, self._bot = port, bot
        self._questions = cycle(questions())

    def call(self, what: str, **body: Any) -> Any:
        """One word to the fake."""
        url = f"http://127.0.0.1:{self._port}/control/{what}"
        with urllib.request.urlopen(url, json.dumps(body).encode(), 30) as answer:
            return json.load(answer)

    def until_ready(self) -> None:
        """Waits until the bot polls."""
        for _ in range(600):
            try:
                if any(c[0] == "setMyCommands" for c in self.call("log")["log"]):
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit("the bot does not start")

    def steady(self) -> dict[str, float]:
        """200 users, each asking in turn, so many a second; nobody asks before being answered."""
        started, asked, cpu = time.time(), [], _cpu(self._bot)
        total = PER_SECOND * SECONDS
        order = [10_000 + n % USERS for n in range(total)]
        for n in range(0, total, 5):
            at = started + n / PER_SECOND
            time.sleep(max(0.0, at - time.time()))
            batch = order[n : n + 5]
            self.call("says", texts=[[u, next(self._questions)] for u in batch])
            asked += [(u, time.time()) for u in batch]
        return self._figures(asked, started, cpu)

    def burst(self, n: int) -> dict[str, float]:
        """So many users at the same moment."""
        started, cpu = time.time(), _cpu(self._bot)
        texts = [[10_000 + u, next(self._questions)] for u in range(n)]
        self.call("says", texts=texts)
        return self._figures([(u, started) for u, _ in texts], started, cpu)

    def _figures(
        self, asked: list[tuple[int, float]], since: float, cpu: float
    ) -> dict[str, float]:
        waits: list[float] = []
        for _ in range(600):
            waits, last = self._waits(asked, since)
            if len(waits) == len(asked):
                break
            time.sleep(0.2)
        waits.sort()
        used = _cpu(self._bot) - cpu
        return {
            "cpu_ms_per_question": round(1000 * used / len(waits), 1),
            "machine_load": round(os.getloadavg()[0], 1),
            "questions": len(asked), "answered": len(waits),
            "per_second": round(len(waits) / (last - since), 1),
            "p50_s": round(waits[len(waits) // 2], 3),
            "p95_s": round(waits[int(0.95 * len(waits))], 3), "max_s": round(waits[-1], 3),
        }  # fmt: skip

    def _waits(self, asked: list[tuple[int, float]], since: float) -> tuple[list[float], float]:
        came: dict[int, list[float]] = {}
        last = since
        for method, chat, at, error in self.call("log", since=since)["log"]:
            if method == "sendMessage" and error is None and int(chat) < 20_000:
                came.setdefault(int(chat), []).append(at)
                last = max(last, at)
        waits = []
        for user, at in asked:
            if came.get(user):
                waits.append(came[user].pop(0) - at)
        return waits, last

    def upload(self, home: Path) -> None:
        """20 files at once, of other users."""
        path = home / "laporan.xlsx"
        write_laporan(sample_laporan(), path)
        self._uploaded = time.time()
        users = [20_000 + n for n in range(UPLOADS)]
        self.call("sends", users=users, name="laporan.xlsx", hex=path.read_bytes().hex())

    def uploads_done(self) -> float:
        """Seconds until the last result was sent."""
        for _ in range(3000):
            log = self.call("log", since=self._uploaded)["log"]
            done = [at for method, _, at, error in log if method == "sendDocument" and not error]
            if len(done) >= UPLOADS:
                return round(max(done) - self._uploaded, 1)
            time.sleep(0.2)
        raise SystemExit("uploads are not done")


def _people(home: Path) -> None:
    store = Store(f"sqlite:///{home}/bot.db")
    ids = [*(10_000 + n for n in range(USERS)), *(20_000 + n for n in range(UPLOADS))]
    store.add(*(
        User(id=i, name=f"Pengguna {i}", role="petugas", region=None, active=True, until=None,
             invitation=None, joined_at=0.0, quotas=None)
        for i in ids
    ))  # fmt: skip
    store.close()


def _memory(pid: int) -> float:
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


def _cpu(pid: int) -> float:
    """Seconds of processor time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
