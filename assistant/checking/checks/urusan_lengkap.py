"""Every urusan and every service of the level: LKP-01, LKP-02.

Sumber: PP Nomor 2 Tahun 2018 Pasal 5 sampai 10 (corpus/data/services).
"""

import re
from collections.abc import Iterator

from assistant.checking.compare import P59, PP2, finding
from assistant.checking.context import Konteks
from assistant.checking.models import Aturan, Hasil, Lulus, TakDicek, Tempat
from assistant.checking.opening import opening
from assistant.checking.services import name_of, service_of, urusan_name, urusan_of
from corpus.catalogue import ORDER, of
from corpus.models import UrusanId

LKP_01 = Aturan(
    id="LKP-01",
    judul="Enam urusan tidak lengkap",
    keparahan="galat",
    butuh=("urusan yang dimuat",),
    pesan="Urusan {urusan} tidak ditemukan dalam laporan.",
    dasar=(PP2, P59),
    saran="Tambahkan bagian urusan itu, atau jelaskan mengapa tidak dilaporkan.",
)
LKP_02 = Aturan(
    id="LKP-02",
    judul="Jenis pelayanan tidak lengkap",
    keparahan="galat",
    butuh=("tingkat daerah", "layanan yang dimuat"),
    pesan="Urusan {urusan}: {n} dari {semua} jenis pelayanan ditemukan; belum ada {daftar}.",
    dasar=(PP2,),
    saran="Lengkapi, atau tulis nihil beserta alasannya.",
)
RULES = (LKP_01, LKP_02)
WHOLE = ("laporan_tahunan", "espm_triwulan", "rad", "lppd")


def check(k: Konteks) -> Iterator[Hasil]:
    """Six urusan, and the services of the level in each.

    Sumber: corpus/data/services.
    """
    level = k.identitas.tingkat
    if k.identitas.jenis not in WHOLE or level is None:
        return
    texts = [b.teks for b in (*k.judul, *k.keterangan)] + [t.judul for t in k.naskah.tabel]
    texts += [
        b.teks
        for b in k.narasi
        if re.match(r"\W*(?:[a-z\d.]+\s+)?(?:urusan|bidang)\b", b.teks[:40], re.IGNORECASE)
        and len(b.teks) < 90
    ]
    texts += [t.lembar or "" for t in k.naskah.tabel]
    found: set[str | None] = {r.layanan for r in k.rekaman if r.layanan}
    fields: set[UrusanId] = {r.urusan for r in k.rekaman if r.urusan}
    if len(found) < 3:
        yield TakDicek("LKP-02", "kurang dari tiga jenis pelayanan dikenali dalam tabel")
        return
    for text in texts:
        if len(text) < 200 and (name := urusan_of(text)):
            fields.add(name)
    single = len(fields) == 1
    for urusan_id in ORDER:
        if urusan_id in fields:
            yield Lulus("LKP-01")
            yield from _services(k, urusan_id, found)
        elif not single:
            yield finding(
                LKP_01,
                (Tempat(letak=opening(k), kutipan=k.naskah.nama),),
                (urusan_id,),
                {"urusan": urusan_name(urusan_id)},
                urusan=urusan_id,
            )


def _services(k: Konteks, urusan_id: UrusanId, found: set[str | None]) -> Iterator[Hasil]:
    level = k.identitas.tingkat
    wanted = [s.id for s in of(urusan_id, level)]
    there = [s for s in wanted if s in found]
    missing = [s for s in wanted if s not in found and not _named(k, s)]
    for _ in there:
        yield Lulus("LKP-02")
    if not there or not missing:
        return
    row = next(r for r in k.rekaman if r.layanan == there[-1])
    yield finding(
        LKP_02,
        (Tempat(letak=row.grid.letak(row.baris), kutipan=row.label),),
        tuple(missing),
        {
            "urusan": urusan_name(urusan_id),
            "n": len(wanted) - len(missing),
            "semua": len(wanted),
            "daftar": "; ".join(name_of(s) for s in missing),
        },
        ditemukan=str(len(there)),
        seharusnya=str(len(wanted)),
        urusan=urusan_id,
    )


def _named(k: Konteks, service_id: str) -> bool:
    """Whether a heading or a row of any table names the service, with or without figures."""
    level = k.identitas.tingkat
    if any(service_of(b.teks, level) == service_id for b in (*k.judul, *k.keterangan)):
        return True
    return any(
        service_of(label, level) == service_id for g in k.semua_grid for label in set(g.label)
    )
