"""A process of its own that asks the dev questions: `python -m evals.asking HOME`.

Prints one JSON object: seconds to load, ms of every question, and the peak memory of the process.
"""

import json
import sys
import time
from pathlib import Path

from evals.process import peak_mib
from evals.questions import questions
from evals.setup import TODAY


def main(home: Path) -> dict[str, object]:
    """Loads the index, asks one question to warm up, then all."""
    started = time.perf_counter()
    from assistant.pipeline import Assistant

    assistant = Assistant(home)
    asked = questions("dev")
    assistant.ask(asked[0].question, today=TODAY)
    loaded = time.perf_counter() - started
    times = []
    for question in asked:
        before = time.perf_counter()
        assistant.ask(question.question, today=TODAY, on=question.on, history=question.history)
        times.append(1000 * (time.perf_counter() - before))
    return {"loaded_s": loaded, "ms": times, "peak_mib": peak_mib()}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
