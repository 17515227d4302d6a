"""August 2024 as it could have been played: eight activities, two groups at once, a crash midway.

Five run in Telegram groups (functions with message keys), three in the terminal (`spm session`).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from typer.testing import CliRunner

from assistant.answer import Answer, Citation, SourceFile
from assistant.sessions.corrections import confirm, correct, remove
from assistant.sessions.entries import attach, keep_answer, note
from assistant.sessions.following import mark_done
from assistant.sessions.lifecycle import close_session, open_session
from assistant.sessions.models import (
    Aktor,
    Bidang,
    Kegiatan,
    LaporanDiperiksa,
    Peserta,
    TemuanRingkas,
)
from assistant.sessions.persons import parse_participant
from assistant.sessions.store import SessionStore
from bots import session_commands
from corpus.errors import MasukanError

# chat, first moment (UTC), kind, region, topic, participants
GROUPS: tuple[tuple[str, str, Kegiatan, str, str, str], ...] = (
    ("g-bandung", "2024-08-07T02:00", "asistensi", "Kota Bandung",
     "cara mengisi pelaporan menurut standar teknis tiap pengampu",
     "Rina | Dinas Kesehatan; Budi | Dinas Pendidikan; Dedi | Bappelitbang"),
    ("g-kaltara", "2024-08-07T02:05", "asistensi", "Provinsi Kalimantan Utara",
     "penerapan SPM dan isian e-SPM", "Hasan (Bappeda Litbang)"),
    ("g-bangka", "2024-08-22T01:30", "asistensi", "Kabupaten Bangka",
     "evaluasi triwulan II", "Lina - Bappeda"),
    ("g-jateng", "2024-08-27T02:00", "asistensi", "Jawa Tengah", "evaluasi triwulan II", ""),
    ("g-lombok", "2024-08-29T00:30", "asistensi", "Kabupaten Lombok Utara",
     "fasilitasi isian Dinas Kesehatan", "Nur | Dinas Kesehatan"),
)  # fmt: skip
TERMINAL = (
    ("rakor", "DKI Jakarta", "kemajuan laporan antara", ["2024-08-08"]),
    ("monev", "31", "monitoring penerapan SPM", ["2024-08-23", "2024-08-26", "2024-08-27"]),
    ("bimtek", "Provinsi Gorontalo", "evaluasi triwulan II", ["2024-08-28"]),
)
NOTES = (
    ("masalah", "Dinas Kesehatan belum mengisi realisasi ibu hamil triwulan II di e-SPM"),
    ("solusi", "Dinkes memakai data puskesmas yang sudah diverifikasi untuk pelaporan"),
    ("masalah", "Kebutuhan pendamping rehabilitasi sosial belum dihitung Dinas Sosial"),
    ("masalah", "Anggaran trantibum belum masuk Renja perubahan Satpol PP"),
    ("masalah", "Pengampu sering mutasi, hubungi Yanti 081234567890, NIK 3273014506900001"),
    ("keputusan", "Semua pengampu memakai sasaran yang ditetapkan Bappeda"),
    ("tindaklanjut", "Dinas Kesehatan melengkapi isian e-SPM paling lambat 15 September 2024"),
    ("tindaklanjut", "Menyusun rencana aksi, PIC: Bu Yanti, dalam 14 hari"),
)
ASKED = (
    ("Siapa yang mengawasi SPM kabupaten?", "answered"),
    ("siapa yang mengawasi spm kabupaten", "answered"),
    ("Berapa honor petugas pendata?", "unanswerable_no_source"),
)
SEKBER = "sekber-1"


def runner(chat: str) -> Aktor:
    """Somebody of Sekber in a chat."""
    return Aktor(id=SEKBER, peran="sekber", chat=chat)


def member(chat: str, name: str = "warga") -> Aktor:
    """A participant of a chat."""
    return Aktor(id=name, peran="peserta", chat=chat)


def answer(question: str, status: str = "answered") -> Answer:
    """An answer as the pipeline gives it, with a citation where there is one."""
    if status != "answered":
        return Answer(question=question, status=status, answer="Belum ada sumber.")  # type: ignore[arg-type]
    cited = Citation(
        mark=1, regulation="pp-2-2018", pasal="19", ayat="4", huruf=None, bagian="batang_tubuh",
        label="PP Nomor 2 Tahun 2018 Pasal 19 ayat (4)", tier="ringkasan", legal_status="berlaku",
        verified_locator=True, text="…", source=SourceFile(),
    )  # fmt: skip
    text = "Gubernur mengawasi penerapan SPM kabupaten/kota sebagai wakil Pemerintah Pusat [1]."
    return Answer(question=question, status="answered", answer=text, citations=(cited,))


def laporan(name: str = "Laporan TW II.xlsx", galat: int = 2) -> LaporanDiperiksa:
    """A laporan as checking it left it."""
    finding = TemuanRingkas(
        aturan="ARI-02",
        keparahan="galat",
        pesan="Capaian tertulis 95,0 persen, sedangkan 450 dari 500 menghasilkan 90,0 persen.",
    )
    return LaporanDiperiksa(
        nama=name, sha256="ab" * 32, galat=galat, peringatan=3, info=1, tahun=2024, triwulan=2,
        indeks="87.4321", kategori="Tuntas Madya", temuan=(finding,),
    )  # fmt: skip


def play(url: str) -> SessionStore:
    """Plays the whole month; the store as it is at the end of August."""
    store = SessionStore(url)
    began = {chat: moment(at) for chat, at, *_ in GROUPS}
    for chat, _, kind, region, topic, people in GROUPS:
        open_session(
            store, runner(chat), daerah=region, topik=topic, now=began[chat], kegiatan=kind,
            peserta=list(participants(people)), fasilitator=["Tim Sekber"],
            asal=f"{chat}/0", tempat="Kantor Bappeda",
        )  # fmt: skip
    events = sorted(of_groups(began))
    half = len(events) // 2
    for event in events[:half]:
        happen(store, *event)
    store.close()  # the process dies; what was not acknowledged comes again
    store = SessionStore(url)
    for event in events[half - 10 :]:
        happen(store, *event)
    for chat, at in began.items():
        sesi = store.running(chat)
        assert sesi is not None
        close_session(store, runner(chat), sesi.id, now=at + timedelta(hours=3))
    in_terminal(store)
    bandung = "20240807-3273-1"
    mark_done(
        store, runner("g-bandung"), bandung, 8, hari=date(2024, 8, 20), catatan="sudah terbit"
    )
    return store


def of_groups(began: dict[str, datetime]) -> Iterator[tuple[datetime, str, int, str, str]]:
    """Messages of all groups: when, chat, number, what, text."""
    for rank, (chat, at) in enumerate(began.items()):
        for number, (kind, text) in enumerate(NOTES[: len(NOTES) - rank], 1):
            yield at + timedelta(minutes=3 * number), chat, number, kind, text
        for number, (question, status) in enumerate(ASKED[: 3 - rank % 2], 20):
            yield at + timedelta(minutes=2 * number), chat, number, status, question
        yield at + timedelta(minutes=90), chat, 40, "salah", "masalah keliru"
        yield at + timedelta(minutes=95), chat, 40, "hapus", ""
        yield at + timedelta(minutes=100), chat, 1, "masalah", NOTES[0][1] + " dan triwulan I"


def happen(store: SessionStore, at: datetime, chat: str, number: int, what: str, text: str) -> None:
    """One message of a group, as a bot hands it on."""
    sesi = store.running(chat)
    assert sesi is not None
    key = f"{chat}/{number}"
    if what == "hapus":
        remove(store, runner(chat), sesi.id, now=at, asal=key)
    elif what in ("answered", "unanswerable_no_source"):
        keep_answer(store, member(chat), sesi.id, answer(text, what), now=at, asal=key)
    else:
        kind = "masalah" if what == "salah" else what
        note(store, member(chat), sesi.id, kind, text, now=at, asal=key)  # type: ignore[arg-type]


def in_terminal(store: SessionStore) -> None:
    """The three activities that were kept at a desk."""
    for kind, region, topic, days in TERMINAL:
        on = [part for day in days for part in ("--on", day)]
        command = ["start", "--daerah", region, "--topic", topic, "--kind", kind, *on]
        session_id = spm(*command).split("\n")[0]
        spm("note", session_id, "masalah", "Data sasaran anak usia dini berbeda dengan Dapodik")
        spm("note", session_id, "tindaklanjut", "Disdik mencocokkan data anak usia dini",
            "--due", "30 September 2024", "--pic", "Dinas Pendidikan")  # fmt: skip
        spm("note", session_id, "keputusan", "salah ketik")
        spm("correct", session_id, "3", "Verifikasi dilakukan tiap triwulan")
        spm("note", session_id, "masalah", "tercatat dua kali")
        spm("remove", session_id, "4")
        if kind == "monev":
            admin = Aktor(id="terminal", peran="admin")
            now = datetime.now(UTC)
            attach(store, admin, session_id, laporan(), now=now)
            attach(store, admin, session_id, laporan(), now=now)
            said = Bidang(urusan="pendidikan", tahapan="pengumpulan_data")
            correct(store, admin, session_id, now=now, nomor=1, said=said)
            confirm(store, admin, session_id, 2)
        spm("close", session_id)


def spm(*arguments: str) -> str:
    """A command of `spm session`; what it printed."""
    result = CliRunner().invoke(session_commands.app, list(arguments))
    if isinstance(result.exception, MasukanError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def participants(text: str) -> Iterator[Peserta]:
    """Participants of "Rina | Dinkes; Budi (Disdik)"."""
    for line in text.split(";"):
        found = parse_participant(line)
        if found is not None:
            yield found


def moment(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
