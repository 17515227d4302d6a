"""Main regulations and technical standards that a document must name: HUK-10.

Sumber: Permendagri 59/2021 (dasar umum penerapan SPM); standar teknis menurut
corpus/data/services.
"""

import re
from collections.abc import Iterator

from assistant.checking.compare import finding
from assistant.checking.context import Konteks, place
from assistant.checking.models import Aturan, DasarAturan, Hasil, Lulus, TakDicek
from assistant.checking.services import name_of, urusan_name
from corpus.catalogue import services
from corpus.models import UrusanId
from corpus.names import short_name
from corpus.registry import get, status_on

HUK_10 = Aturan(
    id="HUK-10",
    judul="Peraturan pokok atau standar teknis tidak dirujuk",
    keparahan="peringatan",
    butuh=("daftar dasar hukum", "layanan yang dimuat"),
    pesan="{hal} dimuat, tetapi {nama} tidak ada dalam dasar hukum.",
    dasar=(DasarAturan(regulasi="permendagri-59-2021", jenis="hukum"),),
    saran="Tambahkan peraturan itu ke dasar hukum.",
)
RULES = (HUK_10,)
MAIN = ("uu-23-2014", "pp-2-2018", "permendagri-59-2021")
REGIONAL = ("rad", "laporan_tahunan", "lppd")


def check(k: Konteks) -> Iterator[Hasil]:
    """The list of the legal basis against what the document covers.

    Sumber: corpus/data/services.
    """
    basis = [c for c in k.kutipan if c.dasar]
    if not basis:
        yield TakDicek("HUK-10", "daftar dasar hukum tidak ditemukan")
        return
    named = {c.regulasi for c in basis}
    where = place(basis[0].blok.letak, "dasar hukum")
    wanted: dict[str, str] = {}
    if k.identitas.jenis != "lainnya":
        wanted = dict.fromkeys(MAIN, "Penerapan SPM")
    if k.identitas.jenis in REGIONAL:
        wanted |= _standards(k)
    for regulation_id, subject in wanted.items():
        regulation = get(regulation_id)
        if regulation is None or status_on(regulation, k.hari).status not in ("berlaku", "diubah"):
            continue
        if regulation_id in named:
            yield Lulus("HUK-10")
            continue
        yield finding(
            HUK_10,
            (where,),
            (regulation_id,),
            {"hal": subject, "nama": short_name(regulation)},
            putusan="perlu_cek",
            seharusnya=regulation_id,
        )


def _standards(k: Konteks) -> dict[str, str]:
    """Technical standards of the services that the document states figures about."""
    covered = {r.layanan for r in k.rekaman if r.layanan}
    wanted: dict[str, str] = {}
    fields: dict[UrusanId, int] = {}
    for service in services().values():
        if service.id in covered and re.fullmatch(r"[a-z]+-\d+-\d{4}", service.standar_teknis):
            fields[service.urusan] = fields.get(service.urusan, 0) + 1
            subject = (
                name_of(service.id)
                if service.urusan == "trantibumlinmas"
                else f"Urusan {urusan_name(service.urusan)}"
            )
            wanted.setdefault(service.standar_teknis, subject)
    return wanted
