"""Which jenis pelayanan dasar or urusan a heading, row label or sentence names.

The patterns accept the spellings seen in real laporan ("Ibu Baru Lahir", "Pengelchan Air
Limbah"); whether a spelling is the official one is another rule's business.
"""

import re
from functools import cache

from corpus.catalogue import services, urusan
from corpus.models import Tingkat, UrusanId

LANSIA = r"(?:lanjut\s+usia|usia\s+lanjut|lansia)"
TELANTAR = r"t[ea]r?lantar"
# Order matters: the first pattern that fits decides.
PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("kes", "05", r"usia\s+pendidikan\s+dasar"),
    ("kes", "01", r"ibu\s+hamil|\bbumil\b"),
    ("kes", "02", r"ibu\s+bersalin|\bbulin\b"),
    ("kes", "03", r"(?:bayi|ibu)\s+baru\s+lahir|\bbbl\b"),
    ("kes", "04", r"\bbalita\b"),
    ("kes", "06", r"usia\s+produktif"),
    ("kes", "08", r"hipertensi"),
    ("kes", "09", r"diabetes"),
    ("kes", "10", r"gangguan\s+jiwa|\bodgj\b"),
    ("kes", "11", r"tuberk[uo]losis|\btbc?\b"),
    ("kes", "12", r"\bhiv\b|immunodeficiency|melemahkan\s+daya\s+tahan"),
    ("kes.prov", "01", r"krisis\s+kesehatan"),
    ("kes.prov", "02", r"kejadian\s+luar\s+biasa|\bklb\b"),
    ("kes", "07", rf"(?:kesehatan|pada)\b.*{LANSIA}"),
    ("pend", "01", r"anak\s+usia\s+dini|\bpaud\b"),
    ("pend", "03", r"kesetaraan"),
    ("pend.prov", "01", r"pendidikan\s+menengah"),
    ("pend.prov", "02", r"pendidikan\s+khusus"),
    ("pend", "02", r"pendidikan\s+dasar"),
    ("pu.prov", "01", r"air\s+minum\s+curah"),
    ("pu.prov", "02", r"air\s+limbah.*(?:regional|lintas)"),
    ("pu", "01", r"air\s+minum"),
    ("pu", "02", r"air\s+limbah"),
    ("per", "02", r"relokasi"),
    ("per", "01", r"(?:rehabilitasi|penyediaan|layak).*rumah.*bencana|rumah.*korban\s+bencana"),
    ("tra", "05", r"evakuasi.*kebakaran|korban\s+kebakaran"),
    ("sos", "05", r"(?:perlindungan|jaminan)\b.*sosial.*bencana"),
    ("sos", "01", r"disabilitas"),
    ("sos", "02", rf"\banak\b(?:\s+{TELANTAR})?"),
    ("sos", "03", LANSIA),
    ("sos", "04", r"gelandangan|pengemis|tuna\s+sosial|\bgepeng\b"),
    ("tra", "02", r"informasi\s+rawan\s+bencana"),
    ("tra", "03", r"kesiapsiagaan"),
    ("tra", "04", r"evakuasi.*bencana"),
    ("tra", "01", r"ket(?:en|e)t?e?(?:ram|nt|rt)\w*an.*ketertiban|trantibum\b"),
)
COMPILED = tuple((code, number, re.compile(p, re.IGNORECASE)) for code, number, p in PATTERNS)
WHOLE_URUSAN = re.compile(r"p[ea]r?lindungan\s+masyarakat|linmas", re.IGNORECASE)
URUSAN: tuple[tuple[UrusanId, re.Pattern[str]], ...] = (
    ("trantibumlinmas", re.compile(r"ket(?:en|e)teraman|ketentraman|trantib", re.IGNORECASE)),
    ("perumahan_rakyat", re.compile(r"perumahan\s+rakyat|perumahan\b", re.IGNORECASE)),
    ("pekerjaan_umum", re.compile(r"pekerjaan\s+umum", re.IGNORECASE)),
    ("kesehatan", re.compile(r"\bkesehatan\b", re.IGNORECASE)),
    ("pendidikan", re.compile(r"\bpendidikan\b", re.IGNORECASE)),
    ("sosial", re.compile(r"\bsosial\b", re.IGNORECASE)),
)
PREFIX = {"pend", "kes", "pu", "per", "tra", "sos"}


@cache
def service_of(text: str, tingkat: Tingkat | None, bidang: UrusanId | None = None) -> str | None:
    """The service id that a text names, or None. `bidang` None: no urusan is known.

    "Anak" and "lanjut usia" alone mean the social services only inside of that urusan.
    """
    for code, number, pattern in COMPILED:
        if not pattern.search(text):
            continue
        level = "prov" if code.endswith(".prov") or tingkat == "provinsi" else "kab"
        found = f"{code.removesuffix('.prov')}.{level}.{number}"
        if found not in services():
            found = f"{code.removesuffix('.prov')}.kab.{number}"
        of = services()[found].urusan
        if bidang is not None and of != bidang:
            continue
        if (
            code == "sos"
            and bidang is None
            and not re.search(rf"sosial|panti|{TELANTAR}", text, re.IGNORECASE)
        ):
            continue
        if code == "tra" and number == "01" and WHOLE_URUSAN.search(text):
            continue
        return found
    return None


@cache
def urusan_of(text: str) -> UrusanId | None:
    """The urusan that a heading or sheet name means: the one named first in the text."""
    found = [(m.start(), name) for name, p in URUSAN if (m := p.search(text))]
    return min(found)[1] if found else None


def name_of(service_id: str) -> str:
    """The official name of a service, its long tail in brackets left out."""
    return services()[service_id].nama.split(" (")[0]


def urusan_name(urusan_id: UrusanId) -> str:
    """The official name of an urusan."""
    return urusan()[urusan_id].nama
