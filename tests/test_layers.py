"""Who may import whom, and one door per library: the two tables of the house, as code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "corpus": set(),
    "ingest": {"corpus"},
    "assistant": {"corpus", "ingest"},
    "bots": {"assistant", "ingest", "corpus"},
    "evals": {"assistant", "ingest", "corpus"},
}
# The tables, and the files that ask them.
SESSION_FILES = ("database", "entry_store", "gathered", "reminder_store", "store", "tables")
DATABASE_FILES = (
    "access",
    "bot_database",
    "bot_notes",
    "bot_store",
    "bot_tables",
    "job_queue",
    "retention",
)
# Library -> the files that may import it.
DOORS = {
    "chromadb": {"corpus/store.py"},
    "bm25s": {"corpus/lexical.py"},
    "Stemmer": {"corpus/lexical.py"},
    "sklearn": {"corpus/embedding.py"},
    "joblib": {"corpus/embedding.py"},
    "sentence_transformers": {"corpus/embedding.py"},
    "torch": set(),
    "pypdf": {"ingest/readers/pdf.py"},
    "langchain": {"assistant/agent.py"},
    "telegram": {
        "bots/telegram_bot.py",
        "bots/telegram_errors.py",
        "bots/telegram_updates.py",
    },
    "httpx": {"bots/telegram_errors.py"},
    "tornado": {"bots/bot_web.py"},
    "sqlalchemy": {
        *(f"assistant/sessions/{n}.py" for n in SESSION_FILES),
        *(f"bots/{n}.py" for n in DATABASE_FILES),
        "bots/migrations/versions/v0001_first.py",
        "bots/migrations/versions/v0002_reminded.py",
    },
    "alembic": {
        "bots/bot_database.py",
        "bots/migrations/env.py",
        "bots/migrations/versions/v0001_first.py",
        "bots/migrations/versions/v0002_reminded.py",
    },
}
# Imported only inside functions: a light command must not pay for them.
HEAVY = {"chromadb", "langchain", "sentence_transformers", "sklearn", "bm25s", "matplotlib"}
PURE = ("assistant/scoring", "assistant/checking")
NEVER_IN_PURE = ("assistant.agent", "assistant.retrieval", "assistant.pipeline", "corpus.store")


def sources() -> list[Path]:
    return [p for room in MAY_IMPORT for p in sorted((ROOT / room).rglob("*.py"))]


def imports(path: Path, *, top_only: bool = False) -> Iterator[str]:
    """Full dotted names that a file imports; `TYPE_CHECKING` blocks do not run and do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if top_only:
        nodes: list[ast.AST] = list(tree.body)
    else:
        skipped = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        nodes = [n for n in ast.walk(tree) if id(n) not in skipped]
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_rooms_import_only_what_lies_below() -> None:
    wrong = [
        f"{name(path)} imports {module}"
        for path in sources()
        for module in imports(path)
        if (room := module.split(".")[0]) in {*MAY_IMPORT, "tests"}
        and room != name(path).split("/")[0]
        and room not in MAY_IMPORT[name(path).split("/")[0]]
    ]
    assert wrong == []


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_library_has_one_door(library: str) -> None:
    importing = {name(p) for p in sources() if any(m.split(".")[0] == library for m in imports(p))}
    # An eval measures baselines built on the same libraries.
    assert {f for f in importing if not f.startswith("evals/")} <= DOORS[library]


def test_heavy_libraries_are_imported_inside_functions() -> None:
    wrong = [
        f"{name(path)} imports {module} at the top"
        for path in sources()
        if not name(path).startswith("evals/")
        for module in imports(path, top_only=True)
        if module.split(".")[0] in HEAVY
    ]
    assert wrong == []


def test_scoring_and_checking_are_pure() -> None:
    wrong = [
        f"{name(path)} imports {module}"
        for path in sources()
        if name(path).startswith(PURE)
        for module in imports(path)
        if module.startswith(NEVER_IN_PURE)
    ]
    assert wrong == []


def test_environment_is_read_only_by_the_fronts() -> None:
    wrong = [
        name(path)
        for path in sources()
        if not name(path).startswith(("bots/", "evals/"))
        and "os.environ" in (text := path.read_text(encoding="utf-8"))
        # A child process inherits the environment; that is passing on, not reading.
        and "**os.environ" not in text
    ]
    assert wrong == []
