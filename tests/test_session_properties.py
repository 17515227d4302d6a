"""No entry is lost or counted twice, whatever the order; sums are those of the list."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.sessions.corrections import remove
from assistant.sessions.entries import attach, keep_answer, note
from assistant.sessions.lifecycle import open_session
from assistant.sessions.minutes import minutes_of
from assistant.sessions.models import ENTRIES, KINDS, NOTES, Aktor
from assistant.sessions.periods import month, year
from assistant.sessions.recap import recap
from assistant.sessions.store import SessionStore
from tests.session_month import answer, laporan

ADMIN = Aktor(id="a", peran="admin")
START = datetime(2024, 8, 7, 2, 0, tzinfo=UTC)
TEXTS = ("Dinkes belum mengisi e-SPM", "Disdik mendata anak", "Anggaran belum ada", "Rapat lagi")

# (message, minute, kind, text); kind None is a removal. A front's clock never stands still, but
# two messages of the same minute are possible.
event = st.tuples(
    st.integers(0, 4), st.integers(0, 9), st.sampled_from((*NOTES, None)), st.sampled_from(TEXTS)
)
Event = tuple[int, int, str | None, str]


def opened(store: SessionStore) -> str:
    return open_session(store, ADMIN, daerah="32.73", topik="evaluasi", now=START).sesi.id


def expected(events: list[Event]) -> dict[str, tuple[str, str]]:
    """What must be kept: removed messages are gone, of the others the newest text counts."""
    removed = {f"m{key}" for key, _, kind, _ in events if kind is None}
    best: dict[str, tuple[int, str, str]] = {}
    for key, minute, kind, text in events:
        if kind is not None:
            best[f"m{key}"] = max(best.get(f"m{key}", (-1, "", "")), (minute, kind, text))
    return {key: (kind, text) for key, (_, kind, text) in best.items() if key not in removed}


def apply(store: SessionStore, session_id: str, event: Event) -> None:
    key, minute, kind, text = event
    at = START + timedelta(minutes=minute)
    if kind is None:
        remove(store, ADMIN, session_id, now=at, asal=f"m{key}")
    else:
        note(store, ADMIN, session_id, kind, text, now=at, asal=f"m{key}")  # type: ignore[arg-type]


@given(st.lists(event, max_size=14), st.data())
def test_any_order_and_any_repetition_give_the_same(
    events: list[Event], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(events), max_size=6)) if events else []
    shuffled = data.draw(st.permutations(events + again))
    store = SessionStore("sqlite://")
    session_id = opened(store)
    for one in shuffled:
        apply(store, session_id, one)
    held = {str(e.asal): (e.jenis, e.teks) for e in store.entries(session_id)}
    assert held == expected(events)
    counted = recap(store, ADMIN, month("2024-08")).banyak
    assert counted == {k: sum(v[0] == k for v in held.values()) for k in ENTRIES}
    written = minutes_of(store, ADMIN, session_id, hari=date(2024, 8, 7)).banyak
    assert written == counted
    numbers = [e.nomor for e in store.entries(session_id)]
    assert len(numbers) == len(set(numbers))
    store.close()


one_session = st.tuples(
    st.sampled_from(("32.73", "32", "52.08", "91", "31")),
    st.sampled_from(KINDS),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.lists(st.tuples(st.sampled_from(ENTRIES), st.sampled_from(TEXTS)), max_size=6),
)
Session = tuple[str, str, date, list[tuple[str, str]]]


@settings(max_examples=30)
@given(st.lists(one_session, max_size=8))
def test_the_sum_of_activities_is_the_list(sessions: list[Session]) -> None:
    store = SessionStore("sqlite://")
    for region, kind, day, entries in sessions:
        begun = open_session(
            store, ADMIN, daerah=region, topik="evaluasi", now=START, kegiatan=kind, hari=[day],  # type: ignore[arg-type]
        )  # fmt: skip
        for number, (what, text) in enumerate(entries):
            at = START + timedelta(seconds=number)
            if what == "tanya":
                keep_answer(store, ADMIN, begun.sesi.id, answer(text), now=at)
            elif what == "lampiran":
                attach(
                    store, ADMIN, begun.sesi.id, laporan(f"{number}.xlsx"), now=at, asal=str(number)
                )
            else:
                note(store, ADMIN, begun.sesi.id, what, text, now=at)  # type: ignore[arg-type]
    whole = recap(store, ADMIN, year("2024"))
    assert len(whole.kegiatan) == len(sessions)
    assert Counter(k.kegiatan for k in whole.kegiatan) == Counter(s[1] for s in sessions)
    assert whole.daerah == dict(Counter(s[0] for s in sessions))
    kinds = Counter(what for s in sessions for what, _ in s[3])
    assert whole.banyak == {kind: kinds[kind] for kind in ENTRIES}
    assert sum(row.jumlah for row in whole.masalah) == kinds["masalah"]
    assert sum(p.kali for p in whole.pertanyaan) == kinds["tanya"]
    assert len(whole.terbuka) == kinds["tindaklanjut"]
    months = [recap(store, ADMIN, month(f"2024-{n:02}")) for n in range(1, 13)]
    assert sum(len(r.kegiatan) for r in months) == len(sessions)
    west = recap(store, ADMIN, year("2024"), daerah="32")
    assert len(west.kegiatan) == sum(s[0].startswith("32") for s in sessions)
    store.close()


def test_two_processes_at_once_count_once(tmp_path: Path) -> None:
    """Two stores, four threads, the same messages: every one is kept once."""
    url = f"sqlite:///{tmp_path / 'sesi.db'}"
    stores = [SessionStore(url), SessionStore(url)]
    session_id = opened(stores[0])
    errors: list[BaseException] = []

    def work(store: SessionStore) -> None:
        try:
            for number in range(25):
                at = START + timedelta(seconds=number)
                note(store, ADMIN, session_id, "masalah", f"ke-{number}", now=at, asal=str(number))
        except BaseException as error:
            errors.append(error)

    threads = [Thread(target=work, args=(store,)) for store in stores * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    held = stores[0].entries(session_id)
    assert sorted(e.teks for e in held) == sorted(f"ke-{n}" for n in range(25))
    assert sorted(e.nomor for e in held) == list(range(1, 26))
