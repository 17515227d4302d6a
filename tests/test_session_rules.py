"""Rules of a session: roles, days, order of events, follow-up."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from assistant.sessions.archive import delete_session, list_sessions, reopen_session
from assistant.sessions.corrections import confirm, correct, remove
from assistant.sessions.entries import note
from assistant.sessions.export import export_session, summary
from assistant.sessions.following import mark_done, open_items
from assistant.sessions.lifecycle import (
    close_session,
    open_session,
    running_session,
)
from assistant.sessions.minutes import minutes_of
from assistant.sessions.models import Aktor, Bidang
from assistant.sessions.periods import month
from assistant.sessions.recap import recap
from assistant.sessions.roles import get_session
from assistant.sessions.store import SessionStore
from assistant.sessions.zones import day_in
from corpus.errors import MasukanError
from tests.session_month import member, runner

WEDNESDAY = date(2024, 8, 7)
NOW = datetime(2024, 8, 7, 2, 0, tzinfo=UTC)
ADMIN = Aktor(id="a", peran="admin")


@pytest.fixture
def store(tmp_path: Path) -> SessionStore:
    return SessionStore(f"sqlite:///{tmp_path / 'sesi.db'}")


@pytest.fixture
def running(store: SessionStore) -> str:
    """A session that runs in chat "g"."""
    return open_session(
        store, runner("g"), daerah="Kota Bandung", topik="evaluasi TW II", now=NOW
    ).sesi.id


def test_the_day_at_the_edge_of_a_month_is_that_of_the_region(store: SessionStore) -> None:
    """15.30 UTC on 31 August is 22.30 WIB, 23.30 WITA, and already September in WIT."""
    edge = datetime(2024, 8, 31, 15, 30, tzinfo=UTC)
    for place in ("Kota Bandung", "Kota Denpasar", "Kota Jayapura"):
        open_session(store, ADMIN, daerah=place, topik="evaluasi", now=edge)
    august = recap(store, ADMIN, month("2024-08"))
    september = recap(store, ADMIN, month("2024-09"))
    assert [k.daerah for k in august.kegiatan] == ["32.73", "51.71"]
    assert [k.daerah for k in september.kegiatan] == ["91.71"]
    held = {s.daerah: s.jam_mulai for s in list_sessions(store, ADMIN)}
    assert held == {"32.73": time(22, 30), "51.71": time(23, 30), "91.71": time(0, 30)}
    assert day_in(edge + timedelta(minutes=30), "WITA") == date(2024, 9, 1)
    begun = open_session(store, ADMIN, daerah="91", topik="video", now=edge, zona="WIB")
    assert begun.sesi.hari == (date(2024, 8, 31),)


def test_a_moment_without_zone_is_refused(store: SessionStore) -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        open_session(store, ADMIN, daerah="31", topik="x", now=datetime(2024, 8, 7))


def test_only_sekber_and_admins_open_and_close(store: SessionStore, running: str) -> None:
    for person in (member("g"), Aktor(id="x", peran="lain", chat="g")):
        with pytest.raises(MasukanError):
            open_session(store, person, daerah="31", topik="t", now=NOW)
        with pytest.raises(MasukanError):
            close_session(store, person, running, now=NOW)
        with pytest.raises(MasukanError):
            delete_session(store, person, running)
        with pytest.raises(MasukanError):
            export_session(store, person, running)
    assert close_session(store, ADMIN, running, now=NOW).ditutup == NOW


def test_participants_add_in_their_chat_and_others_see_nothing(
    store: SessionStore, running: str
) -> None:
    kept = note(store, member("g"), running, "masalah", "Dinkes belum mengisi", now=NOW)
    assert kept is not None
    assert "#1" in summary(store, member("g"), running)
    assert running_session(store, member("g")) is not None
    strangers = (
        member("lain"),
        Aktor(id="x", peran="peserta"),
        Aktor(id="x", peran="lain", chat="g"),
    )
    for stranger in strangers:
        with pytest.raises(MasukanError, match="tidak ditemukan"):
            get_session(store, stranger, running)
        with pytest.raises(MasukanError, match="tidak ditemukan"):
            note(store, stranger, running, "masalah", "x", now=NOW)
        assert list_sessions(store, stranger) == []
        assert open_items(store, stranger) == []
        assert running_session(store, stranger) is None
        with pytest.raises(MasukanError):
            recap(store, stranger, month("2024-08"))


def test_a_participant_changes_only_their_own(store: SessionStore, running: str) -> None:
    note(store, member("g", "ani"), running, "masalah", "Dinkes belum mengisi", now=NOW, asal="1")
    for change in (
        lambda: correct(store, member("g", "budi"), running, now=NOW, asal="1", teks="x"),
        lambda: remove(store, member("g", "budi"), running, now=NOW, asal="1"),
        lambda: confirm(store, member("g", "budi"), running, 1),
    ):
        with pytest.raises(MasukanError, match="orang lain"):
            change()
    later = NOW + timedelta(minutes=1)
    kept = correct(store, member("g", "ani"), running, now=later, asal="1", teks="Disdik belum")
    assert (kept.teks, kept.urusan) == ("Disdik belum", "pendidikan")
    assert remove(store, ADMIN, running, now=later, nomor=1)
    assert store.entries(running) == []


def test_confirmed_fields_stay_when_the_text_changes(store: SessionStore, running: str) -> None:
    note(store, member("g"), running, "masalah", "Dinkes belum mengisi", now=NOW, asal="1")
    correct(store, ADMIN, running, now=NOW, nomor=1, said=Bidang(urusan="sosial"))
    later = NOW + timedelta(minutes=1)
    kept = note(store, member("g"), running, "masalah", "Disdik belum", now=later, asal="1")
    assert kept is not None
    assert (kept.teks, kept.urusan, kept.pasti) == ("Disdik belum", "sosial", True)


def test_one_session_a_chat_and_several_chats(store: SessionStore, running: str) -> None:
    with pytest.raises(MasukanError, match=running):
        open_session(store, runner("g"), daerah="31", topik="lain", now=NOW)
    other = open_session(store, runner("h"), daerah="Kota Bandung", topik="lain", now=NOW)
    assert other.sesi.id == "20240807-3273-2"
    again = open_session(store, runner("i"), daerah="31", topik="lain", now=NOW, asal="i/1")
    same = open_session(store, runner("i"), daerah="31", topik="lain", now=NOW, asal="i/1")
    assert (again.baru, same.baru, again.sesi.id) == (True, False, same.sesi.id)


def test_closed_is_closed_but_late_messages_of_before_still_count(
    store: SessionStore, running: str
) -> None:
    end = NOW + timedelta(hours=2)
    close_session(store, ADMIN, running, now=end)
    early = note(
        store, member("g"), running, "masalah", "tertunda", now=NOW + timedelta(hours=1), asal="5"
    )
    assert early is not None
    late = end + timedelta(minutes=1)
    with pytest.raises(MasukanError, match="sudah ditutup"):
        note(store, member("g"), running, "masalah", "terlambat", now=late, asal="6")
    with pytest.raises(MasukanError, match="sudah ditutup"):
        correct(store, ADMIN, running, now=late, nomor=1, teks="ubah")
    with pytest.raises(MasukanError, match="sudah ditutup"):
        remove(store, ADMIN, running, now=late, nomor=1)
    assert close_session(store, ADMIN, running, now=late).ditutup == end
    reopen_session(store, ADMIN, running)
    assert note(store, member("g"), running, "masalah", "terlambat", now=late, asal="6")


def test_next_session_of_the_region_starts_with_what_is_open(
    store: SessionStore, running: str
) -> None:
    for text in ("Dinkes mengisi e-SPM besok", "Disdik mendata anak lusa"):
        note(store, member("g"), running, "tindaklanjut", text, now=NOW)
    close_session(store, ADMIN, running, now=NOW + timedelta(hours=1))
    mark_done(store, ADMIN, running, 1, hari=date(2024, 8, 9), catatan="lewat NIK 3273014506900001")
    later = NOW + timedelta(days=30)
    begun = open_session(store, runner("g"), daerah="32.73", topik="lanjutan", now=later)
    assert [t.entri.nomor for t in begun.terbuka] == [2]
    elsewhere = open_session(store, runner("h"), daerah="32", topik="provinsi", now=later)
    assert elsewhere.terbuka == ()
    shown = minutes_of(store, ADMIN, begun.sesi.id, hari=date(2024, 9, 6))
    assert [(row.teks, row.keadaan) for row in shown.sebelumnya] == [
        ("Disdik mendata anak lusa", "terbuka, lewat tenggat")
    ]
    done = store.entry(running, 1)
    assert done is not None
    assert done.beres_catatan == "lewat NIK [NIK disamarkan]"
    assert [t.entri.pic for t in open_items(store, ADMIN, pic="disdik")] == ["Disdik"]
    with pytest.raises(MasukanError, match="Sekretariat"):
        mark_done(store, member("g"), running, 2, hari=WEDNESDAY)
    note(store, member("h"), elsewhere.sesi.id, "masalah", "x", now=later)
    with pytest.raises(MasukanError, match="bukan tindak lanjut"):
        mark_done(store, ADMIN, elsewhere.sesi.id, 1, hari=WEDNESDAY)
