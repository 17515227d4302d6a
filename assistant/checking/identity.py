"""Which kind of document this is, of which level and region, and for which period."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from assistant.checking import stated
from assistant.checking.choices import NONE, Pilihan
from assistant.checking.models import Identitas, JenisDokumen, Periode
from corpus.models import Daerah, Tingkat
from corpus.regions import regions
from ingest.report.model import Blok, Naskah
from ingest.tanggal import MONTHS

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
SIGNS: tuple[tuple[JenisDokumen, str, int], ...] = (
    ("rad", r"rencana\s+aksi(?:\s+daerah)?\s+(?:penerapan|pemenuhan)", 2),
    ("rad", r"peraturan\s+(?:bupati|wali\s?kota|gubernur).{0,120}rencana\s+aksi", 4),
    ("konsultan_bulanan", r"laporan\s+bulan(?:an)?\b", 2),
    ("konsultan_bulanan", r"bantuan\s+teknis|konsultan", 2),
    ("espm_triwulan", r"\btriwulan\s+(?:i{1,3}|iv|[1-4])\b|\btw[\s.-]*(?:i{1,3}|iv|[1-4])\b", 2),
    ("espm_triwulan", r"persentase\s+pencapaian\s+(?:penerima|mutu)", 3),
    ("lppd", r"laporan\s+penyelenggaraan\s+pemerintahan\s+daerah|\blppd\b", 4),
    ("sop", r"standar\s+operasional\s+prosedur", 3),
    ("sop", r"kualifikasi\s+pelaksana|mutu\s+baku", 3),
    ("laporan_tahunan", r"laporan\s+(?:tahunan\s+)?penerapan\s+(?:spm|standar\s+pelayanan)", 4),
    ("laporan_tahunan", r"laporan\s+(?:capaian|pencapaian|penerapan)\s+(?:spm|standar)", 3),
    ("laporan_tahunan", r"penerapan\s+dan\s+pencapaian\s+spm", 2),
)
FRONT = 60
NAMED = re.compile(
    r"\b(kabupaten|kab\.|kota|provinsi|prov\.)\s+((?:[A-Z][\w'’-]*\s?){1,4}|[A-Z][A-Z\s]+)",
)
CITED = re.compile(
    r"(?:nomor|no\.?)\s*\S+\s+tahun\s+20\d\d|\d+/20\d\d|\d+\s+tahun\s+20\d\d", re.IGNORECASE
)
DATED = re.compile(r"\b(\d{1,2})\s+([A-Za-z]{3,9})\s+((?:19|20)\d\d)\b")


def front(naskah: Naskah) -> str:
    """File name, sheet names, first blocks and table titles: where a document says what it is."""
    parts = [naskah.nama.rsplit(".", 1)[0].replace("_", " ").replace("-", " ")]
    parts += [b.teks for b in naskah.blok[:FRONT] if b.jenis != "daftar"]
    parts += [t.judul for t in naskah.tabel[:3]] + [t.lembar or "" for t in naskah.tabel[:8]]
    for table in naskah.tabel[:2]:
        parts += [c.teks for row in table.baris[:4] for c in row.sel]
    return "\n".join(parts)


def kind_of(text: str) -> JenisDokumen:
    """The kind with most signs; "lainnya" where nothing speaks for any."""
    votes: Counter[JenisDokumen] = Counter()
    for kind, pattern, weight in SIGNS:
        hits = len(re.findall(pattern, text, re.IGNORECASE | re.DOTALL))
        votes[kind] += weight * min(hits, 3)
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] >= 3 else "lainnya"


@cache
def _by_name() -> dict[str, Daerah]:
    return {d.nama.lower(): d for d in regions().values()}


def region_names(text: str) -> list[Daerah]:
    """Regions named in a text with their kind ("Kabupaten Bekasi"), in order, repeated ones too."""
    found = []
    for match in NAMED.finditer(_named_case(text)):
        kind = {"kab.": "kabupaten", "prov.": "provinsi"}.get(
            match.group(1).lower(), match.group(1).lower()
        )
        words = match.group(2).replace("\n", " ").lower().split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            region = _by_name().get(name if kind == "provinsi" else f"{kind} {name}")
            if region is not None and (kind == "provinsi") == (region.jenis == "provinsi"):
                found.append(region)
                break
    return found


def region_of(naskah: Naskah) -> Daerah | None:
    """The region that the document is of: named most, the first pages and titles counting more."""
    votes: Counter[str] = Counter()
    for region in region_names(front(naskah)):
        votes[region.kode] += 3 if region.jenis != "provinsi" else 1
    for at, block in enumerate(naskah.blok):
        for region in region_names(block.teks):
            votes[region.kode] += _weight(at, block)
    for table in naskah.tabel:
        for region in region_names(f"{table.judul} {table.lembar or ''}"):
            votes[region.kode] += 2
    if not votes:
        return None
    (code, count), *rest = votes.most_common(2)
    return regions()[code] if not rest or count > rest[0][1] else None


def _weight(at: int, block: Blok) -> int:
    """The title of a document says more about it than a sentence."""
    if at < 3:
        return 4 - (at > 0)
    return 2 if block.jenis in ("judul", "keterangan") else 1


def _named_case(text: str) -> str:
    """Kind words in capitals made readable for the pattern: "KABUPATEN BEKASI"."""
    return re.sub(
        r"\b(KABUPATEN|KAB\.|KOTA|PROVINSI|PROV\.|Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\b\.?",
        lambda m: m.group(0).lower(),
        text,
    )


def period_of(text: str, kind: JenisDokumen) -> Periode:
    """Year, quarter and month of the period, from the front of the document."""
    span = re.search(r"tahun\s+(20\d\d)\s*[-–—]\s*(20\d\d)", text, re.IGNORECASE)
    if kind == "rad" and span:
        return Periode(int(span.group(1)), None, None, int(span.group(2)))
    quarter = re.search(
        r"\b(?:triwulan|tri\s*wulan|tw)[\s.\-]*(iv|i{1,3}|[1-4])\b", text, re.IGNORECASE
    )
    month = None
    if kind == "konsultan_bulanan":
        named = re.search(
            rf"bulan\s*(?:ke)?\s*[-–]*\s*\d+\s*\(\s*({'|'.join(MONTHS)})\b", text, re.IGNORECASE
        )
        month = MONTHS[named.group(1).lower()] if named else None
    strong = re.findall(r"tahun\s+anggaran\s+(20\d\d)", text, re.IGNORECASE)
    years = re.findall(r"\b(20\d\d)\b", CITED.sub(" ", text))
    year = Counter(strong or _own_years(text) or years).most_common(1)
    return Periode(
        int(year[0][0]) if year else None,
        ROMAN[quarter.group(1).lower()] if quarter and kind != "rad" else None,
        month,
    )


def _own_years(text: str) -> list[str]:
    """Years that are not the year of a regulation ("Nomor 2 Tahun 2018")."""
    return re.findall(r"\btahun\s+(20\d\d)", CITED.sub(" ", text), re.IGNORECASE)


def signed_on(naskah: Naskah) -> tuple[int, int, int] | None:
    """The day on which the document was signed or enacted, (year, month, day); day 0 unknown."""
    for block in reversed(naskah.blok):
        text = block.teks
        if re.search(r"pada tanggal|^tanggal|ditetapkan|tanggal pengesahan", text, re.IGNORECASE):
            found = DATED.search(text)
            if found and found.group(2).lower() in MONTHS:
                return int(found.group(3)), MONTHS[found.group(2).lower()], int(found.group(1))
    for block in reversed(naskah.blok):
        place = re.fullmatch(
            r"[A-Z][A-Za-z .]{2,30},\s*(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\s+(20\d\d)",
            block.teks.strip(),
        )
        if place and place.group(2).lower() in MONTHS:
            return int(place.group(3)), MONTHS[place.group(2).lower()], int(place.group(1) or 0)
    return None


def identify(naskah: Naskah, pilihan: Pilihan = NONE) -> Identitas:
    """What the document is; what the user says goes before what is recognised."""
    text = front(naskah)
    kind = pilihan.jenis or kind_of(text)
    national = kind == "konsultan_bulanan"
    said = stated.pairs(naskah)
    told = stated.region(said)
    # A form that asks for its region is not searched for examples of others.
    asked = "daerah" in said or "nama" in said
    region = pilihan.daerah or (None if national else told if asked else region_of(naskah))
    period = period_of(text, kind)
    if pilihan.jenis is None and kind == "laporan_tahunan" and period.triwulan:
        kind = "espm_triwulan"
    year, quarter = stated.number(said, "tahun", 2000, 2100), stated.number(said, "triwulan", 1, 4)
    period = replace(period, tahun=year or period.tahun, triwulan=quarter or period.triwulan)
    period = pilihan.periode or period
    level: Tingkat | None = pilihan.tingkat or (None if pilihan.daerah else stated.level(said))
    if level is None and region is not None:
        level = "provinsi" if region.jenis == "provinsi" else "kabkota"
    return Identitas(
        kind,
        level,
        region.kode if region else None,
        region.nama if region else None,
        period,
        signed_on(naskah),
    )
