"""1,000 sessions with 100 entries each: closing within 2 s, the recap of the year within 5 s."""

import random
import resource
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from assistant.render import minutes_docx
from assistant.sessions.lifecycle import close_session
from assistant.sessions.minutes import minutes_of
from assistant.sessions.models import ENTRIES, KINDS, STAGES, Aktor, Entri, Jawaban, Sesi
from assistant.sessions.periods import year
from assistant.sessions.recap import recap
from assistant.sessions.rows import entry_values, session_values, to_utc
from assistant.sessions.store import SessionStore
from assistant.sessions.tables import ENTRI, SESI
from corpus.catalogue import ORDER
from corpus.regions import regions

ADMIN = Aktor(id="a", peran="admin")
START = datetime(2024, 1, 1, 3, tzinfo=UTC)
SESSIONS, PER_SESSION = 1_000, 100


def filled(url: str) -> SessionStore:
    """A store with a busy year in it."""
    store = SessionStore(url)
    chance = random.Random(20240807)
    codes = list(regions())
    held = Jawaban(status="answered", teks="Gubernur mengawasi penerapan SPM [1]. " * 8)
    with store.write() as c:
        for number in range(SESSIONS):
            day = START + timedelta(days=chance.randrange(366))
            sesi = Sesi(
                id=f"s-{number}", daerah=chance.choice(codes), topik="evaluasi", zona="WIB",
                kegiatan=chance.choice(KINDS), hari=(day.date(),), dibuka=day,
            )  # fmt: skip
            row = session_values(sesi)
            c.execute(insert(SESI).values(**row, nomor_terakhir=PER_SESSION))
            rows = [entry(chance, sesi.id, n, day, held) for n in range(1, PER_SESSION + 1)]
            c.execute(insert(ENTRI), rows)
    return store


def entry(
    chance: random.Random, session_id: str, number: int, day: datetime, held: Jawaban
) -> dict[str, object]:
    kind = chance.choice(ENTRIES[:5])
    made = Entri(
        sesi=session_id, nomor=number, jenis=kind, penulis="1", asal=f"{session_id}/{number}",
        teks=f"Catatan ke-{number % 37} tentang isian pelaporan yang perlu dilengkapi",
        urusan=chance.choice((*ORDER, None)), tahapan=chance.choice((*STAGES, None)),
        pic="Dinas Kesehatan", tenggat=day.date() if kind == "tindaklanjut" else None,
        dicatat=day + timedelta(minutes=number), jawaban=held if kind == "tanya" else None,
    )  # fmt: skip
    return {**entry_values(made), "dihapus": False, "diubah": to_utc(made.dicatat)}


@pytest.mark.slow
def test_a_busy_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = filled(f"sqlite:///{tmp_path / 'sesi.db'}")
    closing = []
    for number in range(5):
        began = time.perf_counter()
        close_session(store, ADMIN, f"s-{number}", now=START + timedelta(days=400))
        made = minutes_of(store, ADMIN, f"s-{number}", hari=date(2025, 2, 1))
        minutes_docx.write(made, tmp_path / "n.docx")
        closing.append(time.perf_counter() - began)
        assert sum(made.banyak.values()) == PER_SESSION
    began = time.perf_counter()
    whole = recap(store, ADMIN, year("2024"))
    taken = time.perf_counter() - began
    assert len(whole.kegiatan) == SESSIONS
    assert sum(whole.banyak.values()) == SESSIONS * PER_SESSION
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with capsys.disabled():
        print(f"\nclosing {max(closing):.2f} s, recap {taken:.2f} s, memory {memory} MB")
    assert max(closing) <= 2
    assert taken <= 5
    store.close()
