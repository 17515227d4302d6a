"""HasilSkor -> the JSON of the contract. Numbers are decimal strings, unrounded."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assistant.read_laporan import LaporanTakTerbaca
from assistant.scoring.comparison import Perbandingan
from assistant.scoring.goal import HasilTujuan, Usul
from assistant.scoring.hasil import HasilSkor, SkorLayanan, SkorUrusan
from assistant.scoring.hitung import tulis
from assistant.scoring.ketentuan import Anggapan
from assistant.scoring.langkah import Langkah, langkah
from assistant.scoring.whatif import HasilAndai
from corpus.errors import SpmError
from corpus.models import Dasar

SCHEMA = 1
Json = dict[str, Any]


def score(hasil: HasilSkor, steps: bool = True) -> Json:
    """One score as the contract has it; `steps` False leaves the explanation out."""
    laporan = hasil.laporan
    data: Json = {
        "schema": SCHEMA,
        "file": laporan.berkas,
        "sha256": laporan.sha256,
        "daerah": laporan.daerah,
        "nama_daerah": laporan.nama_daerah,
        "level": laporan.tingkat,
        "period": {"year": laporan.tahun, "quarter": laporan.triwulan},
        "on": hasil.ketentuan.hari.isoformat(),
        "index": _text(hasil.indeks),
        "index_range": _range(hasil.rentang),
        "kategori": None if hasil.kategori is None else hasil.kategori.nama,
        "next_kategori": None if hasil.jarak is None else hasil.jarak.kategori.nama,
        "to_next_kategori": None if hasil.jarak is None else _text(hasil.jarak.poin),
        "urusan": [_urusan(item) for item in hasil.urusan],
        "notes": hasil.catatan(),
        "parameters": [_parameter(item) for item in hasil.ketentuan.anggapan],
        "categories": [
            {
                "kategori": item.nama,
                "from": _text(item.batas_bawah),
                "sumber": _basis(item.dasar) | {"ids": item.sumber, "keyakinan": item.keyakinan},
                "terverifikasi": item.terverifikasi,
            }
            for item in hasil.ketentuan.kategori
        ],
    }
    if steps:
        data["steps"] = [_step(item) for item in langkah(hasil)]
    return data


def what_if(andai: HasilAndai) -> Json:
    """The changes and every level that moves."""
    return {
        "changes": [
            {
                "layanan": item.layanan,
                "mutu": item.butir,
                "field": item.isian,
                "value": _text(item.angka),
            }
            for item in andai.ubahan
        ],
        "levels": [
            {
                "level": item.tentang,
                "before": _text(item.sebelum),
                "after": _text(item.sesudah),
                "difference": _text(item.selisih()),
            }
            for item in andai.perubahan
        ],
        "kategori_before": None if andai.sebelum.kategori is None else andai.sebelum.kategori.nama,
        "kategori_after": None if andai.sesudah.kategori is None else andai.sesudah.kategori.nama,
    }


def goal(tujuan: HasilTujuan) -> Json:
    """What is needed, and all that could be improved."""
    return {
        "goal": tujuan.tujuan,
        "from": _text(tujuan.batas),
        "reached": tujuan.tercapai,
        "index_before": _text(tujuan.sebelum.indeks),
        "index_after": _text(tujuan.sesudah.indeks),
        "needed": [_usul(item) for item in tujuan.perlu],
        "options": [_usul(item) for item in tujuan.pilihan],
    }


def comparison(
    perbandingan: Perbandingan, failed: Sequence[tuple[str, SpmError]] = (), steps: bool = False
) -> Json:
    """Many scores: rows in the order of the table, and the files that could not be read."""
    return {
        "schema": SCHEMA,
        "results": [
            score(row.hasil, steps)
            | {
                "change": _text(row.gerak),
                "kategori_before": row.kategori_lama,
                "rank": row.peringkat,
            }
            for row in perbandingan.baris
        ],
        "mean_index": _text(perbandingan.rata_rata),
        "failed": [{"file": name, "messages": _sentences(error)} for name, error in failed],
    }


def _sentences(error: SpmError) -> list[str]:
    if isinstance(error, LaporanTakTerbaca):
        return [item.kalimat for item in error.masalah]
    return [str(error)]


def _urusan(item: SkorUrusan) -> Json:
    return {
        "urusan": item.urusan.id,
        "nama": item.urusan.nama,
        "index": _text(item.indeks),
        "index_range": _range(item.rentang),
        "kategori": None if item.kategori is None else item.kategori.nama,
        "applicable": item.berlaku,
        "layanan": [_layanan(part) for part in item.layanan],
    }


def _layanan(item: SkorLayanan) -> Json:
    return {
        "id": item.layanan.id,
        "nama": item.layanan.nama,
        "penerima_persen": _text(item.penerima),
        "mutu_persen": _text(item.mutu),
        "index": _text(item.indeks),
        "index_range": _range(item.rentang),
        "applicable": item.berlaku,
        "notes": list(item.catatan),
    }


def _parameter(item: Anggapan) -> Json:
    return {
        "name": item.nama,
        "value": item.nilai,
        "unit": item.satuan,
        "description": item.uraian,
        "sumber": _basis(item.dasar) | {"ids": item.sumber, "keyakinan": item.keyakinan},
        "terverifikasi": item.terverifikasi,
        "overridden": item.diubah,
    }


def _step(item: Langkah) -> Json:
    return {
        "rule": item.aturan,
        "about": item.tentang,
        "inputs": item.masukan,
        "formula": item.rumus,
        "result": item.hasil,
        "sumber": _basis(item.dasar) | {"layanan": item.layanan_dasar},
        "parameters": [used.nama for used in item.anggapan],
        "notes": list(item.catatan),
    }


def _usul(item: Usul) -> Json:
    return {
        "layanan": item.layanan,
        "mutu": item.nama,
        "add": _text(item.tambah),
        "unit": item.satuan,
        "from": _text(item.semula),
        "points": _text(item.poin),
        "points_per_unit": _text(item.per_satuan),
    }


def _basis(dasar: Dasar) -> Json:
    return {"regulation": dasar.regulasi, "locator": dasar.letak}


def _range(span: tuple[Decimal, Decimal] | None) -> list[str] | None:
    return None if span is None else [tulis(span[0]), tulis(span[1])]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else tulis(value)
