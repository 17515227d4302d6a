"""Which regulation a file is: what it says, what its name says, what the user says."""

from pathlib import Path

import pytest

from corpus.errors import BerkasError
from ingest.document import Document, Line
from ingest.identify import identify


def document(name: str, *lines: str) -> Document:
    return Document(Path(name), tuple(Line(text, None, n) for n, text in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("name", "regulation"),
    [
        ("pp-2018-2.md", "pp-2-2018"),
        ("PP-2-2018-SPM.pdf", "pp-2-2018"),
        ("pp-17-2018.md", "pp-17-2018"),
        ("pp-2018-17.md", "pp-17-2018"),
        ("Permenkes-4-2019.pdf", "permenkes-4-2019"),
    ],
)
def test_file_name_says_it(name: str, regulation: str) -> None:
    assert identify(document(name, "Pasal 1")).id == regulation


def test_opening_of_the_text_says_it() -> None:
    found = identify(
        document(
            "pindaian001.txt",
            "PERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA",
            "NOMOR 59 TAHUN 2021",
            "TENTANG PENERAPAN STANDAR PELAYANAN MINIMAL",
        )
    )
    assert found.id == "permendagri-59-2021"


def test_mended_opening_says_it() -> None:
    found = identify(
        document("scan.txt", "PERATURAN PEMERINTAH REPUBLIK INDONESIA", "NOMOR 2 TAHUN 2OI8")
    )
    assert found.id == "pp-2-2018"


def test_basis_law_is_not_mistaken_for_the_file() -> None:
    """A perda cites PP 2/2018 in its opening; it is not PP 2/2018."""
    with pytest.raises(BerkasError, match="--id"):
        identify(
            document(
                "perda.txt",
                "PERATURAN DAERAH KABUPATEN CONTOH",
                "NOMOR 7 TAHUN 2020",
                "TENTANG LAYANAN AIR BERSIH",
                "Mengingat: Peraturan Pemerintah Nomor 2 Tahun 2018 tentang SPM",
            )
        )


def test_unknown_file_asks_for_an_id() -> None:
    with pytest.raises(BerkasError) as caught:
        identify(document("catatan.txt", "Daftar belanja", "Beras"))
    assert 'Berkas "catatan.txt" belum dikenali' in str(caught.value)
    assert "--id" in str(caught.value)


def test_given_id_wins() -> None:
    found = identify(document("pp-2018-2.md", "Pasal 1"), "permendagri-59-2021")
    assert found.id == "permendagri-59-2021"


def test_id_of_an_unregistered_regulation() -> None:
    found = identify(
        document(
            "perda.txt",
            "PERATURAN DAERAH KABUPATEN CONTOH NOMOR 7 TAHUN 2020",
            "TENTANG",
            "LAYANAN AIR BERSIH KAMPUNG",
            "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        ),
        "perda-contoh-7-2020",
    )
    assert found.model_dump(include={"id", "jenis", "nomor", "tahun", "tentang", "status"}) == {
        "id": "perda-contoh-7-2020",
        "jenis": "Perda Contoh",
        "nomor": "7",
        "tahun": 2020,
        "tentang": "Layanan Air Bersih Kampung",
        "status": "tidak_diketahui",
    }


@pytest.mark.parametrize(
    "given", ["perda", "Perda-7-2020", "perda 7/2020", "perda-2020", "../pp-2-2018"]
)
def test_malformed_id_is_refused(given: str) -> None:
    with pytest.raises(BerkasError, match="jenis-nomor-tahun"):
        identify(document("perda.txt", "Pasal 1"), given)
