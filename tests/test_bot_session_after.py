"""What becomes of sessions: open items, reminders switched, lists, recaps, comparison, export."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.render import docx_pdf
from bots.bot_run import Bot
from tests.bot_harness import ADMIN, ANA, let_in, running
from tests.bot_session import GROUP, Room, moment
from tests.fake_telegram import FakeTelegram, Person

ID = "20240807-3273-1"


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(
    own_home: Path, fake: FakeTelegram, digests_only: Assistant, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bot]:
    monkeypatch.setattr(docx_pdf, "PROGRAMS", ())
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


@pytest.fixture
def admin(bot: Bot, fake: FakeTelegram) -> Person:
    return fake.user(ADMIN, "Admin")


@pytest.fixture
def room(fake: FakeTelegram, admin: Person) -> Room:
    """A group whose session of 7 August 2024 is closed and left two action items."""
    fake.group(GROUP, admin)
    held = Room(fake, GROUP, moment("2024-08-07T02:00"))
    held.wait(0)
    held.says(admin, "/sesi mulai Kota Bandung | evaluasi TW II")
    held.says(admin, "/catat masalah Data sasaran Dinsos berbeda dengan DTKS")
    held.says(admin, "/catat tindaklanjut Dinkes mengisi e-SPM paling lambat 15 Agustus 2024")
    held.says(admin, "/catat tindaklanjut Pak Andi menyusun rencana aksi, 20 Agustus 2024")
    held.says(admin, "/sesi tutup", 3)
    return held


@pytest.fixture
def private(fake: FakeTelegram, room: Room) -> Room:
    """The administrator's own chat on 20 August."""
    return Room(fake, ADMIN, moment("2024-08-20T02:00"))


def test_open_items_of_a_region_and_of_a_person(private: Room, admin: Person) -> None:
    (told,) = private.says(admin, "/sesi terbuka")
    assert told.startswith("Tindak lanjut yang masih terbuka: 2.")
    assert private.labels() == ["Selesai #2", "Selesai #3"]
    (andi,) = private.says(admin, "/sesi terbuka pj: andi")
    assert "rencana aksi" in andi
    assert "e-SPM" not in andi
    assert private.says(admin, "/sesi terbuka Kota Bogor") == [m.SESI_TANPA_TERBUKA]
    assert "rencana aksi" in private.says(admin, "/sesi terbuka Jawa Barat")[0]


def test_done_with_a_note_by_command(room: Room, admin: Person) -> None:
    room.now = moment("2024-08-19T23:30")  # the 20th in Bandung
    (told,) = room.says(admin, "/sesi selesai 2 sudah dikirim")
    assert told.startswith(f"Selesai #2 · sesi {ID}")
    assert told.endswith("sudah dikirim")
    (left,) = room.says(admin, "/sesi terbuka")
    assert "rencana aksi" in left
    assert "e-SPM" not in left
    room.says(admin, f"/sesi notulen {ID}", 3)
    assert room.document(".docx")[:2] == b"PK"
    assert room.says(admin, "/sesi selesai 1 ya") == [m.SESI_BUKAN_TINDAK_LANJUT.format(nomor=1)]


def test_done_by_button_and_told_by_reply(bot: Bot, room: Room, admin: Person) -> None:
    room.says(admin, "/sesi terbuka")
    (told,) = room.presses(admin, "Selesai #3")
    assert told.endswith(m.SESI_MINTA_KETERANGAN)
    (card,) = room.says(admin, "SK sudah terbit", reply=room.last())
    assert card.startswith("Catatan #3")
    entry = bot.office.sessions.entry(ID, 3)
    assert entry is not None
    assert entry.beres is not None
    assert entry.beres_catatan == "SK sudah terbit"
    assert "e-SPM" in room.says(admin, "/sesi terbuka")[0]


def test_the_next_session_of_the_region_starts_with_what_is_open(
    private: Room, admin: Person
) -> None:
    (told,) = private.says(admin, "/sesi mulai rakor 32.73 | kemajuan")
    assert "Tindak lanjut Kota Bandung yang masih terbuka: 2." in told
    assert f"{ID} #2 Dinkes mengisi e-SPM" in told


def test_reopened_mended_and_closed_again(room: Room, admin: Person) -> None:
    room.now = moment("2024-08-07T06:00")
    assert room.says(admin, f"/sesi buka {ID}") == [m.SESI_DIBUKA_LAGI.format(id=ID)]
    room.now = moment("2024-08-07T06:10")
    assert "Catatan #4" in room.says(admin, "/catat keputusan Data memakai DTKS")[0]
    assert room.says(admin, "/sesi keluaran Laporan antara dibahas") == [m.SESI_RINCIAN_DICATAT]
    room.says(admin, "/sesi tutup", 3)


def test_recap_as_text_docx_and_xlsx(private: Room, admin: Person) -> None:
    before = len(private.shown())
    private.says(admin, "/sesi rekap 2024-08", 3)
    text = private.texts()[before]
    assert "1 (satu) kegiatan di 1 daerah: Asistensi 1." in text
    assert "1 masalah, 0 solusi, 0 keputusan, 2 tindak lanjut" in text
    names = [s["document"]["file_name"] for s in private.shown() if "document" in s]
    assert names == ["rekap-2024-08.docx", "rekap-2024-08.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(private.document(".xlsx")))
    assert book["Kegiatan"].max_row == 2
    private.says(admin, "/sesi rekap 2024-TW3 Kota Bogor", 3)
    assert "tidak ada kegiatan" in private.texts()[-3]
    private.says(admin, "/sesi rekap 2024 Jawa Barat | urusan: sosial", 3)
    assert "Hanya Jawa Barat dan Sosial." in private.texts()[-3].replace("Provinsi ", "")
    assert private.says(admin, "/sesi rekap 2024-13") == [
        m.SESI_BULAN_SALAH.format(nilai="2024-13")
    ]


def test_regions_side_by_side(private: Room, admin: Person) -> None:
    (told,) = private.says(admin, "/sesi banding Jawa Barat 2024-08")
    row = next(line for line in told.splitlines() if line.startswith("Kota Bandung"))
    assert row.split() == ["Kota", "Bandung", "1", "2", "0", "0", "belum", "ada"]
    assert private.says(admin, "/sesi banding Kota Bandung 2024") == [
        m.SESI_BUKAN_PROVINSI.format(nilai="Kota Bandung")
    ]


def test_export_and_deletion_of_one_session(bot: Bot, private: Room, admin: Person) -> None:
    private.says(admin, f"/sesi ekspor {ID}")
    held = json.loads(private.document(".json"))
    assert held["session"]["id"] == ID
    assert [e["nomor"] for e in held["entries"]] == [1, 2, 3]
    assert "bersama 3 catatannya" in private.says(admin, f"/sesi hapus {ID}")[0]
    assert private.changes(admin, m.BOT_HAPUS_TIDAK) == m.BOT_DIBATALKAN
    private.says(admin, f"/sesi hapus {ID}")
    told = private.changes(admin, m.SESI_TOMBOL["hapus_ya"])
    assert told == m.SESI_DIHAPUS_SELURUHNYA.format(id=ID, jumlah=3)
    assert private.says(admin, "/sesi daftar") == [m.SESI_KOSONG]
    database = Path(bot.office.sessions_url.removeprefix("sqlite:///"))
    raw = b"".join(p.read_bytes() for p in database.parent.glob(f"{database.name}*"))
    assert b"Data sasaran Dinsos" not in raw
    assert list(bot.office.results.glob(f"*/*{ID}*")) == []  # minutes and export too


def test_misuse_is_one_sentence(fake: FakeTelegram, private: Room, admin: Person) -> None:
    assert private.says(admin, "/sesi hapus") == [m.SESI_ID_KOSONG]
    assert private.says(admin, "/sesi ekspor tidak-ada") == [
        m.SESI_TIDAK_ADA.format(id="tidak-ada")
    ]
    assert private.says(admin, "/sesi selesai") == [m.SESI_SELESAI_CARA]
    assert private.says(admin, "/sesi ingatkan") == [m.SESI_INGATKAN_CARA]
    assert private.says(admin, "/sesi mulai Kota Bandung") == [m.SESI_TOPIK_KOSONG]
    assert "Kabupaten Bandung" in private.says(admin, "/sesi mulai bandung | TW II")[0]
    assert private.says(admin, "/catat") == [f"{m.BOT_SESI_TIDAK_ADA}\n\n{m.BOT_SESI_CARA}"]
    assert private.says(admin, "/sesi bantuan")[0].startswith("Membuka")
    let_in(fake, ANA)
    other = Room(fake, ANA)
    assert other.says(fake.user(ANA), f"/sesi hapus {ID}") == [m.SESI_HANYA_SEKBER]
