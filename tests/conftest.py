"""What every test gets: a home of its own, no network, the shared data where it is, and two indexes
that are built once: the shipped digests alone, and with the real regulations."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from assistant.pipeline import Assistant
from ingest.sync import build, regulation_files

NO_SHARED = "tidak ada ../shared: data uji bersama tidak tersedia di mesin ini"

# The same examples every time: a suite that fails only now and then teaches nobody anything.
settings.register_profile("suite", derandomize=True, database=None, deadline=None, max_examples=60)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """Keeps what Hypothesis remembers out of the working tree, and model hubs out of reach."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    set_hypothesis_home_dir(str(config.rootpath / ".pytest_cache" / "hypothesis"))


def shared_folder() -> Path | None:
    """The data shared by the project, beside the checkout or where SPM_SHARED says."""
    folder = Path(os.environ.get("SPM_SHARED") or Path(__file__).parents[2] / "shared")
    return folder if (folder / "data").is_dir() else None


@pytest.fixture(autouse=True)
def no_real_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SPM_HOME is a temporary folder, settings are the defaults, and no network is reached."""
    for name in [n for n in os.environ if n.startswith("SPM_") and n != "SPM_SHARED"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SPM_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(socket.socket, "connect", only_near(socket.socket.connect))


def only_near(connect: Callable[..., Any]) -> Callable[..., Any]:
    """A `connect` that knows this machine only."""

    def refuse_far(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if not (host.startswith("127.") or host in ("::1", "localhost")):
                raise AssertionError(f"a test tried to reach {host}")
        return connect(self, address)

    return refuse_far


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; the test is skipped where there is none."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(NO_SHARED)
    return folder


@pytest.fixture(scope="session")
def digests_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose index holds the shipped digests alone. Read only: copy it to change it."""
    home = tmp_path_factory.mktemp("ringkasan")
    build(home, "lsa", {})
    return home


@pytest.fixture(scope="session")
def full_home(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Path:
    """A home whose index holds the real regulations too. Read only."""
    home = tmp_path_factory.mktemp("lengkap")
    files = regulation_files([shared / "data" / "regulations"])
    counts = build(home, "lsa", {path.resolve(): None for path in files})
    assert counts.problems == ()
    return home


@pytest.fixture
def own_home(digests_home: Path, tmp_path: Path) -> Path:
    """A copy of the digests' home that a test may change; it is also SPM_HOME."""
    home = tmp_path / "home"
    # The index alone: other tests ask from the shared home and leave their conversations there.
    shutil.copytree(digests_home / "index", home / "index")
    return home


@pytest.fixture(scope="session")
def digests_only(digests_home: Path) -> Iterator[Assistant]:
    """Answers from the shipped digests."""
    assistant = Assistant(digests_home)
    yield assistant
    assistant.retriever.chunks.close()


@pytest.fixture(scope="session")
def with_regulations(full_home: Path) -> Iterator[Assistant]:
    """Answers from the real regulations and the digests."""
    assistant = Assistant(full_home)
    yield assistant
    assistant.retriever.chunks.close()


@pytest.fixture(params=["digests_only", "with_regulations"])
def either(request: pytest.FixtureRequest) -> Assistant:
    """Both indexes in turn."""
    assistant: Assistant = request.getfixturevalue(request.param)
    return assistant
