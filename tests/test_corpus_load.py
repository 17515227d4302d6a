"""The loader refuses a fact that does not say where it was read and how sure that is."""

import re
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.load import build, rows, tables, toml
from corpus.models import (
    Ambigu,
    Daerah,
    Dasar,
    JenisLayanan,
    Kategori,
    NilaiParameter,
    Parameter,
    Regulasi,
    Singkatan,
    UnitRingkasan,
)

REGULASI: dict[str, Any] = {
    "id": "perda-7-2020",
    "jenis": "Perda",
    "nomor": "7",
    "tahun": 2020,
    "tentang": "Contoh",
    "status": "berlaku",
    "sumber": ["sumber-lawdb"],
    "keyakinan": "tinggi",
}
NILAI: dict[str, Any] = {
    "berlaku_sejak": "2022-01-01",
    "nilai": "0.80",
    "terverifikasi": False,
    "sumber": ["sumber-g1"],
    "keyakinan": "sedang",
}
UNIT: dict[str, Any] = {"pasal": "1", "topik": "t", "isi": "i", "tanya": ["a", "b", "c"]}


def without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in row.items() if k != key}


def refusal(model: type[Any], row: dict[str, Any]) -> str:
    with pytest.raises(CorpusError) as caught:
        build(model, row, "contoh.toml [[baris]]")
    return str(caught.value)


def test_complete_fact_is_accepted() -> None:
    made = build(Regulasi, REGULASI, "contoh")
    assert (made.id, made.sumber, made.keyakinan) == ("perda-7-2020", ("sumber-lawdb",), "tinggi")


@pytest.mark.parametrize("key", ["sumber", "keyakinan"])
@pytest.mark.parametrize(("model", "row"), [(Regulasi, REGULASI), (NilaiParameter, NILAI)])
def test_fact_without_origin_is_refused(model: type[Any], row: dict[str, Any], key: str) -> None:
    message = refusal(model, without(row, key))
    assert message.startswith("contoh.toml [[baris]]: ")
    assert f"\n{key}\n  Field required" in message


@pytest.mark.parametrize("model", [Regulasi, Kategori, JenisLayanan, NilaiParameter, Singkatan])
def test_every_kind_of_fact_needs_its_origin(model: type[Any]) -> None:
    message = refusal(model, {})
    assert re.findall(r"^(sumber|keyakinan)$", message, re.MULTILINE) == ["sumber", "keyakinan"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"sumber": []}, "sumber"),
        ({"sumber": [""]}, "sumber.0"),
        ({"keyakinan": "high"}, "keyakinan"),
        ({"tentng": "Contoh"}, "tentng"),
        ({"id": "PP-2-2018"}, "id"),
        ({"id": "pp 2 2018"}, "id"),
        ({"status": "aktif"}, "status"),
        ({"tentang": ""}, "tentang"),
        ({"diundangkan": "2020-02-30"}, "diundangkan"),
    ],
)
def test_malformed_regulation_is_refused(change: dict[str, Any], place: str) -> None:
    assert f"\n{place}\n" in refusal(Regulasi, {**REGULASI, **change})


def test_parameter_needs_a_dated_value() -> None:
    row = {"nama": "bobot", "uraian": "u", "satuan": "s", "dasar": {"regulasi": "pp-2-2018"}}
    assert "\nnilai\n" in refusal(Parameter, {**row, "nilai": []})
    assert "\nnilai.0.berlaku_sejak\n" in refusal(
        Parameter, {**row, "nilai": [without(NILAI, "berlaku_sejak")]}
    )


def test_digest_unit_needs_three_questions() -> None:
    assert "\ntanya\n" in refusal(UnitRingkasan, {**UNIT, "tanya": ["a", "b"]})
    assert build(UnitRingkasan, UNIT, "contoh").tanya == ("a", "b", "c")


def test_ambiguous_form_needs_two_meanings() -> None:
    row = {"bentuk": "X", "sumber": ["s"], "keyakinan": "tinggi", "arti": [{"arti": "satu"}]}
    assert "\narti\n" in refusal(Ambigu, row)


def test_models_cannot_be_changed() -> None:
    made = build(Dasar, {"regulasi": "pp-2-2018"}, "contoh")
    with pytest.raises(ValueError, match="frozen"):
        made.regulasi = "pp-3-2018"


def test_error_names_file_table_and_row(tmp_path: Path) -> None:
    path = tmp_path / "baru.toml"
    path.write_text(
        '[[regulasi]]\nid = "perda-7-2020"\njenis = "Perda"\nnomor = "7"\ntahun = 2020\n'
        'tentang = "Contoh"\nstatus = "berlaku"\nkeyakinan = "tinggi"\n',
        encoding="utf-8",
    )
    with pytest.raises(CorpusError, match=r"^baru\.toml \[\[regulasi\]\] perda-7-2020: "):
        tables([path], "regulasi", Regulasi)


def test_broken_toml_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "rusak.toml"
    path.write_text("[[regulasi]\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"^rusak\.toml: "):
        toml(path)


def test_csv_row_without_origin_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wilayah.csv"
    path.write_text(
        "kode,nama,jenis,provinsi,sumber,keyakinan\n"
        "11,Aceh,provinsi,11,sumber-lawdb;sumber-github,tinggi\n"
        "11.01,Kabupaten Aceh Selatan,kabupaten,11,,tinggi\n",
        encoding="utf-8",
    )
    with pytest.raises(CorpusError, match=r"^wilayah\.csv:3: (.|\n)*sumber"):
        rows(path, Daerah)
