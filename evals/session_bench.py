"""How long a busy year of sessions takes: `python -m evals.session_bench`.

1,000 sessions of 100 entries each; closing one with its minutes, and the recap of the year. Prints
figures and asserts nothing: times depend on the machine and on what else it does.
"""

import random
import resource
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

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
SESSIONS, PER_SESSION, CLOSED = 1_000, 100, 5


def filled(url: str, sessions: int = SESSIONS, per_session: int = PER_SESSION) -> SessionStore:
    """A store with a busy year in it; the same one every time."""
    store = SessionStore(url)
    chance = random.Random(20240807)
    codes = list(regions())
    held = Jawaban(status="answered", teks="Gubernur mengawasi penerapan SPM [1]. " * 8)
    with store.write() as connection:
        for number in range(sessions):
            day = START + timedelta(days=chance.randrange(366))
            session = Sesi(
                id=f"s-{number}", daerah=chance.choice(codes), topik="evaluasi", zona="WIB",
                kegiatan=chance.choice(KINDS), hari=(day.date(),), dibuka=day,
            )  # fmt: skip
            row = session_values(session)
            connection.execute(insert(SESI).values(**row, nomor_terakhir=per_session))
            rows = [_entry(chance, session.id, n + 1, day, held) for n in range(per_session)]
            connection.execute(insert(ENTRI), rows)
    return store


def _entry(
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


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        store = filled(f"sqlite:///{Path(folder) / 'sesi.db'}")
        closing = []
        for number in range(CLOSED):
            began = time.perf_counter()
            close_session(store, ADMIN, f"s-{number}", now=START + timedelta(days=400))
            made = minutes_of(store, ADMIN, f"s-{number}", hari=date(2025, 2, 1))
            minutes_docx.write(made, Path(folder) / "n.docx")
            closing.append(time.perf_counter() - began)
        began = time.perf_counter()
        recap(store, ADMIN, year("2024"))
        taken = time.perf_counter() - began
        store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"closing a session of {PER_SESSION} entries, worst of {CLOSED}: {max(closing):.2f} s")
    print(f"recap of a year, {SESSIONS:,} sessions: {taken:.2f} s")
    print(f"memory: {memory} MiB")


if __name__ == "__main__":
    main()
