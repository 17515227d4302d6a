"""The catalogue: 43 jenis pelayanan dasar, each with its basis, penerima and mutu."""

from collections import Counter

import pytest

from corpus.catalogue import ORDER, of, services, urusan
from corpus.models import JenisLayanan, Tingkat, UrusanId

# (kabupaten/kota, provinsi), as Pasal 5 to 10 of PP 2/2018 count them.
COUNTS: dict[UrusanId, tuple[int, int]] = {
    "pendidikan": (3, 2),
    "kesehatan": (12, 2),
    "pekerjaan_umum": (2, 2),
    "perumahan_rakyat": (2, 2),
    "trantibumlinmas": (5, 1),
    "sosial": (5, 5),
}
CODES = {
    "pendidikan": ("pend", "5"),
    "kesehatan": ("kes", "6"),
    "pekerjaan_umum": ("pu", "7"),
    "perumahan_rakyat": ("per", "8"),
    "trantibumlinmas": ("tra", "9"),
    "sosial": ("sos", "10"),
}
STANDARDS = {
    "pendidikan": {"permendikbudristek-32-2022"},
    "kesehatan": {"permenkes-6-2024"},
    "pekerjaan_umum": {"permenpupr-13-2023"},
    "perumahan_rakyat": {"permenpupr-13-2023"},
    "trantibumlinmas": {
        "permendagri-121-2018", "permendagri-101-2018", "permendagri-114-2018"
    },
    "sosial": {"permensos-9-2018"},
}  # fmt: skip
# Pasal 7 ayat (4) and Pasal 8 ayat (4) know no standard for sumber daya manusia.
WITHOUT_SDM = {"pekerjaan_umum", "perumahan_rakyat"}
EVERY = list(services().values())


def test_29_and_14_make_43() -> None:
    levels: list[Tingkat] = ["kabkota", "provinsi"]
    assert [len(of(None, level)) for level in levels] == [29, 14]
    assert len(services()) == 43


@pytest.mark.parametrize("name", COUNTS)
def test_counts_of_each_urusan(name: UrusanId) -> None:
    assert (len(of(name, "kabkota")), len(of(name, "provinsi"))) == COUNTS[name]


def test_urusan_carry_code_and_pasal() -> None:
    assert {u.id: (u.kode, u.pasal) for u in urusan().values()} == CODES
    assert list(urusan()) == list(ORDER)


@pytest.mark.parametrize("service", EVERY, ids=lambda s: s.id)
def test_id_says_urusan_and_level(service: JenisLayanan) -> None:
    code, level, _ = service.id.split(".")
    assert code == urusan()[service.urusan].kode
    assert level == {"kabkota": "kab", "provinsi": "prov"}[service.tingkat]


def test_numbers_run_without_gaps() -> None:
    groups = Counter(s.id.rsplit(".", 1)[0] for s in EVERY)
    wanted = [f"{group}.{n:02}" for group, count in groups.items() for n in range(1, count + 1)]
    assert list(services()) == wanted


@pytest.mark.parametrize("service", EVERY, ids=lambda s: s.id)
def test_basis_is_the_pasal_of_the_urusan(service: JenisLayanan) -> None:
    pasal = f"pp-2-2018/pasal-{urusan()[service.urusan].pasal}"
    level = "2" if service.tingkat == "provinsi" else "3"
    assert service.dasar.jenis.split("/huruf-")[0] == f"{pasal}/ayat-{level}"
    assert service.dasar.mutu.split("/huruf-")[0] == f"{pasal}/ayat-4"
    assert service.dasar.penerima.split("/huruf-")[0] == f"{pasal}/ayat-5"


@pytest.mark.parametrize("service", EVERY, ids=lambda s: s.id)
def test_every_service_is_described_whole(service: JenisLayanan) -> None:
    assert service.penerima
    assert service.satuan
    assert service.perangkat_daerah
    assert {m.nama for m in service.mutu}
    assert service.standar_teknis in STANDARDS[service.urusan]


@pytest.mark.parametrize("service", EVERY, ids=lambda s: s.id)
def test_mutu_has_the_components_of_its_urusan(service: JenisLayanan) -> None:
    found = {m.komponen for m in service.mutu}
    if service.urusan in WITHOUT_SDM:
        assert "sdm" not in found
    assert "barang_jasa" in found


@pytest.mark.parametrize("name", COUNTS)
def test_urusan_has_all_its_components(name: UrusanId) -> None:
    wanted = {"barang_jasa", "sdm", "tata_cara"} - ({"sdm"} if name in WITHOUT_SDM else set())
    assert {m.komponen for s in of(name) for m in s.mutu} == wanted


@pytest.mark.parametrize("service", EVERY, ids=lambda s: s.id)
def test_mutu_items_have_names_of_their_own(service: JenisLayanan) -> None:
    names = Counter((m.komponen, m.nama.lower()) for m in service.mutu)
    assert [name for name, n in names.items() if n > 1] == []


def test_services_of_a_level_have_names_of_their_own() -> None:
    names = Counter((s.tingkat, s.nama.lower()) for s in EVERY)
    assert [name for name, n in names.items() if n > 1] == []
