"""What a session keeps: masked, once, for its owner; laporan, comparison, details."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.sessions.archive import delete_session, list_sessions
from assistant.sessions.compare import compare
from assistant.sessions.entries import attach, note
from assistant.sessions.export import export_session, list_json, summary
from assistant.sessions.lifecycle import (
    open_session,
    update_session,
)
from assistant.sessions.masking import masked
from assistant.sessions.minutes import minutes_of
from assistant.sessions.models import Aktor, Peserta
from assistant.sessions.periods import month
from assistant.sessions.recap import recap
from assistant.sessions.recap_models import Rekap
from assistant.sessions.store import SessionStore
from corpus.errors import MasukanError
from corpus.regions import regions
from tests.session_month import laporan, member, runner

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


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("NIK 3273014506900001", "NIK [NIK disamarkan]"),
        ("hubungi 0812-3456-7890", "hubungi [telepon disamarkan]"),
        ("kirim ke ani@bandung.go.id", "kirim ke [surel disamarkan]"),
        ("pagu Rp1.250.000.000 tahun 2024", "pagu Rp1.250.000.000 tahun 2024"),
    ],
)
def test_personal_data_is_masked(text: str, clean: str) -> None:
    assert masked(text) == clean
    assert masked(masked(text)) == clean


def test_deleting_leaves_nothing_in_the_file(
    store: SessionStore, running: str, tmp_path: Path
) -> None:
    note(store, member("g"), running, "masalah", "kalimat yang unik sekali", now=NOW)
    exported = json.loads(export_session(store, ADMIN, running))
    assert exported["entries"][0]["teks"] == "kalimat yang unik sekali"
    assert delete_session(store, ADMIN, running) == 1
    raw = b"".join(p.read_bytes() for p in tmp_path.glob("sesi.db*"))
    assert b"unik sekali" not in raw
    assert json.loads(list_json(list_sessions(store, ADMIN)))["sessions"] == []
    with pytest.raises(MasukanError, match="tidak ditemukan"):
        summary(store, ADMIN, running)


def test_the_same_laporan_again_is_one_attachment(store: SessionStore, running: str) -> None:
    attach(store, member("g"), running, laporan(), now=NOW)
    attach(store, member("g"), running, laporan(), now=NOW + timedelta(minutes=5))
    assert len(store.entries(running)) == 1
    shown = minutes_of(store, ADMIN, running, hari=WEDNESDAY).temuan
    assert shown[0].hasil == "2 galat, 3 peringatan, 1 info. IP SPM 87,43 (Tuntas Madya)."


def test_regions_of_a_province_side_by_side(store: SessionStore, running: str) -> None:
    attach(store, ADMIN, running, laporan(galat=4), now=NOW)
    note(store, ADMIN, running, "tindaklanjut", "Dinkes mengisi besok", now=NOW)
    open_session(store, ADMIN, daerah="32", topik="provinsi", now=NOW)
    open_session(store, ADMIN, daerah="31", topik="provinsi lain", now=NOW)
    held = compare(store, ADMIN, "Jawa Barat", month("2024-08"))
    assert [(r.daerah, r.sesi, r.terbuka, r.galat) for r in held.baris] == [
        ("32", 1, 0, 0), ("32.73", 1, 1, 4),
    ]  # fmt: skip
    assert str(held.baris[1].indeks) == "87.4321"
    assert held.tanpa_sesi == sum(d.provinsi == "32" for d in regions().values()) - 2
    with pytest.raises(MasukanError, match="bukan provinsi"):
        compare(store, ADMIN, "32.73", month("2024-08"))


def test_details_are_added_while_it_runs(store: SessionStore, running: str) -> None:
    rina = Peserta(nama="Rina", perangkat_daerah="Dinkes")
    update_session(store, member("g"), running, peserta=[rina])
    update_session(store, member("g"), running, peserta=[rina, Peserta(nama="Budi")])
    with pytest.raises(MasukanError, match="Sekretariat"):
        update_session(store, member("g"), running, topik="lain")
    changed = update_session(
        store,
        ADMIN,
        running,
        hari=[date(2024, 8, 9)],
        tempat="Balai Kota",
        keluaran="isian lengkap",
    )
    assert len(changed.peserta) == 2
    assert changed.hari == (WEDNESDAY, date(2024, 8, 9))
    row = recap(store, ADMIN, month("2024-08")).kegiatan[0]
    assert row.keluaran == "isian lengkap"


def test_a_recap_whose_sums_are_wrong_cannot_be_made(store: SessionStore, running: str) -> None:
    right = recap(store, ADMIN, month("2024-08"))
    held = right.model_dump()
    Rekap.model_validate(held)
    for change in (
        {"kegiatan": ()},
        {"jenis": {**held["jenis"], "rakor": 1}},
        {"banyak": {**held["banyak"], "masalah": 1}},
        {"daerah": {}},
    ):
        with pytest.raises(ValueError, match="sums that are not those of the list"):
            Rekap.model_validate({**held, **change})


def test_an_unusable_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "rusak.db").write_bytes(b"ini bukan basis data " * 100)
    for url in (f"sqlite:///{tmp_path / 'rusak.db'}", "bukan-url"):
        with pytest.raises(MasukanError, match="SPM_DATABASE_URL"):
            SessionStore(url)


def test_the_database_is_the_owners_alone(store: SessionStore, tmp_path: Path) -> None:
    assert (tmp_path / "sesi.db").stat().st_mode & 0o077 == 0


def test_commands_are_light_to_import() -> None:
    """Nothing heavy comes with the command line itself."""
    code = (
        "import sys; import bots.session_commands; "
        "heavy = ('sqlalchemy', 'docx', 'openpyxl', 'matplotlib', 'pydantic'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
