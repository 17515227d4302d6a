"""A region's own figures: this base holds the law, not what a region has achieved."""

import re
from functools import cache

from assistant import messages
from assistant.compose.draft import Case, Draft
from corpus.models import Daerah
from corpus.regions import regions

FIGURE = re.compile(
    r"\b(?:capaian\w*|nilai\w*|indeks\w*|realisasi\w*|jumlah|berapa|data|persentase|persen|skor\w*|peringkat"
    r"|rapor|anggaran\w*|sasaran\w*|kategori\w*|tuntas|siapa\s+saja|anggota|ketua|daftar|ranking)\b"
)

# The region of the one who asks, without its name.
OWN = re.compile(
    r"\b(?:daerah|kab(?:upaten)?|kota|prov(?:insi)?|desa|kelurahan|kecamatan|pem(?:da|kab|kot|prov))"
    r"\s+(?:saya|kami|kita|aku|gue)\b"
)
OWN_FIGURE = re.compile(
    r"\b(?:berapa|brp|nilai\w*|capaian\w*|realisasi\w*|skor\w*|peringkat\w*|jumlah)\b"
)
# Then a rule is asked for, and not what a region has.
RULE = re.compile(
    r"\b(?:minimal|paling|wajib|harus|boleh\w*|aturan\w*|pasal|cara|rumus|menghitung|dihitung|hitung|bila"
    r"|apakah|kalau|jika|bagaimana|dasar)\b"
)
# An office of a named region, or whether the region has done something.
HAS = re.compile(
    r"\b(?:siapa\s+(?:nama\s+)?(?:kepala|ketua|bupati|wali|sekda|kadis)\w*|sudah\s+(?:punya|ada|membentuk"
    r"|menetapkan|lapor|melapor)|belum\s+(?:punya|ada|lapor|melapor))\b"
)
# "Daerah mana yang paling rendah" asks for the figures of all of them.
RANKED = re.compile(
    r"\b(?:daerah|kab(?:upaten)?|kota|prov(?:insi)?|pemda)\s+(?:mana|apa)\b.{0,40}\b(?:capaian\w*|nilai\w*"
    r"|ip\s*spm|indeks\w*|skor\w*|peringkat)\b.{0,30}\b(?:paling|ter(?:rendah|tinggi|baik|buruk)|nomor|tuntas"
    r"|paripurna|\d{4})\b"
)
# A place below the regions of the list, known by its capital: "Kecamatan Sukamaju".
BELOW = re.compile(r"\b(?:[Kk]ecamatan|[Dd]esa|[Kk]elurahan|[Pp]uskesmas)\s+[A-Z][a-z]+\w*")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, Daerah]]:
    names: dict[str, Daerah] = {}
    for region in regions().values():
        full = region.nama.lower()
        bare = full.removeprefix("kabupaten ").removeprefix("kota ")
        shorts = ("kab ", "pemkab ") if region.jenis == "kabupaten" else ("pemkot ",)
        for name in (full, *(short + bare for short in shorts)):
            names.setdefault(name, region)
        if len(bare) >= 5 and bare not in {"sekadau", "tengah", "utara"}:
            names.setdefault(bare, region)
    body = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), names


def named_region(normal: str) -> Daerah | None:
    """The region that a question names, or None."""
    pattern, names = _names()
    match = pattern.search(normal)
    return names[match.group()] if match else None


def regional_figures(case: Case) -> Draft | None:
    """A refusal with a way out where a region's own figures are asked for."""
    question = case.question
    normal = question.normal
    if OWN.search(normal) and OWN_FIGURE.search(normal) and not RULE.search(normal):
        return _refused(case, messages.OWN_REGION)
    ranked = RANKED.search(normal)
    if not (FIGURE.search(normal) or HAS.search(normal) or ranked) or question.references:
        return None
    region = named_region(question.normal)
    below = BELOW.search(question.text)
    if not (region or below or ranked):
        return None
    name = region.nama if region else below.group() if below else messages.ALL_REGIONS
    return _refused(case, name)


def _refused(case: Case, name: str) -> Draft:
    draft = Draft(case.day, status="unanswerable_no_source")
    draft.say(messages.REGION_FIGURES.format(daerah=name))
    return draft
