"""Services of the other level: WIL-08."""

from collections.abc import Iterator

from assistant.checking.compare import PP2, finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek
from assistant.checking.services import name_of, service_of
from corpus.catalogue import services

WIL_08 = Aturan(
    id="WIL-08",
    judul="Layanan bukan kewenangan tingkat daerah ini",
    keparahan="galat",
    butuh=("tingkat daerah", "layanan pada tabel"),
    pesan='"{layanan}" dilaporkan, padahal itu layanan {tingkat}.',
    dasar=(PP2,),
    saran="Keluarkan dari laporan SPM daerah ini, atau periksa tingkat laporannya.",
)
RULES = (WIL_08,)


def check(k: Konteks) -> Iterator[Hasil]:
    """The level of every service in a table.

    Sumber: PP Nomor 2 Tahun 2018 Pasal 5 sampai 10.
    """
    level = k.identitas.tingkat
    if level is None or k.identitas.nama_daerah == "DKI Jakarta":
        return
    levels = [services()[r.layanan].tingkat for r in k.rekaman if r.layanan]
    if len(levels) >= 4 and sum(t != level for t in levels) * 2 > len(levels):
        yield TakDicek("WIL-08", "tingkat laporan tampaknya salah dikenali")
        return
    other = {"kabkota": "provinsi", "provinsi": "kabupaten/kota"}[level]
    for record in k.rekaman:
        if record.layanan is None or record.grid.kelayakan != "layak":
            continue
        if services()[record.layanan].tingkat == level:
            yield Lulus("WIL-08")
            continue
        name = name_of(record.layanan)
        if service_of(name, level) and services()[service_of(name, level) or ""].tingkat == level:
            continue
        yield finding(
            WIL_08,
            (place(record.grid.letak(record.baris), record.label),),
            (record.layanan, level),
            {"layanan": record.label, "tingkat": other},
            ditemukan=record.layanan,
            urusan=record.urusan,
            kunci=f"tingkat/{record.layanan}",
        )
