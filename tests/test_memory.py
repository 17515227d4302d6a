"""The store: order, retention, deletion that leaves nothing behind, two processes at once."""

from datetime import datetime, timedelta
from pathlib import Path

from assistant.memory import Memory, Turn

NOW = datetime(2026, 11, 22, 9, 30)


def two(text: str) -> list[Turn]:
    return [Turn("user", text), Turn("assistant", f"jawab {text}")]


def test_turns_come_back_in_order_and_only_the_last(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.db")
    for n in range(30):
        memory.add("u", "c", NOW + timedelta(seconds=n), two(str(n)))
    texts = [t.text for t in memory.turns("u", "c", NOW, most=4)]
    assert texts == ["28", "jawab 28", "29", "jawab 29"]
    memory.close()


def test_nobody_reads_another_chat(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.db")
    memory.add("u", "c", NOW, two("punya u"))
    assert memory.turns("u", "d", NOW) == []
    assert memory.turns("v", "c", NOW) == []
    memory.close()


def test_forgotten_text_is_gone_from_the_file(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.db")
    memory.add("u", "c", NOW, two("kalimat-yang-dihapus"))
    memory.add("v", "c", NOW, two("kalimat-yang-tinggal"))
    assert memory.forget("u") == 2
    stored = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"kalimat-yang-dihapus" not in stored
    assert b"kalimat-yang-tinggal" in stored
    memory.close()


def test_one_chat_can_be_forgotten_alone(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.db")
    memory.add("u", "c", NOW, two("satu"))
    memory.add("u", "d", NOW, two("dua"))
    assert memory.forget("u", "c") == 2
    assert [t.text for t in memory.turns("u", "d", NOW)] == ["dua", "jawab dua"]
    memory.close()


def test_writing_sweeps_what_is_past_its_day(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.db", keep_turns=timedelta(days=1))
    memory.add("u", "c", NOW, two("lama"))
    for _ in range(200):
        memory.add("u", "d", NOW + timedelta(days=2), two("baru"))
    stored = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"jawab lama" not in stored
    memory.close()


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    one, other = Memory(tmp_path / "m.db"), Memory(tmp_path / "m.db")
    one.add("u", "c", NOW, two("satu"))
    other.add("u", "c", NOW, two("dua"))
    assert [t.text for t in one.turns("u", "c", NOW)] == ["satu", "jawab satu", "dua", "jawab dua"]
    one.close()
    other.close()


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    Memory(tmp_path / "m.db").close()
    assert (tmp_path / "m.db").stat().st_mode & 0o077 == 0
