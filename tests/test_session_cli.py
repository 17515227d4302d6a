"""`spm session …` from opening to minutes, as scripts call it."""

import json
import re
from pathlib import Path

import pytest

from corpus.errors import MasukanError
from tests.session_month import spm


def start(*more: str) -> str:
    on = ("--on", "2024-08-07")
    return spm("start", "--daerah", "Kota Bandung", "--topic", "evaluasi", *on, *more)


def test_start_prints_the_id_alone() -> None:
    assert start() == "20240807-3273-1\n"
    assert start("--kind", "bimtek", "--time", "09.00", "--participant", "Rina | Dinkes") == (
        "20240807-3273-2\n"
    )


def test_from_note_to_minutes(tmp_path: Path) -> None:
    session_id = start().strip()
    said = spm("note", session_id, "tindaklanjut", "Dinkes mengisi e-SPM", "--due", "2024-09-15")
    assert said == (
        "#1 Dinkes mengisi e-SPM [tindak lanjut · Kesehatan · pelaporan · PJ Dinkes · "
        "tenggat 15 September 2024]\n"
    )
    changed = spm("correct", session_id, "1", "--pic", "Bappeda", "--urusan", "sosial")
    assert "Sosial" in changed
    assert "PJ Bappeda" in changed
    spm("update", session_id, "--place", "Balai Kota", "--output", "isian dilengkapi")
    spm("close", session_id, "--out", str(tmp_path / "notulen.docx"))
    assert (tmp_path / "notulen.docx").stat().st_size > 10_000
    assert session_id in spm("items", "--pic", "bappeda")
    assert "selesai 20 September 2024" in spm(
        "done", session_id, "1", "--note", "beres", "--on", "2024-09-20"
    )
    assert spm("items") == "Tidak ada tindak lanjut yang masih terbuka.\n"
    again = json.loads(spm("export", session_id))
    assert again["entries"][0]["beres_catatan"] == "beres"
    with pytest.raises(MasukanError, match="--yes"):
        spm("delete", session_id)
    assert "1 catatannya" in spm("delete", session_id, "--yes")
    assert spm("list") == "Belum ada sesi.\n"


def test_a_question_is_answered_by_the_law_and_kept(own_home: Path) -> None:
    session_id = start().strip()
    told = spm("ask", session_id, "Siapa yang mengawasi SPM kabupaten?")
    assert re.search(r"\[1\].*PP Nomor 2 Tahun 2018", told, re.DOTALL)
    assert "#1 Siapa yang mengawasi SPM kabupaten? [pertanyaan" in spm("show", session_id)
    spm("close", session_id)
    with pytest.raises(MasukanError, match="sudah ditutup"):
        spm("ask", session_id, "Siapa yang mengawasi SPM provinsi?")


def test_a_laporan_is_checked_and_attached(tmp_path: Path) -> None:
    session_id = start().strip()
    laporan = tmp_path / "laporan-spm-2023.txt"
    laporan.write_text("Laporan penerapan SPM Kota Bandung Tahun 2023\n\nTerdapat 8 (tujuh) hal.\n")
    assert "#1 laporan-spm-2023.txt [laporan diperiksa]" in spm("attach", session_id, str(laporan))
    kept = json.loads(spm("export", session_id))["entries"][0]["laporan"]
    assert kept["galat"] + kept["peringatan"] >= 1
    assert len(kept["sha256"]) == 64


def test_lists_recaps_and_comparisons_as_json(tmp_path: Path) -> None:
    session_id = start().strip()
    assert json.loads(spm("list", "--json"))["sessions"][0]["id"] == session_id
    recap = json.loads(spm("recap", "--month", "2024-08", "--json"))
    assert recap["counts"]["activities"] == len(recap["activities"]) == 1
    assert json.loads(spm("compare", "32", "--year", "2024", "--json"))["without_session"] == 27
    assert "Kota Bandung" in spm("compare", "32", "--quarter", "2024-3")
    spm("recap", "--year", "2024", "--out", str(tmp_path / "rekap.xlsx"))
    assert (tmp_path / "rekap.xlsx").stat().st_size > 5_000
    assert "tidak ada kegiatan" in spm("recap", "--month", "2023-01")
    spm("recap", "--month", "2023-01", "--out", str(tmp_path / "kosong.docx"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("start", "--daerah", "bandung", "--topic", "x"), "Kabupaten Bandung"),
        (("start", "--daerah", "31", "--topic", "x", "--kind", "pesta"), "pesta"),
        (("note", "tidak-ada", "masalah", "x"), "tidak ditemukan"),
        (("recap", "--month", "Agustus"), "belum terbaca"),
        (("recap", "--month", "2024-08", "--year", "2024"), "satu kurun"),
        (("close", "tidak-ada", "--out", "notulen.odt"), "notulen.odt"),
    ],
)
def test_misuse_is_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(MasukanError, match=re.escape(sentence)):
        spm(*arguments)


def test_unknown_numbers_and_kinds() -> None:
    session_id = start().strip()
    with pytest.raises(MasukanError, match="#9"):
        spm("remove", session_id, "9")
    with pytest.raises(MasukanError, match="pesan"):
        spm("note", session_id, "pesan", "x")
    with pytest.raises(MasukanError, match="kosong"):
        spm("note", session_id, "masalah", "  ")
