"""A session in a group and in a private chat: opened, filled, corrected, closed, by whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import messages as m
from assistant.pipeline import Assistant
from assistant.render import docx_pdf
from bots.bot_run import Bot
from tests.bot_chat import quiet
from tests.bot_harness import ADMIN, ANA, BUDI, let_in, running
from tests.bot_session import GROUP, SEKBER, Room, moment
from tests.fake_telegram import FakeTelegram, Person

QUESTION = "siapa mengawasi SPM kabupaten?"
LATER = moment("2024-08-07T02:05")
OPENING = "/sesi mulai Kota Bandung | evaluasi TW II"


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def bot(
    own_home: Path,
    fake: FakeTelegram,
    digests_only: Assistant,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bot]:
    monkeypatch.setattr(docx_pdf, "PROGRAMS", ())
    with running(own_home, fake, digests_only) as running_bot:
        yield running_bot


@pytest.fixture
def sari(bot: Bot, fake: FakeTelegram) -> Person:
    """Somebody of Sekber."""
    let_in(fake, SEKBER, "sekber")
    return fake.user(SEKBER)


@pytest.fixture
def room(fake: FakeTelegram, sari: Person) -> Room:
    """A group on the list, on 7 August 2024 at 09.00 WIB."""
    fake.group(GROUP, fake.user(ADMIN, "Admin"))
    held = Room(fake, GROUP, moment("2024-08-07T02:00"))
    held.wait(0)
    return held


@pytest.fixture
def budi(fake: FakeTelegram) -> Person:
    """A member of the group whom nobody invited."""
    return fake.user(BUDI, "Budi")


def test_from_opening_to_minutes(room: Room, sari: Person, budi: Person) -> None:
    opening = f"{OPENING}\ntempat: Aula Bappeda\nfasilitator: Tim Sekber\n" \
        "peserta: Rina (Dinas Kesehatan); Budi - Dinas Pendidikan"  # fmt: skip
    (opened,) = room.says(sari, opening)
    assert opened.startswith("Sesi 20240807-3273-1 dibuka untuk obrolan ini.\nAsistensi Penerapan")
    assert m.SESI_IKUT_TERCATAT in opened
    (card,) = room.says(budi, "/catat masalah Dinas Kesehatan belum mengisi e-SPM triwulan II")
    assert card.splitlines() == [
        "Catatan #1 · sesi 20240807-3273-1", "",
        "Masalah: Dinas Kesehatan belum mengisi e-SPM triwulan II",
        "Urusan: Kesehatan", "Tahapan: Pelaporan", "", m.SESI_KARTU_TEBAKAN,
    ]  # fmt: skip
    assert "[1]" in room.says(budi, f"@AsistenSpmUjiBot {QUESTION}")[0]
    (live,) = room.says(budi, "/sesi ringkasan")
    assert "Tercatat: 1 masalah, 1 pertanyaan." in live
    assert room.says(sari, "/sesi tutup", 3) == [
        m.SESI_DITUTUP.format(id="20240807-3273-1"),
        m.SESI_NOTULEN_BERKAS.format(id="20240807-3273-1"),
        m.SESI_PDF_TIDAK_ADA,
    ]
    assert room.document("notulen-20240807-3273-1.docx").startswith(b"PK")
    assert room.says(budi, "/catat masalah terlambat")[0].startswith(m.BOT_SESI_TIDAK_ADA)


def test_fields_are_confirmed_or_changed_by_buttons(room: Room, sari: Person) -> None:
    room.says(sari, OPENING)
    room.says(sari, "/catat tindaklanjut Menyusun rencana aksi")
    assert room.labels() == ["Benar", "Urusan", "Tahapan", "PJ", "Tenggat", "Hapus"]
    room.changes(sari, "Urusan")
    assert "Sosial" in room.labels()
    assert "Urusan: Sosial" in room.changes(sari, "Sosial")
    room.changes(sari, "Tahapan")
    assert "Tahapan: Pelaporan" in room.changes(sari, "Pelaporan")
    room.changes(sari, "Tenggat")
    room.presses(sari, m.SESI_TOMBOL["tulis"])
    (card,) = room.says(sari, "15 September 2024", reply=room.last())
    assert "Tenggat: 15 September 2024" in card
    room.changes(sari, "Ubah")
    room.presses(sari, "PJ")
    (card,) = room.says(sari, "Dinas Sosial", reply=room.last())
    assert "PJ: Dinas Sosial" in card
    assert card.endswith(m.SESI_KARTU_PASTI)
    assert room.labels() == ["Ubah"]
    room.changes(sari, "Ubah")
    room.changes(sari, "Urusan")
    assert "Urusan: Lintas urusan" in room.changes(sari, "Lintas urusan")
    room.changes(sari, "Benar")
    assert room.labels() == ["Ubah"]


def test_corrections_and_removals_by_reply(room: Room, sari: Person, budi: Person) -> None:
    room.says(sari, OPENING)
    first = room.tell(budi, "/catat masalah salah ketik")
    room.wait(2)
    own = room.last()
    (card,) = room.says(budi, "/ubah Pengampu Dinas Sosial sering berganti", reply=first)
    assert "Masalah: Pengampu Dinas Sosial sering berganti" in card
    assert "Catatan #1" in card
    (card,) = room.says(budi, "/ubah Pengampu sering berganti", reply=own)
    assert "Masalah: Pengampu sering berganti" in card
    room.edit(first, "/catat solusi Menetapkan pengampu tetap", LATER)
    assert "Solusi: Menetapkan pengampu tetap" in room.wait(5)[0]
    second = room.tell(sari, "/catat keputusan Rapat berikutnya bulan depan")
    room.wait(6)
    assert room.says(budi, "/hapus", reply=second)[0] == m.SESI_BUKAN_CATATAN_ANDA.format(nomor=2)
    assert room.says(budi, "/hapus", reply=first)[0] == m.SESI_ENTRI_DIHAPUS.format(entri="#1")
    assert "tidak ada dalam sesi" in room.says(budi, "/ubah lagi", reply=first)[0]
    room.edit(first, "/catat solusi Hidup lagi", LATER)
    (live,) = room.says(sari, "/sesi ringkasan")
    assert "Tercatat: 1 keputusan." in live
    room.edit(second, "/catat keputusan Rapat berikutnya September", LATER)
    room.wait(11)
    assert "Ya, hapus" in (room.changes(sari, "Hapus"), *room.labels())
    assert room.changes(sari, "Ya, hapus") == m.SESI_ENTRI_DIHAPUS.format(entri="#2")


def test_hapus_without_a_reply_is_still_about_the_users_data(
    fake: FakeTelegram, room: Room, sari: Person
) -> None:
    private = Room(fake, SEKBER)
    private.says(sari, OPENING)
    private.says(sari, "/catat masalah Data belum ada")
    assert private.says(sari, "/hapus") == [m.BOT_HAPUS_TANYA]
    assert "Data belum ada" in private.says(sari, "/sesi ringkasan")[0]
    assert room.says(sari, "/hapus") == [m.BOT_HANYA_PRIBADI]


def test_only_sekber_runs_a_session_and_outsiders_see_nothing(
    fake: FakeTelegram, room: Room, sari: Person, budi: Person
) -> None:
    assert room.says(budi, OPENING) == [m.SESI_HANYA_SEKBER]
    room.says(sari, OPENING)
    for text in ("/sesi tutup", "/sesi rekap 2024-08", "/sesi ingatkan ya", "/sesi selesai 1 ya"):
        assert room.says(budi, text) == [m.SESI_HANYA_SEKBER], text
    room.says(sari, "/catat tindaklanjut Dinkes mengisi besok")
    assert room.toast(budi, "Benar") == m.SESI_BUKAN_CATATAN_ANDA.format(nomor=1)
    assert room.says(budi, "/sesi peserta Budi (Disdik)") == [m.SESI_RINCIAN_DICATAT]
    assert room.says(budi, "/sesi topik lain") == [m.SESI_HANYA_SEKBER]
    let_in(fake, ANA)
    ana, private = fake.user(ANA), Room(fake, ANA)
    assert private.says(ana, "/sesi daftar") == [m.SESI_KOSONG]
    assert private.says(ana, "/sesi terbuka") == [m.SESI_TANPA_TERBUKA]
    unseen = m.SESI_TIDAK_ADA.format(id="20240807-3273-1")
    assert private.says(ana, "/sesi notulen 20240807-3273-1") == [unseen]
    assert private.says(ana, "/sesi selesai 20240807-3273-1 1 sudah") == [unseen]
    # In a group everybody reads along: not even Sekber is told there of other chats.
    other = Room(fake, GROUP - 1)
    fake.group(other.chat, fake.user(ADMIN))
    other.wait(0)
    assert other.says(sari, "/sesi daftar") == [m.SESI_KOSONG]
    assert other.says(sari, "/sesi notulen 20240807-3273-1") == [unseen]
    assert other.says(sari, "/sesi rekap 2024-08") == [m.BOT_HANYA_PRIBADI]


def test_two_sessions_at_once_do_not_mix(fake: FakeTelegram, room: Room, sari: Person) -> None:
    room.says(sari, OPENING)
    assert room.says(sari, OPENING) == [m.SESI_MASIH_BERJALAN.format(id="20240807-3273-1")]
    private = Room(fake, SEKBER, moment("2024-08-07T02:10"))
    private.says(sari, "/sesi mulai bimtek Gorontalo | isian e-SPM")
    private.says(sari, "/catat masalah Jaringan sering putus")
    assert room.says(sari, "/sesi ringkasan")[0].endswith(m.SESI_RINGKAS_BELUM)
    assert "Bimbingan Teknis" in private.says(sari, "/sesi ringkasan")[0]


def test_changed_messages_of_others_stay_unanswered(
    bot: Bot, fake: FakeTelegram, room: Room, sari: Person, budi: Person
) -> None:
    room.says(sari, OPENING)
    said = room.tell(budi, f"@AsistenSpmUjiBot {QUESTION}")
    room.wait(2)
    stranger = fake.user(6006, "Orang")
    private = Room(fake, 6006)
    first = private.tell(stranger, "/catat masalah halo")
    private.wait(0)
    before = len(room.shown()), len(private.shown())
    room.edit(said, f"@AsistenSpmUjiBot {QUESTION} jelaskan", LATER)
    room.edit(said, "/catat masalah bukan catatan", LATER)
    private.edit(first, "/catat masalah halo lagi")
    quiet(fake, bot)
    assert (len(room.shown()), len(private.shown())) == before
    (entry,) = bot.office.sessions.entries("20240807-3273-1")
    assert entry.jenis == "tanya"
