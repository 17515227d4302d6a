"""What a note is about, guessed from its Indonesian text; a person confirms or changes it."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypeVar, get_args

from assistant import messages as m
from assistant.sessions.due_dates import find_due
from assistant.sessions.models import Bidang, JenisEntri, Tahapan
from assistant.sessions.persons import find_pic
from corpus.catalogue import services, urusan
from corpus.errors import MasukanError
from corpus.models import UrusanId
from ingest.tanggal import parse_date

# Offices and words that officers write and that stand in no list of the catalogue.
EVERYDAY: dict[UrusanId, str] = {
    "pendidikan": """
        disdikbud dispendik paud apm aps dapodik rapor ats kesetaraan siswa""",
    "kesehatan": """
        rumah_sakit rsud nakes tenaga_kesehatan balita lansia bumil odgj tbc hipertensi
        imunisasi posyandu diabetes_melitus ibu_hamil ibu_bersalin bayi_baru_lahir""",
    "pekerjaan_umum": """
        dpupr air_minum air_limbah spald spam jamban septik""",
    "perumahan_rakyat": """
        disperakim dpkp rumah_layak_huni relokasi rehabilitasi_rumah""",
    "trantibumlinmas": """
        satpol trantibumlinmas linmas kebakaran pemadam damkar kebencanaan rawan_bencana""",
    "sosial": """
        dtks dtsen anak_terlantar anak_telantar lansia_terlantar disabilitas gelandangan
        pengemis pascabencana psks tksk""",
}
STAGE_WORDS: dict[Tahapan, str] = {
    "pengumpulan_data": """
        pengumpulan_data pendataan data_dasar data_sasaran by_name bnba mendata didata
        verifikasi_data validasi_data pemutakhiran pemutakhiran_data dtks dtsen dapodik
        data_penerima sumber_data data_sekunder data_belum data_ganda data""",
    "penghitungan_kebutuhan": """
        penghitungan_kebutuhan perhitungan_kebutuhan menghitung_kebutuhan kebutuhan hitung
        menghitung penghitungan perhitungan standar_biaya unit_cost kekurangan_sarana
        selisih_kebutuhan""",
    "penyusunan_rencana": """
        penyusunan_rencana rencana_aksi renaksi rad renja renstra rkpd rpjmd rkpd_perubahan
        kua ppas dpa rka apbd anggaran penganggaran dianggarkan perencanaan nomenklatur
        sub_kegiatan subkegiatan program_kegiatan musrenbang integrasi diintegrasikan
        dokumen_perencanaan""",
    "pelaksanaan": """
        pelaksanaan melaksanakan terlayani melayani pelayanan distribusi penyaluran
        pengadaan sarana prasarana tenaga sdm petugas mutasi pemenuhan kegiatan_lapangan sop
        penerima_layanan""",
    "pelaporan": """
        pelaporan laporan lapor melaporkan dilaporkan e-spm espm triwulan tw input menginput
        mengisi pengisian isian unggah mengunggah diunggah capaian evaluasi monev lppd
        sesuai_form verifikasi_capaian ip_spm""",
}
STRONG = 3.0
T = TypeVar("T")
_TAG = re.compile(r"\s*\|\s*(urusan|tahapan|pic|pj|tenggat)\s*[:=]\s*([^|]*)", re.IGNORECASE)


def parse_note(
    text: str, jenis: JenisEntri, hari: date, said: Bidang | None = None
) -> tuple[str, Bidang]:
    """The text without its tags ("| urusan: kesehatan"), and its fields: said, tagged or guessed.

    Args:
        hari: The day of the session, from which due dates are counted.
        said: Fields that the person gave apart from the text; they win.

    Raises:
        MasukanError: a tag holds what is no urusan, tahapan or date.
    """
    tags: dict[str, str] = {k.lower(): v.strip() for k, v in _TAG.findall(text) if v.strip()}
    plain = " ".join(_TAG.sub("", text).split())
    said = said or Bidang()
    action = jenis == "tindaklanjut"
    pic = tags.get("pic") or tags.get("pj") or (find_pic(plain) if action else None)
    tagged_day = to_day(tags["tenggat"], hari) if "tenggat" in tags else None
    urusan_said = to_urusan(tags["urusan"]) if "urusan" in tags else guess_urusan(plain)
    stage_said = to_stage(tags["tahapan"]) if "tahapan" in tags else guess_stage(plain)
    return plain, Bidang(
        urusan=said.urusan or urusan_said,
        tahapan=said.tahapan or stage_said,
        pic=said.pic or pic,
        tenggat=said.tenggat or tagged_day or (find_due(plain, hari) if action else None),
    )


def guess_urusan(text: str) -> UrusanId | None:
    """The urusan whose words stand in the text; None where none or two equally do."""
    return _best(text, _urusan_words())


def guess_stage(text: str) -> Tahapan | None:
    """The tahapan that the text speaks of; None where none or two equally do."""
    return _best(text, _stage_words())


def to_urusan(text: str) -> UrusanId:
    """An urusan by id, name or word.

    Raises:
        MasukanError: it is none.
    """
    wanted = "_".join(text.lower().split())
    known = urusan()
    called = {(u.id, u.kode, "_".join(u.nama.lower().split())): u.id for u in known.values()}
    found = next((name for words, name in called.items() if wanted in words), None)
    found = found or guess_urusan(text)
    if found is None:
        choices = ", ".join(known)
        raise MasukanError(m.SESI_URUSAN_TAK_DIKENAL.format(nilai=text, pilihan=choices))
    return found


def to_stage(text: str) -> Tahapan:
    """A tahapan by id or by its name.

    Raises:
        MasukanError: it is none.
    """
    wanted = "_".join(text.lower().split())
    for stage in get_args(Tahapan):
        if wanted == stage or (len(wanted) >= 6 and wanted in stage):
            return stage  # type: ignore[no-any-return]
    found = guess_stage(text)
    if found is None:
        choices = ", ".join(get_args(Tahapan))
        raise MasukanError(m.SESI_TAHAPAN_TAK_DIKENAL.format(nilai=text, pilihan=choices))
    return found


def to_day(text: str, hari: date) -> date:
    """A date as people write it, or words such as "minggu depan".

    Raises:
        MasukanError: it is none.
    """
    found = parse_date(text) or find_due(text, hari)
    if found is None:
        raise MasukanError(m.SESI_TANGGAL_TAK_DIKENAL.format(nilai=text))
    return found


def _best(text: str, words: dict[str, tuple[T, float]]) -> T | None:
    """The winner by weight; a longer phrase takes its words away from shorter ones."""
    low = " ".join(re.sub(r"[^\w+.-]+", " ", text.lower()).split())
    low = f" {re.sub(r'[.]+(?= |$)', '', low)} "
    score: dict[T, float] = {}
    for phrase in sorted(words, key=len, reverse=True):
        written = f" {phrase} "
        if written in low:
            target, weight = words[phrase]
            score[target] = score.get(target, 0.0) + weight * (1 + phrase.count(" "))
            low = low.replace(written, " · ")
    ranked = sorted(score.items(), key=lambda item: item[1], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _urusan_words() -> dict[str, tuple[UrusanId, float]]:
    """Phrase -> its urusan and weight; a phrase of two urusan says nothing and is left out."""
    found: dict[str, tuple[UrusanId, float]] = {}
    shared: set[str] = set()

    def add(phrases: Iterable[str], target: UrusanId, weight: float) -> None:
        for phrase in phrases:
            word = " ".join(phrase.lower().replace("_", " ").split())
            if word in found and found[word][0] != target:
                shared.add(word)
            found.setdefault(word, (target, weight))

    for one in urusan().values():
        add((one.nama, one.id), one.id, STRONG)
        add(one.kata, one.id, 2.0)
        add(EVERYDAY[one.id].split(), one.id, 2.0)
    for service in services().values():
        add((service.nama, *service.perangkat_daerah), service.urusan, STRONG)
        add(service.kata, service.urusan, 1.0)
    return {word: meant for word, meant in found.items() if word not in shared}


@cache
def _stage_words() -> dict[str, tuple[Tahapan, float]]:
    """Phrase -> its tahapan; the very name of a tahapan weighs most."""
    return {
        word.replace("_", " "): (stage, STRONG if word == stage else 1.0)
        for stage, words in STAGE_WORDS.items()
        for word in words.split()
    }
