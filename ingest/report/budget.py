"""Time that reading may take: a fixed start, and more for every page that was really read.

A hostile file gets the start and no more; a report of 500 pages gets what it needs.
"""

import resource
import signal
from types import FrameType

START = 5.5
PER_PAGE = 0.8
HARD = 420


class Budget:
    """The running allowance of one child process."""

    def __init__(self, start: float = START) -> None:
        self.allowed = start
        signal.signal(signal.SIGALRM, _late)
        self._arm()

    def more(self, seconds: float = PER_PAGE) -> None:
        """Another page was read."""
        self.allowed += seconds
        self._arm()

    def _arm(self) -> None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = usage.ru_utime + usage.ru_stime
        left = max(self.allowed - used, 0.05)
        # Wall time too, but a busy machine gets twice as much of it.
        signal.setitimer(signal.ITIMER_REAL, left * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (min(int(used + left) + 1, HARD), HARD))


def _late(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError("time is up")


_current: list[Budget] = []


def begin(start: float) -> None:
    """Starts the allowance of this process."""
    _current[:] = [Budget(start)]


def page_read() -> None:
    """Tells the allowance, if there is one, that another page was read."""
    for budget in _current:
        budget.more()
