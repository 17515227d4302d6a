"""How the bot bears load: python -m tests.bot_load HOME_WITH_INDEX

Three processes as in life: the fake Bot API, the bot, and this driver. Prints one JSON object:
questions at a steady pace by 200 users, all 200 at once, and the pace again beside 20 uploads.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from assistant.samples import sample_laporan
from assistant.template import write_laporan
from bots.bot_store import Store
from bots.bot_tables import User
from tests.bot_harness import free_port
from tests.fake_telegram import TOKEN

USERS, UPLOADS, PER_SECOND, SECONDS = 200, 20, 50, 15
QUESTIONS = (
    "siapa mengawasi SPM kabupaten?",
    "apa saja jenis pelayanan dasar kesehatan kabupaten",
    "berapa jenis SPM pendidikan provinsi",
    "kapan laporan SPM triwulan disampaikan?",
    "apakah permendagri 100/2018 masih berlaku",
    "apa bunyi pasal 6 ayat 3 pp 2/2018",
    "siapa penerima pelayanan ibu hamil",
    "apa tugas tim penerapan SPM",
)


def main(index: Path) -> None:
    """Runs everything and prints the figures."""
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
    finally:
        bot.terminate()
        bot.wait(60)
        fake.kill()
        log.close()
        shutil.rmtree(home.parent, ignore_errors=True)


class Driver:
    """Asks through the fake and reads from its log when the answers came."""

    def __init__(self, port: int, bot: int) -> None:
        self._port, self._bot = port, bot
        self._dice = random.Random(6)

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
            self.call("says", texts=[[u, self._dice.choice(QUESTIONS)] for u in batch])
            asked += [(u, time.time()) for u in batch]
        return self._figures(asked, started, cpu)

    def burst(self, n: int) -> dict[str, float]:
        """So many users at the same moment."""
        started, cpu = time.time(), _cpu(self._bot)
        texts = [[10_000 + u, self._dice.choice(QUESTIONS)] for u in range(n)]
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
            "machine_load": os.getloadavg()[0],
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
    main(Path(sys.argv[1]))
