"""What a session reads in words: due dates, urusan, persons, openings, zones, spans."""

from datetime import UTC, date, datetime, time

import pytest

from assistant.sessions.due_dates import find_due
from assistant.sessions.entries import to_kind
from assistant.sessions.minutes_text import cut
from assistant.sessions.models import Aktor, Bidang, Peserta
from assistant.sessions.notes import guess_stage, guess_urusan, parse_note, to_stage, to_urusan
from assistant.sessions.opening import Rincian, detail, parse_request
from assistant.sessions.periods import month, quarter, span, year
from assistant.sessions.persons import find_pic, parse_participant
from assistant.sessions.places import kind_of, parse_opening, region_of
from assistant.sessions.smoothing import smoothed
from assistant.sessions.wording import SMALL, days
from assistant.sessions.zones import to_hour, zone_of
from corpus.errors import MasukanError
from corpus.regions import regions

WEDNESDAY = date(2024, 8, 7)
NOW = datetime(2024, 8, 7, 2, 0, tzinfo=UTC)
ADMIN = Aktor(id="a", peran="admin")


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


def test_an_opening_with_its_details() -> None:
    text = (
        "bimtek Kota Bandung | evaluasi TW II\ntempat: Aula Bappeda\n"
        "fasilitator: Tim Sekber; Pak Andi | peserta: Rina | Dinkes; Budi (Disdik)\n"
        "hari: 7 Agustus 2024; 8 Agustus 2024\njam: 09.00\nzona: WIT"
    )
    place, topic, kind, said = parse_request(text, WEDNESDAY)
    assert (place, topic, kind) == ("Kota Bandung", "evaluasi TW II", "bimtek")
    assert said == Rincian(
        tempat="Aula Bappeda", daring=False, fasilitator=("Tim Sekber", "Pak Andi"),
        peserta=(
            Peserta(nama="Rina", perangkat_daerah="Dinkes"),
            Peserta(nama="Budi", perangkat_daerah="Disdik"),
        ),
        hari=(date(2024, 8, 7), date(2024, 8, 8)), jam=time(9), zona="WIT",
    )  # fmt: skip
    assert parse_request("31 | rakor bulanan | jenis: rakor", WEDNESDAY)[1:3] == (
        "rakor bulanan", "rakor",
    )  # fmt: skip
    video = detail("tempat", "daring, Zoom Ditjen Bangda", WEDNESDAY)
    assert (video.tempat, video.daring) == ("Zoom Ditjen Bangda", True)
    assert detail("peserta", "Rina", WEDNESDAY).peserta == (Peserta(nama="Rina"),)
    with pytest.raises(MasukanError, match="tempat"):
        detail("tempat", " ", WEDNESDAY)
    with pytest.raises(MasukanError, match="kapan-kapan"):
        detail("hari", "kapan-kapan", WEDNESDAY)


def test_a_span_is_known_by_its_form() -> None:
    assert [span(t).nama for t in ("2024-08", "2024-TW3", "2024-q1", "2024")] == [
        "Agustus 2024", "Triwulan III 2024", "Triwulan I 2024", "Tahun 2024",
    ]  # fmt: skip
