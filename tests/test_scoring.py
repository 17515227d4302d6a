"""The rules of IP SPM: worked cases from files, published values, and what must always hold."""

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.format import rounded
from assistant.laporan import ButirMutu, IsianLayanan, Laporan, Nilai
from assistant.scoring.capaian_mutu import GABUNGAN
from assistant.scoring.capaian_penerima import capaian_penerima
from assistant.scoring.hasil import HasilSkor, SkorLayanan
from assistant.scoring.hitung import jumlah, pas, rata_rata, tulis
from assistant.scoring.indeks_daerah import indeks_daerah
from assistant.scoring.indeks_layanan import indeks_layanan
from assistant.scoring.indeks_urusan import indeks_urusan
from assistant.scoring.kategori import jarak, kategori
from assistant.scoring.ketentuan import Ketentuan, kategori_pada, ketentuan
from assistant.scoring.kewenangan import dua_tingkat, layanan_wajib
from assistant.scoring.langkah import langkah
from assistant.scoring.skor import skor
from assistant.scoring.skor_layanan import skor_layanan
from corpus import catalogue, parameters
from corpus.errors import LaporanError, MasukanError

CASES = Path(__file__).parent / "cases" / "scoring"
DAY = date(2024, 12, 31)
RULES = ketentuan(DAY)
# the scoring package's files that hold no rule of their own
NOT_RULES = {
    "__init__",
    "hitung",
    "hasil",
    "ketentuan",
    "langkah",
    "skor",
    "whatif",
    "goal",
    "comparison",
    "kewenangan",
    "skor_layanan",
}


def cases(name: str) -> list[Any]:
    rows = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["kasus"]
    return [pytest.param(row, id=row.get("nama") or row["layanan"]) for row in rows]


def numbers(values: list[str]) -> list[Decimal]:
    return [Decimal(value) for value in values]


def check(case: dict[str, Any], result: Decimal) -> None:
    if "desimal" in case:
        result = rounded(result, case["desimal"])
    assert pas(result) == Decimal(case["keluaran"])


def isian(
    id: str,
    sasaran: int | None = 100,
    terlayani: int | None = 100,
    mutu: list[tuple[int | None, int | None]] | None = None,
) -> IsianLayanan:
    """`mutu` as (terpenuhi, kebutuhan); one item fully met when left out."""

    def value(number: int | None) -> Nilai:
        return Nilai(None if number is None else Decimal(number))

    items = [(10, 10)] if mutu is None else mutu
    return IsianLayanan(
        id,
        value(sasaran),
        value(terlayani),
        tuple(
            ButirMutu("barang_jasa", f"butir {n}", "unit", value(need), value(met))
            for n, (met, need) in enumerate(items)
        ),
    )


def laporan(
    rows: list[IsianLayanan], tingkat: Any = "kabkota", daerah: str | None = None
) -> Laporan:
    return Laporan("uji", daerah, "Uji", tingkat, 2024, None, tuple(rows))


def full(tingkat: Any = "kabkota", **changed: IsianLayanan) -> Laporan:
    """Every service fully met, except the ones given by id with '_' for '.'."""
    ids = [s.id for s in catalogue.of(tingkat=tingkat)]
    return laporan([changed.get(id.replace(".", "_"), isian(id)) for id in ids], tingkat)


def one(row: IsianLayanan, rules: Ketentuan = RULES) -> SkorLayanan:
    return skor_layanan(catalogue.services()[row.id], row, rules)


# --- case files, one for each rule


def test_every_rule_has_a_case_file() -> None:
    folder = Path("assistant/scoring") if Path("assistant/scoring").is_dir() else None
    source = folder or Path(__file__).parent.parent / "assistant" / "scoring"
    rules = {path.stem for path in source.glob("*.py")} - NOT_RULES
    assert rules == {
        "capaian_penerima",
        "capaian_mutu",
        "indeks_layanan",
        "indeks_urusan",
        "indeks_daerah",
        "kategori",
    }
    assert all((CASES / f"{rule}.toml").is_file() for rule in rules)


@pytest.mark.parametrize("case", cases("capaian_penerima"))
def test_capaian_penerima(case: dict[str, Any]) -> None:
    given = {name: Decimal(value) for name, value in case["masukan"].items()}
    if "galat" in case:
        with pytest.raises(LaporanError) as caught:
            capaian_penerima(**given)
        assert str(caught.value) == case["galat"]
    else:
        check(case, capaian_penerima(**given))


@pytest.mark.parametrize("case", cases("capaian_mutu"))
def test_capaian_mutu(case: dict[str, Any]) -> None:
    given = case["masukan"]
    items = [(Decimal(met), Decimal(need)) for met, need in given["butir"]]
    check(case, GABUNGAN[given["cara"]](items, Decimal(given["batas"])))


@pytest.mark.parametrize("case", cases("indeks_layanan"))
def test_indeks_layanan(case: dict[str, Any]) -> None:
    check(case, indeks_layanan(**{k: Decimal(v) for k, v in case["masukan"].items()}))


@pytest.mark.parametrize("case", cases("indeks_urusan"))
def test_indeks_urusan(case: dict[str, Any]) -> None:
    check(case, indeks_urusan(numbers(case["masukan"]["indeks"])))


@pytest.mark.parametrize("case", cases("indeks_daerah"))
def test_indeks_daerah_gives_the_published_index(case: dict[str, Any]) -> None:
    check(case, indeks_daerah(numbers(case["masukan"]["indeks"])))


@pytest.mark.parametrize("case", cases("kategori"))
def test_kategori_and_the_way_to_the_next(case: dict[str, Any]) -> None:
    indeks = Decimal(case["masukan"]["indeks"])
    assert kategori(indeks, RULES.kategori).nama == case["keluaran"]
    way = jarak(indeks, RULES.kategori)
    if case["jarak"] == "tertinggi":
        assert way is None
    else:
        assert way is not None
        assert way.poin == Decimal(case["jarak"])
        assert way.kategori.batas_bawah == indeks + way.poin


# --- published tables


@pytest.mark.parametrize("case", cases("bekasi_2023"))
def test_bekasi_2023_row(case: dict[str, Any]) -> None:
    row = isian(case["layanan"], case["sasaran"], case["terlayani"])
    shown = one(row).penerima
    assert shown is not None
    uncapped = capaian_penerima(Decimal(case["terlayani"]), Decimal(case["sasaran"]), Decimal(1000))
    known = {"kes.kab.09": "126.99", "tra.kab.04": "96.83"}
    if case["layanan"] in known:
        assert rounded(uncapped, 2) == Decimal(known[case["layanan"]])
        assert rounded(uncapped, 2) != Decimal(case["tertulis"])
    else:
        assert rounded(uncapped, 2) == Decimal(case["tertulis"])
    assert shown == min(uncapped, Decimal(100))


def test_bekasi_2023_as_a_whole_is_not_computable_without_mutu() -> None:
    rows = [
        isian(case.values[0]["layanan"], case.values[0]["sasaran"], case.values[0]["terlayani"], [])
        for case in cases("bekasi_2023")
    ]
    assert len(rows) == 29
    hasil = skor(laporan(rows, daerah="32.16"), RULES)
    assert hasil.indeks is None
    assert hasil.kategori is None
    assert hasil.jarak is None
    health = hasil.urusan[1].rata_penerima()
    works = hasil.urusan[2].rata_penerima()
    assert health is not None
    assert works is not None
    assert rounded(health, 2) == Decimal("83.18")
    assert rounded(works, 2) == Decimal("93.52")  # (97.9557 + 89.0748) / 2 = 93.5152
    # mutu between 0 and 100 moves the index by exactly its weight: 20 points
    assert hasil.rentang is not None
    assert hasil.rentang[1] - hasil.rentang[0] == 20


@pytest.mark.parametrize("case", cases("permenkes_4_2019"))
def test_worked_examples_of_permenkes_4_2019(case: dict[str, Any]) -> None:
    result = one(isian(case["layanan"], case["sasaran"], case["terlayani"])).penerima
    assert result is not None
    same = rounded(result, case["desimal"]) == Decimal(case["tertulis"])
    assert same is case["cocok"]


def test_worked_example_of_two_stages_in_permenkes_4_2019() -> None:
    before = capaian_penerima(Decimal(150), Decimal(165), Decimal(100))
    during = capaian_penerima(Decimal(5105 + 5440), Decimal(5108 + 5450), Decimal(100))
    assert rounded(during, 1) == Decimal("99.9")
    assert rounded(rata_rata([before, during]), 1) == Decimal("95.4")


# --- services: what is computable


def test_service_within_the_whole() -> None:
    found = one(isian("kes.kab.08", 506_000, 345_000, [(60, 100)]))
    assert found.penerima is not None
    assert rounded(found.penerima, 2) == Decimal("68.18")
    assert found.mutu == 60
    assert found.indeks is not None
    assert rounded(found.indeks, 6) == Decimal("66.545455")  # 0.8 x 68.181818... + 0.2 x 60
    assert found.rentang == (found.indeks, found.indeks)
    assert found.berlaku
    assert found.catatan == ()


def test_sasaran_zero_is_left_out_and_said() -> None:
    found = one(isian("per.kab.01", 0, 0, []))
    assert found.berlaku is False
    assert (found.penerima, found.mutu, found.indeks, found.rentang) == (None, None, None, None)
    assert found.catatan == (
        "Sasaran 0: tidak berlaku pada periode ini dan tidak ikut dirata-ratakan.",
    )


def test_sasaran_zero_with_people_served_is_questioned() -> None:
    found = one(isian("per.kab.01", 0, 12, []))
    assert not found.berlaku
    assert "terlayani 12" in found.catatan[0]


def test_sasaran_zero_can_be_taken_as_nil() -> None:
    rules = ketentuan(DAY, {"sasaran_nol": "nol"})
    found = one(isian("per.kab.01", 0, 0), rules)
    assert found.berlaku
    assert found.penerima == 0
    assert found.indeks == 20
    assert found.catatan == ("Sasaran 0: dihitung 0 persen sesuai anggapan yang dipilih.",)


def test_over_served_counts_as_the_cap_and_is_said() -> None:
    found = one(isian("kes.kab.09", 39_979, 50_769))
    assert found.penerima == 100
    assert found.indeks == 100
    assert found.catatan == ("Terlayani 50.769 melebihi sasaran 39.979: dihitung 100 persen.",)


def test_exactly_served_has_no_note() -> None:
    assert one(isian("kes.kab.09", 10, 10)).catatan == ()


@pytest.mark.parametrize(("sasaran", "terlayani"), [(None, 5), (5, None), (None, None)])
def test_missing_penerima_is_not_computable(sasaran: int | None, terlayani: int | None) -> None:
    found = one(isian("kes.kab.09", sasaran, terlayani))
    assert found.indeks is None
    assert found.berlaku
    assert found.rentang is None
    assert found.mutu == 100
    assert "penerima belum lengkap" in found.catatan[0]


@pytest.mark.parametrize("mutu", [[], [(None, None)], [(0, 0)]])
def test_missing_mutu_is_not_silently_100(mutu: list[tuple[int | None, int | None]]) -> None:
    found = one(isian("kes.kab.09", 100, 50, mutu))
    assert found.penerima == 50
    assert found.mutu is None
    assert found.indeks is None
    assert found.rentang == (40, 60)
    assert found.catatan[-1] == "Data mutu belum ada: indeks belum dapat dihitung."


def test_missing_mutu_can_be_taken_as_nil() -> None:
    rules = ketentuan(DAY, {"tanpa_data_mutu": "nol"})
    found = one(isian("kes.kab.09", 100, 50, []), rules)
    assert (found.mutu, found.indeks) == (0, 40)


def test_empty_items_are_left_out_and_counted() -> None:
    found = one(isian("kes.kab.09", mutu=[(5, 10), (None, None), (None, None)]))
    assert found.mutu == 50
    assert found.catatan == ("2 dari 3 butir mutu belum diisi dan tidak ikut dihitung.",)


def test_empty_items_can_be_made_to_stop_the_score() -> None:
    rules = ketentuan(DAY, {"butir_mutu_kosong": "tidak dapat dihitung"})
    found = one(isian("kes.kab.09", mutu=[(5, 10), (None, None)]), rules)
    assert found.mutu is None
    assert found.catatan == ("1 butir mutu belum diisi: mutu belum dapat dihitung.",)
    assert one(isian("kes.kab.09", mutu=[(5, 10)]), rules).mutu == 50


@pytest.mark.parametrize("item", [(None, 10), (10, None)])
def test_half_filled_item_is_not_guessed(item: tuple[int | None, int | None]) -> None:
    found = one(isian("kes.kab.09", mutu=[(10, 10), item]))
    assert found.mutu is None
    assert found.indeks is None
    assert found.catatan[0].startswith("1 butir mutu baru terisi sebelah")
    twice = one(isian("kes.kab.09", mutu=[item, (10, 10), item]))
    assert twice.catatan[0].startswith("2 butir mutu baru terisi sebelah")


def test_item_that_needs_nothing_is_left_out() -> None:
    found = one(isian("kes.kab.09", mutu=[(5, 10), (0, 0), (0, 0), (None, 0)]))
    assert found.mutu == 50
    assert found.catatan == ("3 butir mutu berkebutuhan 0: tidak berlaku dan tidak ikut dihitung.",)


def test_item_that_needs_nothing_can_count_as_nil() -> None:
    rules = ketentuan(DAY, {"sasaran_nol": "nol"})
    assert one(isian("kes.kab.09", mutu=[(5, 10), (0, 0)]), rules).mutu == 25
    assert one(isian("kes.kab.09", mutu=[(8, 10), (0, 0), (0, 0), (0, 0)]), rules).mutu == 20
    pooled = ketentuan(DAY, {"sasaran_nol": "nol", "gabungan_mutu": "rasio-jumlah"})
    assert one(isian("kes.kab.09", mutu=[(5, 10), (0, 0)]), pooled).mutu == 50
    assert one(isian("kes.kab.09", mutu=[(None, 0)]), rules).mutu is None


def test_ways_to_combine_mutu_differ() -> None:
    row = isian("kes.kab.09", mutu=[(10, 10), (500, 1000)])
    pooled = ketentuan(DAY, {"gabungan_mutu": "rasio-jumlah"})
    assert one(row).mutu == 75
    assert rounded(one(row, pooled).mutu or Decimal(0), 2) == Decimal("50.50")


# --- urusan and region


def test_everything_met_is_exactly_100() -> None:
    hasil = skor(full(), RULES)
    assert hasil.indeks == 100
    assert hasil.kategori is not None
    assert hasil.kategori.nama == "Tuntas Paripurna"
    assert hasil.jarak is None
    assert hasil.rentang == (100, 100)
    assert [u.urusan.id for u in hasil.urusan] == list(catalogue.ORDER)
    assert [len(u.layanan) for u in hasil.urusan] == [3, 12, 2, 2, 5, 5]
    assert hasil.catatan() == []
    assert len(hasil.layanan()) == 29


def test_one_person_missing_is_not_paripurna() -> None:
    short = isian("kes.kab.06", 2_000_000_000, 1_999_999_999)
    hasil = skor(full(kes_kab_06=short), RULES)
    assert hasil.indeks is not None
    assert 99 < hasil.indeks < 100
    assert hasil.kategori is not None
    assert hasil.kategori.nama == "Tuntas Utama"


def test_region_by_hand() -> None:
    # kesehatan: one of 12 has index 40 + 20 = 60 -> (11 x 100 + 60) / 12 = 96 2/3
    # PR: both at sasaran 0 -> the urusan is left out, five remain
    hasil = skor(
        full(
            kes_kab_01=isian("kes.kab.01", 100, 50),
            per_kab_01=isian("per.kab.01", 0, 0, []),
            per_kab_02=isian("per.kab.02", 0, 0, []),
            tra_kab_01=isian("tra.kab.01", 0, 0, []),
        ),
        RULES,
    )
    health, housing, order = hasil.urusan[1], hasil.urusan[3], hasil.urusan[4]
    assert health.indeks is not None
    assert rounded(health.indeks, 6) == Decimal("96.666667")
    assert health.kategori is not None
    assert health.kategori.nama == "Tuntas Utama"
    assert not housing.berlaku
    assert (housing.indeks, housing.kategori, housing.rentang) == (None, None, None)
    assert (housing.rata_penerima(), housing.rata_mutu()) == (None, None)
    assert order.indeks == 100
    assert hasil.indeks is not None
    assert rounded(hasil.indeks, 6) == Decimal("99.333333")  # (4 x 100 + 96 2/3) / 5
    assert hasil.jarak is not None
    assert hasil.jarak.poin == 100 - hasil.indeks
    assert len(hasil.catatan()) == 3
    assert hasil.catatan()[0].startswith("per.kab.01: ")


def test_service_without_a_row_is_not_computable() -> None:
    rows = [item for item in full().layanan if item.id != "sos.kab.03"]
    hasil = skor(laporan(rows), RULES)
    assert hasil.indeks is None
    assert hasil.urusan[5].indeks is None
    assert hasil.urusan[5].rentang is None
    assert hasil.urusan[0].indeks == 100
    assert hasil.rentang is None


def test_incomplete_service_can_be_left_out_when_chosen() -> None:
    rules = ketentuan(DAY, {"layanan_tanpa_nilai": "dikeluarkan"})
    report = full(
        kes_kab_01=isian("kes.kab.01", 100, 50, []), kes_kab_02=isian("kes.kab.02", 100, 50)
    )
    hasil = skor(report, rules)
    assert hasil.urusan[1].indeks is not None
    assert rounded(hasil.urusan[1].indeks, 4) == Decimal("96.3636")  # (10 x 100 + 60) / 11
    assert skor(report, RULES).indeks is None


def test_range_of_the_missing_mutu() -> None:
    # one PU service of two lacks mutu at penerima 50: 40..60 -> urusan 70..80 -> region 95..96 2/3
    hasil = skor(full(pu_kab_01=isian("pu.kab.01", 100, 50, [])), RULES)
    assert hasil.urusan[2].rentang == (70, 80)
    assert hasil.rentang is not None
    assert hasil.rentang[0] == 95
    assert rounded(hasil.rentang[1], 6) == Decimal("96.666667")


def test_nothing_filled_in() -> None:
    hasil = skor(laporan([]), RULES)
    assert hasil.indeks is None
    assert all(u.berlaku for u in hasil.urusan)


def test_nothing_applies() -> None:
    rows = [isian(s.id, 0, 0, []) for s in catalogue.of(tingkat="kabkota")]
    hasil = skor(laporan(rows), RULES)
    assert hasil.indeks is None
    assert not any(u.berlaku for u in hasil.urusan)
    assert hasil.rentang is None


def test_only_jakarta_carries_out_both_levels() -> None:
    assert dua_tingkat("31", DAY)
    assert dua_tingkat("31", date(2019, 1, 1))
    assert not dua_tingkat("31", date(2018, 12, 31))
    for other in ("32", "3", "1", "31.71", "", None):
        assert not dua_tingkat(other, DAY)


def test_levels_and_jakarta() -> None:
    assert len(layanan_wajib("kabkota", "32.16", DAY)) == 29
    assert len(layanan_wajib("provinsi", "32", DAY)) == 14
    assert len(layanan_wajib("provinsi", None, DAY)) == 14
    both = layanan_wajib("provinsi", "31", DAY)
    assert len(both) == 43
    assert [s.id for s in both] == list(catalogue.services())
    assert len(layanan_wajib("provinsi", "31", date(2018, 12, 31))) == 14
    assert len(layanan_wajib("provinsi", "31", date(2019, 1, 1))) == 43
    province = skor(full("provinsi"), RULES)
    assert province.indeks == 100
    assert [len(u.layanan) for u in province.urusan] == [2, 2, 2, 2, 1, 5]
    rows = [isian(s.id) for s in catalogue.of()]
    jakarta = skor(laporan(rows, "provinsi", "31"), RULES)
    assert [len(u.layanan) for u in jakarta.urusan] == [5, 14, 4, 4, 6, 10]
    assert jakarta.indeks == 100


def test_thirds_that_add_up_to_an_edge_reach_it() -> None:
    every = [isian(s.id, 3, 2, [(1, 3), (1, 3), (1, 3)]) for s in catalogue.of(tingkat="kabkota")]
    # 0.8 x 200/3 + 0.2 x 100/3 = 60 exactly
    region = skor(laporan(every), RULES)
    assert region.indeks == 60
    assert region.kategori is not None
    assert region.kategori.nama == "Tuntas Muda"
    assert all(u.kategori is not None and u.kategori.nama == "Tuntas Muda" for u in region.urusan)
    assert region.jarak is not None
    assert region.jarak.poin == 10


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=29, max_size=29))
@settings(max_examples=60, deadline=None)
def test_category_is_that_of_the_exact_fraction(people: list[tuple[int, int]]) -> None:
    rows = [isian(id, need, min(met, need)) for id, (met, need) in zip(ids, people, strict=True)]
    hasil = skor(laporan(rows), RULES)
    parts: dict[str, list[Fraction]] = {}
    for row in rows:
        assert row.sasaran.angka is not None
        assert row.terlayani.angka is not None
        share = Fraction(int(row.terlayani.angka), int(row.sasaran.angka))
        parts.setdefault(catalogue.services()[row.id].urusan, []).append(80 * share + 20)
    truth = sum(sum(values) / len(values) for values in parts.values()) / 6
    assert hasil.indeks is not None
    assert abs(Fraction(hasil.indeks) - truth) < Fraction(1, 10**25)
    assert hasil.kategori is not None
    assert hasil.kategori.nama == next(
        k.nama for k in RULES.kategori if truth >= Fraction(k.batas_bawah)
    )


# --- parameters


def test_every_assumption_is_named_with_its_source() -> None:
    rules = ketentuan(DAY)
    names = [item.nama for item in rules.anggapan]
    assert names == [
        "bobot_penerima",
        "bobot_mutu",
        "batas_capaian",
        "gabungan_mutu",
        "sasaran_nol",
        "tanpa_data_mutu",
        "butir_mutu_kosong",
        "layanan_tanpa_nilai",
        "agregasi_urusan",
        "agregasi_daerah",
        "pembulatan_tampil",
    ]
    for item in rules.anggapan:
        stored = parameters.value(item.nama, DAY)
        assert item.nilai == str(stored.nilai)
        assert item.sumber == stored.sumber
        assert item.keyakinan == stored.keyakinan
        assert item.terverifikasi == stored.terverifikasi
        assert (item.uraian, item.satuan, item.dasar) == (
            parameters.parameters()[item.nama].uraian,
            parameters.parameters()[item.nama].satuan,
            parameters.parameters()[item.nama].dasar,
        )
        assert not item.diubah
    assert rules.tentang("bobot_mutu").nilai == "0.20"
    assert (rules.bobot_penerima, rules.bobot_mutu, rules.batas) == (
        Decimal("0.80"),
        Decimal("0.20"),
        100,
    )
    assert rules.desimal == 2
    assert rules.hari == DAY
    assert (rules.sasaran_nol, rules.gabungan_mutu) == ("tidak berlaku", "rata-rata")


def test_a_choice_of_the_user_is_marked_and_never_verified() -> None:
    rules = ketentuan(DAY, {"gabungan_mutu": " rasio-jumlah "})
    item = rules.tentang("gabungan_mutu")
    assert (item.nilai, item.diubah, item.terverifikasi) == ("rasio-jumlah", True, False)
    assert not rules.tentang("bobot_mutu").diubah


@pytest.mark.parametrize(
    ("choice", "part"),
    [
        (
            {"bobot": "1"},
            'Anggapan "bobot" tidak dikenal. Pilihannya: bobot_penerima, bobot_mutu, ',
        ),
        (
            {"gabungan_mutu": "median"},
            'Nilai "median" untuk gabungan_mutu tidak dikenal. Pilihannya: rata-rata, rasio-jumlah',
        ),
        ({"agregasi_urusan": "median"}, "Pilihannya: rata-rata."),
        ({"bobot_mutu": "0.30"}, "adalah 1.10, seharusnya 1"),
        ({"bobot_mutu": "sepertiga"}, 'Nilai "sepertiga" untuk bobot_mutu bukan bilangan'),
        ({"batas_capaian": "NaN"}, "bukan bilangan"),
        ({"batas_capaian": "-1"}, "bukan bilangan"),
        ({"batas_capaian": "100.1"}, "bukan bilangan"),
        ({"pembulatan_tampil": "2.5"}, "bukan bilangan"),
    ],
)
def test_a_wrong_choice_is_refused(choice: dict[str, str], part: str) -> None:
    with pytest.raises(MasukanError) as caught:
        ketentuan(DAY, choice)
    assert part in str(caught.value)


def test_limits_of_a_choice() -> None:
    assert ketentuan(DAY, {"batas_capaian": "100"}).batas == 100
    assert ketentuan(DAY, {"batas_capaian": "0"}).batas == 0
    half = ketentuan(DAY, {"bobot_penerima": "0.5", "bobot_mutu": "0.5"})
    assert skor(full(), half).indeks == 100


def test_first_day_and_the_day_before() -> None:
    assert ketentuan(date(2022, 1, 1)).bobot_penerima == Decimal("0.80")
    with pytest.raises(MasukanError) as caught:
        ketentuan(date(2021, 12, 31))
    assert "31 Desember 2021" in str(caught.value)
    assert "1 Januari 2022" in str(caught.value)


def test_categories_of_a_day() -> None:
    assert [k.nama for k in kategori_pada(DAY)] == [
        "Tuntas Paripurna",
        "Tuntas Utama",
        "Tuntas Madya",
        "Tuntas Pratama",
        "Tuntas Muda",
        "Belum Tuntas",
    ]
    assert len(kategori_pada(date(2022, 1, 1))) == 6
    assert kategori_pada(date(2021, 12, 31)) == ()


# --- the explanation


def explained(hasil: HasilSkor) -> dict[tuple[str, str], Any]:
    return {(step.aturan, step.tentang): step for step in langkah(hasil)}


def test_steps_explain_every_number() -> None:
    hasil = skor(full(kes_kab_01=isian("kes.kab.01", 200, 150, [(1, 2), (3, 3)])), RULES)
    steps = list(langkah(hasil))
    assert len(steps) == 29 * 3 + 6 + 3  # region, category, distance
    found = explained(hasil)
    people = found["capaian_penerima", "kes.kab.01"]
    assert people.masukan == {"terlayani": "150", "sasaran": "200", "batas": "100"}
    assert people.hasil == "75"
    assert people.layanan_dasar == "pp-2-2018/pasal-6/ayat-5/huruf-c"
    assert [item.nama for item in people.anggapan] == ["batas_capaian", "sasaran_nol"]
    mutu = found["capaian_mutu", "kes.kab.01"]
    assert mutu.masukan == {
        "barang_jasa: butir 0": "1 / 2",
        "barang_jasa: butir 1": "3 / 3",
        "batas": "100",
    }
    assert mutu.hasil == "75"
    assert mutu.layanan_dasar == "pp-2-2018/pasal-6/ayat-4"
    index = found["indeks_layanan", "kes.kab.01"]
    assert index.masukan["bobot_penerima"] == "0.80"
    assert index.masukan["bobot_mutu"] == "0.20"
    assert index.masukan["penerima"] == "75"
    assert index.masukan["mutu"] == "75"
    assert index.hasil == "75"
    assert len(found["indeks_urusan", "kesehatan"].masukan) == 12
    assert len(found["indeks_daerah", "daerah"].masukan) == 6
    assert hasil.indeks is not None
    assert found["indeks_daerah", "daerah"].hasil == tulis(hasil.indeks)
    assert found["kategori", "daerah"].hasil == "Tuntas Utama"
    assert found["kategori", "daerah"].masukan["Tuntas Utama"] == "90"
    assert hasil.jarak is not None
    assert found["jarak", "daerah"].hasil == tulis(hasil.jarak.poin)
    for step in steps:
        assert step.dasar.regulasi == "permendagri-59-2021"
        assert step.rumus
        assert step.masukan


def test_steps_word_for_word() -> None:
    hasil = skor(full(kes_kab_01=isian("kes.kab.01", 200, 150, [(1, 2), (3, 3)])), RULES)
    assert hasil.urusan[1].indeks is not None
    assert hasil.indeks is not None
    found = explained(hasil)

    def used(rule: str, about: str) -> list[str]:
        return [item.nama for item in found[rule, about].anggapan]

    people = found["capaian_penerima", "kes.kab.01"]
    assert people.rumus == "min(terlayani / sasaran × 100, batas)"
    assert people.dasar == RULES.tentang("gabungan_mutu").dasar
    assert used("capaian_mutu", "kes.kab.01") == [
        "gabungan_mutu",
        "batas_capaian",
        "sasaran_nol",
        "butir_mutu_kosong",
        "tanpa_data_mutu",
    ]
    index = found["indeks_layanan", "kes.kab.01"]
    assert index.rumus == "penerima × bobot_penerima + mutu × bobot_mutu"
    assert used("indeks_layanan", "kes.kab.01") == ["bobot_penerima", "bobot_mutu"]
    urusan = found["indeks_urusan", "kesehatan"]
    assert urusan.rumus == "rata-rata indeks layanan yang berlaku"
    assert urusan.masukan["kes.kab.01"] == "75"
    assert urusan.masukan["kes.kab.02"] == "100"
    assert urusan.hasil == tulis(hasil.urusan[1].indeks)
    assert used("indeks_urusan", "kesehatan") == [
        "agregasi_urusan",
        "sasaran_nol",
        "layanan_tanpa_nilai",
    ]
    region = found["indeks_daerah", "daerah"]
    assert region.rumus == "rata-rata indeks urusan yang berlaku"
    assert region.masukan["kesehatan"] == urusan.hasil
    assert region.masukan["sosial"] == "100"
    assert used("indeks_daerah", "daerah") == ["agregasi_daerah", "layanan_tanpa_nilai"]
    named = found["kategori", "daerah"]
    assert named.rumus == "kategori tertinggi yang batas bawahnya dicapai indeks, tanpa pembulatan"
    assert named.masukan["indeks"] == tulis(hasil.indeks)
    assert list(named.masukan) == ["indeks", *(k.nama for k in RULES.kategori)]
    assert named.anggapan == ()
    way = found["jarak", "daerah"]
    assert way.rumus == "batas bawah kategori berikutnya − indeks"
    assert way.masukan == {"batas_bawah": "100", "indeks": tulis(hasil.indeks)}
    assert way.anggapan == ()


def test_steps_of_what_cannot_be_computed() -> None:
    hasil = skor(
        full(kes_kab_01=isian("kes.kab.01", 100, 50, []), per_kab_01=isian("per.kab.01", 0, 0, [])),
        RULES,
    )
    found = explained(hasil)
    assert found["capaian_mutu", "kes.kab.01"].hasil is None
    assert "Data mutu belum ada" in found["capaian_mutu", "kes.kab.01"].catatan[0]
    assert found["indeks_layanan", "kes.kab.01"].masukan["mutu"] == "-"
    assert found["capaian_penerima", "kes.kab.01"].catatan == ()
    assert "tidak berlaku" in found["capaian_penerima", "per.kab.01"].catatan[0]
    assert "per.kab.01" not in found["indeks_urusan", "perumahan_rakyat"].masukan
    assert found["indeks_daerah", "daerah"].hasil is None
    assert ("kategori", "daerah") not in found
    assert ("jarak", "daerah") not in explained(skor(full(), RULES))


def test_steps_name_the_way_mutu_was_combined() -> None:
    pooled = ketentuan(DAY, {"gabungan_mutu": "rasio-jumlah"})
    formula = explained(skor(full(), pooled))["capaian_mutu", "kes.kab.01"].rumus
    assert formula == "min(jumlah terpenuhi / jumlah kebutuhan × 100, batas)"
    formula = explained(skor(full(), RULES))["capaian_mutu", "kes.kab.01"].rumus
    assert formula == "rata-rata min(terpenuhi / kebutuhan × 100, batas) antarbutir"


# --- what always holds

counts = st.integers(0, 10**6)
needs = st.integers(1, 10**6)
items = st.lists(st.tuples(counts, needs), min_size=1, max_size=6)
ids = [s.id for s in catalogue.of(tingkat="kabkota")]


Filled = dict[str, tuple[int, int, list[tuple[int, int]]]]


def reports() -> st.SearchStrategy[Filled]:
    """(sasaran, terlayani, mutu) of five services; the others are fully met."""
    return st.dictionaries(
        st.sampled_from(ids), st.tuples(needs, counts, items), min_size=5, max_size=5
    )


def built(filled: Filled) -> Laporan:
    return laporan([isian(id, *filled[id]) if id in filled else isian(id) for id in ids])


@given(reports())
@settings(max_examples=60, deadline=None)
def test_every_index_lies_between_0_and_100(filled: Filled) -> None:
    hasil = skor(built(filled), RULES)
    assert hasil.indeks is not None
    for value in (hasil.indeks, *(u.indeks for u in hasil.urusan)):
        assert value is not None
        assert 0 <= value <= 100
    for item in hasil.layanan():
        assert item.indeks is not None
        assert 0 <= item.indeks <= 100
    assert hasil.rentang == (hasil.indeks, hasil.indeks)


@given(reports(), st.randoms(use_true_random=False), st.sampled_from(list(GABUNGAN)))
@settings(max_examples=60, deadline=None)
def test_order_changes_nothing(filled: Filled, random: Any, way: str) -> None:
    rules = ketentuan(DAY, {"gabungan_mutu": way})
    report = built(filled)
    rows = [
        row._replace(mutu=tuple(random.sample(row.mutu, len(row.mutu)))) for row in report.layanan
    ]
    random.shuffle(rows)
    first, second = skor(report, rules), skor(laporan(rows), rules)
    assert first.indeks == second.indeks
    assert [u.indeks for u in first.urusan] == [u.indeks for u in second.urusan]


@given(reports(), st.integers(0, 28), st.integers(1, 10**6))
@settings(max_examples=60, deadline=None)
def test_more_people_served_never_lowers_an_index(filled: Filled, n: int, more: int) -> None:
    report = built(filled)
    row = report.layanan[n]
    assert row.terlayani.angka is not None
    raised = row._replace(terlayani=Nilai(row.terlayani.angka + more))
    rows = [*report.layanan[:n], raised, *report.layanan[n + 1 :]]
    before, after = skor(report, RULES), skor(laporan(rows), RULES)
    assert before.indeks is not None
    assert after.indeks is not None
    assert after.indeks >= before.indeks
    assert row.sasaran.angka is not None
    if row.terlayani.angka < row.sasaran.angka:
        assert after.indeks > before.indeks


@given(reports(), st.integers(0, 28), st.integers(1, 10**6), st.sampled_from(list(GABUNGAN)))
@settings(max_examples=60, deadline=None)
def test_more_mutu_never_lowers_an_index(filled: Filled, n: int, more: int, way: str) -> None:
    rules = ketentuan(DAY, {"gabungan_mutu": way})
    report = built(filled)
    row = report.layanan[n]
    for place, item in enumerate(row.mutu):
        assert item.terpenuhi.angka is not None
        raised = item._replace(terpenuhi=Nilai(item.terpenuhi.angka + more))
        mutu = (*row.mutu[:place], raised, *row.mutu[place + 1 :])
        rows = [*report.layanan[:n], row._replace(mutu=mutu), *report.layanan[n + 1 :]]
        before, after = skor(report, rules), skor(laporan(rows), rules)
        assert before.indeks is not None
        assert after.indeks is not None
        assert after.indeks >= before.indeks


@given(st.lists(st.decimals(0, 100, places=20), min_size=1, max_size=40))
def test_mean_lies_between_its_parts_and_sums_are_exact(values: list[Decimal]) -> None:
    assert jumlah(values) == jumlah(reversed(values))
    mean = rata_rata(values)
    assert min(values) <= mean <= max(values)


def test_mean_of_nothing_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError, match=r"^mean of no numbers$"):
        rata_rata([])


@given(st.decimals(0, 100, places=10))
def test_category_and_distance_agree(indeks: Decimal) -> None:
    way = jarak(indeks, RULES.kategori)
    found = kategori(indeks, RULES.kategori)
    if way is None:
        assert found == RULES.kategori[0]
    else:
        assert way.poin > 0
        reached = kategori(indeks + way.poin, RULES.kategori)
        assert reached == way.kategori
        assert RULES.kategori.index(found) == RULES.kategori.index(reached) + 1
