"""Rules of a session: guesses, roles, days and zones, masking, follow-up, comparison."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from assistant.sessions.archive import delete_session, list_sessions, reopen_session
from assistant.sessions.compare import compare
from assistant.sessions.corrections import confirm, correct, remove
from assistant.sessions.due_dates import find_due
from assistant.sessions.entries import attach, note, to_kind
from assistant.sessions.export import export_session, list_json, summary
from assistant.sessions.following import mark_done, open_items
from assistant.sessions.lifecycle import (
    close_session,
    open_session,
    running_session,
    update_session,
)
from assistant.sessions.masking import masked
from assistant.sessions.minutes import minutes_of
from assistant.sessions.minutes_text import cut
from assistant.sessions.models import Aktor, Bidang, Peserta
from assistant.sessions.notes import guess_stage, guess_urusan, parse_note, to_stage, to_urusan
from assistant.sessions.periods import month, quarter, year
from assistant.sessions.persons import find_pic, parse_participant
from assistant.sessions.places import kind_of, parse_opening, region_of
from assistant.sessions.recap import Rekap, recap
from assistant.sessions.roles import get_session
from assistant.sessions.smoothing import smoothed
from assistant.sessions.store import SessionStore
from assistant.sessions.wording import SMALL, days
from assistant.sessions.zones import day_in, to_hour, zone_of
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
    ("text", "due"),
    [
        ("paling lambat 15 September 2024", date(2024, 9, 15)),
        ("sebelum 15 september", date(2024, 9, 15)),
        ("selesai 3 Januari", date(2025, 1, 3)),
        ("tenggat 15/09/2024", date(2024, 9, 15)),
        ("paling lambat 2024-09-15", date(2024, 9, 15)),
        ("akhir Agustus", date(2024, 8, 31)),
        ("akhir bulan ini", date(2024, 8, 31)),
        ("akhir bulan depan", date(2024, 9, 30)),
        ("akhir Februari 2025", date(2025, 2, 28)),
        ("akhir tahun", date(2024, 12, 31)),
        ("akhir pekan ini", date(2024, 8, 9)),
        ("dalam 14 hari", date(2024, 8, 21)),
        ("dalam waktu 3 hari kerja", date(2024, 8, 12)),
        ("dua minggu lagi", date(2024, 8, 21)),
        ("minggu depan", date(2024, 8, 14)),
        ("bulan depan", date(2024, 9, 7)),
        ("H+7", date(2024, 8, 14)),
        ("hari Jumat", date(2024, 8, 9)),
        ("Senin depan", date(2024, 8, 12)),
        ("Jumat depan", date(2024, 8, 16)),
        ("tanggal 20", date(2024, 8, 20)),
        ("tanggal 5", date(2024, 9, 5)),
        ("besok", date(2024, 8, 8)),
        ("lusa", date(2024, 8, 9)),
        ("seminggu lagi", date(2024, 8, 14)),
        ("laporan triwulan II tahun 2024 belum diisi", None),
        ("mengacu surat 1 Juli 2024", None),
        ("tanggal 31 Februari 2025", None),
        ("IP SPM 95,5 persen", None),
    ],
)
def test_due_dates(text: str, due: date | None) -> None:
    assert find_due(text, WEDNESDAY) == due


@pytest.mark.parametrize(
    ("text", "urusan", "stage"),
    [
        ("Dinkes belum mengisi e-SPM triwulan II", "kesehatan", "pelaporan"),
        ("Data anak usia dini di Dapodik ganda", "pendidikan", "pengumpulan_data"),
        ("Kebutuhan guru PAUD belum dihitung", "pendidikan", "penghitungan_kebutuhan"),
        ("Anggaran damkar belum masuk Renja", "trantibumlinmas", "penyusunan_rencana"),
        ("Nakes di rumah sakit kurang", "kesehatan", None),
        ("Rumah korban bencana belum masuk rencana aksi", "perumahan_rakyat", "penyusunan_rencana"),
        ("Sambungan air minum belum melayani semua warga", "pekerjaan_umum", "pelaksanaan"),
        ("DTKS belum diverifikasi Dinas Sosial", "sosial", "pengumpulan_data"),
        ("Satpol PP belum punya SOP", "trantibumlinmas", "pelaksanaan"),
        ("Pengampu sering mutasi", None, "pelaksanaan"),
        ("Dinkes dan Disdik berbeda pendapat", None, None),
        ("Rapat dimulai pukul sembilan", None, None),
    ],
)
def test_urusan_and_stage_are_guessed(text: str, urusan: str | None, stage: str | None) -> None:
    assert (guess_urusan(text), guess_stage(text)) == (urusan, stage)


@pytest.mark.parametrize(
    ("text", "pic"),
    [
        ("Dinas Kesehatan Kota Bandung melengkapi isian", "Dinas Kesehatan"),
        ("Satpol PP mengusulkan sub kegiatan", "Satpol PP"),
        ("menyusun SK tim, PIC: Bu Yanti", "Bu Yanti"),
        ("penanggung jawab Budi Santoso sampai Jumat", "Budi Santoso"),
        ("data dicocokkan oleh Dinas Pendidikan dan Kebudayaan", "Dinas Pendidikan dan Kebudayaan"),
        ("Pak Andi menghubungi Dinkes", "Pak Andi"),
        ("rencana aksi disusun bersama", None),
    ],
)
def test_person_in_charge_is_guessed(text: str, pic: str | None) -> None:
    assert find_pic(text) == pic


def test_tags_and_what_was_said_win_over_guesses() -> None:
    text, about = parse_note(
        "Dinkes mengisi e-SPM | urusan: sosial | tahapan: pelaksanaan | tenggat: 1 September 2024",
        "tindaklanjut",
        WEDNESDAY,
        Bidang(pic="Bappeda"),
    )
    assert text == "Dinkes mengisi e-SPM"
    assert about == Bidang(
        urusan="sosial", tahapan="pelaksanaan", pic="Bappeda", tenggat=date(2024, 9, 1)
    )
    assert parse_note("Dinkes, besok", "masalah", WEDNESDAY)[1].tenggat is None
    assert to_urusan("Trantibumlinmas") == "trantibumlinmas"
    assert to_stage("Penyusunan rencana") == "penyusunan_rencana"
    assert to_kind("Tindak lanjut") == "tindaklanjut"
    for wrong in (lambda: to_urusan("zzz"), lambda: to_stage("zzz"), lambda: to_kind("zzz")):
        with pytest.raises(MasukanError, match="zzz"):
            wrong()


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Rina | Dinas Kesehatan", Peserta(nama="Rina", perangkat_daerah="Dinas Kesehatan")),
        ("Rina (Dinkes)", Peserta(nama="Rina", perangkat_daerah="Dinkes")),
        ("Rina - Dinkes", Peserta(nama="Rina", perangkat_daerah="Dinkes")),
        ("Nur-Aini", Peserta(nama="Nur-Aini")),
        ("  ", None),
    ],
)
def test_participants(line: str, person: Peserta | None) -> None:
    assert parse_participant(line) == person


def test_openings_and_places() -> None:
    assert parse_opening("Kota Bandung | evaluasi TW II") == (
        "Kota Bandung", "evaluasi TW II", "asistensi",
    )  # fmt: skip
    assert parse_opening("bimtek Gorontalo | isian e-SPM")[2] == "bimtek"
    assert parse_opening("31 | evaluasi | monev terpadu")[2] == "monev"
    assert kind_of("Rapat Koordinasi") == "rakor"
    assert region_of("kab. lombok utara").kode == "52.08"
    for text in ("Kota Bandung", "Kota Bandung |", "| topik"):
        with pytest.raises(MasukanError, match="Topik"):
            parse_opening(text)
    with pytest.raises(MasukanError, match="Kabupaten Bandung"):
        region_of("bandung")
    with pytest.raises(MasukanError, match="Atlantis"):
        region_of("Atlantis")


@pytest.mark.parametrize(
    ("kode", "zone"),
    [("11", "WIB"), ("32.73", "WIB"), ("61", "WIB"), ("62.71", "WIB"), ("51", "WITA"),
     ("52.08", "WITA"), ("63", "WITA"), ("65", "WITA"), ("75", "WITA"), ("81", "WIT"),
     ("91", "WIT"), ("96.71", "WIT")],
)  # fmt: skip
def test_zones(kode: str, zone: str) -> None:
    assert zone_of(kode) == zone


def test_every_region_has_a_zone() -> None:
    held = {zone: sum(zone_of(k) == zone for k in regions()) for zone in ("WIB", "WITA", "WIT")}
    assert sum(held.values()) == 552
    assert all(held.values())


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


def test_spans() -> None:
    assert month("2024-02").akhir == date(2024, 2, 29)
    assert quarter("2024-TW3").nama == "Triwulan III 2024"
    assert (quarter("2024-4").awal, quarter("2024-4").akhir) == (
        date(2024, 10, 1), date(2024, 12, 31),
    )  # fmt: skip
    assert year("2024").awal == date(2024, 1, 1)
    for wrong in (lambda: month("2024-13"), lambda: quarter("2024-5"), lambda: year("24")):
        with pytest.raises(MasukanError, match="belum terbaca"):
            wrong()


def test_days_in_words() -> None:
    assert days([date(2024, 8, d) for d in (23, 26, 27)]) == "23, 26, dan 27 Agustus 2024"
    assert days([date(2024, 7, 31), date(2024, 8, 1)]) == "31 Juli dan 1 Agustus 2024"
    assert days([date(2024, 12, 31), date(2025, 1, 1)]) == "31 Desember 2024 dan 1 Januari 2025"
    assert (SMALL[8], SMALL[11], SMALL[19], len(SMALL)) == (
        "delapan", "sebelas", "sembilan belas", 20,
    )  # fmt: skip
    assert to_hour("9:30") == time(9, 30)
    with pytest.raises(MasukanError, match=r"25\.00"):
        to_hour("25.00")


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


@pytest.mark.parametrize(
    ("new", "taken"),
    [
        ("Sampai kini Dinkes belum mengisi 3 dari 12 layanan.", True),
        ("Sampai kini Dinkes belum mengisi 4 dari 12 layanan.", False),
        ("Sampai kini Disdik belum mengisi 3 dari 12 layanan.", False),
        ("Dinkes belum mengisi 3 dari 12 layanan menurut Permendagri 59/2021.", False),
        ("", False),
        ("Dinkes belum mengisi 3 dari 12 layanan. " + "Ini penting sekali. " * 9, False),
    ],
)
def test_a_model_may_smooth_but_not_change_facts(new: str, taken: bool) -> None:
    text = "Hingga kini Dinkes belum isi 3 dari 12 layanan"
    assert smoothed(text, lambda _: new) == (new if taken else text)
    assert smoothed(text, None) == text


def test_long_answers_end_at_a_sentence() -> None:
    text = "Kalimat pertama [1]. " + "kata " * 100
    assert cut(text, 40) == "Kalimat pertama [1]. …"
    assert len(cut("kata " * 200, 100)) <= 102
    assert cut("1. satu 2. dua 3. tiga", 12).startswith("1. satu")


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
