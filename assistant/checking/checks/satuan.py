"""Units of penerima: PEN-13."""

import re
from collections.abc import Iterator

from assistant.checking.compare import (
    at,
    finding,
    key,
    marks,
)
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus
from assistant.checking.services import name_of

PEN_13 = Aturan(
    id="PEN-13",
    judul="Satuan penerima salah atau kosong",
    keparahan="peringatan",
    butuh=("satuan", "blok penerima"),
    toleransi="kamus satuan",
    pesan='{label}: penerima bersatuan "{satuan}".',
    saran="Pakai satuan orang (atau rumah tangga/sambungan rumah untuk air dan sanitasi).",
)
RULES = (PEN_13,)
PEOPLE_UNITS = re.compile(
    r"orang|jiwa|warga|penduduk|kk|keluarga|rumah|sr|sambungan|peserta|anak|siswa|ibu|bayi|balita|"
    r"kasus|korban|penderita|pasien|unit rumah|layanan|murid",
    re.IGNORECASE,
)
WRONG_UNITS = re.compile(r"dokumen|rupiah|^rp|persen|^%|paket|kegiatan|laporan|lembar|meter|km")


def check(k: Konteks) -> Iterator[Hasil]:
    """The unit of every service.

    Sumber: kaidah dokumen.
    """
    for record in k.rekaman:
        if "satuan" not in record.sel or "sasaran" not in record.sel or record.total:
            continue
        if record.layanan is None or record.blok in ("mutu", "anggaran"):
            continue
        if record.grid.kelayakan != "layak":
            continue
        unit = record.teks("satuan").strip()
        if PEOPLE_UNITS.search(unit) or (unit and not WRONG_UNITS.search(unit.lower())):
            yield Lulus("PEN-13")
            continue
        yield finding(
            PEN_13,
            at(record, "satuan"),
            marks(record, unit),
            {"label": name_of(record.layanan), "satuan": unit or "(kosong)"},
            ditemukan=unit,
            kunci=key(record) + "/satuan",
            urusan=record.urusan,
        )
