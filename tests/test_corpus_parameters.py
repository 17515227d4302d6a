"""Legal numbers by day, categories and deadlines."""

from datetime import date
from decimal import Decimal

import pytest

from corpus.errors import CorpusError
from corpus.parameters import categories, deadlines, parameters, value

START = date(2022, 1, 1)


def test_weights_of_ip_spm() -> None:
    weights = [value(f"bobot_{side}", START) for side in ("penerima", "mutu")]
    assert [Decimal(w.nilai) for w in weights] == [Decimal("0.80"), Decimal("0.20")]
    assert [w.terverifikasi for w in weights] == [False, False]


def test_weights_make_one_on_every_day() -> None:
    sides = [parameters()[f"bobot_{side}"] for side in ("penerima", "mutu")]
    days = {v.berlaku_sejak for side in sides for v in side.nilai}
    sums = {sum(Decimal(value(side.nama, day).nilai) for side in sides) for day in days}
    assert sums == {Decimal(1)}


@pytest.mark.parametrize("name", ["tablet_tambah_darah", "kunjungan_antenatal"])
def test_value_turns_on_its_first_day(name: str) -> None:
    old, new = parameters()[name].nilai
    assert value(name, date(2024, 12, 31)) == old
    assert value(name, date(2025, 1, 1)) == new


def test_no_value_before_the_first_day() -> None:
    with pytest.raises(CorpusError, match="'bobot_mutu' has no value on 2021-12-31"):
        value("bobot_mutu", date(2021, 12, 31))


def test_unknown_parameter_is_named() -> None:
    with pytest.raises(CorpusError, match="no parameter 'bobot_x'"):
        value("bobot_x", START)


def test_values_of_a_parameter_have_days_of_their_own() -> None:
    wrong = [
        p.nama
        for p in parameters().values()
        if len({v.berlaku_sejak for v in p.nilai}) != len(p.nilai)
    ]
    assert wrong == []


def test_only_what_was_read_in_the_law_is_verified() -> None:
    """A verified number is certain, and its place in the law is written down or annexed to it."""
    weak = [
        p.nama
        for p in parameters().values()
        for v in p.nilai
        if v.terverifikasi and v.keyakinan != "tinggi"
    ]
    assert weak == []


def test_six_categories_from_the_top() -> None:
    assert [(k.nama, k.batas_bawah) for k in categories()] == [
        ("Tuntas Paripurna", Decimal(100)),
        ("Tuntas Utama", Decimal(90)),
        ("Tuntas Madya", Decimal(80)),
        ("Tuntas Pratama", Decimal(70)),
        ("Tuntas Muda", Decimal(60)),
        ("Belum Tuntas", Decimal(0)),
    ]


def test_rules_come_before_dated_deadlines() -> None:
    rules = [(d.jenis, d.tahun) for d in deadlines()][:2]
    assert rules == [("tahunan", None), ("triwulan", None)]


def test_dated_deadlines_close_on_the_20th() -> None:
    found = {(d.tahun, d.triwulan): d.tanggal for d in deadlines() if d.tanggal}
    assert found == {
        (2022, 4): date(2023, 1, 20),
        (2024, 2): date(2024, 7, 20),
        (2024, 3): date(2024, 10, 20),
        (2024, 4): date(2025, 1, 20),
    }


def test_doubtful_deadline_has_no_date() -> None:
    doubtful = [d for d in deadlines() if d.keyakinan in ("rendah", "ingatan")]
    assert [(d.tahun, d.triwulan, d.tanggal) for d in doubtful] == [(2024, 1, None)]
