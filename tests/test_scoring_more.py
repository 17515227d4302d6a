"""What-if, goal and comparison."""

from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.laporan import IsianLayanan, Laporan
from assistant.render.score_numbers import of_step
from assistant.scoring.comparison import bandingkan, ringkas
from assistant.scoring.goal import tujuan
from assistant.scoring.hasil import HasilSkor
from assistant.scoring.ketentuan import ketentuan
from assistant.scoring.skor import skor
from assistant.scoring.whatif import Ubahan, andai, parse_ubahan, ubah_laporan
from corpus import catalogue
from corpus.errors import LaporanError, MasukanError
from tests.test_scoring import DAY, RULES, Filled, built, full, isian, laporan, reports


def scored(**changed: IsianLayanan) -> HasilSkor:
    return skor(full(**changed), RULES)


# --- what if


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kes.kab.08.terlayani=190000", ("kes.kab.08", None, "terlayani", 190000)),
        (" KES.KAB.08.Sasaran = 190.000 ", ("kes.kab.08", None, "sasaran", 190000)),
        ("kes.kab.01.mutu.3.terpenuhi=500", ("kes.kab.01", "3", "terpenuhi", 500)),
        ("kes.kab.01.mutu.Buku KIA.kebutuhan=7", ("kes.kab.01", "Buku KIA", "kebutuhan", 7)),
        (
            "kes.kab.01.mutu.Vit. A.terpenuhi=1,5",
            ("kes.kab.01", "Vit. A", "terpenuhi", Decimal("1.5")),
        ),
    ],
)
def test_changes_are_understood(text: str, expected: tuple[Any, ...]) -> None:
    assert parse_ubahan(text) == Ubahan(*expected[:3], Decimal(expected[3]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kes.kab.08=5",
        "kes.kab.08.terlayani",
        "kes.kab.08.terlayani=",
        "kes.kab.08.pagu=5",
        "kes.kab.08.terpenuhi=5",
        "kes.kab.08.mutu.3.terlayani=5",
        "kes.kab.08.mutu.terpenuhi=5",
        "kes.kab.08.terlayani=banyak",
        "kes.kab.08.terlayani=-1",
        "kes.kab.08.terlayani=1,5",
        "kes.kab.08.terlayani=90%",
    ],
)
def test_other_changes_are_refused(text: str) -> None:
    with pytest.raises(MasukanError) as caught:
        parse_ubahan(text)
    assert text in str(caught.value)
    assert "XX" not in str(caught.value)


def test_a_change_may_be_a_fraction_only_in_mutu() -> None:
    assert parse_ubahan("kes.kab.01.mutu.1.terpenuhi=0,5").angka == Decimal("0.5")
    with pytest.raises(MasukanError, match="bilangan bulat"):
        parse_ubahan("kes.kab.01.terlayani=0,5")
    with pytest.raises(MasukanError, match="dua cara"):  # never guessed in a measure
        parse_ubahan("kes.kab.01.mutu.1.terpenuhi=1.234")


def test_what_if_by_hand() -> None:
    # one of two PU services from 50 to 75 percent: service +20, urusan +10, region +10/6
    before = scored(pu_kab_01=isian("pu.kab.01", 100, 50))
    found = andai(before, [parse_ubahan("pu.kab.01.terlayani=75")])
    assert [(c.tentang, c.sebelum, c.sesudah, c.selisih()) for c in found.perubahan[1:]] == [
        ("pekerjaan_umum", 80, 90, 10),
        ("pu.kab.01", 60, 80, 20),
    ]
    region = found.perubahan[0]
    assert region.tentang == "daerah"
    assert round(region.selisih() or Decimal(0), 10) == Decimal("1.6666666667")
    assert found.ubahan == (Ubahan("pu.kab.01", None, "terlayani", Decimal(75)),)
    assert found.sebelum is before
    assert found.sesudah.indeks == region.sesudah


def test_what_if_nothing_moves_and_what_becomes_computable() -> None:
    over = andai(scored(), [Ubahan("pu.kab.01", None, "terlayani", Decimal(500))])
    assert [c.tentang for c in over.perubahan] == ["daerah"]
    assert over.perubahan[0].selisih() == 0
    empty = andai(scored(), [Ubahan("pu.kab.01", None, "sasaran", Decimal(0))])
    gone = {c.tentang: c for c in empty.perubahan}["pu.kab.01"]
    assert (gone.sebelum, gone.sesudah, gone.selisih()) == (100, None, None)


def test_what_if_on_mutu_by_number_and_name() -> None:
    report = full(pu_kab_01=isian("pu.kab.01", 100, 100, [(0, 10), (10, 10)]))
    for name in ("1", "butir 0", "  BUTIR   0 "):
        changed = ubah_laporan(report, Ubahan("pu.kab.01", name, "terpenuhi", Decimal(5)))
        row = changed.isian("pu.kab.01")
        assert row is not None
        assert [item.terpenuhi.angka for item in row.mutu] == [5, 10]
        assert [item.kebutuhan.angka for item in row.mutu] == [10, 10]
    changed = ubah_laporan(report, Ubahan("pu.kab.01", "2", "kebutuhan", Decimal(40)))
    row = changed.isian("pu.kab.01")
    assert row is not None
    assert [item.kebutuhan.angka for item in row.mutu] == [10, 40]
    # everything else stays
    same = [item for item in changed.layanan if item.id != "pu.kab.01"]
    assert same == [item for item in report.layanan if item.id != "pu.kab.01"]
    assert (changed.tahun, changed.tingkat, changed.nama_daerah) == (2024, "kabkota", "Uji")


def test_what_if_keeps_whose_laporan_it_is() -> None:
    rows = tuple(isian(s.id) for s in catalogue.of())
    jakarta = Laporan("dki.xlsx", "31", "DKI", "provinsi", 2024, 3, rows)
    change = Ubahan("kes.kab.01", None, "terlayani", Decimal(50))
    changed = ubah_laporan(jakarta, change)
    assert replace(changed, layanan=rows) == jakarta
    assert len(andai(skor(jakarta, RULES), [change]).sesudah.layanan()) == 43


@pytest.mark.parametrize("name", ["0", "3", "butir 9", "-1"])
def test_what_if_on_an_unknown_item(name: str) -> None:
    report = full(pu_kab_01=isian("pu.kab.01", 100, 100, [(0, 10), (10, 10)]))
    with pytest.raises(MasukanError, match=f'"{name}" pada layanan "pu.kab.01".*dari 1 sampai 2'):
        ubah_laporan(report, Ubahan("pu.kab.01", name, "terpenuhi", Decimal(5)))


def test_what_if_on_an_unknown_service() -> None:
    with pytest.raises(MasukanError, match=r"pu\.kab\.09"):
        andai(scored(), [Ubahan("pu.kab.09", None, "terlayani", Decimal(5))])


@given(reports(), st.integers(0, 28), st.integers(0, 28), st.integers(0, 10**6))
@settings(max_examples=50, deadline=None)
def test_what_if_is_scoring_again_and_adds_up(
    filled: Filled, first: int, second: int, amount: int
) -> None:
    report = built(filled)
    before = skor(report, RULES)
    one = Ubahan(report.layanan[first].id, None, "terlayani", Decimal(amount))
    two = Ubahan(report.layanan[second].id, None, "terlayani", Decimal(amount))
    both = andai(before, [one, two])
    assert both.sesudah.indeks == skor(ubah_laporan(ubah_laporan(report, one), two), RULES).indeks
    if first != second:
        gains = [andai(before, [change]).perubahan[0].selisih() for change in (one, two)]
        assert gains[0] is not None
        assert gains[1] is not None
        total = both.perubahan[0].selisih()
        assert total is not None
        assert abs(gains[0] + gains[1] - total) < Decimal("1e-20")


# --- goal


def test_goal_by_hand() -> None:
    # pu.kab.01: 60 people missing, each worth 0.8 x 100 / 100 / 2 / 6 = 1/15 point of the region
    # sos.kab.01: 500 of 1000 missing, each worth 0.8 x 100 / 1000 / 5 / 6 = 1/375 point
    before = scored(
        pu_kab_01=isian("pu.kab.01", 100, 40), sos_kab_01=isian("sos.kab.01", 1000, 500)
    )
    # index: PU 76, sosial 92 -> (4 x 100 + 76 + 92) / 6 = 94 2/3; to 97: 7/3 points = 35 people
    found = tujuan(before, "97")
    assert found.tercapai
    assert [(u.layanan, u.tambah) for u in found.perlu] == [("pu.kab.01", 35)]
    assert found.sesudah.indeks == 97
    assert [u.layanan for u in found.pilihan] == ["pu.kab.01", "sos.kab.01"]
    assert [u.tambah for u in found.pilihan] == [60, 500]
    assert [(u.satuan, u.semula) for u in found.pilihan] == [("orang", 40), ("orang", 500)]
    assert round(found.perlu[0].poin, 10) == round(Decimal(7) / 3, 10)
    assert round(found.pilihan[0].per_satuan, 10) == Decimal("0.0666666667")
    assert round(found.pilihan[0].poin, 10) == 4
    assert round(found.pilihan[1].per_satuan, 10) == Decimal("0.0026666667")
    # a hair more takes one person more
    assert tujuan(before, "97,0001").perlu[0].tambah == 36
    # past the first service: all 60, then of sosial (99 - 98 2/3) x 375 = 125
    further = tujuan(before, "99")
    assert [(u.layanan, u.tambah) for u in further.perlu] == [
        ("pu.kab.01", 60),
        ("sos.kab.01", 125),
    ]
    assert (further.batas, further.tujuan, further.sebelum) == (99, "99", before)


def test_goal_takes_mutu_only_when_people_are_not_enough() -> None:
    before = scored(
        pu_kab_01=isian("pu.kab.01", 100, 90, [(0, 10), (8, 10), (10, 10)]),
    )
    found = tujuan(before, "tuntas  PARIPURNA")
    assert found.tercapai
    assert found.tujuan == "Tuntas Paripurna"
    assert [(u.layanan, u.butir, u.nama, u.tambah) for u in found.perlu] == [
        ("pu.kab.01", None, None, 10),
        ("pu.kab.01", "1", "butir 0", 10),
        ("pu.kab.01", "2", "butir 1", 2),
    ]
    assert found.perlu[1].satuan == "unit"
    assert found.perlu[1].semula == 0
    assert found.sesudah.indeks == 100
    few = tujuan(before, "99.3")  # people alone: 100 - 8 / 12 = 99.33
    assert all(u.butir is None for u in few.perlu)


def test_goal_already_reached_and_edges() -> None:
    before = scored(pu_kab_01=isian("pu.kab.01", 100, 50))
    assert before.indeks is not None
    found = tujuan(before, "Tuntas Utama")
    assert found.tercapai
    assert found.perlu == ()
    assert found.sesudah is before
    assert len(found.pilihan) == 1
    assert tujuan(scored(), "100").pilihan == ()
    assert tujuan(scored(), "0").tercapai


def test_goal_that_cannot_be_reached_is_said() -> None:
    capped = ketentuan(DAY, {"batas_capaian": "95"})
    found = tujuan(skor(full(pu_kab_01=isian("pu.kab.01", 100, 50)), capped), "100")
    assert not found.tercapai
    assert found.sesudah.indeks == 95


@pytest.mark.parametrize("text", ["Tuntas", "101", "-1", "nan", ""])
def test_unknown_goal(text: str) -> None:
    with pytest.raises(MasukanError, match=f'"{text}".*: Tuntas Paripurna, Tuntas Utama, '):
        tujuan(scored(), text)


def test_no_goal_without_an_index() -> None:
    with pytest.raises(LaporanError, match="belum dapat dihitung"):
        tujuan(scored(pu_kab_01=isian("pu.kab.01", 100, 50, [])), "90")


def test_goal_ignores_what_does_not_apply() -> None:
    before = scored(per_kab_01=isian("per.kab.01", 0, 0, []), pu_kab_01=isian("pu.kab.01", 100, 50))
    assert [u.layanan for u in tujuan(before, "100").pilihan] == ["pu.kab.01"]


def test_goal_in_pooled_mutu_stops_at_the_cap() -> None:
    pooled = ketentuan(DAY, {"gabungan_mutu": "rasio-jumlah"})
    row = isian("pu.kab.01", 100, 100, [(19, 10), (0, 10)])  # pooled 19 of 20
    found = tujuan(skor(full(pu_kab_01=row), pooled), "100")
    assert found.tercapai
    assert [(u.butir, u.tambah) for u in found.perlu] == [("2", 1)]


@given(st.integers(0, 8), st.integers(0, 5), st.integers(0, 3), st.integers(9000, 10000))
@settings(max_examples=25, deadline=None)
def test_goal_needs_the_fewest_people(a: int, b: int, c: int, goal: int) -> None:
    """Against trying every combination of people in three small services."""
    before = scored(
        pu_kab_01=isian("pu.kab.01", 8, a),
        per_kab_01=isian("per.kab.01", 5, b),
        kes_kab_01=isian("kes.kab.01", 3, c),
    )
    bound = Decimal(goal) / 100
    found = tujuan(before, str(bound))
    assert found.tercapai
    assert found.sesudah.indeks is not None
    assert found.sesudah.indeks >= bound

    def reaches(x: int, y: int, z: int) -> bool:
        indeks = 100 - Decimal(80) * (
            Decimal(8 - a - x) / 8 / 12 + Decimal(5 - b - y) / 5 / 12 + Decimal(3 - c - z) / 3 / 72
        )
        return indeks >= bound - Decimal("1e-20")

    every = product(range(9 - a), range(6 - b), range(4 - c))
    best = min(sum(add) for add in every if reaches(*add))
    assert sum(u.tambah for u in found.perlu) == best


# --- comparison


def of(daerah: str | None, tahun: int, triwulan: int | None, served: int | None) -> HasilSkor:
    rows = full(pu_kab_01=isian("pu.kab.01", 100, served)).layanan
    name = f"Daerah {daerah}"
    report = Laporan(f"{daerah}-{tahun}.xlsx", daerah, name, "kabkota", tahun, triwulan, rows)
    return skor(report, RULES)


def test_movements_and_ranks() -> None:
    every = [
        of("32.17", 2023, None, 100),
        of("32.16", 2024, None, 40),
        of("32.16", 2022, None, 10),
        of("32.16", 2023, None, 70),
        of("32.18", 2023, None, 70),
        of("32.19", 2023, None, None),
        of("32.16", 2023, 2, 5),
    ]
    table = bandingkan(every)
    assert table == bandingkan(list(reversed(every)))
    rows = [
        (r.hasil.laporan.daerah, r.hasil.laporan.tahun, r.hasil.laporan.triwulan, r.peringkat)
        for r in table.baris
    ]
    assert rows == [
        ("32.16", 2022, None, 1),
        ("32.16", 2023, 2, 1),
        ("32.16", 2023, None, 2),
        ("32.16", 2024, None, 1),
        ("32.17", 2023, None, 1),
        ("32.18", 2023, None, 2),
        ("32.19", 2023, None, None),
    ]
    # 30 people of 100 in one of two PU services: 30 x 0.8 / 2 / 6 = 2 points
    moves = [None if r.gerak is None else round(r.gerak, 10) for r in table.baris]
    assert moves[0] is None
    assert moves[2] == round(Decimal(65) * Decimal("0.8") / 12, 10)
    assert moves[3] == -2
    assert moves[4:] == [None, None, None]
    assert [r.kategori_lama for r in table.baris][:5] == [
        None,
        "Tuntas Utama",
        "Tuntas Utama",
        "Tuntas Utama",
        None,
    ]
    assert table.rata_rata is not None
    known = [r.hasil.indeks for r in table.baris if r.hasil.indeks is not None]
    assert len(known) == 6
    assert abs(table.rata_rata - sum(known) / 6) < Decimal("1e-20")


def test_movement_over_a_gap_and_between_unnamed_regions() -> None:
    table = bandingkan([of("32.16", 2023, None, 50), of("32.16", 2022, None, None)])
    assert [r.gerak for r in table.baris] == [None, None]
    assert [r.kategori_lama for r in table.baris] == [None, None]
    again = bandingkan([of("32.16", 2023, None, 50), of("32.16", 2023, None, 60)])
    assert [r.gerak for r in again.baris] == [None, None]
    nameless = [
        skor(Laporan(f"{n}.xlsx", None, None, "kabkota", 2022 + n, None, ()), RULES) for n in (0, 1)
    ]
    empty = bandingkan(nameless)
    assert empty.rata_rata is None
    assert [r.gerak for r in empty.baris] == [None, None]
    assert bandingkan([]).baris == ()


def test_missing_this_time_keeps_the_category_before() -> None:
    table = bandingkan([of("32.16", 2022, None, 50), of("32.16", 2023, None, None)])
    assert table.baris[1].gerak is None
    assert table.baris[1].kategori_lama == "Tuntas Utama"


def test_regions_without_a_code_are_told_apart_by_name_and_file() -> None:
    def nameless(berkas: str, nama: str | None, tahun: int, served: int) -> HasilSkor:
        rows = full(pu_kab_01=isian("pu.kab.01", 100, served)).layanan
        return skor(Laporan(berkas, None, nama, "kabkota", tahun, None, rows), RULES)

    same = bandingkan([nameless("a", "Uji", 2022, 40), nameless("b", "Uji", 2023, 70)])
    assert [r.gerak for r in same.baris] == [None, 2]
    other = bandingkan([nameless("a", "Satu", 2022, 40), nameless("a", "Dua", 2023, 70)])
    assert [r.gerak for r in other.baris] == [None, None]
    files = bandingkan([nameless("a", None, 2022, 40), nameless("b", None, 2023, 70)])
    assert [r.gerak for r in files.baris] == [None, None]
    renamed = [of("32.16", 2022, None, 40), of("32.16", 2023, None, 70)]
    second = renamed[1]
    again = replace(second, laporan=replace(second.laporan, nama_daerah="Nama lain"))
    assert [r.gerak for r in bandingkan([renamed[0], again]).baris] == [None, 2]


def test_a_score_in_short_keeps_what_a_table_needs() -> None:
    long = of("32.16", 2023, 2, 40)
    short = ringkas(long)
    assert short.laporan.layanan == ()
    assert (short.laporan.daerah, short.laporan.tahun, short.laporan.triwulan) == ("32.16", 2023, 2)
    assert (short.indeks, short.kategori, short.jarak, short.rentang) == (
        long.indeks,
        long.kategori,
        long.jarak,
        long.rentang,
    )
    for a, b in zip(long.urusan, short.urusan, strict=True):
        assert (a.indeks, a.kategori, a.berlaku) == (b.indeks, b.kategori, b.berlaku)
    for old, new in zip(long.layanan(), short.layanan(), strict=True):
        assert new.isian == IsianLayanan(old.layanan.id)
        assert old._replace(isian=new.isian) == new
    assert short.catatan() == long.catatan()


def test_levels_are_not_ranked_together() -> None:
    province = skor(laporan(list(full("provinsi").layanan), "provinsi"), RULES)
    table = bandingkan([province, of("32.16", 2024, None, 40)])
    assert [r.peringkat for r in table.baris] == [1, 1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("67403", "67.403"),
        ("90.53671645725109699473716745", "90,53671645…"),
        ("59.9999999999", "59,99999999…"),
        ("1234567 / 2000000", "1.234.567 / 2.000.000"),
        ("0.80", "0,80"),
        ("kes.kab.08", "kes.kab.08"),
        ("tidak berlaku", "tidak berlaku"),
    ],
)
def test_numbers_of_a_step_are_written_for_people(text: str, wanted: str) -> None:
    assert of_step(text) == wanted
