"""Who is in charge, read from Indonesian words; and lines of participants."""

import re

from assistant.sessions.models import Peserta

SHORT = (
    "Dinkes|Disdikbud|Disdik|Dispendik|Dinsos|DPUPR|PUPR|DPU|Disperkim|Disperakim|Perkim|DPKP"
    "|Bappeda|Bapperida|Bappelitbangda|Baperlitbang|BPBD|BKPSDM|BPKAD|BKAD|Satpol\\s?PP|Damkar"
    "|Disdamkar|Disdukcapil|Diskominfo|Inspektorat|Setda|Puskesmas|RSUD|Sekda"
)
_WORD = r"[A-Z][\w’'-]*"
_TAIL = rf"(?:\s+(?:{_WORD}|dan(?=\s+[A-Z])|PP|SPM))*"
LONG = (
    rf"(?:Dinas|Badan|Bagian|Biro|Bidang|Sekretariat|Kantor|Kementerian|Ditjen|Direktorat)\s+{_WORD}{_TAIL}"
    rf"|(?:[Tt]im)\s+(?:{_WORD}){_TAIL}|Satuan\s+Polisi\s+Pamong\s+Praja|Sekber(?:\s+SPM)?"
)
OFFICE = rf"(?:{LONG}|(?:{SHORT}){_TAIL})"
EXPLICIT = re.compile(
    r"(?i:\b(?:pic|pj|p\.j\.|penanggung\s*jawab(?:nya)?)\b\s*(?:[:=]|adalah)?\s*)"
    rf"(?P<siapa>(?i:pak|bu|bapak|ibu|sdr\.?)\s+{_WORD}(?:\s+{_WORD})?|{OFFICE}|{_WORD}(?:\s+{_WORD}){{0,4}})"
)
BY = re.compile(rf"\boleh\s+(?P<siapa>{OFFICE}|(?:Pak|Bu|Bapak|Ibu)\s+{_WORD})")
FIRST = re.compile(rf"^\W*(?P<siapa>{OFFICE}|(?:Pak|Bu|Bapak|Ibu)\s+{_WORD})")
ANY = re.compile(rf"(?P<siapa>\b(?:Pak|Bu|Bapak|Ibu)\s+{_WORD}|\b{OFFICE})")
REGION = re.compile(r"\s+(?:Kabupaten|Kota|Provinsi|Kab\.?|Prov\.?)\b.*$")


def find_pic(text: str) -> str | None:
    """The person or office in charge: named so, after "oleh", at the head, or the only one."""
    for pattern in (EXPLICIT, BY, FIRST):
        found = pattern.search(text)
        if found:
            return _clean(found["siapa"])
    every = {_clean(m["siapa"]) for m in ANY.finditer(text)}
    return every.pop() if len(every) == 1 else None


def _clean(name: str) -> str:
    return REGION.sub("", " ".join(name.split())).rstrip(" .,;:-")


def parse_participant(line: str) -> Peserta | None:
    """ "Rina | Dinas Kesehatan", "Rina (Dinas Kesehatan)", "Rina - Dinkes", "Rina"."""
    clean = " ".join(line.split()).strip(" ;,")
    found = re.fullmatch(r"(.+?)\s*(?:\||\s[-–]\s|\()\s*([^()|]+?)\)?", clean)
    if found:
        return Peserta(nama=found[1].strip(), perangkat_daerah=found[2].strip())
    return Peserta(nama=clean) if clean else None
