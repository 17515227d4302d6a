"""`spm index add` and `spm index build --from`: the user's own regulations, and what they cost."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.pipeline import Assistant
from bots.cli import main

TODAY = date(2026, 11, 22)
PERDA = """PERATURAN DAERAH KABUPATEN CONTOH
NOMOR 7 TAHUN 2020
TENTANG
LAYANAN AIR BERSIH KAMPUNG
DENGAN RAHMAT TUHAN YANG MAHA ESA
BAB I
KETENTUAN UMUM
Pasal 1
(1) Pemerintah daerah menyediakan Sumur Bersama di setiap kampung.
(2) Sumur Bersama dirawat oleh Petugas Air.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""
PERMENDAGRI = """PERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA
NOMOR 59 TAHUN 2021
TENTANG
PENERAPAN STANDAR PELAYANAN MINIMAL
DENGAN RAHMAT TUHAN YANG MAHA ESA
BAB I
KETENTUAN UMUM
Pasal 3
Naskah uji menyebut pasal ketiga dengan kalimat buatan sendiri.
"""
ID = "perda-contoh-7-2020"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def spm(own_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `spm` on a home of its own that holds the digests."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["spm", *map(str, words)])
        capfd.readouterr()
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        done = capfd.readouterr()
        return status, done.out, done.err

    return run


@pytest.fixture
def perda(tmp_path: Path) -> Path:
    path = tmp_path / "perda.txt"
    path.write_text(PERDA, encoding="utf-8")
    return path


def asked(home: Path, question: str) -> Answer:
    assistant = Assistant(home)
    answer = assistant.ask(question, today=TODAY)
    assistant.retriever.chunks.close()
    return answer


def official(spm: Run) -> list[tuple[Any, ...]]:
    """(regulation, file, chunks, status) of every official text in the index."""
    rows = json.loads(spm("index", "status", "--json")[1])["regulations"]
    keys = ("regulasi", "berkas", "chunks", "status")
    return [tuple(row[k] for k in keys) for row in rows if row["tier"] == "resmi"]


def test_unregistered_regulation_is_added_by_id(spm: Run, own_home: Path, perda: Path) -> None:
    status, out, _ = spm("index", "add", perda, "--id", ID)
    assert (status, out.split(",")[0]) == (0, "Indeks siap: 3 potongan baru")
    assert official(spm) == [(ID, "perda.txt", 3, "tidak_diketahui")]
    answer = asked(own_home, "pasal 1 ayat 2 perda contoh 7/2020 siapa yang merawat Sumur Bersama?")
    (found,) = (c for c in answer.citations if c.regulation == ID and c.ayat == "2")
    assert (found.tier, found.legal_status, found.pasal) == ("resmi", "tidak_diketahui", "1")
    assert found.source.file == "perda.txt"
    assert "Petugas Air" in answer.answer


def test_registered_regulation_takes_its_id(spm: Run, own_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "unduhan (3).txt"
    path.write_text(PERMENDAGRI, encoding="utf-8")
    assert spm("index", "add", path)[0] == 0
    assert official(spm) == [("permendagri-59-2021", "unduhan (3).txt", 1, "berlaku")]
    answer = asked(own_home, "pasal 3 permendagri 59/2021")
    assert [(c.tier, c.pasal, c.verified_locator) for c in answer.citations] == [
        ("resmi", "3", True)
    ]


def test_added_file_is_kept(spm: Run, own_home: Path, perda: Path) -> None:
    spm("index", "add", perda, "--id", ID)
    perda.unlink()
    status, out, _ = spm("index", "build")
    assert (status, "tidak ada yang berubah" in out) == (0, True)
    assert [row[0] for row in official(spm)] == [ID]
    assert (own_home / "peraturan" / ID / "perda.txt").read_text(encoding="utf-8") == PERDA


def test_two_files_of_one_name_are_both_kept(spm: Run, perda: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain" / "perda.txt"
    other.parent.mkdir()
    other.write_text(PERDA.replace("NOMOR 7", "NOMOR 8"), encoding="utf-8")
    spm("index", "add", perda, "--id", ID)
    spm("index", "add", other, "--id", "perda-contoh-8-2020")
    assert {row[0] for row in official(spm)} == {ID, "perda-contoh-8-2020"}


def test_unknown_file_is_refused_and_not_copied(spm: Run, own_home: Path, perda: Path) -> None:
    before = spm("index", "status", "--json")
    status, out, err = spm("index", "add", perda)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert 'Berkas "perda.txt" belum dikenali' in err
    assert "--id" in err
    assert not (own_home / "peraturan").exists()
    assert spm("index", "status", "--json") == before


def test_malformed_id_is_refused(spm: Run, perda: Path) -> None:
    status, _, err = spm("index", "add", perda, "--id", "Perda Contoh")
    assert (status, 'Id "Perda Contoh" belum sesuai' in err) == (2, True)


def test_text_without_pasal_is_refused(spm: Run, tmp_path: Path) -> None:
    path = tmp_path / "catatan.txt"
    path.write_text("Catatan rapat tentang air bersih.\nTidak ada keputusan.\n", encoding="utf-8")
    status, _, err = spm("index", "add", path, "--id", ID)
    assert (status, "tidak memuat pasal atau lampiran" in err) == (2, True)


def test_unreadable_file_among_good_ones(spm: Run, tmp_path: Path) -> None:
    folder = tmp_path / "peraturan-kami"
    folder.mkdir()
    (folder / "permendagri-59-2021.txt").write_text(PERMENDAGRI, encoding="utf-8")
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 terpotong")
    (folder / "kosong.docx").touch()
    status, out, err = spm("index", "build", "--from", folder)
    assert status == 2
    assert out.startswith("Indeks siap: 1 potongan baru")
    assert [name in err for name in ("rusak.pdf", "kosong.docx")] == [True, True]
    assert "Traceback" not in err
    assert [row[0] for row in official(spm)] == ["permendagri-59-2021"]
    # Still unreadable the second time, and still said.
    assert spm("index", "build", "--from", folder)[0] == 2


def test_second_build_says_that_nothing_changed(spm: Run) -> None:
    status, out, err = spm("index", "build")
    assert (status, err.strip()) == (0, "")
    assert "tidak ada yang berubah" in out


@pytest.mark.slow
def test_scan_in_the_index_names_its_blank_pages(spm: Run, shared: Path) -> None:
    scan = shared / "data" / "scans" / "PermenPANRB-1-2020-mixed.pdf"
    status, _, _ = spm("index", "add", scan, "--id", "permenpanrb-1-2020")
    assert status == 0
    rows = json.loads(spm("index", "status", "--json")[1])["regulations"]
    (row,) = (r for r in rows if r["regulasi"] == "permenpanrb-1-2020")
    assert row["halaman_kosong"] in ([], list(range(11, 46)))
